/// A cubic Bézier curve in space.
public struct SpaceCubic: Hashable, Sendable, Codable {
  /// The start, the two handles and the end.
  public var p0: SpacePoint, p1: SpacePoint, p2: SpacePoint, p3: SpacePoint

  /// The curve with the given control points.
  public init(_ p0: SpacePoint, _ p1: SpacePoint, _ p2: SpacePoint, _ p3: SpacePoint) {
    self.p0 = p0
    self.p1 = p1
    self.p2 = p2
    self.p3 = p3
  }

  /// The straight line from `start` to `end` as a cubic of constant speed.
  public init(line start: SpacePoint, _ end: SpacePoint) {
    self.init(
      start, start.interpolated(to: end, at: 1.0 / 3), start.interpolated(to: end, at: 2.0 / 3),
      end)
  }

  /// A curve of the plane lifted to a height.
  public init(_ cubic: CubicCurve, at height: Double) {
    self.init(
      SpacePoint(over: cubic.p0, height), SpacePoint(over: cubic.p1, height),
      SpacePoint(over: cubic.p2, height), SpacePoint(over: cubic.p3, height))
  }

  /// A curve of the plane with heights for its four control points.
  public init(_ cubic: CubicCurve, heights: (Double, Double, Double, Double)) {
    self.init(
      SpacePoint(over: cubic.p0, heights.0), SpacePoint(over: cubic.p1, heights.1),
      SpacePoint(over: cubic.p2, heights.2), SpacePoint(over: cubic.p3, heights.3))
  }

  /// The point at the parameter `t`: 0 is the start, 1 is the end.
  public func point(at t: Double) -> SpacePoint {
    let s = 1 - t
    let a = s * s * s
    let b = 3 * s * s * t
    let c = 3 * s * t * t
    let d = t * t * t
    return SpacePoint(
      a * p0.x + b * p1.x + c * p2.x + d * p3.x, a * p0.y + b * p1.y + c * p2.y + d * p3.y,
      a * p0.z + b * p1.z + c * p2.z + d * p3.z)
  }

  /// Whether all control points are finite.
  public var isFinite: Bool { p0.isFinite && p1.isFinite && p2.isFinite && p3.isFinite }
}
