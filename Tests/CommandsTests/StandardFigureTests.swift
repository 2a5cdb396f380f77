import Plotting
import StandardTopics
import Testing

@testable import Commands

/// An example of a figure that the tool comes with.
private struct ExampleCase: CustomTestStringConvertible {
  let figure: String
  let example: Example

  var testDescription: String { "\(figure): \(example.caption)" }

  static let all = standardTopics.flatMap { $0.figures }.flatMap { figure in
    figure.examples.map { ExampleCase(figure: figure.name, example: $0) }
  }
}

@Suite struct StandardFigureTests {
  @Test("The standard figures are declared as they should be")
  func declarations() {
    // A figure may call an option --x, for the window is -x alone.
    let shared = SharedOptions.parameters.map(\.name).filter { $0.count > 1 }
    for topic in standardTopics {
      #expect(topic.declarationFaults(sharedNames: shared) == [])
    }
    let names = standardTopics.flatMap { $0.figures }.map { $0.name }
    #expect(
      Set(names + CommandName.allCases.map(\.rawValue)).count
        == names.count + CommandName.allCases.count)
  }

  @Test("Every example of the help works", arguments: ExampleCase.all)
  fileprivate func example(_ example: ExampleCase) {
    let arguments = [example.figure] + example.example.arguments + ["-o", "-", "--format", "json"]
    var bytes: [UInt8] = []
    var errors = ""
    let outlets = Outlets(
      output: { chunk throws(FileError) in bytes += chunk }, messages: { errors += $0 })
    let code = MVPlot.run(topics: standardTopics, arguments: arguments, outlets: outlets)
    // A remark is no error: that a series continues a gap is worth saying.
    #expect(
      errors.split(separator: "\n").allSatisfy { $0.hasPrefix("mvplot: note: ") }, "\(errors)")
    #expect(code == 0)
    #expect(bytes.first == UInt8(ascii: "{"))
  }
}
