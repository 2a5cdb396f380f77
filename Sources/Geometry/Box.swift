/// An axis-parallel rectangle, its edges included.
public struct Box: Hashable, Sendable, Codable {
  /// The least abscissa.
  public var minX: Double
  /// The least ordinate.
  public var minY: Double
  /// The greatest abscissa.
  public var maxX: Double
  /// The greatest ordinate.
  public var maxY: Double

  /// The box from `minX`, `minY` to `maxX`, `maxY`.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box with a corner at `x`, `y` and the given extent.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// The least box that contains all `points`, or `nil` for none.
  public init?(containing points: some Sequence<Point>) {
    var box: Box?
    for point in points {
      box =
        box?.union(Box(x: point.x, y: point.y, width: 0, height: 0))
        ?? Box(x: point.x, y: point.y, width: 0, height: 0)
    }
    guard let box else { return nil }
    self = box
  }

  /// The horizontal extent.
  public var width: Double { maxX - minX }
  /// The vertical extent.
  public var height: Double { maxY - minY }
  /// The middle of the box.
  public var centre: Point { Point((minX + maxX) / 2, (minY + maxY) / 2) }
  /// The four corners, counter-clockwise in data coordinates from the least.
  public var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }

  /// Whether `point` lies in the box or on its edge.
  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether all of `other` lies in the box.
  public func contains(_ other: Box) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  /// Whether the two boxes share a point.
  public func intersects(_ other: Box) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// The least box that contains both.
  public func union(_ other: Box) -> Box {
    Box(
      minX: Swift.min(minX, other.minX), minY: Swift.min(minY, other.minY),
      maxX: Swift.max(maxX, other.maxX), maxY: Swift.max(maxY, other.maxY))
  }

  /// The box grown by `margin` on each side (shrunk for a negative one).
  public func grown(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The box moved by `offset`.
  public func moved(by offset: Point) -> Box {
    Box(
      minX: minX + offset.x, minY: minY + offset.y, maxX: maxX + offset.x, maxY: maxY + offset.y)
  }
}
