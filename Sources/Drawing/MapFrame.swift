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
    items += try ordinateNumbers(axes)
    items += try ordinateName(of: map, common: axes.commonY)
    items += try abscissa(of: map, axes)
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
    /// What the numbers of each have in common.
    var commonX: TextBox?, commonY: TextBox?
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
      try addNumbers(ticks, acrossTo: &axes, of: window, way)
      try addNumbers(ticks, upTo: &axes, of: window, way)
      last = axes
      if fits(axes) {
        addMinor(ticks, to: &axes, of: window, way)
        return axes
      }
    }
    return thinned(last)
  }

  private func addNumbers(
    _ ticks: Ticks, acrossTo axes: inout Axes, of window: Box, _ way: PanelMap
  ) throws(TypesettingError) {
    let numbers = ticks.axisNumbers(in: window.minX...window.maxX)
    axes.commonX = try common(numbers)
    axes.x = try placed(numbers) { way(Point($0, window.minY)).x }
  }

  private func addNumbers(
    _ ticks: Ticks, upTo axes: inout Axes, of window: Box, _ way: PanelMap
  ) throws(TypesettingError) {
    let numbers = ticks.axisNumbers(in: window.minY...window.maxY)
    axes.commonY = try common(numbers)
    axes.y = try placed(numbers) { way(Point(window.minX, $0)).y }
  }

  private func placed(
    _ numbers: Ticks.AxisNumbers, at place: (Double) -> Double
  ) throws(TypesettingError) -> [PlacedTick] {
    var placed: [PlacedTick] = []
    for tick in numbers.ticks {
      placed.append(
        PlacedTick(place: place(tick.value), label: tick.label, box: try number(tick)))
    }
    return placed
  }

  private func common(_ numbers: Ticks.AxisNumbers) throws(TypesettingError) -> TextBox? {
    guard let common = numbers.common else { return nil }
    return try flow.typesetter.set("$\(common)$", size: grid.sizes.tick)
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
      try addNumbers(ticks, acrossTo: &axes, of: window, way)
      if fits(Axes(x: axes.x)) { break }
    }
    for count in stride(from: max(Int(panel.height / 110), 2), through: 1, by: -1) {
      guard let ticks = Ticks(in: up, about: count, scale: map.yScale) else { break }
      try addNumbers(ticks, upTo: &axes, of: window, way)
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
    var thin = Axes(commonX: axes.commonX, commonY: axes.commonY)
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

  /// A text with its place on the page.
  private typealias PlacedText = (box: TextBox, origin: Point)

  private static let numberDistance = line + tickLength + labelGap

  /// The numbers and the name of the abscissa, and what the numbers have in common.
  private func abscissa(of map: Panel, _ axes: Axes) throws(TypesettingError) -> [PageItem] {
    let height = try flow.typesetter.set("0", size: grid.sizes.tick).height
    var numbers: [PlacedText] = axes.x.map { tick in
      let x = min(
        max(tick.place - tick.box.width / 2, 4), grid.canvas.width - 4 - tick.box.width)
      // Stacked fractions hang from the same height as plain numbers.
      let baseline = panel.maxY + Self.numberDistance + max(height, tick.box.height)
      return (tick.box, Point(x, baseline))
    }
    let name = try abscissaName(
      of: map, below: axes.x.map { $0.box.height + $0.box.depth }.max() ?? 0)
    var items: [PageItem] = [.text(name.box, at: name.origin, theme.colour(.ink))]
    if let common = axes.commonX {
      let end = AxisEnd(
        line: Point(panel.maxX, panel.maxY),
        numbers: numbers.map { $0.box.bounds(at: $0.origin) },
        name: name.box.bounds(at: name.origin), right: panel.maxX + 14 + roomAtRight,
        bottom: grid.canvas.height - 4)
      let place = end.place(of: common)
      numbers.removeLast(place.leavesOut)
      items.append(.text(common, at: place.origin, theme.colour(.soft)))
    }
    return items + numbers.map { .text($0.box, at: $0.origin, theme.colour(.soft)) }
  }

  private func ordinateNumbers(_ axes: Axes) throws(TypesettingError) -> [PageItem] {
    var items: [PageItem] = []
    let room = panel.minX - Self.numberDistance - 4
    for tick in axes.y {
      var box = tick.box
      if box.width > room {
        // A long number far from zero: it is written smaller rather than over the page's edge.
        let size = grid.sizes.tick * room / box.width
        guard size >= grid.sizes.least else { continue }
        box = try flow.typesetter.set(tick.label, size: size)
      }
      let baseline = tick.place + (box.height - box.depth) / 2
      let place = Point(panel.minX - Self.numberDistance - box.width, baseline)
      items.append(.text(box, at: place, theme.colour(.soft)))
    }
    return items
  }

  /// The name of the ordinate above the corner, and after it what its numbers have in common.
  private func ordinateName(
    of map: Panel, common: TextBox?
  ) throws(TypesettingError) -> [PageItem] {
    let beside = common.map { $0.width + 18 } ?? 0
    let name = try flow.line(
      map.yLabel, size: grid.sizes.axisName, width: max(panel.maxX - 8 - beside, 40))
    let left = min(
      max(panel.minX - name.width / 2, 8), max(panel.maxX - name.width - beside, 8))
    // Descenders hang into the gap, as far as they leave half of it.
    let baseline = panel.minY - 14 - max(max(name.depth, common?.depth ?? 0) - 8, 0)
    var items: [PageItem] = [.text(name, at: Point(left, baseline), theme.colour(.ink))]
    if let common {
      items.append(
        .text(common, at: Point(left + name.width + 18, baseline), theme.colour(.soft)))
    }
    return items
  }

  /// The name of the abscissa: right of the corner on the axis line, or under the numbers.
  private func abscissaName(
    of map: Panel, below: Double
  ) throws(TypesettingError) -> PlacedText {
    let size = grid.sizes.axisName
    let name = try flow.typesetter.set(map.xLabel, size: size)
    // Letters without ascenders are centred on the line by their own height.
    func onTheLine(_ box: TextBox) -> PlacedText {
      let gap = 14 - max(box.width - roomAtRight, 0)
      return (box, Point(panel.maxX + gap, panel.maxY + (box.height - box.depth) / 2))
    }
    // A name that is a little long stands nearer to the axis.
    let room = roomAtRight + 8
    if name.width <= room { return onTheLine(name) }
    let lower = panel.maxY + Self.numberDistance + below + 10 + name.height
    guard lower + name.depth <= grid.canvas.height - 2 else {
      return onTheLine(try flow.line(map.xLabel, size: size, width: max(room, 20)))
    }
    let under = try flow.line(map.xLabel, size: size, width: grid.canvas.width - 16)
    return (under, Point(max(panel.maxX - under.width, 8), lower))
  }
}
