/// Exact solutions beside computed ones.
extension ExactNumber {
  /// The solution of an equation f(x) = 0 that a computed one stands for, proved exactly.
  ///
  /// - Parameters:
  ///   - x: a solution, computed to eleven digits or more, the only one as near as that.
  ///   - expressions: what is zero there, in one variable.
  /// - Returns: a number of which exact arithmetic says that each expression is zero; `nil` where
  ///   none of the usual forms (fractions, √d, π, e, logarithms) is one.
  public static func solution(near x: Double, of expressions: [Expression]) -> ExactNumber? {
    solution(near: [x], of: expressions)?.first
  }

  /// The place where a part of an expression in one variable is undefined, such as a pole.
  public static func singularity(near x: Double, of expression: Expression) -> ExactNumber? {
    ExactCandidates(x).numbers.first { expression.isProvedSingular(at: [$0]) }
  }

  /// The point at which expressions in several variables are zero, proved exactly.
  ///
  /// - Parameters:
  ///   - point: the computed point.
  ///   - expressions: what is zero there, in as many variables.
  ///   - isMeant: what else must be true of the point.
  /// - Returns: the point, one number for each coordinate, or `nil`.
  public static func solution(
    near point: [Double], of expressions: [Expression],
    where isMeant: ([ExactNumber]) -> Bool = { _ in true }
  ) -> [ExactNumber]? {
    guard !point.isEmpty, point.count <= 3 else { return nil }
    var points: [[ExactNumber]] = [[]]
    for coordinate in point {
      let guesses = ExactCandidates(coordinate).numbers
      points = points.flatMap { known in guesses.map { known + [$0] } }
    }
    return points.first { guess in
      expressions.allSatisfy { $0.exactValue(at: guess)?.isZero == true } && isMeant(guess)
    }
  }
}
