import Geometry

/// An arrow: a shaft and a kite with a notch, whose shaft ends inside the head.
struct ArrowShape: Hashable, Sendable {
  /// Where it begins and ends.
  let tail: Point, tip: Point
  /// The width of the shaft.
  let width: Double
  /// The length of the head.
  let head: Double

  /// The arrow of a field: all heads have one size, 12.5 for a shaft of 2.2.
  static func ofField(from tail: Point, to tip: Point, width: Double) -> ArrowShape? {
    ArrowShape(tail: tail, tip: tip, width: width, head: 12.5 * width / 2.2)
  }

  /// A lone vector: its head grows with its shaft.
  static func alone(from tail: Point, to tip: Point, width: Double) -> ArrowShape? {
    ArrowShape(tail: tail, tip: tip, width: width, head: min(max(7 + 3.6 * width, 12.5), 25))
  }

  /// The arrow whose head is `head` long, or 0.62 of the arrow where that is less; `nil` for an
  /// arrow too short to have a direction.
  init?(tail: Point, tip: Point, width: Double, head: Double) {
    let length = tail.distance(to: tip)
    guard length > 0.5, length.isFinite else { return nil }
    self.tail = tail
    self.tip = tip
    self.width = width
    self.head = min(head, 0.62 * length)
  }

  /// The shaft and the head in one colour.
  func items(_ colour: Colour, dash: [Double] = []) -> [PageItem] {
    guard let along = (tip - tail).direction else { return [] }
    let across = along.perpendicular
    let end = tip - along * (0.74 * head)
    let base = tip - along * head
    let notch = tip - along * (0.78 * head)
    let kite = [tip, base + across * (0.4 * head), notch, base - across * (0.4 * head)]
    return [
      .stroke(Path(line: tail, end), colour, LineStyle(width: width, dash: dash)),
      .fill(Path(polygon: kite), colour),
    ]
  }
}
