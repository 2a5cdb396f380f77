extension TypesettingError: CustomStringConvertible {
  /// What is wrong, then what would work: one sentence without a full stop.
  public var message: String {
    switch kind {
    case .noFont(let package):
      "no usable font is installed. Debian/Ubuntu: sudo apt-get install \(package)"
    case .unknownFont(let name, let suggestion):
      fontMessage(name, suggestion)
    case .badSize(let size): "a text size must be a positive number, not \(size)"
    case .tooLong(let limit): "the text is longer than \(limit) characters"
    case .tooDeep(let limit): "more than \(limit) groups inside one another"
    case .unmatchedDollar:
      "the formula that starts at '$' has no closing '$'; write \\$ for a dollar"
    default: formulaMessage
    }
  }

  /// The same as `message`.
  public var description: String { message }

  private var formulaMessage: String {
    switch kind {
    case .unexpectedCharacter("#"): "'#' means nothing in a formula; write \\#"
    case .unexpectedCharacter("$"): "a formula has no '$' inside; write \\$ for a dollar"
    case .unexpectedCharacter(let character): "'\(character)' means nothing in a formula"
    case .unknownCommand(let name, let suggestion?):
      "unknown command \\\(name); did you mean \\\(suggestion)?"
    case .unknownCommand(let name, nil): "unknown command \\\(name)"
    case .missingCommandName: "expected the name of a command after '\\'"
    case .missingClosingBrace: "expected '}' to close the '{'"
    case .unexpectedClosingBrace: "'}' closes nothing; a brace to be seen is \\}"
    case .missingClosingBracket: "expected ']' to close the '['"
    case .missingArgument(let command): "expected something after \(command)"
    case .missingScript(let sign): "expected something after '\(sign)'"
    case .doubleScript(let sign):
      "two '\(sign)' on one base; group with braces: {x\(sign)a}\(sign)b"
    default: delimiterMessage
    }
  }

  private var delimiterMessage: String {
    switch kind {
    case .missingRight: "expected \\right to close the \\left; \\right. shows nothing"
    case .unexpectedRight: "\\right closes nothing; \\left. opens without a sign"
    case .badDelimiter(let command, nil): "expected a delimiter such as '(' after \(command)"
    case .badDelimiter(let command, let found?):
      "expected a delimiter such as '(' after \(command), not '\(found)'"
    case .unexpectedMiddle: "\\middle must stand between \\left and \\right"
    case .misplacedLimits(let command): "\(command) must follow an operator such as \\sum"
    default: tableMessage
    }
  }

  private var tableMessage: String {
    switch kind {
    case .unknownEnvironment(let name, let suggestion?):
      "unknown environment \(name); did you mean \(suggestion)?"
    case .unknownEnvironment(let name, nil):
      "unknown environment \(name); known are matrix, pmatrix, bmatrix, vmatrix, cases, aligned"
    case .missingEnd(let name, _): "expected \\end{\(name)} to close the \\begin{\(name)}"
    case .mismatchedEnd(let name, let found):
      "expected \\end{\(name)} to close the \\begin{\(name)}, not \\end{\(found)}"
    case .unexpectedEnd: "\\end closes nothing"
    case .unexpectedNewRow:
      "\\\\ starts a row only between \\begin and \\end, as of cases or a matrix"
    case .badColumn(let letter): "expected l, c, r or | for a column, not '\(letter)'"
    default: colourMessage
    }
  }

  private var colourMessage: String {
    switch kind {
    case .unknownColour(let name, let suggestion?, _):
      "unknown colour \(name); did you mean \(suggestion)?"
    case .unknownColour(let name, nil, let known):
      "unknown colour \(name); known are \(known.prefix(8).joined(separator: ", ")), "
        + "and numbers such as #0354AA"
    case .unknownColourModel: "expected a colour in braces, or after [HTML] six digits in braces"
    default: "the text cannot be set"
    }
  }

  private func fontMessage(_ name: String, _ suggestion: String?) -> String {
    if name.contains("/") { return "there is no font in the file \(name)" }
    let hint = suggestion.map { "; did you mean \($0)?" } ?? ""
    return "no installed font is called \(name)\(hint)"
  }
}
