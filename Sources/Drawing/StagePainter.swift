import Geometry
import Typesetting

/// Paints the marks of a stage: fills and curves seen inside the panel, then what stands over them.
struct StagePainter {
  /// From data to the page.
  let map: PanelMap
  /// The colours.
  let theme: Theme
  /// Whether some stage fills areas, so that labels are written in ink.
  let isOverFills: Bool
  /// Whether nothing is seen outside the panel.
  let isClipped: Bool
  /// The labels in gaps of the curves of all stages.
  var labels: [CurveLabel] = []
  /// The labels beside the curves of all stages.
  var direct: [DirectLabel] = []
  /// The boxes of the names of points of all stages.
  var names: [Box] = []
  /// The centres of the markers of all stages.
  var markers: [Point] = []

  init(map: PanelMap, theme: Theme, isOverFills: Bool, isClipped: Bool) {
    self.map = map
    self.theme = theme
    self.isOverFills = isOverFills
    self.isClipped = isClipped
  }

  /// The items of a stage; `pieces` are the curves that each mark is made of.
  func items(
    of stage: [Mark], curves: [MeasuredCurve], pieces: [Int: [Int]],
    names: [PointNames.Placed], texts: [PanelText]
  ) -> [PageItem] {
    var inside: [PageItem] = []
    var above: [PageItem] = []
    var markerItems: [PageItem] = []
    for (number, mark) in stage.enumerated() {
      switch mark {
      case .region(let path, let paint):
        let region = map(path)
        if !region.isEmpty { inside.append(.fill(region, theme.colour(paint))) }
      case .curve(_, let pen, _):
        let own = pieces[number] ?? []
        let path = Path(own.flatMap { broken(curves[$0], number: $0) })
        if isSeen(path, width: pen.width) {
          inside.append(.stroke(path, theme.colour(pen.paint), pen.style))
        }
        above += own.compactMap { text(on: $0, paint: pen.paint) }
        above += own.flatMap { directLabels(of: $0, paint: pen.paint) }
      case .fieldArrow(let tail, let tip, let pen):
        above += fieldArrow(from: map(tail), to: map(tip), pen: pen)
      case .vector(let tail, let tip, let pen):
        guard tail.isFinite, tip.isFinite else { continue }
        let shape = ArrowShape.alone(from: map(tail), to: map(tip), width: pen.width)
        inside += shape?.items(theme.colour(pen.paint), dash: pen.style.dash) ?? []
      case .arrowhead(let tip, let direction, let length, let paint):
        inside += arrowhead(at: tip, along: direction, length: length, paint: paint)
      case .dot(let point, let radius, let paint, let isOpen, _):
        guard map.window.contains(point) else { continue }
        markerItems += DotShape(centre: map(point), radius: radius, isOpen: isOpen)
          .items(theme.colour(paint), paper: theme.paper)
      case .text, .formula:
        continue
      case .marker(let marker, let point, _):
        guard map.window.contains(point) else { continue }
        markerItems += marker.items(
          at: map(point), ink: theme.colour(.ink), paper: theme.paper)
      }
    }
    let clip = inside.isEmpty ? [] : [PageItem.clipped(Path(map.panel), inside)]
    return (isClipped ? clip : inside) + above + markerItems + names.flatMap { items(of: $0) }
      + texts.flatMap(\.items)
  }

  /// Whether some of a line may lie in the panel.
  private func isSeen(_ path: Path, width: Double) -> Bool {
    guard let hull = path.hull else { return false }
    return !isClipped || map.panel.grown(by: width).intersects(hull)
  }

  /// A curve without the gap of its label.
  private func broken(_ curve: MeasuredCurve, number: Int) -> [Subpath] {
    guard let label = labels.first(where: { $0.curve == number }) else {
      return [Subpath(cubics: curve.cubics, isClosed: curve.isClosed)]
    }
    return curve.without(label.half, around: label.middle)
  }

