import Plotting

extension Session {
  /// Makes a figure and writes it.
  func run<Kind: Figure>(_ kind: Kind.Type, _ words: [String]) throws(CommandFailure) {
    var shape = CommandLineShape(
      command: Kind.name, example: Kind.examples.first.map { Kind.commandLine(of: $0) })
    shape.add(Kind.parameters, names: .figure)
    shape.add(SharedOptions.parameters, names: .shared)
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.figure(kind, in: catalogue))
      return
    }
    let command = try parsed(words, as: FigureCommand<Kind>.self)
    let (options, constants) = try SharedOptions.read(command.shared.texts)
    // A wrong output is told before anything is solved.
    _ = try options.destinations(standard: Kind.name)
    let setting = try options.setting(constants: constants)
    let figure = try withConstants(constants) { () throws(CommandFailure) in
      try command.figure()
    }
    let made = try TerminalProgress.shown(isQuiet: options.isQuiet) {
      (progress) throws(CommandFailure) -> MadeFigure in
      var setting = setting
      setting.progress = progress
      let request = FigureRequest(figure: figure, options: options, setting: setting)
      return try request.made(standard: Kind.name)
    }
    try write(made, isQuiet: options.isQuiet)
  }

  /// Tells the remarks and writes the files.
  func write(_ made: MadeFigure, isQuiet: Bool) throws(CommandFailure) {
    if !isQuiet {
      for notice in made.notices { outlets.messages("mvplot: note: \(notice)\n") }
    }
    try outlets.write(made.files, isQuiet: isQuiet)
  }
}
