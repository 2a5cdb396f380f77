/// Why a text or a formula cannot be set, and where.
public struct TypesettingError: Error, Hashable, Sendable {
  /// What is wrong.
  ///
  /// The text is made in `TypesettingError+Message.swift`.
  public enum Kind: Hashable, Sendable {
    /// None of the fonts that could serve is installed.
    case noFont(package: String)
    /// A name that no installed font has, or a path where no font file is.
    case unknownFont(String, suggestion: String?)
    /// A size that is not a positive number.
    case badSize(Double)
    /// More code points than anybody reads in a label.
    case tooLong(limit: Int)
    /// Groups within groups without end.
    case tooDeep(limit: Int)
    /// A `$` that opens a formula and has no partner.
    case unmatchedDollar
    /// A character that means nothing in a formula: `&`, `#`, a `$`.
    case unexpectedCharacter(Unicode.Scalar)
    /// A command that is not known, with the nearest that is.
    case unknownCommand(String, suggestion: String?)
    /// A backslash at the end.
    case missingCommandName
    /// A `{` without its `}`.
    case missingClosingBrace(openedAt: Int)
    /// A `}` without its `{`.
    case unexpectedClosingBrace
    /// A `[` of an option without its `]`.
    case missingClosingBracket(openedAt: Int)
    /// A command that wants something after it: `\frac{1}`.
    case missingArgument(of: String)
    /// A `^` or `_` with nothing to raise or lower.
    case missingScript(after: String)
    /// Two superscripts, or two subscripts, on one base.
    case doubleScript(String)
    /// A `\left` without its `\right`.
    case missingRight(openedAt: Int)
    /// A `\right` without its `\left`.
    case unexpectedRight
    /// Something after `\left`, `\right` or `\big` that is no delimiter.
    case badDelimiter(after: String, found: String?)
    /// A `\middle` outside `\left` and `\right`.
    case unexpectedMiddle
    /// `\limits` after something that has none.
    case misplacedLimits(String)
    /// An environment that is not known, with the nearest that is.
    case unknownEnvironment(String, suggestion: String?)
    /// A `\begin` without its `\end`.
    case missingEnd(String, openedAt: Int)
    /// A `\begin` that is closed by another name.
    case mismatchedEnd(of: String, found: String)
    /// An `\end` without its `\begin`.
    case unexpectedEnd
    /// A `\\` where there are no rows.
    case unexpectedNewRow
    /// A letter in the columns of an array that is none of l, c, r and |.
    case badColumn(Unicode.Scalar)
    /// A colour that is not known, with the nearest that is and all that are.
    case unknownColour(String, suggestion: String?, known: [String])
    /// A model of colours other than `HTML`.
    case unknownColourModel
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: the offset from the start in Unicode code points, from 0.
  ///
  /// For something missing it is the place where that should stand.
  public let position: Int

  /// The error of a kind at a position.
  public init(_ kind: Kind, at position: Int = 0) {
    self.kind = kind
    self.position = position
  }
}
