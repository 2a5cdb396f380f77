import Geometry
import Typesetting

/// The grid of a graph: pale lines at the ticks, a line at zero, numbers left and below, names.
struct GraphFrame {
  /// The page it stands on.
  let grid: PageGrid
  /// The inside of the panel.
  let box: Box
  /// What stands around it.
  let surroundings: PanelSurroundings
  /// The colours.
  let theme: Theme
  /// What sets the numbers and names.
  let flow: TextFlow

  private static let line = 1.5
  private static let tickLength = 7.0
  private static let minorLength = 4.0

  /// A tick with its place on the page and its number.
  private struct PlacedTick {
    let place: Double
    let label: String
    let box: TextBox
  }

  /// The ticks of an axis with the places of those without numbers.
  private struct Axis {
    var ticks: [PlacedTick] = []
    var minor: [Double] = []
    /// What the numbers have in common.
    var common: TextBox?
  }

  /// The items of the grid, the numbers and the names.
  func items(of graph: Panel) throws(TypesettingError) -> [PageItem] {
    guard let way = PanelMap(from: graph.window, to: box) else { return [] }
    let across = try abscissae(of: graph, way)
    let up = try ordinates(of: graph, way)
    var items = [gridLines(across: across.ticks, up: up.ticks)]
    // The grid is the tick of a linear ordinate; a logarithmic one is known by its short ticks.
    if graph.yScale == .logarithmic, grid.hasLabels {
      items += minorTicks(
        up.minor.map { (Point(box.minX, $0), Point(box.minX + Self.minorLength + 1, $0)) })
    }
    // The line at zero is the axis; the lowest graph has its axis below, with the numbers.
    if graph.yScale != .logarithmic, graph.window.minY < 0, graph.window.maxY > 0 {
      let zero = way(Point(graph.window.minX, 0)).y
      items.append(axisLine(at: zero))
    }
    if surroundings.isLowest {
      items.append(axisLine(at: box.maxY))
      if grid.hasLabels {
        items += minorTicks(
          across.minor.map { (Point($0, box.maxY), Point($0, box.maxY + Self.minorLength)) })
      }
    }
    guard grid.hasLabels else { return items }
    items += try ordinateNumbers(up.ticks)
    return try items + ordinateName(of: graph, common: up.common) + abscissa(of: graph, across)
  }

  private func axisLine(at y: Double) -> PageItem {
    .stroke(
      Path(line: Point(box.minX, y), Point(box.maxX, y)), theme.colour(.axis),
      LineStyle(width: Self.line))
  }

  private func minorTicks(_ ends: [(Point, Point)]) -> [PageItem] {
    guard !ends.isEmpty else { return [] }
    let lines = ends.flatMap { Path(line: $0.0, $0.1).subpaths }
    return [.stroke(Path(lines), theme.colour(.axis), LineStyle(width: Self.line))]
  }

  private func gridLines(across: [PlacedTick], up: [PlacedTick]) -> PageItem {
    var lines = across.map { Path(line: Point($0.place, box.minY), Point($0.place, box.maxY)) }
    lines += up.map { Path(line: Point(box.minX, $0.place), Point(box.maxX, $0.place)) }
    return .stroke(Path(lines.flatMap(\.subpaths)), theme.colour(.grid), LineStyle(width: 1.25))
  }

  /// The ticks of the abscissa: as many as have room for their numbers.
  private func abscissae(of graph: Panel, _ way: PanelMap) throws(TypesettingError) -> Axis {
    let range = graph.window.minX...graph.window.maxX
    let most = min(max(Int(box.width / 100), 2), 12)
    for count in stride(from: most, through: 1, by: -1) {
      guard let ticks = Ticks(in: range, about: count, scale: graph.xScale) else { break }
      let numbers = ticks.axisNumbers(in: range)
      let common = try self.common(numbers)
      var placed: [PlacedTick] = []
      for tick in numbers.ticks {
        let number = try flow.typesetter.set(tick.label, size: grid.sizes.tick)
        let place = way(Point(tick.value, graph.window.minY)).x
        placed.append(PlacedTick(place: place, label: tick.label, box: number))
      }
      let fits = zip(placed, placed.dropFirst()).allSatisfy { a, b in
        b.place - a.place >= (a.box.width + b.box.width) / 2 + 16
      }
      if fits {
        let minor = ticks.minor(in: range, scale: box.width / (range.upperBound - range.lowerBound))
        return Axis(
          ticks: placed, minor: minor.map { way(Point($0, graph.window.minY)).x }, common: common)
      }
      if count == 1 { return Axis(ticks: Array(placed.prefix(1)), common: common) }
    }
    return Axis()
  }

  /// The ticks of the ordinate: lines at least two and a half numbers apart.
  private func ordinates(of graph: Panel, _ way: PanelMap) throws(TypesettingError) -> Axis {
    if graph.yScale == .hidden { return Axis() }
    let range = graph.window.minY...graph.window.maxY
    // Powers of ten are read one by one: they may stand closer.
    let pitch = (graph.yScale == .logarithmic ? 2.2 : 3.4) * grid.sizes.tick
    let most = min(max(Int(box.height / pitch), 2), 10)
    for count in stride(from: most, through: 1, by: -1) {
      guard let ticks = Ticks(in: range, about: count, scale: graph.yScale) else { break }
      let numbers = ticks.axisNumbers(in: range)
      let common = try self.common(numbers)
      var placed: [PlacedTick] = []
      for tick in numbers.ticks {
        let number = try flow.typesetter.set(tick.label, size: grid.sizes.tick)
        let place = way(Point(graph.window.minX, tick.value)).y
        placed.append(PlacedTick(place: place, label: tick.label, box: number))
      }
      let fits = zip(placed, placed.dropFirst()).allSatisfy { a, b in
        abs(a.place - b.place)
          >= max(
            1.6 * grid.sizes.tick, (a.box.height + a.box.depth + b.box.height + b.box.depth) / 2 + 8
          )
      }
      if fits {
        let minor = ticks.minor(
          in: range, scale: box.height / (range.upperBound - range.lowerBound))
        return Axis(
          ticks: placed, minor: minor.map { way(Point(graph.window.minX, $0)).y }, common: common)
      }
      if count == 1 { return Axis(ticks: Array(placed.prefix(1)), common: common) }
    }
    return Axis()
  }

