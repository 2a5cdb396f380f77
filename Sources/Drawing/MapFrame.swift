import Geometry
import Typesetting

/// The frame of a map: its edge, ticks, numbers and names.
struct MapFrame {
  /// The page it stands on.
  let grid: PageGrid
  /// The inside of the frame.
  let panel: Box
  /// The colours.
  let theme: Theme
  /// What sets the numbers and names.
  let flow: TextFlow
  /// How far names may reach to the right of the panel.
  let roomAtRight: Double

  static let line = 1.5
  private static let tickLength = 8.0
  private static let minorLength = 4.5
  private static let labelGap = 6.0

  /// The items of the frame.
  ///
  /// The edge stands around the panel, so that nothing in the panel touches it; under fills it
  /// reaches half a unit inwards, so that no light seam can show between them.
  func items(of map: Panel, isUnderFills: Bool) throws(TypesettingError) -> [PageItem] {
    let inside = isUnderFills ? 0.5 : 0.0
    let width = Self.line + inside
    let edge = Path(panel.grown(by: Self.line - width / 2))
    var items: [PageItem] = [
      .stroke(edge, theme.colour(.axis), LineStyle(width: width, join: .miter))
    ]
    guard grid.hasLabels else { return items }
    let axes = try axes(of: map)
    items += tickLines(axes)
    items += try numbers(axes)
    items += try names(of: map, below: axes.x.map { $0.box.height + $0.box.depth }.max() ?? 0)
    return items
  }

  /// A tick of an axis with its place on the page.
  private struct PlacedTick {
    let place: Double
    let label: String
    let box: TextBox
  }

  private struct Axes {
    var x: [PlacedTick] = [], y: [PlacedTick] = []
    /// The places of ticks without numbers.
    var minorX: [Double] = [], minorY: [Double] = []
  }

  /// The ticks of both axes at one step, as many as have room for their numbers.
  private func axes(of map: Panel) throws(TypesettingError) -> Axes {
    let window = map.window
    guard let way = PanelMap(from: window, to: panel) else { return Axes() }
    // An axis that counts in π and one that does not are of different quantities.
    if map.kind == .chart || map.xScale != map.yScale { return try ownAxes(of: map, way) }
    let isWide = panel.width >= panel.height
    let long = isWide ? window.minX...window.maxX : window.minY...window.maxY
    let most = min(max(Int(max(panel.width, panel.height) / 120), 2), 20)
    var last = Axes()
    for count in stride(from: most, through: 1, by: -1) {
      guard let ticks = Ticks(in: long, about: count, scale: map.xScale) else { break }
      var axes = Axes()
      for tick in ticks.ticks(in: window.minX...window.maxX) {
        let place = way(Point(tick.value, window.minY)).x
        axes.x.append(PlacedTick(place: place, label: tick.label, box: try number(tick)))
      }
      for tick in ticks.ticks(in: window.minY...window.maxY) {
        let place = way(Point(window.minX, tick.value)).y
        axes.y.append(PlacedTick(place: place, label: tick.label, box: try number(tick)))
      }
      last = axes
      if fits(axes) {
        addMinor(ticks, to: &axes, of: window, way)
        return axes
      }
    }
    return thinned(last)
  }

  /// Short ticks between few numbers, on both axes or on none.
  private func addMinor(_ ticks: Ticks, to axes: inout Axes, of window: Box, _ way: PanelMap) {
    let scale = panel.width / window.width
    let x = ticks.minor(in: window.minX...window.maxX, scale: scale)
    let y = ticks.minor(in: window.minY...window.maxY, scale: scale)
    guard !x.isEmpty, !y.isEmpty else { return }
    axes.minorX = x.map { way(Point($0, window.minY)).x }
    axes.minorY = y.map { way(Point(window.minX, $0)).y }
  }

  /// The ticks of a chart or a phase portrait: each axis at a step of its own.
  private func ownAxes(of map: Panel, _ way: PanelMap) throws(TypesettingError) -> Axes {
    let window = map.window
    let (across, up) = (window.minX...window.maxX, window.minY...window.maxY)
    var axes = Axes()
    for count in stride(from: max(Int(panel.width / 110), 2), through: 1, by: -1) {
      guard let ticks = Ticks(in: across, about: count, scale: map.xScale) else { break }
      axes.x = []
      for tick in ticks.ticks(in: across) {
        let place = way(Point(tick.value, window.minY)).x
        axes.x.append(PlacedTick(place: place, label: tick.label, box: try number(tick)))
      }
      if fits(Axes(x: axes.x)) { break }
    }
    for count in stride(from: max(Int(panel.height / 110), 2), through: 1, by: -1) {
      guard let ticks = Ticks(in: up, about: count, scale: map.yScale) else { break }
      axes.y = []
      for tick in ticks.ticks(in: up) {
        let place = way(Point(window.minX, tick.value)).y
        axes.y.append(PlacedTick(place: place, label: tick.label, box: try number(tick)))
      }
      if fits(Axes(y: axes.y)) { break }
    }
    return thinned(axes)
  }

