/// A cubic Bézier curve.
public struct CubicCurve: Hashable, Sendable, Codable {
  /// The start, the two handles and the end.
  public var p0: Point, p1: Point, p2: Point, p3: Point

  /// The curve with the given control points.
  public init(_ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point) {
    self.p0 = p0
    self.p1 = p1
    self.p2 = p2
    self.p3 = p3
  }

  /// The straight line from `start` to `end` as a cubic of constant speed.
  public init(line start: Point, _ end: Point) {
    self.init(
      start, start.interpolated(to: end, at: 1.0 / 3), start.interpolated(to: end, at: 2.0 / 3),
      end)
  }

  /// The point at the parameter `t`: 0 is the start, 1 is the end.
  public func point(at t: Double) -> Point {
    let s = 1 - t
    let a = s * s * s
    let b = 3 * s * s * t
    let c = 3 * s * t * t
    let d = t * t * t
    return Point(
      a * p0.x + b * p1.x + c * p2.x + d * p3.x, a * p0.y + b * p1.y + c * p2.y + d * p3.y)
  }

  /// The derivative with respect to the parameter at `t`.
  public func derivative(at t: Double) -> Point {
    let s = 1 - t
    return 3 * s * s * (p1 - p0) + 6 * s * t * (p2 - p1) + 3 * t * t * (p3 - p2)
  }

  /// The two parts before and after `t` (de Casteljau).
  public func split(at t: Double) -> (CubicCurve, CubicCurve) {
    let a = p0.interpolated(to: p1, at: t)
    let b = p1.interpolated(to: p2, at: t)
    let c = p2.interpolated(to: p3, at: t)
    let d = a.interpolated(to: b, at: t)
    let e = b.interpolated(to: c, at: t)
    let m = d.interpolated(to: e, at: t)
    return (CubicCurve(p0, a, d, m), CubicCurve(m, e, c, p3))
  }

  /// The part between the parameters `start` and `end`, 0 ≤ start < end ≤ 1.
  public func part(from start: Double, to end: Double) -> CubicCurve {
    let tail = start > 0 ? split(at: start).1 : self
    return end < 1 ? tail.split(at: (end - start) / (1 - start)).0 : tail
  }

  /// The image under an affine map.
  public func mapped(by map: AffineMap) -> CubicCurve {
    CubicCurve(map(p0), map(p1), map(p2), map(p3))
  }

  /// The same curve from its end to its start.
  public var reversed: CubicCurve { CubicCurve(p3, p2, p1, p0) }

  /// A box that contains the curve: that of its control points.
  public var hull: Box {
    Box(
      minX: min(p0.x, p1.x, p2.x, p3.x), minY: min(p0.y, p1.y, p2.y, p3.y),
      maxX: max(p0.x, p1.x, p2.x, p3.x), maxY: max(p0.y, p1.y, p2.y, p3.y))
  }

  /// The length of the polygon through `count` equal steps of the parameter.
  public func length(steps count: Int = 16) -> Double {
    var previous = p0
    var sum = 0.0
    for step in 1...max(count, 1) {
      let next = point(at: Double(step) / Double(max(count, 1)))
      sum += previous.distance(to: next)
      previous = next
    }
    return sum
  }
}
