/// An affine map of the plane: (x, y) ↦ (xx·x + xy·y + dx, yx·x + yy·y + dy).
public struct AffineMap: Hashable, Sendable, Codable {
  /// The linear part, row by row, and the offset.
  public var xx: Double, xy: Double, yx: Double, yy: Double, dx: Double, dy: Double

  /// The map with the given coefficients.
  public init(
    xx: Double, xy: Double = 0, yx: Double = 0, yy: Double, dx: Double = 0, dy: Double = 0
  ) {
    self.xx = xx
    self.xy = xy
    self.yx = yx
    self.yy = yy
    self.dx = dx
    self.dy = dy
  }

  /// The map that leaves all points where they are.
  public static let identity = AffineMap(xx: 1, yy: 1)

  /// The map that takes `source` to `target` with the ordinate turned upside down.
  ///
  /// Data has its ordinate upwards, a page downwards. `source` must have an extent.
  public init(flipping source: Box, to target: Box) {
    let sx = target.width / source.width
    let sy = target.height / source.height
    self.init(
      xx: sx, yy: -sy, dx: target.minX - source.minX * sx, dy: target.maxY + source.minY * sy)
  }

  /// The rotation by `angle` (radians, from x towards y) about the origin, then a move to `origin`.
  public init(rotation angle: (cosine: Double, sine: Double), origin: Point) {
    self.init(
      xx: angle.cosine, xy: -angle.sine, yx: angle.sine, yy: angle.cosine, dx: origin.x,
      dy: origin.y)
  }

  /// The image of a point.
  public func callAsFunction(_ p: Point) -> Point {
    Point(xx * p.x + xy * p.y + dx, yx * p.x + yy * p.y + dy)
  }

  /// The image of a vector: the offset left out.
  public func vector(_ v: Point) -> Point { Point(xx * v.x + xy * v.y, yx * v.x + yy * v.y) }
}
