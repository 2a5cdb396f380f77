/// Single steps of an iteration of the plane, where lanes do not pay: at its end, or to measure.
final class BasinStep {
  private let points: PointEvaluator

  private static let mostFurther = 60

  /// Steps from the two equations and, row by row, their Jacobian.
  init(_ program: Program) {
    points = PointEvaluator(program)
  }

  /// The point after Newton's steps that still shorten.
  func settled(_ start: PlanePoint) -> PlanePoint {
    var p = start
    var last = Double.infinity
    for _ in 0..<Self.mostFurther {
      points.evaluate(p.x, p.y)
      let move = newton
      let length = max(abs(move.x), abs(move.y))
      guard move.isFinite, length < last, length > 0 else { break }
      p = PlanePoint(x: p.x + move.x, y: p.y + move.y)
      last = length
    }
    return p
  }

  /// The minimum beside a point where Newton's steps lead.
  ///
  /// They must be short, shrink by half each time and stay where the function is convex. `known` gives
  /// the minimum to which a place is known to lead.
  func minimum(
    near start: PlanePoint, within reach: Double, _ known: (PlanePoint) -> PlanePoint?
  ) -> PlanePoint? {
    var p = start
    var last = reach
    for _ in 0..<30 {
      points.evaluate(p.x, p.y)
      let (a, b, d) = (points.result(2), points.result(3), points.result(5))
      guard a > 0, a * d > b * b else { return nil }
      let step = newton
      let length = max(abs(step.x), abs(step.y))
      if length <= 1e-12 * reach || length <= 4e-16 * max(abs(p.x), abs(p.y)) { return p }
      guard length <= last else { return nil }
      if let minimum = known(p) { return minimum }
      p = PlanePoint(x: p.x + step.x, y: p.y + step.y)
      last = length / 2
    }
    return nil
  }

  /// Whether a step of γ times the gradient ends on the other side of a minimum with the curvature of
  /// this point, no nearer to it: whether γ times the greater eigenvalue is 2 or more.
  func overshoots(from p: PlanePoint, _ factor: Double) -> Bool {
    points.evaluate(p.x, p.y)
    return factor * greatestCurvature(points.result(2), points.result(3), points.result(5)) >= 2
  }

  /// The size of the Hessian at a point: its largest sum of a row.
  func size(at p: PlanePoint) -> Double {
    points.evaluate(p.x, p.y)
    return size
  }

  private var newton: PlanePoint {
    let (f, g) = (points.result(0), points.result(1))
    let (a, b, c, d) = (points.result(2), points.result(3), points.result(4), points.result(5))
    let determinant = a * d - b * c
    return PlanePoint(x: (b * g - d * f) / determinant, y: (c * f - a * g) / determinant)
  }

  private var size: Double {
    max(
      abs(points.result(2)) + abs(points.result(3)), abs(points.result(4)) + abs(points.result(5)))
  }
}

/// The greater eigenvalue of the rows (a, b) and (b, d).
func greatestCurvature(_ a: Double, _ b: Double, _ d: Double) -> Double {
  let half = (a - d) / 2
  return (a + d) / 2 + (half * half + b * b).squareRoot()
}