  private func number(_ tick: Tick) throws(TypesettingError) -> TextBox {
    try flow.typesetter.set(tick.label, size: grid.sizes.tick)
  }

  private func fits(_ axes: Axes) -> Bool {
    zip(axes.x, axes.x.dropFirst()).allSatisfy { a, b in
      b.place - a.place >= (a.box.width + b.box.width) / 2 + 14
    }
      && zip(axes.y, axes.y.dropFirst()).allSatisfy { a, b in
        abs(a.place - b.place)
          >= max(
            1.4 * grid.sizes.tick, (a.box.height + a.box.depth + b.box.height + b.box.depth) / 2 + 8
          )
      }
  }

  /// The ticks whose numbers do not meet those before.
  private func thinned(_ axes: Axes) -> Axes {
    var thin = Axes()
    for tick in axes.x where thin.x.isEmpty || fits(Axes(x: [thin.x[thin.x.count - 1], tick])) {
      thin.x.append(tick)
    }
    for tick in axes.y where thin.y.isEmpty || fits(Axes(y: [thin.y[thin.y.count - 1], tick])) {
      thin.y.append(tick)
    }
    return thin
  }

  private func tickLines(_ axes: Axes) -> [PageItem] {
    let out = Self.line
    let far = Self.line + Self.tickLength
    var lines = axes.x.map { tick in
      Path(line: Point(tick.place, panel.maxY + out), Point(tick.place, panel.maxY + far))
    }
    lines += axes.y.map { tick in
      Path(line: Point(panel.minX - far, tick.place), Point(panel.minX - out, tick.place))
    }
    let short = Self.line + Self.minorLength
    lines += axes.minorX.map { x in
      Path(line: Point(x, panel.maxY + out), Point(x, panel.maxY + short))
    }
    lines += axes.minorY.map { y in
      Path(line: Point(panel.minX - short, y), Point(panel.minX - out, y))
    }
    guard !lines.isEmpty else { return [] }
    return [
      .stroke(
        Path(lines.flatMap(\.subpaths)), theme.colour(.axis), LineStyle(width: Self.line))
    ]
  }

  private func numbers(_ axes: Axes) throws(TypesettingError) -> [PageItem] {
    let distance = Self.line + Self.tickLength + Self.labelGap
    let colour = theme.colour(.soft)
    let height = try flow.typesetter.set("0", size: grid.sizes.tick).height
    var items: [PageItem] = []
    for tick in axes.x {
      let x = min(
        max(tick.place - tick.box.width / 2, 4), grid.canvas.width - 4 - tick.box.width)
      // Stacked fractions hang from the same height as plain numbers.
      let baseline = panel.maxY + distance + max(height, tick.box.height)
      items.append(.text(tick.box, at: Point(x, baseline), colour))
    }
    let room = panel.minX - distance - 4
    for tick in axes.y {
      var box = tick.box
      if box.width > room {
        // A long number far from zero: it is written smaller rather than over the page's edge.
        let size = grid.sizes.tick * room / box.width
        guard size >= grid.sizes.least else { continue }
        box = try flow.typesetter.set(tick.label, size: size)
      }
      let baseline = tick.place + (box.height - box.depth) / 2
      items.append(.text(box, at: Point(panel.minX - distance - box.width, baseline), colour))
    }
    return items
  }

  /// The names at the positive ends: x right of the corner on the axis line, y above it.
  private func names(of map: Panel, below: Double) throws(TypesettingError) -> [PageItem] {
    let size = grid.sizes.axisName
    let ink = theme.colour(.ink)
    var items: [PageItem] = []
    let y = try flow.line(map.yLabel, size: size, width: panel.maxX - 8)
    let left = min(max(panel.minX - y.width / 2, 8), max(panel.maxX - y.width, 8))
    // Descenders hang into the gap, as far as they leave half of it.
    let baseline = panel.minY - 14 - max(y.depth - 8, 0)
    items.append(.text(y, at: Point(left, baseline), ink))

    let x = try flow.typesetter.set(map.xLabel, size: size)
    if x.width <= roomAtRight {
      // Letters without ascenders are centred on the line by their own height.
      let middle = panel.maxY + (x.height - x.depth) / 2
      items.append(.text(x, at: Point(panel.maxX + 14, middle), ink))
      return items
    }
    let lower = panel.maxY + Self.line + Self.tickLength + Self.labelGap + below + 10 + x.height
    if lower + x.depth <= grid.canvas.height - 2 {
      let under = try flow.line(map.xLabel, size: size, width: grid.canvas.width - 16)
      let start = max(panel.maxX - under.width, 8)
      items.append(.text(under, at: Point(start, lower), ink))
    } else {
      let short = try flow.line(map.xLabel, size: size, width: max(roomAtRight, 20))
      let middle = panel.maxY + (short.height - short.depth) / 2
      items.append(.text(short, at: Point(panel.maxX + 14, middle), ink))
    }
    return items
  }
}
