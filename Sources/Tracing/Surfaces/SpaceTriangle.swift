import Geometry

/// A plane piece of a surface.
public struct SpaceTriangle: Hashable, Sendable {
  let a: SpacePoint, b: SpacePoint, c: SpacePoint

  init(_ a: SpacePoint, _ b: SpacePoint, _ c: SpacePoint) {
    self.a = a
    self.b = b
    self.c = c
  }

  /// The height over a place, or `nil` where the place is not under the triangle.
  ///
  /// The rim belongs to it, and a little more: what rounding may do to a place on the rim.
  func height(over place: Point) -> Double? {
    let u = b.floor - a.floor
    let v = c.floor - a.floor
    let w = place - a.floor
    let area = u.cross(v)
    guard area != 0 else { return nil }
    let s = w.cross(v) / area
    let t = u.cross(w) / area
    let slack = 1e-9
    guard s >= -slack, t >= -slack, s + t <= 1 + slack else { return nil }
    return a.z + s * (b.z - a.z) + t * (c.z - a.z)
  }
}
