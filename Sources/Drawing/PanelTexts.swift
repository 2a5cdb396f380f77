import Geometry
import Typesetting

/// A text that a figure put at a place of a panel.
struct PanelText {
  /// The number of its stage.
  let stage: Int
  /// What it covers.
  let bounds: Box
  /// The text on the page.
  let item: PageItem
}

/// Sets the texts that a figure puts into a panel itself.
struct PanelTexts {
  /// From data to the page.
  let map: PanelMap
  /// The colours.
  let theme: Theme
  /// The sizes of type.
  let sizes: TypeScale
  /// What sets the texts.
  let flow: TextFlow

  /// The texts of all stages.
  func texts(of stages: [[Mark]]) throws(TypesettingError) -> [PanelText] {
    var found: [PanelText] = []
    for (number, marks) in stages.enumerated() {
      for mark in marks {
        guard case .text(let source, let place, let anchor, let offset, let role, let paint) = mark,
          place.isFinite, offset.isFinite
        else { continue }
        let box = try flow.typesetter.set(
          source, size: size(of: role), weight: role == .direct ? .bold : .regular)
        let origin = Self.origin(of: box, anchor: anchor, at: map(place) + offset)
        found.append(
          PanelText(
            stage: number, bounds: box.bounds(at: origin),
            item: .text(box, at: origin, theme.textColour(paint))))
      }
    }
    return found
  }

  private func size(of role: TextRole) -> Double {
    switch role {
    case .tick: sizes.tick
    case .axisName: sizes.axisName
    case .direct: sizes.direct
    case .note: sizes.small
    }
  }

  /// The origin of a box whose anchor stands at a place.
  private static func origin(of box: TextBox, anchor: Anchor, at place: Point) -> Point {
    let x =
      switch anchor {
      case .left, .topLeft, .bottomLeft: place.x
      case .centre, .top, .bottom: place.x - box.width / 2
      case .right, .topRight, .bottomRight: place.x - box.width
      }
    let y =
      switch anchor {
      case .top, .topLeft, .topRight: place.y + box.height
      case .centre, .left, .right: place.y + (box.height - box.depth) / 2
      case .bottom, .bottomLeft, .bottomRight: place.y - box.depth
      }
    return Point(x, y)
  }
}
