/// One step of an iteration of the plane, with all that it needs compiled.
final class BasinStep {
  /// How the next point is found.
  private let rule: Basins.Rule
  /// The factor of the gradient; one over the size of the Hessian where it is not given.
  private let factor: Double?
  /// The least size of the Hessian that a step is measured by: where it is flat, steps would fly off.
  private let leastSize: Double
  private let points: PointEvaluator

  /// Steps from the two equations and, row by row, their Jacobian.
  init(_ program: Program, _ rule: Basins.Rule, factor: Double?, leastSize: Double) {
    self.leastSize = max(leastSize, 1e-300)
    self.rule = rule
    self.factor = factor
    points = PointEvaluator(program)
  }

  /// The step at a point; coordinates that are not finite mean that there is none.
  func callAsFunction(_ p: PlanePoint) -> PlanePoint {
    points.evaluate(p.x, p.y)
    switch rule {
    case .newton: return newton
    case .gradient: return downhill
    case .hybrid:
      // Newton's step unless it points uphill or is longer than 2: the rule of the course.
      let step = newton
      let rise = step.x * points.result(0) + step.y * points.result(1)
      let isShort = step.x * step.x + step.y * step.y <= 4
      return rise < 0 && isShort ? step : downhill
    }
  }

  private var newton: PlanePoint {
    let (f, g) = (points.result(0), points.result(1))
    let (a, b, c, d) = (points.result(2), points.result(3), points.result(4), points.result(5))
    let determinant = a * d - b * c
    return PlanePoint(x: (b * g - d * f) / determinant, y: (c * f - a * g) / determinant)
  }

  /// The size of the Hessian: its largest sum of a row.
  private var size: Double {
    max(
      abs(points.result(2)) + abs(points.result(3)), abs(points.result(4)) + abs(points.result(5)))
  }

  /// The size of the Hessian at a point.
  func size(at p: PlanePoint) -> Double {
    points.evaluate(p.x, p.y)
    return size
  }

  private var downhill: PlanePoint {
    let step = factor ?? 1 / max(size, leastSize)
    return PlanePoint(x: -step * points.result(0), y: -step * points.result(1))
  }

  /// The minimum beside a point where Newton's steps lead, if they are short, shrink by half each time
  /// and stay where the function is convex.
  func minimum(near start: PlanePoint, within reach: Double) -> PlanePoint? {
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
      p = PlanePoint(x: p.x + step.x, y: p.y + step.y)
      last = length / 2
    }
    return nil
  }
}
