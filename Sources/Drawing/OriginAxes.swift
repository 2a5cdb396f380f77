import Geometry
import Typesetting

/// The axes of a textbook: lines through the origin with arrows, numbers beside them.
///
/// Where zero is outside the window an axis runs along the nearest edge. A number that would stand
/// on a curve changes to the other side of its axis, and is left out where that is taken as well;
/// the origin has none.
struct OriginAxes {
  /// The panel.
  let panel: Panel
  /// From data to the page.
  let map: PanelMap
  /// The colours.
  let theme: Theme
  /// The sizes of type.
  let sizes: TypeScale
  /// What sets the numbers and names.
  let flow: TextFlow
  /// Whether there is room for numbers and names.
  let hasLabels: Bool

  /// The axes on the page, and the boxes of their texts, which other labels keep away from.
  struct Placed {
    var items: [PageItem] = []
    var boxes: [Box] = []
  }

  static let width = 2.2
  private static let head = 20.0
  private static let tick = 6.0

  /// Where the axes cross, on the page.
  private var crossing: Point {
    let window = map.window
    return map(
      Point(
        min(max(0, window.minX), window.maxX), min(max(0, window.minY), window.maxY)))
  }

  /// The two axes, from their tails to the tips of their arrows.
  var lines: [Stretch] {
    let box = map.panel
    return [
      Stretch(Point(box.minX, crossing.y), Point(box.maxX, crossing.y)),
      Stretch(Point(crossing.x, box.maxY), Point(crossing.x, box.minY)),
    ]
  }

  /// The axes among the curves in `index` and the obstacles of the panel.
  func placed(
    among index: CurveIndex, obstacles: LabelObstacles
  ) throws(TypesettingError) -> Placed {
    let ink = theme.colour(.ink)
    var placed = Placed()
    for line in lines {
      let arrow = ArrowShape(
        tail: line.start, tip: line.end, width: Self.width, head: Self.head)
      placed.items += arrow?.items(ink) ?? []
    }
    let (ticks, common) = try self.ticks()
    try placeNames(&placed, common)
    placed.items.append(.stroke(tickLines(ticks), ink, LineStyle(width: Self.width)))
    guard hasLabels else { return placed }
    for tick in ticks {
      let choice = places(of: tick).first { origin in
        isFree(tick.box.bounds(at: origin), of: tick, among: index, obstacles, placed.boxes)
      }
      guard let choice else { continue }
      placed.boxes.append(tick.box.bounds(at: choice))
      placed.items.append(.text(tick.box, at: choice, ink))
    }
    return placed
  }

  /// The names at the heads of the axes.
  ///
  /// Behind a name stands what the numbers of its axis have in common.
  private func placeNames(
    _ placed: inout Placed, _ common: (x: TextBox?, y: TextBox?)
  ) throws(TypesettingError) {
    guard hasLabels else { return }
    let box = map.panel
    let x = try flow.line(panel.xLabel, size: sizes.axisName, width: box.width / 2)
    let behind = common.y.map { $0.width + 16 } ?? 0
    let room = max(box.width / 2, box.maxX - crossing.x - 22 - behind)
    let y = try flow.line(panel.yLabel, size: sizes.axisName, width: room)
    let isAtTheRight = crossing.x + 22 + y.width + behind > box.maxX
    // A word has no room beside the head: it stands over the axis, or under the numbers of one that
    // runs along the lower edge, where nothing can cover it.
    let isWord = x.width > 48
    let beside = Point(box.maxX + 14, crossing.y + (x.height - x.depth) / 2)
    let isLowest = crossing.y > box.maxY - 40
    let under = crossing.y + Self.tick + 14 + 0.7 * sizes.tick + x.height
    let over = crossing.y - Self.head / 2 - 6 - x.depth
    let wordPlace = Point(box.maxX - x.width, isLowest ? under : over)
    let origins = [
      (x, isWord ? wordPlace : beside),
      (
        y,
        Point(
          isAtTheRight ? crossing.x - 22 - y.width - behind : crossing.x + 22,
          box.minY + y.height)
      ),
    ]
    place(origins, in: theme.colour(.ink), &placed)
    let lower = isLowest ? over : crossing.y + Self.tick + 26 + 0.7 * sizes.tick
    var remarks: [(TextBox, Point)] = []
    if let text = common.y {
      remarks.append((text, Point(origins[1].1.x + y.width + 16, origins[1].1.y)))
    }
    if let text = common.x {
      // Under the numbers, or over the axis where it runs along the lower edge.
      let ordinate = isLowest ? lower - text.depth : lower + text.height
      remarks.append((text, Point(box.maxX - text.width, ordinate)))
    }
    place(remarks, in: theme.colour(.soft), &placed)
  }

