/// Single steps of an iteration of the plane, where lanes do not pay: at its end, or to measure.
final class BasinStep {
  private let rule: Basins.Rule
  /// The factor of the gradient; one over the size of the Hessian where it is not given.
  private let factor: Double?
  /// The least size of the Hessian that a step is measured by: where it is flat, steps would fly off.
  private let leastSize: Double
  private let points: PointEvaluator

  private static let mostFurther = 60

  /// Steps from the two equations and, row by row, their Jacobian.
  init(_ program: Program, _ rule: Basins.Rule, factor: Double?, leastSize: Double) {
    self.rule = rule
    self.factor = factor
    self.leastSize = leastSize
    points = PointEvaluator(program)
  }

  /// The point after steps that still shorten.
  func settled(_ start: PlanePoint) -> PlanePoint {
    var p = start
    var last = Double.infinity
    for _ in 0..<Self.mostFurther {
      points.evaluate(p.x, p.y)
      let move = rule == .hybrid ? hybrid : newton
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

  /// Newton's step unless it points uphill or is longer than 2: the rule of the course.
  private var hybrid: PlanePoint {
    let step = newton
    let rise = step.x * points.result(0) + step.y * points.result(1)
    if rise < 0 && step.x * step.x + step.y * step.y <= 4 { return step }
    let factor = factor ?? 1 / max(size, leastSize)
    return PlanePoint(x: -factor * points.result(0), y: -factor * points.result(1))
  }

  private var size: Double {
    max(
      abs(points.result(2)) + abs(points.result(3)), abs(points.result(4)) + abs(points.result(5)))
  }
}
