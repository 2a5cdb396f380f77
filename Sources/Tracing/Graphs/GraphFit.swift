import Geometry

/// Fits a chain of cubics to a run of a graph: few of them, each tested.
///
/// From its start a piece is made as long as the tolerance allows (greedy). Both ends lie on the graph
/// with its exact slope, so pieces join smoothly; the lengths of the handles are found by Gauss–Newton
/// on the distance of points of the cubic from the graph. A piece is accepted when points along it are
/// within the tolerance of the graph (two Newton steps each) and the knots within the tolerance of the
/// piece. Between two neighbouring knots the graph is known to keep to its chord, so where no cubic
/// holds, the chord does.
struct GraphFit {
  private let function: SlopedFunction
  private let view: GraphView
  private let knots: [Knot]
  private let tolerance: Double

  /// A knot in pixels.
  private struct Knot {
    let point: Point
    let tangent: Point
    var length = 0.0
  }

  /// No piece turns by more than this (radians).
  private static let turnLimit = 2.0
  private static let checks = 16
  private static let share = 0.9

  init(_ function: SlopedFunction, _ view: GraphView, _ run: [GraphKnot]) {
    self.function = function
    self.view = view
    let tolerance = view.resolution.tolerance
    // What is left when written coordinates are rounded to 1/100 px.
    self.tolerance = Self.share * max(tolerance - 0.008, tolerance / 2)
    var knots: [Knot] = []
    for knot in run {
      var next = Knot(
        point: view.pixels(knot.x, knot.y), tangent: view.direction(knot.slope))
      if let last = knots.last {
        next.length = last.length + last.point.distance(to: next.point)
      }
      knots.append(next)
    }
    self.knots = knots
  }

  /// The cubics from the first knot to the last, in data coordinates.
  func cubics() -> [CubicCurve] {
    var cubics: [CubicCurve] = []
    var start = 0
    var reach = max(knots.count / 4, 1)
    while start < knots.count - 1 {
      let (cubic, end) = longest(from: start, guess: reach)
      cubics.append(
        CubicCurve(
          view.data(cubic.p0), view.data(cubic.p1), view.data(cubic.p2), view.data(cubic.p3)))
      reach = max(end - start, 1)
      start = end
    }
    return cubics
  }

  /// The longest piece from a knot that holds the tolerance, and the knot where it ends.
  private func longest(from start: Int, guess: Int) -> (CubicCurve, Int) {
    let last = knots.count - 1
    var good: (CubicCurve, Int)?
    var bad = last + 1
    var end = min(start + guess, last)
    while true {
      if let cubic = piece(from: start, to: end) {
        good = (cubic, end)
        if end == last || end + 1 >= bad { break }
        end = bad <= last ? (end + bad) / 2 : min(start + (end - start) * 2, last)
      } else {
        bad = end
        let floor = good?.1 ?? start
        if floor + 1 >= bad { break }
        end = good == nil ? start + max((end - start) / 2, 1) : (floor + bad) / 2
      }
    }
    return good ?? (CubicCurve(line: knots[start].point, knots[start + 1].point), start + 1)
  }

  // MARK: One piece

  /// The cubic between two knots, or `nil` when it does not hold the tolerance.
  private func piece(from start: Int, to end: Int) -> CubicCurve? {
    let (a, b) = (knots[start], knots[end])
    let length = b.length - a.length
    guard length > 1e-9 else { return CubicCurve(line: a.point, b.point) }
    var turn = 0.0
    for index in start..<end {
      turn += CurveSampler.angle(knots[index].tangent, knots[index + 1].tangent)
      if turn > Self.turnLimit { return nil }
    }
    let range = a.point.x...b.point.x
    guard let cubic = fitted(a, b, length, range), holds(cubic, start, end, length, range) else {
      return nil
    }
    return cubic
  }

  private func cubic(_ a: Knot, _ b: Knot, _ handles: (Double, Double)) -> CubicCurve {
    CubicCurve(
      a.point, a.point + handles.0 * a.tangent, b.point - handles.1 * b.tangent, b.point)
  }

  /// The best lengths of the handles: Gauss–Newton on the distances of seven points.
  private func fitted(
    _ a: Knot, _ b: Knot, _ length: Double, _ range: ClosedRange<Double>
  ) -> CubicCurve? {
    var handles = (length / 3, length / 3)
    for _ in 0..<4 {
      let cubic = cubic(a, b, handles)
      var (aa, ab, bb, ar, br) = (1e-9, 0.0, 1e-9, 0.0, 0.0)
      var worst = 0.0
      for step in 1...7 {
        let t = Double(step) / 8
        let s = 1 - t
        guard let (distance, normal) = offset(cubic.point(at: t), range) else { return nil }
        let u = 3 * s * s * t * normal.dot(a.tangent)
        let v = -3 * s * t * t * normal.dot(b.tangent)
        aa += u * u
        ab += u * v
        bb += v * v
        ar += u * distance
        br += v * distance
        worst = max(worst, abs(distance))
      }
      if worst < tolerance / 8 { break }
      let determinant = aa * bb - ab * ab
      let da = (ar * bb - br * ab) / determinant
      let db = (br * aa - ar * ab) / determinant
      guard da.isFinite && db.isFinite else { break }
      handles.0 = min(max(handles.0 - da, length * 0.05), length * 1.2)
      handles.1 = min(max(handles.1 - db, length * 0.05), length * 1.2)
      if abs(da) + abs(db) < length * 1e-4 { break }
    }
    return cubic(a, b, handles)
  }

  /// The signed distance of a place from the graph, to first order, and the normal of the graph.
  private func offset(_ p: Point, _ range: ClosedRange<Double>) -> (Double, Point)? {
    let column = min(max(p.x, range.lowerBound), range.upperBound)
    let x = view.data(Point(column, 0)).x
    var (value, slope) = function.jet(x)
    if !slope.isFinite { slope = view.slope(of: function, at: x) }
    let steepness = view.slope(slope)
    let height = (value - view.window.minY) / view.pixelHeight
    guard height.isFinite, steepness.isFinite else { return nil }
    let size = (1 + steepness * steepness).squareRoot()
    let normal = Point(-steepness / size, 1 / size)
    return ((p - Point(column, height)).dot(normal), normal)
  }

  /// Whether all points looked at are within the tolerance, in both directions.
  private func holds(
    _ cubic: CubicCurve, _ start: Int, _ end: Int, _ length: Double, _ range: ClosedRange<Double>
  ) -> Bool {
    for step in 1..<Self.checks {
      let p = cubic.point(at: Double(step) / Double(Self.checks))
      guard let (distance, normal) = offset(p, range), abs(distance) <= 2 * tolerance else {
        return false
      }
      if abs(distance) < tolerance / 8 { continue }
      let foot = p - distance * normal
      guard let (rest, again) = offset(foot, range) else { return false }
      if p.distance(to: foot - rest * again) > tolerance { return false }
    }
    for index in (start + 1)..<max(end, start + 1) {
      let guess = (knots[index].length - knots[start].length) / length
      if distance(of: knots[index].point, from: cubic, near: guess) > tolerance { return false }
    }
    return true
  }

  /// The distance of a point from a cubic near a parameter, by three Newton steps.
  private func distance(of p: Point, from cubic: CubicCurve, near guess: Double) -> Double {
    var t = guess
    for _ in 0..<3 {
      let offset = cubic.point(at: t) - p
      let slope = cubic.derivative(at: t)
      let speed = slope.dot(slope)
      guard speed > 0 else { break }
      t = min(max(t - offset.dot(slope) / speed, 0), 1)
    }
    return cubic.point(at: t).distance(to: p)
  }
}
