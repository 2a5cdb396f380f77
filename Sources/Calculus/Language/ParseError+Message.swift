extension ParseError {
  /// What is wrong, in one line.
  public var message: String {
    switch kind {
    case .empty: "the expression is empty"
    case .badCharacter(let scalar): "'\(scalar)' has no meaning in an expression"
    case .badNumber(let text): "'\(text)' with a second point is not a number"
    case .numberTooLarge(let text): "the number \(text) is too large: at most 1.797…e308"
    case .adjacentNumbers: "two numbers stand side by side"
    case .missingOperand(let before, let found):
      "expected a number, a name or '('" + (before.map { " after '\($0)'" } ?? "")
        + (found.map { ", not '\($0)'" } ?? "")
    case .missingArgument(let function): "\(function) wants an argument"
    case .tooFewArguments(let function, let wanted): "\(function) wants \(wanted): one is missing"
    case .tooManyArguments(let function, let wanted): "\(function) wants \(wanted), not more"
    case .missingClosing(let open, let position):
      "'\(open)' (character \(position + 1)) is not closed"
    case .mismatchedBracket(let open, let found): "'\(open)' cannot be closed by '\(found)'"
    case .unexpectedClosing(let text): "'\(text)' closes nothing"
    case .unexpectedComma: "a comma has no meaning here"
    case .unexpectedComparison(let text):
      text == "a comparison"
        ? "a comparison is not a number" : "'\(text)' has no meaning here: this is not an equation"
    case .missingComparison: "the first argument of if must be a comparison"
    case .inequality(let sign): "an equation has '=' between its sides, not '\(sign)'"
    case .secondEquals: "an equation has one '=': this is a second one"
    case .unknownName(let name, _, _): "unknown name '\(name)'"
    case .exponentOfFunction(let name): "the exponent of \(name) must be a positive number"
    case .badSumVariable: "sum begins with the name of its running variable"
    case .badSumBound(let wanted): "the bounds of sum must be \(wanted)"
    case .tooLarge(let limit): "the expression has more than \(limit) operations"
    }
  }

  /// What would work, in one line.
  public var hint: String? {
    switch kind {
    case .empty: "write a formula, for example x^2+y^2"
    case .badCharacter(let scalar):
      scalar == "\"" || scalar == "'" ? "leave the quotation mark out" : nil
    case .badNumber: "write it with one point, for example 1.23"
    case .adjacentNumbers: "write 2*3 for a product, 1000 without a space"
    case .numberTooLarge, .missingArgument, .tooFewArguments, .tooManyArguments: nil
    case .missingOperand: nil
    case .missingClosing(let open, _):
      "close it with '\(open == "[" ? "]" : open == "{" ? "}" : open == "|" ? "|" : ")")'"
    case .mismatchedBracket(let open, _):
      "close it with '\(open == "[" ? "]" : open == "{" ? "}" : open == "|" ? "|" : ")")'"
    case .unexpectedClosing: "leave it out, or open a bracket before"
    case .unexpectedComma(let betweenDigits):
      betweenDigits
        ? "decimals are written with a point: 1.5" : "commas separate arguments: max(x, y)"
    case .unexpectedComparison: "comparisons stand in if: if(x < 0, -x, x)"
    case .missingComparison: "for example if(x < 0, -x, x)"
    case .inequality: "write the border of the region: x^2+y^2 = 1"
    case .secondEquals: "give two equations one by one: x = y and y = 1"
    case .unknownName(let name, let suggestions, let known):
      Self.hint(for: name, suggestions, known)
    case .exponentOfFunction(let name):
      "write a\(name)(x) for the inverse, 1/\(name)(x) for the reciprocal, (\(name)(x))^n for a power"
    case .badSumVariable, .badSumBound: "for example sum(k, 1, 10, x^k/k)"
    case .tooLarge: "use a shorter expression"
    }
  }

  private static func hint(
    for name: String, _ suggestions: [String], _ known: [String]
  ) -> String? {
    if !suggestions.isEmpty {
      return "did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))?"
    }
    let shown = known.prefix(12).joined(separator: ", ")
    return known.isEmpty ? nil : "known here: \(shown), and the functions of the language"
  }
}
