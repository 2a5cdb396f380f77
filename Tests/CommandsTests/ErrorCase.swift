import Plotting
import Testing

/// A command line that cannot work, and all that it says.
struct ErrorCase: CustomTestStringConvertible {
  let id: String
  let arguments: [String]
  let code: Int32
  let message: String

  var testDescription: String { id }

  init(_ id: String, _ arguments: [String], _ code: Int32, _ lines: String...) {
    self.id = id
    self.arguments = arguments
    self.code = code
    message = "mvplot: " + lines.joined(separator: "\n") + "\n"
  }

  /// Runs the tool with the topics that it comes with.
  func check() { check(ToolRun(arguments, topics: ToolRun.standard)) }

  /// Runs the tool with one topic.
  func check(_ topic: any Topic.Type) { check(ToolRun(arguments, topics: [topic])) }

  private func check(_ run: ToolRun) {
    #expect(run.errors == message)
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").count <= 4)
  }
}
