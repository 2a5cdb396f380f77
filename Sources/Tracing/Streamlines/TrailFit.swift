import Geometry

/// Fits a chain of cubics to a streamline: few of them, each tested against the dense output.
///
/// As `CubicFit` does it for level curves: from its start a piece is made as long as the tolerance
/// allows; both ends lie on the line with the direction of the field, and Gauss–Newton finds the
/// lengths of the handles. Points of a piece and of the line are compared both ways before it is
/// accepted. Nothing else is emitted, except lines shorter than the tolerance.
struct TrailFit {
  private let trail: Trail
  private let field: DirectionField
  private let tolerance: Double

  private static let checks = 16
  /// What the checked points may use up of the tolerance: between two of them it is a little more.
  private static let share = 0.92
  private static let longestPiece = 600.0

  init(_ trail: Trail, field: DirectionField, tolerance: Double) {
    self.trail = trail
    self.field = field
    self.tolerance = tolerance * Self.share
  }

  /// The cubics from the start of the trail to its end, in pixels.
  func cubics() -> [CubicCurve] {
    guard trail.length > 0, trail.length.isFinite else { return [] }
    var cubics: [CubicCurve] = []
    var start = trail.from
    var reach = min(trail.length, 60)
    while start < trail.to {
      let (cubic, end) = longest(from: start, guess: reach)
      cubics.append(cubic)
      reach = end - start
      if end <= start { break }
      start = end
    }
    if trail.isClosed, let first = cubics.first { cubics[cubics.count - 1].p3 = first.p0 }
    return cubics
  }

  /// The longest piece from a length of the trail, to a tenth, and the length where it ends.
  private func longest(from start: Double, guess: Double) -> (CubicCurve, Double) {
    let rest = min(trail.to - start, Self.longestPiece)
    var good: (cubic: CubicCurve, reach: Double)?
    var bad = Double.infinity
    var reach = min(guess, rest)
    while true {
      if let cubic = piece(from: start, to: start + reach) {
        good = (cubic, reach)
        if reach >= rest { break }
      } else {
        bad = reach
      }
      if let good, bad < 1.1 * good.reach { break }
      if bad.isFinite {
        reach = good.map { ($0.reach + bad) / 2 } ?? bad / 2
        if reach < tolerance / 4 {
          let end = min(start + max(reach, 1e-3), trail.to)
          return (CubicCurve(line: trail.point(start), trail.point(end)), end)
        }
      } else {
        reach = min(2 * reach, rest)
      }
    }
    guard let good else {
      return (CubicCurve(line: trail.point(start), trail.point(trail.to)), trail.to)
    }
    let end = good.reach >= rest && rest >= trail.to - start ? trail.to : start + good.reach
    return (good.cubic, end)
  }

  /// The cubic between two lengths, or `nil` when it does not hold the tolerance.
  private func piece(from start: Double, to end: Double) -> CubicCurve? {
    let (a, b) = (trail.point(start), trail.point(end))
    guard let u = direction(a, at: start, towards: end),
      let v = direction(b, at: end, towards: start)
    else { return nil }
    let curve = fitted((a, u), (b, v), start, end)
    return holds(curve, start, end) ? curve : nil
  }

  /// The cubic with the best lengths of the handles: Gauss–Newton on the distances of six points.
  private func fitted(
    _ a: (place: Point, along: Point), _ b: (place: Point, along: Point), _ start: Double,
    _ end: Double
  ) -> CubicCurve {
    let length = end - start
    var handles = (length / 3, length / 3)
    func cubic() -> CubicCurve {
      CubicCurve(
        a.place, a.place + a.along * handles.0, b.place - b.along * handles.1, b.place)
    }
    for _ in 0..<4 {
      let curve = cubic()
      var (aa, ab, bb, ar, br) = (0.0, 0.0, 0.0, 0.0, 0.0)
      var worst = 0.0
      for step in 1...6 {
        let t = Double(step) / 7
        let s = 1 - t
        let p = curve.point(at: t)
        let (place, normal) = foot(of: p, near: start + length * t, start, end)
        let distance = (p - place).dot(normal)
        let u = 3 * s * s * t * normal.dot(a.along)
        let v = -3 * s * t * t * normal.dot(b.along)
        aa += u * u
        ab += u * v
        bb += v * v
        ar += u * distance
        br += v * distance
        worst = max(worst, abs(distance))
      }
      if worst < tolerance / 100 { break }
      // A straight piece has normals across its tangents: its handles may stay as they are.
      let ridge = 1e-9
      let determinant = (aa + ridge) * (bb + ridge) - ab * ab
      let da = (ar * (bb + ridge) - br * ab) / determinant
      let db = (br * (aa + ridge) - ar * ab) / determinant
      guard da.isFinite, db.isFinite else { break }
      handles.0 = min(max(handles.0 - da, length * 0.05), length * 1.2)
      handles.1 = min(max(handles.1 - db, length * 0.05), length * 1.2)
      if abs(da) + abs(db) < length * 1e-4 { break }
    }
    return cubic()
  }

  /// The field's direction, or that of a short chord where the line ends because there is none.
  private func direction(_ p: Point, at s: Double, towards other: Double) -> Point? {
    if let direction = field.direction(p), (trail.ends.before != .singularity || s != trail.from),
      (trail.ends.after != .singularity || s != trail.to)
    {
      return direction
    }
    let near = trail.point(s + (other > s ? 1 : -1) * min(abs(other - s), 0.01))
    return (other > s ? near - p : p - near).direction
  }

  /// The place of the trail that is nearest to a point, and the normal there.
  private func foot(
    of p: Point, near guess: Double, _ start: Double, _ end: Double
  ) -> (place: Point, normal: Point) {
    var s = guess
    var (place, along) = trail.sample(s)
    for _ in 0..<3 {
      let change = (p - place).dot(along)
      if abs(change) < 0.02 { break }
      s = min(max(s + change, start), end)
      (place, along) = trail.sample(s)
    }
    return (place, along.perpendicular)
  }

  /// Whether all points looked at are within the tolerance, in both directions.
  private func holds(_ cubic: CubicCurve, _ start: Double, _ end: Double) -> Bool {
    let length = end - start
    let count = max(Self.checks, Int(length / 5))
    for step in 1..<count {
      let t = Double(step) / Double(count)
      let q = cubic.point(at: t)
      // The distance itself: a foot that Newton's method did not reach is no excuse.
      if q.distance(to: foot(of: q, near: start + length * t, start, end).place) > tolerance {
        return false
      }
      let p = trail.point(start + length * t)
      if distance(of: p, from: cubic, near: t) > tolerance { return false }
    }
    return true
  }

  /// The distance of a point from a cubic near a parameter, by Newton steps.
  private func distance(of p: Point, from cubic: CubicCurve, near guess: Double) -> Double {
    var t = guess
    for _ in 0..<3 {
      let offset = cubic.point(at: t) - p
      if offset.dot(offset) < tolerance * tolerance { return 0 }
      let slope = cubic.derivative(at: t)
      let speed = slope.dot(slope)
      guard speed > 0 else { break }
      t = min(max(t - offset.dot(slope) / speed, 0), 1)
    }
    return cubic.point(at: t).distance(to: p)
  }
}
