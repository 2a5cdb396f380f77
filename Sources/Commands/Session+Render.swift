import Plotting

extension Session {
  /// Makes the figures of figure files and writes them.
  func render(_ words: [String]) throws(CommandFailure) {
    var shape = CommandLineShape(
      command: CommandName.render.rawValue, example: "mvplot render figure.yaml")
    shape.add(FileList.parameters, names: .figure)
    shape.add(SharedOptions.parameters, names: .shared)
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.command(RenderCommand.self, in: catalogue))
      return
    }
    let texts = try parsed(words, as: RenderCommand.self).texts
    let files = try texts.applied(to: FileList(), FileList.parameters, names: .figure).files
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
    throw codes.count == 1
      ? .several(failed: failures.count, of: files.count, code: first.exitCode)
      : .several(failed: failures.count, of: files.count, code: 65)
  }
}
