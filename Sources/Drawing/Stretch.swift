import Geometry

/// The straight piece between two points: the middle line of a label, the shaft of an arrow.
struct Stretch: Hashable, Sendable {
  /// The ends.
  let start: Point, end: Point

  /// The piece from `start` to `end`.
  init(_ start: Point, _ end: Point) {
    self.start = start
    self.end = end
  }

  /// The least box around it.
  var box: Box {
    Box(
      minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
      maxY: max(start.y, end.y))
  }

  /// The distance to a point.
  func distance(to point: Point) -> Double {
    let along = end - start
    let square = along.dot(along)
    let t = square > 0 ? min(max((point - start).dot(along) / square, 0), 1) : 0
    return point.distance(to: start.interpolated(to: end, at: t))
  }

  /// The distance to another piece; zero where they cross.
  func distance(to other: Stretch) -> Double {
    let a = end - start
    let b = other.end - other.start
    let sides = (a.cross(other.start - start), a.cross(other.end - start))
    let others = (b.cross(start - other.start), b.cross(end - other.start))
    if sides.0 * sides.1 < 0, others.0 * others.1 < 0 { return 0 }
    return min(
      distance(to: other.start), distance(to: other.end), other.distance(to: start),
      other.distance(to: end))
  }

  /// The distance to a box; zero where it meets the box.
  func distance(to box: Box) -> Double {
    if box.contains(start) || box.contains(end) { return 0 }
    let corners = box.corners
    return (0..<4).map { distance(to: Stretch(corners[$0], corners[($0 + 1) % 4])) }.min() ?? 0
  }
}