  private func common(_ numbers: Ticks.AxisNumbers) throws(TypesettingError) -> TextBox? {
    guard let common = numbers.common else { return nil }
    return try flow.typesetter.set("$\(common)$", size: grid.sizes.tick)
  }

  /// The numbers and the name of the abscissa, and what the numbers have in common.
  private func abscissa(of graph: Panel, _ axis: Axis) throws(TypesettingError) -> [PageItem] {
    guard surroundings.isLowest else { return [] }
    let lines = axis.ticks.map {
      Path(line: Point($0.place, box.maxY), Point($0.place, box.maxY + Self.tickLength))
    }
    var items: [PageItem] = [
      .stroke(
        Path(lines.flatMap(\.subpaths)), theme.colour(.axis), LineStyle(width: Self.line))
    ]
    var numbers = placedNumbers(axis.ticks)
    let name = try abscissaName(of: graph, below: axis.ticks.map(\.box))
    if let common = axis.common {
      let end = AxisEnd(
        line: Point(box.maxX, box.maxY), numbers: numbers.map { $0.box.bounds(at: $0.origin) },
        name: name.map { $0.box.bounds(at: $0.origin) },
        right: surroundings.right, bottom: surroundings.bottom)
      let place = end.place(of: common)
      numbers.removeLast(place.leavesOut)
      items.append(.text(common, at: place.origin, theme.colour(.soft)))
    }
    items += numbers.map { .text($0.box, at: $0.origin, theme.colour(.soft)) }
    return items + (name.map { [.text($0.box, at: $0.origin, theme.colour(.ink))] } ?? [])
  }

  /// A text with its place on the page.
  private typealias PlacedText = (box: TextBox, origin: Point)

  private func placedNumbers(_ ticks: [PlacedTick]) -> [PlacedText] {
    // Stacked fractions hang from the same height as plain numbers.
    let height = ticks.map { min($0.box.height, 0.75 * grid.sizes.tick) }.max() ?? 0
    return ticks.map { tick in
      let x = min(max(tick.place - tick.box.width / 2, 4), grid.canvas.width - 4 - tick.box.width)
      let baseline = box.maxY + Self.tickLength + 7 + max(height, tick.box.height)
      return (tick.box, Point(x, baseline))
    }
  }

  private func ordinateNumbers(_ ticks: [PlacedTick]) throws(TypesettingError) -> [PageItem] {
    let room = box.minX - 10 - 4
    // Long numbers are written smaller, all of them alike, and left out where that is not enough.
    func size(for width: Double) -> Double {
      width > room ? grid.sizes.tick * room / width : grid.sizes.tick
    }
    let sizes = ticks.map { size(for: $0.box.width) }.filter { $0 >= grid.sizes.least }
    let common = sizes.min() ?? grid.sizes.tick
    var items: [PageItem] = []
    for tick in ticks where size(for: tick.box.width) >= grid.sizes.least {
      let number =
        common == grid.sizes.tick
        ? tick.box : try flow.typesetter.set(tick.label, size: common)
      let baseline = tick.place + (number.height - number.depth) / 2
      items.append(
        .text(number, at: Point(box.minX - 10 - number.width, baseline), theme.colour(.soft)))
    }
    return items
  }

  /// The ordinate's name above the panel at its left, and after it what the numbers have in common.
  private func ordinateName(
    of graph: Panel, common: TextBox?
  ) throws(TypesettingError) -> [PageItem] {
    let room = max(box.width, 40)
    let beside = common.map { $0.width + 18 } ?? 0
    let name = try flow.line(
      graph.yLabel, size: grid.sizes.axisName,
      width: min(room, max(surroundings.right - box.minX - beside, 40)))
    let baseline = box.minY - 14 - max(max(name.depth, common?.depth ?? 0) - 8, 0)
    var items: [PageItem] = [.text(name, at: Point(box.minX, baseline), theme.colour(.ink))]
    if let common {
      let place = Point(box.minX + name.width + (name.width > 0 ? 18 : 0), baseline)
      items.append(.text(common, at: place, theme.colour(.soft)))
    }
    return items
  }

  /// The abscissa's name right of its axis, or under its numbers.
  private func abscissaName(
    of graph: Panel, below numbers: [TextBox]
  ) throws(TypesettingError) -> PlacedText? {
    let size = grid.sizes.axisName
    let name = try flow.typesetter.set(graph.xLabel, size: size)
    if box.maxX + 14 + name.width <= surroundings.right {
      return (name, Point(box.maxX + 14, box.maxY + (name.height - name.depth) / 2))
    }
    let below = numbers.map { $0.height + $0.depth }.max() ?? 0
    let under = try flow.line(graph.xLabel, size: size, width: box.width)
    let least = box.maxY + Self.tickLength + 7 + below + 3 + under.height
    // At the edge of the page it moves nearer to the numbers.
    let lower = min(least + 7, surroundings.bottom - under.depth)
    return lower >= least ? (under, Point(box.maxX - under.width, lower)) : nil
  }
}
