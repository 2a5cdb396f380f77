import Geometry
import Typesetting

/// The arrow between two panels side by side, with the name of the map over it.
struct MappingArrow {
  /// The panels that it joins.
  let from: Box, to: Box
  /// The axes of the second panel: the arrow ends before their numbers.
  let axes: [PageItem]
  /// The name of the map.
  let name: String
  /// The colours.
  let theme: Theme

  init(from: Box, to: Box, among axes: [PageItem], name: String, theme: Theme) {
    (self.from, self.to) = (from, to)
    self.axes = axes
    self.name = name
    self.theme = theme
  }

  private static let width = 3.2
  private static let gap = 26.0
  /// A shorter arrow would be all head.
  private static let shortest = 34.0
  private static let longest = 84.0

  /// The shaft, the head and the name, which is left out where it does not fit.
  func items(_ flow: TextFlow, size: Double) throws(TypesettingError) -> [PageItem] {
    let box = try flow.typesetter.set(name, size: size)
    // At the height of the lower panel's middle, so that the eye goes straight across.
    let y = min(max(from.centre.y, to.minY), to.maxY)
    let tail = from.maxX + Self.gap
    var end = to.minX - Self.gap / 2
    for case .text(let number, let origin, _, _) in axes
    where abs(origin.y - y) < number.height + 14 && origin.x < to.minX {
      end = min(end, origin.x - Self.gap / 2)
    }
    guard end - tail >= Self.shortest else { return [] }
    let slack = max(end - tail - Self.longest, 0)
    let (start, tip) = (tail + slack / 2, end - slack / 2)
    let shape = ArrowShape.alone(
      from: Point(start, y), to: Point(tip, y), width: Self.width)
    let arrow = shape?.items(theme.colour(.ink)) ?? []
    let middle = (start + tip) / 2 - box.width / 2
    guard box.width <= to.minX - from.maxX - Self.gap else { return arrow }
    return arrow + [.text(box, at: Point(middle, y - 16 - box.depth), theme.colour(.ink))]
  }
}
