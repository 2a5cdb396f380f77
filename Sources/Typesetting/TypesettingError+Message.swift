extension TypesettingError: CustomStringConvertible {
  /// What is wrong, then what would work: one sentence without a full stop.
  public var message: String {
    switch kind {
    case .noFont(let package):
      "no usable font is installed. Debian/Ubuntu: sudo apt-get install \(package)"
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
    case .misplacedLimits(let command): "\(command) must follow an operator such as \\sum"
    default: "the text cannot be set"
    }
  }
}