  private func text(on curve: Int, paint: Paint) -> PageItem? {
    guard let label = labels.first(where: { $0.curve == curve }) else { return nil }
    let colour = isOverFills ? theme.colour(.ink) : theme.textColour(paint)
    return .text(label.box, at: label.origin, angle: label.angle, colour)
  }

  /// The names beside a curve, in the colour of its line made readable.
  private func directLabels(of curve: Int, paint: Paint) -> [PageItem] {
    direct.filter { $0.curve == curve }.map {
      .text($0.box, at: $0.origin, theme.textColour(paint))
    }
  }

  /// A kite on a line: its tip at a point, its axis along the line there.
  private func arrowhead(
    at tip: Point, along direction: Point, length: Double, paint: Paint
  ) -> [PageItem] {
    guard tip.isFinite, direction.isFinite, length > 0, length < 1000, map.window.contains(tip)
    else { return [] }
    let end = map(tip)
    let size = max(map.window.width, map.window.height)
    // The direction is carried through the map by a short step along it.
    guard let unit = direction.direction,
      let along = (map(tip + unit * (size * 1e-3)) - end).direction
    else { return [] }
    let across = Point(-along.y, along.x)
    let back = end - along * length
    let kite = Path(polygon: [
      end, back + across * (0.4 * length), back + along * (0.22 * length),
      back - across * (0.4 * length),
    ])
    return [.fill(kite, theme.colour(paint))]
  }

  /// The arrow of a field, unless it would touch a marker, a label or the frame.
  private func fieldArrow(from tail: Point, to tip: Point, pen: Pen) -> [PageItem] {
    guard tail.isFinite, tip.isFinite,
      let arrow = ArrowShape.ofField(from: tail, to: tip, width: pen.width)
    else { return [] }
    let shaft = Stretch(tail, tip)
    let half = 0.4 * arrow.head
    let inside = map.panel.grown(by: -half)
    guard inside.contains(tail), inside.contains(tip) else { return [] }
    let room = Marker.reach + Marker.casing + 3
    if markers.contains(where: { shaft.distance(to: $0) < room }) { return [] }
    if names.contains(where: { shaft.distance(to: $0) < half }) { return [] }
    let isOnLabel = labels.contains { label in
      shaft.distance(to: label.line) < label.box.height / 2 + half + 2
    }
    return isOnLabel ? [] : arrow.items(theme.colour(pen.paint), dash: pen.style.dash)
  }

  /// The name of a point, on paper of its own where a curve runs under it.
  private func items(of name: PointNames.Placed) -> [PageItem] {
    let text = PageItem.text(name.box, at: name.origin, theme.colour(.ink))
    // A leader may cross a path: paper around it keeps the two apart.
    let lineItems: [PageItem] =
      name.leader.map { line in
        let path = Path(line: line.start, line.end)
        return [
          .stroke(path, theme.paper, LineStyle(width: 4.8)),
          .stroke(path, theme.colour(.soft), LineStyle(width: 1.8)),
        ]
      } ?? []
    guard name.isOverCurve else { return lineItems + [text] }
    var paper = theme.paper
    paper.alpha = 0.88
    return lineItems + [.fill(Path(rounded: name.bounds.grown(by: 4), radius: 6), paper), text]
  }
}

extension Path {
  /// The outline of a box with round corners.
  init(rounded box: Box, radius: Double) {
    let radius = min(radius, box.width / 2, box.height / 2)
    // The handles of a quarter of a circle, from the corner.
    let handle = radius * (1 - 0.552_284_749_830_793_4)
    let corners = box.corners
    var start = Point.zero
    var segments: [Segment] = []
    for (number, corner) in corners.enumerated() {
      let before = (corners[(number + 3) % 4] - corner).direction ?? .zero
      let after = (corners[(number + 1) % 4] - corner).direction ?? .zero
      let entry = corner + before * radius
      if number == 0 { start = entry } else { segments.append(.line(entry)) }
      segments.append(
        .cubic(corner + before * handle, corner + after * handle, corner + after * radius))
    }
    self.init([Subpath(start: start, segments: segments, isClosed: true)])
  }
}
