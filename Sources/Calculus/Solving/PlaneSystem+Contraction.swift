/// What an interval Newton step says about the roots in a box.
enum Contraction {
  /// There is none.
  case empty
  /// There is exactly one, and it lies in the smaller box.
  case unique(PlaneBox)
  /// All lie in the smaller box; `isRegular` says that there is at most one.
  case within(PlaneBox, isRegular: Bool)
}

/// The inverse of a Jacobian in the middle of a box, as plain numbers.
private struct Preconditioner {
  let (a, b, c, d): (Interval, Interval, Interval, Interval)

  init?(_ j: (Double, Double, Double, Double)) {
    let determinant = j.0 * j.3 - j.1 * j.2
    let inverse = (j.3 / determinant, -j.1 / determinant, -j.2 / determinant, j.0 / determinant)
    guard inverse.0.isFinite, inverse.1.isFinite, inverse.2.isFinite, inverse.3.isFinite else {
      return nil
    }
    (a, b) = (Interval(inverse.0), Interval(inverse.1))
    (c, d) = (Interval(inverse.2), Interval(inverse.3))
  }

  /// The inverse times the Jacobian on a box.
  func times(
    _ j: (Interval, Interval, Interval, Interval)
  ) -> (Interval, Interval, Interval, Interval) {
    (a * j.0 + b * j.2, a * j.1 + b * j.3, c * j.0 + d * j.2, c * j.1 + d * j.3)
  }
}

extension PlaneSystem {
  /// One sweep of the interval Newton method of Hansen and Sengupta (1981) on a smooth box.
  ///
  /// With Y the inverse of the middle Jacobian, every root x in X solves Y·J(X)(x − m) = −Y·F(m), so
  /// x₁ lies in m₁ − (b₁ + M₁₂(X₂ − m₂))/M₁₁, and so on; a result strictly inside X proves that there
  /// is exactly one root (Neumaier 1990, theorem 5.1.7).
  func contraction(of box: PlaneBox, _ enclosure: Enclosure) -> Contraction {
    let m = box.middle
    let value = residual(at: m)
    let (mx, my) = (Interval(m.x), Interval(m.y))
    let (dx, dy) = (box.x - mx, box.y - my)
    let j = enclosure.slopes
    if !(value.first + j.0 * dx + j.1 * dy).contains(0)
      || !(value.second + j.2 * dx + j.3 * dy).contains(0)
    {
      return .empty
    }
    guard let y = Preconditioner((j.0.middle, j.1.middle, j.2.middle, j.3.middle)) else {
      return .within(box, isRegular: false)
    }
    let matrix = y.times(j)
    let right = (
      y.a * value.first + y.b * value.second, y.c * value.first + y.d * value.second
    )
    var result = box
    var isStrict = true
    if matrix.0.contains(0) {
      isStrict = false
    } else {
      let next = mx - (right.0 + matrix.1 * dy) / matrix.0
      guard let (part, isInside) = Self.meet(box.x, next) else { return .empty }
      result.x = part
      isStrict = isInside
    }
    if matrix.3.contains(0) {
      isStrict = false
    } else {
      let next = my - (right.1 + matrix.2 * (result.x - mx)) / matrix.3
      guard let (part, isInside) = Self.meet(box.y, next) else { return .empty }
      result.y = part
      isStrict = isStrict && isInside
    }
    return isStrict
      ? .unique(result) : .within(result, isRegular: Self.isDominant(matrix))
  }

  /// The common part of a side and its enclosure, and whether the enclosure lies strictly inside.
  private static func meet(_ side: Interval, _ next: Interval) -> (Interval, Bool)? {
    let isInside = next.lower > side.lower && next.upper < side.upper
    let part = Interval(max(side.lower, next.lower), min(side.upper, next.upper))
    return part.isEmpty ? nil : (part, isInside)
  }

  /// Whether each row's own entry outweighs the other: then every matrix in it is regular.
  private static func isDominant(_ m: (Interval, Interval, Interval, Interval)) -> Bool {
    m.0.lower > max(abs(m.1.lower), abs(m.1.upper))
      && m.3.lower > max(abs(m.2.lower), abs(m.2.upper))
  }

  /// Whether F takes no value twice on the box, proved with the inverse Jacobian at a point of it.
  func isInjective(on box: PlaneBox, near p: PlanePoint) -> Bool {
    let part = enclosure(on: box)
    guard part.isSmooth, let y = Preconditioner(jet(p).slopes) else { return false }
    return Self.isDominant(y.times(part.slopes))
  }

  /// A box with exactly one root, proved, around a point that is nearly one.
  func certificate(around p: PlanePoint, _ rx: Double, _ ry: Double) -> PlaneBox? {
    let box = PlaneBox(around: p, rx, ry)
    let part = enclosure(on: box)
    guard part.isSmooth, case .unique = contraction(of: box, part) else { return nil }
    return box
  }

  /// The root that Newton's method reaches from a point, to full double precision.
  func newtonPoint(from start: PlanePoint) -> PlanePoint? {
    var p = start
    var last = Double.infinity
    for _ in 0..<40 {
      guard let step = jet(p).newtonStep else { return nil }
      let size = max(abs(step.x), abs(step.y))
      let scale = max(abs(p.x), abs(p.y))
      let isSmall = size <= 1e-9 * max(scale, 1e-9)
      if isSmall && size >= 0.5 * last { return p }
      p = PlanePoint(x: p.x - step.x, y: p.y - step.y)
      guard p.isFinite else { return nil }
      if size <= 2e-16 * scale || size == 0 { return p }
      last = size
    }
    return last <= 1e-9 * max(abs(p.x), abs(p.y), 1e-9) ? p : nil
  }

  /// The zero or least residual that damped least-squares steps reach (Levenberg, Marquardt).
  ///
  /// Works where the Jacobian is singular, with linear convergence.
  func leastSquaresPoint(from start: PlanePoint, steps: Int = 200) -> PlanePoint? {
    var p = start
    var damping = 1e-3
    var here = jet(p)
    var square = here.first * here.first + here.second * here.second
    for _ in 0..<steps where square > 0 {
      let (a, b, c, d) = here.slopes
      let (xx, xy, yy) = (a * a + c * c, a * b + c * d, b * b + d * d)
      let ridge = damping * max(xx, yy) + 1e-300
      let (gx, gy) = (a * here.first + c * here.second, b * here.first + d * here.second)
      let determinant = (xx + ridge) * (yy + ridge) - xy * xy
      let next = PlanePoint(
        x: p.x - ((yy + ridge) * gx - xy * gy) / determinant,
        y: p.y - ((xx + ridge) * gy - xy * gx) / determinant)
      guard next.isFinite else { return square.isFinite ? p : nil }
      let there = jet(next)
      let reduced = there.first * there.first + there.second * there.second
      if reduced < square {
        (p, here, square) = (next, there, reduced)
        damping = max(damping / 10, 1e-15)
      } else {
        damping *= 10
        if damping > 1e8 { break }
      }
    }
    return square.isFinite ? p : nil
  }
}
