import Geometry
import Typesetting

/// A text that a figure put at a place of a panel.
struct PanelText {
  /// The number of its stage.
  let stage: Int
  /// What it covers.
  let bounds: Box
  /// The text on the page, on paper of its own where an area is painted under it.
  let items: [PageItem]
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
    var areas: [Area] = []
    for (number, marks) in stages.enumerated() {
      for mark in marks {
        if case .region(let path, let fill) = mark, let area = area(path, fill) {
          areas.append(area)
        }
        guard case .text(let source, let place, let anchor, let offset, let role, let paint) = mark,
          place.isFinite, offset.isFinite
        else { continue }
        let box = try flow.typesetter.set(
          source, size: size(of: role), weight: role == .direct ? .bold : .regular)
        let origin = Self.origin(of: box, anchor: anchor, at: map(place) + offset)
        let bounds = box.bounds(at: origin)
        let text = PageItem.text(box, at: origin, theme.textColour(paint))
        found.append(
          PanelText(
            stage: number, bounds: bounds,
            items: (needsChip(bounds, paint, over: areas) ? [chip(bounds)] : []) + [text]))
      }
    }
    return found
  }

  /// An area that a figure paints, and the box around it on the page.
  private struct Area {
    let hull: Box
    let path: Path
    let fill: Paint
  }

  private func area(_ path: Path, _ fill: Paint) -> Area? {
    guard let hull = path.hull else { return nil }
    let corners = [map(Point(hull.minX, hull.minY)), map(Point(hull.maxX, hull.maxY))]
    return Box(containing: corners).map { Area(hull: $0, path: path, fill: fill) }
  }

  /// Whether a text lies on an area on which it cannot be read: the shades of a surface, or a fill
  /// under a word that is not ink.
  ///
  /// It does not ask for the colours of the theme, so that light and dark have one layout.
  private func needsChip(_ bounds: Box, _ paint: Paint, over areas: [Area]) -> Bool {
    let near = areas.filter { $0.hull.intersects(bounds) }
    guard !near.isEmpty else { return false }
    return (bounds.corners + [bounds.centre]).contains { place in
      let top = near.last { $0.hull.contains(place) && map($0.path).contains(place) }
      return switch top?.fill {
      case .shaded, .glaze, .image: true
      case .sequentialFill, .divergingFill: paint != .role(.ink)
      case .role, .tint, .lineRamp, nil: false
      }
    }
  }

  /// Paper under a text on an area: halos look dirty where two areas meet.
  private func chip(_ bounds: Box) -> PageItem {
    var paper = theme.paper
    paper.alpha = 0.88
    return .fill(Path(rounded: bounds.grown(by: 4), radius: 6), paper)
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
