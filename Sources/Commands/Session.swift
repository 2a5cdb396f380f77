import ArgumentParser
import Plotting

/// One run of the tool: the first word says what is to be done.
struct Session {
  let catalogue: Catalogue
  let outlets: Outlets

  /// Does what the words ask for.
  func run(_ words: [String]) throws(CommandFailure) {
    guard let first = words.first else {
      try outlets.print(HelpText.overview(of: catalogue))
      return
    }
    let rest = Array(words.dropFirst())
    if let figure = catalogue.figure(named: first) {
      try run(figure, rest)
    } else if let command = CommandName(rawValue: first) {
      try run(command, rest)
    } else if first.hasPrefix("-") {
      try runOption(first, rest)
    } else {
      throw unknownFigure(first)
    }
  }

  private func unknownFigure(_ name: String) -> CommandFailure {
    let looksLikeName = name.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
    if !looksLikeName, let figure = catalogue.figures.first {
      return .usage(.expressionBeforeFigure(name, figure: figure.name))
    }
    return .usage(.unknownFigure(name, suggestions: catalogue.suggestions(for: name)))
  }

  private func run(_ command: CommandName, _ words: [String]) throws(CommandFailure) {
    switch command {
    case .eval: try evaluate(words)
    case .render: try render(words)
    case .watch: try watch(words)
    case .gallery: try makeGallery(words)
    case .schema: try printSchema(words)
    case .help:
      guard let name = words.first(where: { !$0.hasPrefix("-") }) else {
        try outlets.print(HelpText.overview(of: catalogue))
        return
      }
      try outlets.print(help(for: name))
    case .figures:
      let words = try sorted(words, CommandLineShape(command: command.rawValue, example: nil))
      if let request = words.request {
        try answer(request, help: HelpText.command(FiguresCommand.self, in: catalogue))
      } else {
        try outlets.print(FiguresCommand.text(of: catalogue.topics))
      }
    case .manual:
      try outlets.print(Manual(catalogue: catalogue).text)
    }
  }

  private func help(for name: String) throws(CommandFailure) -> String {
    if let figure = catalogue.figure(named: name) {
      return HelpText.figure(figure, in: catalogue)
    }
    guard let name = CommandName(rawValue: name) else { throw unknownFigure(name) }
    guard let command = name.command else { return HelpText.overview(of: catalogue) }
    return HelpText.command(command, in: catalogue)
  }

  private func runOption(_ option: String, _ words: [String]) throws(CommandFailure) {
    let sides = option.split(separator: "=", maxSplits: 1).map(String.init)
    switch sides[0] {
    case "-h", "--help": try outlets.print(HelpText.overview(of: catalogue))
    case "--version": try outlets.print(MVPlot.version + "\n")
    case "--generate-completion-script":
      let name = sides.count > 1 ? sides[1] : words.first ?? ""
      guard let shell = CompletionShell(rawValue: name) else {
        let wanted = CompletionShell.allCases.map(\.rawValue).enumeration
        throw .usage(.badValue(option: sides[0], value: name, wanted: wanted))
      }
      try outlets.print(HelpText.completions(for: shell, in: catalogue))
    default: throw .usage(unknownOption(option))
    }
  }

  private func unknownOption(_ option: String) -> UsageError {
    let own = ["--help", "--version", "--generate-completion-script"]
    let near = Suggestions.near(option, among: own)
    if !near.isEmpty {
      return .unknownOption(option, command: "mvplot", suggestions: near)
    }
    return .optionBeforeFigure(option)
  }
}

extension Session {
  /// The words told apart for a command of the given shape.
  func sorted(
    _ words: [String], _ shape: CommandLineShape
  ) throws(CommandFailure) -> CommandLineWords {
    do throws(UsageError) {
      return try CommandLineWords(words, shape: shape)
    } catch {
      throw .usage(error)
    }
  }

  /// Prints the help of a command or the version.
  func answer(
    _ request: CommandLineWords.Request, help: @autoclosure () -> String
  ) throws(CommandFailure) {
    try outlets.print(request == .help ? help() : MVPlot.version + "\n")
  }

  /// The command with the texts of the words.
  func parsed<Command: ParsableCommand>(
    _ words: CommandLineWords, as command: Command.Type
  ) throws(CommandFailure) -> Command {
    do {
      return try Command.parse(words.ordered)
    } catch {
      // The words were told apart before, so what the parser refuses is a gap in that.
      throw .defect("the command line is not understood: \(Command.message(for: error))")
    }
  }
}
