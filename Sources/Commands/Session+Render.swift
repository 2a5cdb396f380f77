import ArgumentParser
import Plotting

/// What `render` is asked for, besides the options of all figures.
struct RenderedFiles: CommandWords {
  var files: [String] = []

  static let configuration = CommandConfiguration(
    commandName: CommandName.render.rawValue,
    abstract: "Make the figures of figure files; options here are stronger than the file's.",
    usage: "mvplot render FILE... [options]")
  static let example: String? = "mvplot render figure.yaml"
  static let takesSharedOptions = true
  static let parameters: [Parameter<RenderedFiles>] = [
    .argument("file", \.files, help: "A figure file, in YAML. Repeatable.")
  ]
}

extension Session {
  /// Makes the figures of figure files and writes them.
  func render(_ words: [String]) throws(CommandFailure) {
    guard let texts = try texts(of: words, for: RenderedFiles.self) else { return }
    let files = try texts.applied(to: RenderedFiles(), RenderedFiles.parameters, names: .shared)
      .files
    let options = try SharedOptions.read(texts).options
    if files.count > 1, !options.outputs.isEmpty {
      throw .usage(
        .contradiction(
          "-o names one figure, but there are \(files.count) files",
          hint: "leave it out: each file says its outputs, or the picture stands beside it"))
    }
    var failures: [CommandFailure] = []
    for path in files {
      do throws(CommandFailure) {
        let file = try FigureFile.read(path, in: catalogue)
        try write(try file.made(file.kind, overrides: texts), isQuiet: options.isQuiet)
      } catch {
        if case .writing(let error) = error, error.isClosedPipe { throw .writing(error) }
        failures.append(error)
        if files.count > 1 { outlets.messages(error.message) }
      }
    }
    guard let first = failures.first else { return }
    guard files.count > 1 else { throw first }
    let codes = Set(failures.map(\.exitCode))
    throw .several(
      failed: failures.count, of: files.count, code: codes.count == 1 ? first.exitCode : 65)
  }
}
