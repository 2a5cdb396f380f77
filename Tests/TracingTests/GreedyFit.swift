import Calculus
import Geometry
import Tracing

/// A slow fit to compare with: from the start of a curve the longest cubic that holds the tolerance.
///
/// It shares no code with the fit of the library. Its points come from the drawn curve, moved onto
/// the true one; ends keep the curve's direction; the two handles are found by Gauss–Newton from
/// several starts; every end is tried, until a stretch of them fails.
struct GreedyFit {
  /// Points of the true curve in pixels with their directions.
  private var points: [(at: Point, along: Point, length: Double)] = []
  private let program: PointEvaluator
  private let level: Double
  private let pixel: Point
  private let tolerance: Double

  init(_ curve: LevelCurve, _ f: Expression, pixel: Point, tolerance: Double) {
    program = PointEvaluator(Program([f] + f.gradient))
    (level, self.pixel, self.tolerance) = (curve.level, pixel, tolerance)
    var length = 0.0
    for cubic in curve.cubics {
      let size = Point(
        (cubic.p3.x - cubic.p0.x) / pixel.x, (cubic.p3.y - cubic.p0.y) / pixel.y
      ).length
      let count = max(8, min(40, Int(size / 6)))
      for step in 0..<count {
        let p = cubic.point(at: Double(step) / Double(count))
        let foot = foot(of: Point(p.x / pixel.x, p.y / pixel.y))
        let speed = cubic.derivative(at: Double(step) / Double(count))
        let way = Point(speed.x / pixel.x, speed.y / pixel.y)
        let gradient = jet(foot).1
        let normal = Point(gradient.y, -gradient.x)
        let along = (normal.dot(way) < 0 ? -normal : normal) / normal.length
        if let last = points.last { length += last.at.distance(to: foot) }
        points.append((foot, along, length))
      }
    }
  }

  private func jet(_ p: Point) -> (Double, Point) {
    let values = program.values(at: [p.x * pixel.x, p.y * pixel.y])
    return (values[0] - level, Point(values[1] * pixel.x, values[2] * pixel.y))
  }

  private func foot(of p: Point) -> Point {
    var q = p
    for _ in 0..<3 {
      let (value, gradient) = jet(q)
      q = q - gradient * (value / gradient.dot(gradient))
    }
    return q
  }

  /// The number of pieces.
  func count() -> Int {
    var pieces = 0
    var start = 0
    while start < points.count - 1 {
      var best = start + 1
      var failures = 0
      var end = start + 2
      while end < points.count && failures < 12 {
        if holds(start, end) {
          best = end
          failures = 0
        } else {
          failures += 1
        }
        end += 1
      }
      pieces += 1
      start = best
    }
    return pieces
  }

  private func holds(_ start: Int, _ end: Int) -> Bool {
    let (a, b) = (points[start], points[end])
    let length = b.length - a.length
    for share in [1.0 / 3, 0.45, 0.25] {
      guard let cubic = fitted(a.at, a.along, b.at, b.along, length, share) else { continue }
      if isClose(cubic, start, end) { return true }
    }
    return false
  }

  private func fitted(
    _ a: Point, _ u: Point, _ b: Point, _ v: Point, _ length: Double, _ share: Double
  ) -> CubicCurve? {
    var (p, q) = (share * length, share * length)
    for _ in 0..<8 {
      let cubic = CubicCurve(a, a + p * u, b - q * v, b)
      var (pp, pq, qq, pr, qr) = (1e-9, 0.0, 1e-9, 0.0, 0.0)
      for step in 1..<12 {
        let t = Double(step) / 12
        let (value, gradient) = jet(cubic.point(at: t))
        let slope = gradient.length
        guard slope > 0, value.isFinite else { return nil }
        let normal = gradient / slope
        let byP = 3 * (1 - t) * (1 - t) * t * normal.dot(u)
        let byQ = -3 * (1 - t) * t * t * normal.dot(v)
        pp += byP * byP
        pq += byP * byQ
        qq += byQ * byQ
        pr += byP * value / slope
        qr += byQ * value / slope
      }
      let determinant = pp * qq - pq * pq
      p = min(max(p - (pr * qq - qr * pq) / determinant, 0.02 * length), 2 * length)
      q = min(max(q - (qr * pp - pr * pq) / determinant, 0.02 * length), 2 * length)
      guard p.isFinite && q.isFinite else { return nil }
    }
    return CubicCurve(a, a + p * u, b - q * v, b)
  }

  private func isClose(_ cubic: CubicCurve, _ start: Int, _ end: Int) -> Bool {
    var drawn: [Point] = []
    for step in 0...40 {
      let p = cubic.point(at: Double(step) / 40)
      if p.distance(to: foot(of: p)) > tolerance { return false }
      drawn.append(p)
    }
    for index in start...end {
      let p = points[index].at
      var nearest = Double.infinity
      for (a, b) in zip(drawn, drawn.dropFirst()) {
        let way = b - a
        let size = way.dot(way)
        let t = size > 0 ? min(max((p - a).dot(way) / size, 0), 1) : 0
        nearest = min(nearest, p.distance(to: a + t * way))
      }
      // The polygon lies inside the curve by a little.
      if nearest > 1.2 * tolerance { return false }
    }
    return true
  }
}
