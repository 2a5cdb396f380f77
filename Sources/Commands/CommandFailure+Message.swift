import Plotting

extension CommandFailure {
  /// The exit code, as in sysexits.h.
  var exitCode: Int32 {
    switch self {
    case .usage, .figure(.parameter), .figure(.contradiction): 64
    case .several(_, _, let code): code
    case .figure(.unreadable), .reading: 66
    case .figureFile(let error): error.exitCode
    case .figure, .text, .stale: 65
    case .writing: 73
    case .defect, .environment: 70
    }
  }

  /// One to four lines for standard error; nothing for a reader that went away.
  var message: String { lines.isEmpty ? "" : "mvplot: " + explanation + "\n" }

  /// What is wrong, then what would work, each on lines of its own.
  var explanation: String { lines.map(\.shortened).joined(separator: "\n") }

  private var lines: [String] {
    switch self {
    case .usage(let error): error.lines
    case .figure(let error): error.lines
    case .text(let option, let source, let error):
      Self.lines(option: option, source, error)
    case .figureFile(let error): error.lines
    case .several(let failed, let all, _):
      ["\(failed) of \(all) \(all == 1 ? "figure" : "figures") failed"]
    case .stale(let names, let folder):
      Self.lines(stale: names, folder: folder)
    case .reading(let error): [error.readingMessage]
    case .environment(let text): [text]
    case .writing(let error): error.isClosedPipe ? [] : [error.message]
    case .defect(let text):
      ["\(text)", "this is a defect of mvplot, not of the command line: please report it"]
    }
  }

  private static func lines(stale names: [String], folder: String) -> [String] {
    let shown = names.prefix(8).map(\.quoted).joined(separator: ", ")
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return [
      "\(folder.quoted) is stale: \(shown)\(more)", "the command without --check makes it anew",
    ]
  }

  private static func lines(
    option: String, _ source: String, _ error: TypesettingError
  ) -> [String] {
    let excerpt = CaretExcerpt(of: source, at: error.position)
    return ["\(option): \(error.message)", excerpt.text, excerpt.caret]
  }
}

extension String {
  /// The text on one line, cut where a name in it is longer than anybody reads.
  fileprivate var shortened: String {
    let limit = 400
    var shown = ""
    for scalar in unicodeScalars.prefix(limit) {
      shown.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return shown + (unicodeScalars.count > limit ? "…" : "")
  }
}

extension UsageError {
  /// What is wrong, with the value; then what would work.
  var lines: [String] {
    switch self {
    case .unknownFigure(let name, let suggestions):
      suggestions.isEmpty
        ? ["no figure is called \(name.quoted)", "'mvplot figures' lists them all"]
        : ["no figure is called \(name.quoted); did you mean \(suggestions.quotedChoice)?"]
    case .expressionBeforeFigure(let word, let figure):
      [
        "no figure is called \(word.quoted)",
        "the figure comes first, for example: mvplot \(figure) \(word.shortened.shellWord)",
      ]
    case .optionBeforeFigure(let word):
      ["the figure comes before the option \(word.quoted)", "'mvplot figures' lists the figures"]
    case .unknownOption(let name, let command, let suggestions):
      suggestions.isEmpty
        ? ["\(command) has no option \(name.quoted)", "'mvplot help \(command)' lists its options"]
        : ["\(command) has no option \(name.quoted); did you mean \(suggestions.quotedChoice)?"]
    case .missingValue(let option, let placeholder):
      ["\(option) wants a value: \(option) \(placeholder)"]
    case .unexpectedValue(let option, let value):
      ["\(option) takes no value, not even \(value.quoted)"]
    case .badValue(let option, let value, let wanted):
      ["\(option) wants \(wanted), not \(value.quoted)"]
    case .missingArgument(let command, let names, let example):
      ["\(command) wants \(names.joined(separator: " "))"]
        + [example.map { "for example: \($0)" }].compactMap(\.self)
    case .extraArguments(let command, let names, let all):
      Self.extraLines(command: command, names: names, all: all)
    case .noPicture(let figure, let option, let value):
      [
        "\(figure) has results here that cannot be drawn: no picture for \(option) \(value.quoted)",
        "leave out -o and --format to read them, or write numbers: --format json, -o \(figure).json",
      ]
    case .contradiction(let problem, let hint):
      [problem, hint]
    }
  }

  private static func extraLines(command: String, names: [String], all: [String]) -> [String] {
    let extra = all.dropFirst(names.count).map(\.quoted)
    let shown = extra.prefix(3).joined(separator: " ") + (extra.count > 3 ? " …" : "")
    guard !names.isEmpty else { return ["\(command) takes no argument, not \(shown)"] }
    let line = "\(command) takes \(names.joined(separator: " ")) and no more, not \(shown)"
    // A shell splits an expression at its blanks: that is how most arguments become too many.
    return [
      line, "put an expression with blanks between quotes: \(all.joined(separator: " ").quoted)",
    ]
  }
}

extension [String] {
  /// The words between quotes, as in a sentence: `'a', 'b' or 'c'`.
  fileprivate var quotedChoice: String { map(\.quoted).enumeration }
}