  private func place(
    _ texts: [(box: TextBox, origin: Point)], in colour: Colour, _ placed: inout Placed
  ) {
    for text in texts {
      placed.items.append(.text(text.box, at: text.origin, colour))
      placed.boxes.append(text.box.bounds(at: text.origin))
    }
  }

  /// A tick of one of the axes.
  private struct PlacedTick {
    let place: Point
    let box: TextBox
    let isOnAbscissa: Bool
  }

  /// The ticks of both axes, of a map at one step, and what the numbers of each have in common.
  private func ticks() throws(TypesettingError) -> (
    ticks: [PlacedTick], common: (x: TextBox?, y: TextBox?)
  ) {
    let window = map.window
    let (across, up) = (window.minX...window.maxX, window.minY...window.maxY)
    let isMap = panel.kind == .map && panel.xScale == panel.yScale
    let columns = min(max(Int(map.panel.width / 100), 2), 12)
    let rows = min(max(Int(map.panel.height / (4 * sizes.tick)), 2), 10)
    let own = Ticks(in: across, about: isMap ? min(columns, rows) : columns, scale: panel.xScale)
    let other = isMap ? own : Ticks(in: up, about: rows, scale: panel.yScale)
    let (numbersAcross, numbersUp) = (
      own?.axisNumbers(in: across), other?.axisNumbers(in: up)
    )
    var placed: [PlacedTick] = []
    for tick in numbersAcross?.ticks ?? [] where tick.value != 0 {
      let box = try flow.typesetter.set(tick.label, size: sizes.tick)
      let place = Point(map(Point(tick.value, window.minY)).x, crossing.y)
      placed.append(PlacedTick(place: place, box: box, isOnAbscissa: true))
    }
    for tick in numbersUp?.ticks ?? [] where tick.value != 0 {
      let box = try flow.typesetter.set(tick.label, size: sizes.tick)
      let place = Point(crossing.x, map(Point(window.minX, tick.value)).y)
      placed.append(PlacedTick(place: place, box: box, isOnAbscissa: false))
    }
    // None under the arrows' heads, nor where the axes cross at an edge of the window.
    let shown = placed.filter {
      $0.isOnAbscissa
        ? $0.place.x < map.panel.maxX - 1.4 * Self.head && abs($0.place.x - crossing.x) > 4
        : $0.place.y > map.panel.minY + 1.4 * Self.head && abs($0.place.y - crossing.y) > 4
    }
    return (shown, (try common(numbersAcross), try common(numbersUp)))
  }

  private func common(_ numbers: Ticks.AxisNumbers?) throws(TypesettingError) -> TextBox? {
    guard hasLabels, let common = numbers?.common else { return nil }
    return try flow.typesetter.set("$\(common)$", size: sizes.tick)
  }

  private func tickLines(_ ticks: [PlacedTick]) -> Path {
    Path(
      ticks.flatMap { tick in
        let way = tick.isOnAbscissa ? Point(0, Self.tick) : Point(Self.tick, 0)
        return Path(line: tick.place - way, tick.place + way).subpaths
      })
  }

  /// The places of a number: below its axis or above, left of it or right.
  private func places(of tick: PlacedTick) -> [Point] {
    let box = tick.box
    let gap = Self.tick + 8
    if tick.isOnAbscissa {
      let x = tick.place.x - box.width / 2
      return [
        Point(x, tick.place.y + gap + max(box.height, 0.7 * sizes.tick)),
        Point(x, tick.place.y - gap - box.depth),
      ]
    }
    let y = tick.place.y + (box.height - box.depth) / 2
    return [Point(tick.place.x - gap - box.width, y), Point(tick.place.x + gap, y)]
  }

  private func isFree(
    _ bounds: Box, of tick: PlacedTick, among index: CurveIndex, _ obstacles: LabelObstacles,
    _ taken: [Box]
  ) -> Bool {
    let room = bounds.grown(by: 4)
    let page = map.panel.grown(by: 60)
    guard page.contains(bounds), bounds.minX >= 4 else { return false }
    let crosses =
      tick.isOnAbscissa
      ? room.minX < crossing.x && room.maxX > crossing.x
      : room.minY < crossing.y && room.maxY > crossing.y
    if crosses || taken.contains(where: { $0.intersects(room) }) { return false }
    if obstacles.names.contains(where: { $0.intersects(room) }) { return false }
    let reach = bounds.grown(by: Marker.reach)
    if obstacles.markers(from: reach.minX, to: reach.maxX).contains(where: reach.contains) {
      return false
    }
    return !index.contains(in: room) { room.contains($0.point) }
  }
}
