extension Wording {
  /// What stands around a matrix.
  public enum Brackets: String, Hashable, Sendable {
    /// Parentheses.
    case round = "pmatrix"
    /// Square brackets.
    case square = "bmatrix"
    /// Bars: its determinant.
    case bars = "vmatrix"
    /// Nothing.
    case none = "matrix"
  }

  /// The matrix of rows of entries that are TeX already.
  public static func matrix(_ rows: [[String]], _ brackets: Brackets = .round) -> String {
    let body = rows.map { $0.joined(separator: " & ") }.joined(separator: " \\\\ ")
    return "\\begin{\(brackets.rawValue)} \(body) \\end{\(brackets.rawValue)}"
  }

  /// The matrix of expressions, tidied: a Hessian, a Jacobian.
  public static func matrix(_ rows: [[Expression]], _ brackets: Brackets = .round) -> String {
    matrix(rows.map { $0.map(\.textbook.tex) }, brackets)
  }

  /// The matrix of numbers with at most `digits` significant digits, what is zero or round but for
  /// rounding beside the largest entry written so.
  public static func matrix(
    _ rows: [[Double]], digits: Int = 4, _ brackets: Brackets = .round
  ) -> String {
    let scale = rows.joined().reduce(0) { max($0, abs($1)) }
    return matrix(
      rows.map { $0.map { tex(settled($0, scale: scale), digits: digits) } }, brackets)
  }

  /// The column of numbers with at most `digits` significant digits.
  public static func column(
    _ entries: [Double], digits: Int = 4, _ brackets: Brackets = .round
  ) -> String {
    matrix(entries.map { [$0] }, digits: digits, brackets)
  }
}
