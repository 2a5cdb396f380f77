import ArgumentParser
import CVector
import Plotting

/// What `watch` is asked for.
struct WatchedFile: ParameterOwner {
  var file = ""

  static let parameters: [Parameter<WatchedFile>] = [
    .argument("file", \.file, help: "A figure file, in YAML.")
  ]
}

/// Makes the figure of a figure file each time that it is saved.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.watch.rawValue,
    abstract: "Make the figure of a figure file each time that it is saved, until interrupted.",
    usage: "mvplot watch FILE [options]")

  private(set) var texts = RawTexts()

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, WatchedFile.parameters)
      .overridden(by: RawTexts(from: container, SharedOptions.parameters))
  }
}

extension WatchCommand: CustomReflectable {
  var customMirror: Mirror {
    Mirror(
      self,
      children: WatchedFile.parameters.children(names: .figure, standard: WatchedFile())
        + SharedOptions.parameters.children(names: .shared, standard: SharedOptions()),
      displayStyle: .struct)
  }
}

extension Session {
  /// Makes the figure of a file now and after each change.
  func watch(_ words: [String]) throws(CommandFailure) {
    var shape = CommandLineShape(
      command: CommandName.watch.rawValue, example: "mvplot watch figure.yaml")
    shape.add(WatchedFile.parameters, names: .figure)
    shape.add(SharedOptions.parameters, names: .shared)
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.command(WatchCommand.self, in: catalogue))
      return
    }
    let texts = try parsed(words, as: WatchCommand.self).texts
    let file = try texts.applied(to: WatchedFile(), WatchedFile.parameters, names: .figure).file
    _ = try SharedOptions.read(texts)
    // The first time a missing file is an error; later it may be about to be replaced.
    guard FileReader.isFile(file) else { throw .reading(FileError(path: file, code: ENOENT)) }
    try FileWatch(path: file, texts: texts, session: self).run { _ in true }
  }
}
