/// A point of space, or the vector from the origin to it.
public struct SpacePoint: Hashable, Sendable, Codable {
  /// The coordinates; z points upwards.
  public var x: Double, y: Double, z: Double

  /// The point at `x`, `y`, `z`.
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The point over `floor` at the height `z`.
  public init(over floor: Point, _ z: Double) { self.init(floor.x, floor.y, z) }

  /// The point of the plane below.
  public var floor: Point { Point(x, y) }

  /// Whether all coordinates are finite.
  public var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }

  /// The Euclidean length of the vector.
  public var length: Double { Point(Point(x, y).length, z).length }

  /// The vector of length one with the same direction, or `nil` for the null vector.
  public var direction: SpacePoint? {
    let length = length
    return length > 0 && length.isFinite ? self / length : nil
  }

  /// The scalar product with `other`.
  public func dot(_ other: SpacePoint) -> Double { x * other.x + y * other.y + z * other.z }

  /// The cross product: at right angles to both.
  public func cross(_ other: SpacePoint) -> SpacePoint {
    SpacePoint(
      y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }

  /// The point that divides the way to `other` at `t`: 0 is here, 1 is there.
  public func interpolated(to other: SpacePoint, at t: Double) -> SpacePoint {
    SpacePoint(x + (other.x - x) * t, y + (other.y - y) * t, z + (other.z - z) * t)
  }
}

extension SpacePoint {
  /// The sum of two vectors.
  public static func + (a: SpacePoint, b: SpacePoint) -> SpacePoint {
    SpacePoint(a.x + b.x, a.y + b.y, a.z + b.z)
  }
  /// The vector from `b` to `a`.
  public static func - (a: SpacePoint, b: SpacePoint) -> SpacePoint {
    SpacePoint(a.x - b.x, a.y - b.y, a.z - b.z)
  }
  /// The opposite vector.
  public static prefix func - (a: SpacePoint) -> SpacePoint { SpacePoint(-a.x, -a.y, -a.z) }
  /// The vector scaled by a number.
  public static func * (k: Double, a: SpacePoint) -> SpacePoint {
    SpacePoint(k * a.x, k * a.y, k * a.z)
  }
  /// The vector divided by a number.
  public static func / (a: SpacePoint, k: Double) -> SpacePoint {
    SpacePoint(a.x / k, a.y / k, a.z / k)
  }
}
