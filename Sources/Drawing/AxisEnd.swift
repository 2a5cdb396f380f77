import Geometry
import Typesetting

/// The end of an abscissa, where it is said once what its numbers have in common.
struct AxisEnd {
  /// The right end of the axis.
  let line: Point
  /// The numbers under it.
  let numbers: [Box]
  /// Its name, where it has one: right of the end, or under the numbers.
  let name: Box?
  /// How far text may reach to the right and down.
  let right: Double, bottom: Double

  /// What lies between a number and the text in one line: less reads as one number.
  private static let gap = 26.0

  /// Where a text stands: after the name, in a line under the numbers, or after the last number,
  /// where as many numbers as need be are left out for it.
  func place(of text: TextBox) -> (origin: Point, leavesOut: Int) {
    let isNameUnder = name.map { $0.minX < line.x } ?? false
    if !isNameUnder {
      let left = name.map { $0.width > 0 ? $0.maxX + 12 : $0.minX } ?? line.x + 14
      let middle = line.y + (text.height - text.depth) / 2
      if left + text.width <= right { return (Point(left, middle), 0) }
    }
    let lower = (numbers.map(\.maxY).max() ?? line.y + 8) + 9 + text.height
    if let name, isNameUnder {
      let place = Point(name.minX - 18 - text.width, max(lower, name.maxY))
      if place.x > 4, place.y + text.depth <= bottom { return (place, 0) }
    } else if lower + text.depth <= bottom {
      return (Point(line.x - text.width, lower), 0)
    }
    let baseline = numbers.map(\.maxY).max() ?? line.y + 8 + text.height
    let left = max(min((numbers.last?.maxX ?? line.x) + Self.gap, right - text.width), 4)
    return (Point(left, baseline), numbers.count { $0.maxX + Self.gap > left + 0.01 })
  }
}
