import ArgumentParser
import Plotting

/// The words of `render` and `watch` that are no options of a figure.
struct FileList: ParameterOwner {
  var files: [String] = []

  static let parameters: [Parameter<FileList>] = [
    .argument("file", \.files, help: "A figure file, in YAML. Repeatable.")
  ]
}

/// Makes the figures of figure files.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.render.rawValue,
    abstract: "Make the figures of figure files; options here are stronger than the file's.",
    usage: "mvplot render FILE... [options]")

  private(set) var texts = RawTexts()

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, FileList.parameters)
      .overridden(by: RawTexts(from: container, SharedOptions.parameters))
  }
}

extension RenderCommand: CustomReflectable {
  var customMirror: Mirror {
    Mirror(
      self,
      children: FileList.parameters.children(names: .figure, standard: FileList())
        + SharedOptions.parameters.children(names: .shared, standard: SharedOptions()),
      displayStyle: .struct)
  }
}
