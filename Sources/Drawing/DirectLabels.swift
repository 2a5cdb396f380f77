import Geometry
import Typesetting

/// A label beside a curve of a graph.
struct DirectLabel {
  /// The number of the curve among all curves of the panel.
  let curve: Int
  /// The label.
  let box: TextBox
  /// Where it stands.
  let origin: Point
}

/// Labels curves of a graph directly: where they leave the panel, else beside their free stretches.
///
/// Every place is judged by what it costs: the right end outside the panel is the best, then the
/// ends above and below, then places beside the curve inside, away from all other curves. A label
/// that would meet a curve, a name or another label is not placed.
struct DirectLabels {
  /// All curves of the panel.
  let curves: [MeasuredCurve]
  /// Their points by place.
  let index: CurveIndex
  /// What else is in the panel.
  let obstacles: LabelObstacles
  /// What stands around the panel.
  let surroundings: PanelSurroundings

  /// A place for a label.
  private struct Place {
    let origin: Point
    let bounds: Box
    let cost: Double
  }

  /// The labels that have a place; curves that say the same are labelled once.
  func labels(for labelled: [LabelledCurve]) -> [DirectLabel] {
    var order: [String] = []
    var pieces: [String: [LabelledCurve]] = [:]
    for curve in labelled {
      if pieces[curve.level] == nil { order.append(curve.level) }
      pieces[curve.level, default: []].append(curve)
    }
    var taken: [Box] = []
    var labels: [DirectLabel] = []
    for level in order.prefix(60) {
      var best: (label: DirectLabel, place: Place)?
      for piece in (pieces[level] ?? []).prefix(60) {
        for place in places(for: piece) where place.cost < best?.place.cost ?? .infinity {
          guard isFree(place, of: piece, taken: taken) else { continue }
          best = (DirectLabel(curve: piece.curve, box: piece.box, origin: place.origin), place)
        }
      }
      guard let best else { continue }
      labels.append(best.label)
      taken.append(best.place.bounds.grown(by: 4))
    }
    return labels
  }

  private func places(for labelled: LabelledCurve) -> [Place] {
    let curve = curves[labelled.curve]
    guard labelled.box.width > 0, let first = curve.samples.first, let last = curve.samples.last
    else { return [] }
    var places: [Place] = []
    if !curve.isClosed {
      places += [first.point, last.point].compactMap { outside(labelled.box, at: $0) }
    }
    places += crossings(of: curve).compactMap { outside(labelled.box, at: $0) }
    return places + beside(labelled.box, curve)
  }

  /// The points where a curve leaves the panel between two of its samples.
  private func crossings(of curve: MeasuredCurve) -> [Point] {
    let panel = obstacles.panel
    return zip(curve.samples, curve.samples.dropFirst()).compactMap { a, b in
      let (isInside, wasInside) = (panel.contains(b.point), panel.contains(a.point))
      guard isInside != wasInside else { return nil }
      let (inner, outer) = isInside ? (b.point, a.point) : (a.point, b.point)
      let way = outer - inner
      var t = 1.0
      if outer.x > panel.maxX { t = min(t, (panel.maxX - inner.x) / way.x) }
      if outer.x < panel.minX { t = min(t, (panel.minX - inner.x) / way.x) }
      if outer.y > panel.maxY { t = min(t, (panel.maxY - inner.y) / way.y) }
      if outer.y < panel.minY { t = min(t, (panel.minY - inner.y) / way.y) }
      return inner + way * t
    }
  }

  /// The place outside the panel at an end on its right, upper or lower edge.
  private func outside(_ box: TextBox, at end: Point) -> Place? {
    let panel = obstacles.panel
    let near = 1.5
    if abs(end.x - panel.maxX) < near, end.y > panel.minY - near, end.y < panel.maxY + near {
      // Above the axis, where the name of the abscissa stands at its end.
      let lowest = surroundings.isLowest ? panel.maxY - box.depth - 22 : panel.maxY
      let baseline = min(end.y + (box.height - box.depth) / 2, lowest)
      let shift = abs(baseline - end.y - (box.height - box.depth) / 2)
      return place(box, Point(panel.maxX + 12, baseline), cost: shift)
    }
    let x = min(max(end.x - box.width / 2, panel.minX), panel.maxX - box.width)
    if abs(end.y - panel.minY) < near {
      return place(box, Point(x, panel.minY - 10 - box.depth), cost: 30)
    }
    if abs(end.y - panel.maxY) < near, !surroundings.isLowest {
      return place(box, Point(x, panel.maxY + 10 + box.height), cost: 34)
    }
    return nil
  }

  /// Places above and below a curve inside the panel, those near its right end first.
  private func beside(_ box: TextBox, _ curve: MeasuredCurve) -> [Place] {
    let count = min(max(Int(curve.length / 24), 1), 80)
    return (0...count).flatMap { step -> [Place] in
      let length = curve.length * Double(step) / Double(count)
      let point = curve.point(at: length)
      guard obstacles.panel.contains(point),
        let along =
          (curve.point(at: min(length + 4, curve.length))
          - curve.point(at: max(length - 4, 0))).direction
      else { return [] }
      let far = (obstacles.panel.maxX - point.x) / max(obstacles.panel.width, 1)
      return [1.0, -1.0].compactMap { side in
        let normal = Point(-along.y * side, along.x * side)
        // The half extent of the box towards the curve, and a gap.
        let height = box.height + box.depth
        let reach = abs(normal.x) * box.width / 2 + abs(normal.y) * height / 2 + 12
        let centre = point + normal * reach
        let origin = Point(centre.x - box.width / 2, centre.y + (box.height - box.depth) / 2)
        guard obstacles.panel.grown(by: -4).contains(box.bounds(at: origin)) else { return nil }
        return place(box, origin, cost: 60 + 40 * far + (normal.y < 0 ? 0 : 6))
      }
    }
  }

  private func place(_ box: TextBox, _ origin: Point, cost: Double) -> Place {
    Place(origin: origin, bounds: box.bounds(at: origin), cost: cost)
  }

  private func isFree(_ place: Place, of labelled: LabelledCurve, taken: [Box]) -> Bool {
    let bounds = place.bounds
    let panel = obstacles.panel
    guard bounds.maxX <= surroundings.right, bounds.minY >= surroundings.top,
      bounds.maxY <= surroundings.bottom, bounds.minX >= panel.minX
    else { return false }
    // The name of the ordinate stands over the panel at its left.
    if bounds.minY < panel.minY, bounds.minX < panel.minX + 150 { return false }
    if taken.contains(where: { $0.intersects(bounds) }) { return false }
    if obstacles.names.contains(where: { $0.grown(by: 4).intersects(bounds) }) { return false }
    if obstacles.vectors.contains(where: { $0.shaft.distance(to: bounds) < $0.width / 2 + 4 }) {
      return false
    }
    let reach = bounds.grown(by: Marker.reach)
    if obstacles.markers(from: reach.minX, to: reach.maxX).contains(where: reach.contains) {
      return false
    }
    let room = bounds.grown(by: 5)
    return !index.contains(in: room) { room.contains($0.point) }
  }
}
