/// What is wrong with an expression, and where.
public struct ParseError: Error, Hashable, Sendable {
  /// What is wrong, as data.
  ///
  /// The text is made in `ParseError+Message.swift`.
  public enum Kind: Hashable, Sendable {
    case empty
    case badCharacter(Unicode.Scalar)
    case badNumber(String)
    case numberTooLarge(String)
    case adjacentNumbers
    case missingOperand(after: String?, found: String?)
    case missingArgument(function: String)
    case tooFewArguments(function: String, wanted: String)
    case tooManyArguments(function: String, wanted: String)
    case missingClosing(open: String, openedAt: Int)
    case mismatchedBracket(open: String, found: String)
    case unexpectedClosing(String)
    case unexpectedComma(betweenDigits: Bool)
    case unexpectedComparison(String)
    case missingComparison
    case inequality(String)
    case secondEquals
    case unknownName(String, suggestions: [String], known: [String])
    case exponentOfFunction(String)
    case badSumVariable
    case badSumBound(String)
    case tooLarge(limit: Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// The place: the offset from the start in Unicode code points, from 0.
  ///
  /// For something missing it is the place where it should stand.
  public let position: Int

  /// The error of a kind at a position.
  public init(_ kind: Kind, at position: Int) {
    self.kind = kind
    self.position = position
  }
}
