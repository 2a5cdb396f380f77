import Foundation
import Plotting
import Testing

@testable import Commands

/// The gallery of the repository and the examples of the figures.
@Suite struct ExampleGalleryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../gallery").standardized.path

  /// What makes a figure what it is: its values and its window, however they were spaced.
  private static func key<Kind: Figure>(_ figure: Kind, _ setting: Setting) -> [String] {
    let window = [setting.xRange, setting.yRange].map { $0?.parameterText ?? "" }
    let values = Kind.parameters.map { $0.read(figure).joined(separator: "\n") }
    return [Kind.name] + (values + window).map { $0.filter { $0 != " " } }
  }

  private static func key<Kind: Figure>(
    of file: FigureFile, _ kind: Kind.Type
  ) throws -> [String] {
    let request = try file.request(kind)
    return key(request.figure, request.setting)
  }

  private static func key<Kind: Figure>(of example: Example, _ kind: Kind.Type) throws -> [String] {
    var shape = CommandLineShape(command: Kind.name, example: nil)
    shape.add(Kind.parameters, names: .figure)
    shape.add(SharedOptions.parameters, names: .shared)
    let words = try CommandLineWords(example.arguments, shape: shape)
    let command = try FigureCommand<Kind>.parse(words.ordered)
    let (options, constants) = try SharedOptions.read(command.shared.texts)
    return key(try command.figure(), try options.setting(constants: constants))
  }

  @Test("Every example of every figure is a figure of the gallery")
  func examplesAreShown() throws {
    let catalogue = Catalogue(topics: ToolRun.standard)
    let names = fileNames(inFolder: Self.folder).filter {
      $0.hasSuffix(".yaml") && $0 != "gallery.yaml"
    }
    let shown = try Set(
      names.map { name in
        let file = try FigureFile.read(Self.folder + "/" + name, in: catalogue)
        return try Self.key(of: file, file.kind)
      })
    let figures = ToolRun.standard.flatMap { $0.figures }
    var count = 0
    for figure in figures {
      for example in figure.examples {
        let key = try Self.key(of: example, figure)
        #expect(shown.contains(key), "\(figure.name) \(example.arguments) is not in the gallery")
        count += 1
      }
    }
    print("gallery: \(count) examples shown among \(shown.count) figures")
    #expect(count >= 3 * figures.count)
  }
}
