import Calculus
import Geometry

/// The directions of a vector field (P, Q) in a window, measured in pixels.
///
/// Places are pixels from the window's least corner, ordinate upwards. A streamline that follows
/// directions of length one is parametrised by its length, so neither slow nor fast places matter.
final class DirectionField {
  private let values: PointEvaluator
  private let enclosures: IntervalEvaluator
  private let window: Box
  private let pixel: Point
  /// The width of a pixel by its height: a stretched picture turns directions.
  private let stretch: Double
  private let cost: Int
  /// The operations that may still be spent.
  private(set) var budget: Int

  /// The extent of the window in pixels.
  let extent: Point

  /// The field of two expressions in two variables, with so many operations to spend.
  init(_ p: Expression, _ q: Expression, window: Box, pixel: Point, budget: Int) {
    let program = Program([p, q])
    values = PointEvaluator(program)
    enclosures = IntervalEvaluator(program)
    cost = p.operationCount + q.operationCount + 8
    self.window = window
    self.pixel = pixel
    self.budget = budget
    stretch = pixel.x / pixel.y
    extent = Point(window.width / pixel.x, window.height / pixel.y)
  }

  var isExhausted: Bool { budget <= 0 }

  func data(_ p: Point) -> Point {
    Point(window.minX + p.x * pixel.x, window.minY + p.y * pixel.y)
  }

  func pixels(_ p: Point) -> Point {
    Point((p.x - window.minX) / pixel.x, (p.y - window.minY) / pixel.y)
  }

  /// Whether a place lies in the window or on its edge.
  func contains(_ p: Point) -> Bool {
    p.x >= 0 && p.y >= 0 && p.x <= extent.x && p.y <= extent.y
  }

  /// The direction of the field at a place, or `nil` where it has none.
  func direction(_ p: Point) -> Point? {
    budget -= cost
    values.evaluate(window.minX + p.x * pixel.x, window.minY + p.y * pixel.y)
    let (u, v) = (values.result(0), values.result(1) * stretch)
    let square = u * u + v * v
    if square > 1e-280 && square < 1e280 {
      let length = square.squareRoot()
      return Point(u / length, v / length)
    }
    return Point(u, v).direction
  }

  /// The length of (P, Q) at a place, in the units of the data.
  func speed(_ p: Point) -> Double {
    budget -= cost
    let place = data(p)
    values.evaluate(place.x, place.y)
    return Point(values.result(0), values.result(1)).length
  }

  /// The direction on the picture of a vector in the units of the data.
  func pictured(_ vector: Point) -> Point? { Point(vector.x, vector.y * stretch).direction }

  /// Whether the field is proved to be continuous and other than zero on a box of places.
  func isRegular(on box: Box) -> Bool {
    let (p, q) = enclosure(on: box)
    return Self.isBounded(p) && Self.isBounded(q) && !(p.contains(0) && q.contains(0))
  }

  /// Whether the field is proved to be continuous in the whole window.
  var isContinuous: Bool {
    let (p, q) = enclosure(on: Box(minX: 0, minY: 0, maxX: extent.x, maxY: extent.y))
    return Self.isBounded(p) && Self.isBounded(q)
  }

  private func enclosure(on box: Box) -> (Interval, Interval) {
    budget -= 3 * cost
    enclosures.evaluate(
      Interval(window.minX + box.minX * pixel.x, window.minX + box.maxX * pixel.x),
      Interval(window.minY + box.minY * pixel.y, window.minY + box.maxY * pixel.y))
    return (enclosures.result(0), enclosures.result(1))
  }

  private static func isBounded(_ values: Interval) -> Bool {
    values.isContinuous && values.lower > -.infinity && values.upper < .infinity
  }
}
