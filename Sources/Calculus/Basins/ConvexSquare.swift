/// Proves around a minimum from where Newton's steps lead to it, shorter by half each time.
///
/// Let Y be the inverse of the Hessian H at the minimum m, and q a bound of ‖I − Y·H(p)‖ for all p of a
/// square about m, from interval enclosures. Newton's step from p then ends within κ|p − m| of m with
/// κ = 2q/(1 − q), so that it stays in the square, and each step is at most κ(1 + κ)/(1 − κ) as long
/// as the one before: 5/12 for q = 1/9 (the argument of Kantorovich, 1948). No H(p) is singular and H
/// is continuous, so the function is convex on the square as it is at m.
///
/// Steps −γ∇f with a given γ go elsewhere unless they are short enough. With λ the greater eigenvalue
/// of H(m) all H(p) of the square have eigenvalues of at most λ(1 + √2 q), so that steps from the disc
/// in the square come nearer to m, and stay in it, where q < (2/(γλ) − 1)/√2.
final class ConvexSquare {
  private let points: PointEvaluator
  private let enclosures: IntervalEvaluator

  private static let mostTries = 30
  private static let bound = 1.0 / 9

  /// Proofs for the two equations and, row by row, their Jacobian.
  init(_ program: Program) {
    points = PointEvaluator(program)
    enclosures = IntervalEvaluator(program)
  }

  /// Half the side of a square with a proof, of `most` or ever smaller; 0 where there is none.
  ///
  /// With a factor γ every start of the square comes to m by steps −γ∇f as well.
  func halfSide(
    about m: PlanePoint, atMost most: Double, factor: Double? = nil
  ) -> Double {
    points.evaluate(m.x, m.y)
    let (a, b, c, d) = (points.result(2), points.result(3), points.result(4), points.result(5))
    let determinant = a * d - b * c
    guard a > 0, determinant > 0 else { return 0 }
    let inverse = (d / determinant, -b / determinant, -c / determinant, a / determinant)
    var bound = Self.bound
    if let factor {
      bound = min(bound, (2 / (factor * greatestCurvature(a, b, d)) - 1) / 2.0.squareRoot())
    }
    guard bound > 0 else { return 0 }
    var half = most
    for _ in 0..<Self.mostTries {
      // The square in the disc in the square.
      if isProved(about: m, half, inverse, bound) {
        return factor == nil ? half : half * 0.5.squareRoot()
      }
      half *= 0.75
    }
    return 0
  }

  private func isProved(
    about m: PlanePoint, _ half: Double, _ inverse: (Double, Double, Double, Double),
    _ bound: Double
  ) -> Bool {
    enclosures.evaluate(Interval(m.x - half, m.x + half), Interval(m.y - half, m.y + half))
    guard (0..<6).allSatisfy({ enclosures.result($0).isContinuous }) else { return false }
    let (a, b) = (enclosures.result(2), enclosures.result(3))
    let (c, d) = (enclosures.result(4), enclosures.result(5))
    let (p, q) = (Interval(inverse.0), Interval(inverse.1))
    let (r, s) = (Interval(inverse.2), Interval(inverse.3))
    let upper = size(Interval(1) - (p * a + q * c)) + size(p * b + q * d)
    let lower = size(r * a + s * c) + size(Interval(1) - (r * b + s * d))
    return upper <= bound && lower <= bound
  }

  private func size(_ part: Interval) -> Double { max(abs(part.lower), abs(part.upper)) }
}
