/// A point of the plane, or the vector from the origin to it.
public struct Point: Hashable, Sendable, Codable {
  /// The horizontal coordinate.
  public var x: Double
  /// The vertical coordinate: upwards in data, downwards on a page.
  public var y: Double

  /// The point at `x`, `y`.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Point(0, 0)

  /// Whether both coordinates are finite.
  public var isFinite: Bool { x.isFinite && y.isFinite }

  /// The Euclidean length of the vector.
  public var length: Double {
    let square = x * x + y * y
    if square > 1e-290 && square < 1e290 { return square.squareRoot() }
    // The squares would leave the range of doubles: measured in units of the greater coordinate.
    let size = Swift.max(Swift.abs(x), Swift.abs(y))
    guard size > 0, size.isFinite else { return size.isNaN || x.isNaN || y.isNaN ? .nan : size }
    return size * ((x / size) * (x / size) + (y / size) * (y / size)).squareRoot()
  }

  /// The vector of length one with the same direction, or `nil` for the null vector.
  public var direction: Point? {
    let length = length
    return length > 0 && length.isFinite ? Point(x / length, y / length) : nil
  }

  /// The vector turned by a quarter, from x towards y.
  public var perpendicular: Point { Point(-y, x) }

  /// The scalar product with `other`.
  public func dot(_ other: Point) -> Double { x * other.x + y * other.y }

  /// The third component of the cross product: positive where `other` lies to the left.
  public func cross(_ other: Point) -> Double { x * other.y - y * other.x }

  /// The Euclidean distance to `other`.
  public func distance(to other: Point) -> Double { (self - other).length }

  /// The point that divides the way to `other` at `t`: 0 is here, 1 is there.
  public func interpolated(to other: Point, at t: Double) -> Point {
    Point(x + (other.x - x) * t, y + (other.y - y) * t)
  }
}

extension Point {
  /// The sum of two vectors.
  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  /// The vector from `b` to `a`.
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  /// The opposite vector.
  public static prefix func - (a: Point) -> Point { Point(-a.x, -a.y) }
  /// The vector scaled by a number.
  public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }
  /// The vector scaled by a number.
  public static func * (k: Double, a: Point) -> Point { Point(a.x * k, a.y * k) }
  /// The vector divided by a number.
  public static func / (a: Point, k: Double) -> Point { Point(a.x / k, a.y / k) }
}
