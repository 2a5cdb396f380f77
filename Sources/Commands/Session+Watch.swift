import ArgumentParser
import CVector
import Plotting

/// What `watch` is asked for, besides the options of all figures.
struct WatchedFile: CommandWords {
  var file = ""

  static let configuration = CommandConfiguration(
    commandName: CommandName.watch.rawValue,
    abstract: "Make the figure of a figure file each time that it is saved, until interrupted.",
    usage: "mvplot watch FILE [options]")
  static let example: String? = "mvplot watch figure.yaml"
  static let takesSharedOptions = true
  static let parameters: [Parameter<WatchedFile>] = [
    .argument("file", \.file, help: "A figure file, in YAML.")
  ]
}

extension Session {
  /// Makes the figure of a file now and after each change.
  func watch(_ words: [String]) throws(CommandFailure) {
    guard let texts = try texts(of: words, for: WatchedFile.self) else { return }
    let file = try texts.applied(to: WatchedFile(), WatchedFile.parameters, names: .shared).file
    _ = try SharedOptions.read(texts)
    // The first time a missing file is an error; later it may be about to be replaced.
    guard FileReader.isFile(file) else { throw .reading(FileError(path: file, code: ENOENT)) }
    try FileWatch(path: file, texts: texts, session: self).run { _ in true }
  }
}
