/// The floor and the axes.
extension SpaceFrame {
  /// An axis along an edge of the box.
  private struct Axis {
    let name: String
    let range: ClosedRange<Double>
    let scale: AxisScale
    /// The point of the edge with a coordinate.
    let point: (Double) -> SpacePoint
    /// The direction of its ticks in the picture, and its own.
    let outwards: Point, along: Point
    /// Its length in u.
    let length: Double
    /// Whether it is that of z.
    var isUpright = false
  }

  /// An axis that is seen shorter than this, in u, has no numbers.
  private static let shortest = 40.0
  /// The length of a tick, and the distances of numbers and of names from the axis, in u.
  private static let tick = 10.0
  private static let numberDistance = 16.0
  private static let nameDistance = 64.0

  /// The floor with its grid, and the axes with numbers and names (plain text with `$formulas$`).
  public func marks(xLabel: String, yLabel: String, zLabel: String) -> [Mark] {
    let axes = [xAxis(xLabel), yAxis(yLabel), zAxis(zLabel)]
    var marks: [Mark] = []
    let floor = window.corners.map { view(SpacePoint(over: $0, base)) }
    if floor.allSatisfy(\.isFinite) {
      marks.append(.region(Path(polygon: floor), .role(.card)))
      marks.append(.curve(grid(axes), Pen(.role(.grid), width: 1.4), label: nil))
    }
    for axis in axes where axis.length > 1 {
      let line = Path(
        line: view(axis.point(axis.range.lowerBound)), view(axis.point(axis.range.upperBound)))
      marks.append(.curve(line, Pen(.role(.axis), width: 1.5), label: nil))
      marks += numbers(axis)
    }
    return marks
  }

  /// The numbers of an axis as its length has room for; those of z begin and end it.
  private func ticks(_ axis: Axis) -> [(value: Double, label: String)] {
    guard axis.isUpright else {
      let count = min(max(Int(axis.length / 92), 1), 7)
      return (Ticks(in: axis.range, about: count, scale: axis.scale)?.ticks(in: axis.range) ?? [])
        .map { ($0.value, $0.label) }
    }
    let first = (axis.range.lowerBound / heightStep).rounded()
    let steps = (axis.range.upperBound / heightStep).rounded() - first
    guard steps >= 1, steps < 100 else { return [] }
    let room = max(axis.length / 52, 1)
    let strides = (1...Int(steps)).filter {
      Int(steps) % $0 == 0 && steps / Double($0) <= room
    }
    // Zero is among the numbers where it can be.
    let stride =
      strides.first { first.truncatingRemainder(dividingBy: Double($0)) == 0 } ?? strides.first
    let values = Swift.stride(from: 0, through: Int(steps), by: stride ?? Int(steps)).map {
      (first + Double($0)) * heightStep
    }
    // A product of a step like 0.1 is a rounding beside the decimal that it stands for.
    let settled = Wording.settled(values)
    let form = DecimalForm(for: settled)
    return zip(values, settled).map { ($0, "$\(form.tex($1))$") }
  }

  private func grid(_ axes: [Axis]) -> Path {
    var lines: [Subpath] = []
    for tick in ticks(axes[0]) {
      lines +=
        Path(
          line: view(SpacePoint(tick.value, window.minY, base)),
          view(SpacePoint(tick.value, window.maxY, base))
        ).subpaths
    }
    for tick in ticks(axes[1]) {
      lines +=
        Path(
          line: view(SpacePoint(window.minX, tick.value, base)),
          view(SpacePoint(window.maxX, tick.value, base))
        ).subpaths
    }
    return Path(lines)
  }

  private func numbers(_ axis: Axis) -> [Mark] {
    guard axis.length >= Self.shortest else { return [] }
    var marks: [Mark] = []
    var path: [Subpath] = []
    // Numbers along the floor stand below it, clear of that of the upright axis beside it.
    let anchor = Self.anchor(opposite: axis.outwards, level: axis.isUpright ? 0.38 : 0.02)
    // In the picture ordinates go up, offsets on the page go down.
    let page = Point(axis.outwards.x, -axis.outwards.y)
    for tick in ticks(axis) {
      let place = view(axis.point(tick.value))
      path += Path(line: place, place + axis.outwards * (Self.tick * unit)).subpaths
      var offset = page * Self.numberDistance
      // The number at the floor makes room for that of the axis which begins there.
      if axis.isUpright, abs(tick.value - base) < heightStep / 2 {
        offset.y -= view.elevation >= 0 ? 12 : -12
      }
      marks.append(
        .text(tick.label, at: place, anchor: anchor, offset: offset, .tick, .role(.soft)))
    }
    marks.insert(.curve(Path(path), Pen(.role(.axis), width: 1.5), label: nil), at: 0)
    return marks + [name(axis, anchor, page)]
  }

  /// The name of an axis: beyond the end of an upright one, else beyond the numbers of its middle.
  private func name(_ axis: Axis, _ anchor: Anchor, _ page: Point) -> Mark {
    if axis.isUpright {
      // At the end that is not on the floor.
      let isAbove = view.elevation >= 0
      let end = isAbove ? axis.range.upperBound : axis.range.lowerBound
      return .text(
        axis.name, at: view(axis.point(end)), anchor: isAbove ? .bottom : .top,
        offset: Point(0, isAbove ? -14 : 14), .axisName, .role(.ink))
    }
    let values = ticks(axis).map(\.value)
    var middle = axis.range.lowerBound / 2 + axis.range.upperBound / 2
    // Between two numbers, where the longest of them is not in the way.
    if let upper = values.first(where: { $0 >= middle - 1e-9 * (abs(middle) + 1) }),
      let lower = values.last(where: { $0 < upper })
    {
      middle = lower / 2 + upper / 2
    }
    return .text(
      axis.name, at: view(axis.point(middle)), anchor: .centre, offset: page * Self.nameDistance,
      .axisName, .role(.ink))
  }

  /// The part of a text that stands at the end of a tick in a direction of the picture.
  ///
  /// A direction that rises or falls by less than `level` counts as level.
  private static func anchor(opposite direction: Point, level: Double) -> Anchor {
    let isSideways = abs(direction.x) > 0.38
    let isUpDown = abs(direction.y) > level
    switch (isSideways, isUpDown) {
    case (true, true):
      return direction.x > 0
        ? direction.y > 0 ? .bottomLeft : .topLeft
        : direction.y > 0 ? .bottomRight : .topRight
    case (true, false): return direction.x > 0 ? .left : .right
    default: return direction.y > 0 ? .bottom : .top
    }
  }

  // MARK: Edges

  private func xAxis(_ name: String) -> Axis {
    let edges = [window.minY, window.maxY]
    let y = outer(edges) { SpacePoint(window.minX / 2 + window.maxX / 2, $0, base) }
    let inner = y == window.minY ? window.maxY : window.minY
    return axis(
      name, window.minX...window.maxX, from: SpacePoint(window.minX, inner, base),
      to: SpacePoint(window.minX, y, base)
    ) { SpacePoint($0, y, base) }
  }

  private func yAxis(_ name: String) -> Axis {
    let edges = [window.minX, window.maxX]
    let x = outer(edges) { SpacePoint($0, window.minY / 2 + window.maxY / 2, base) }
    let inner = x == window.minX ? window.maxX : window.minX
    return axis(
      name, window.minY...window.maxY, from: SpacePoint(inner, window.minY, base),
      to: SpacePoint(x, window.minY, base)
    ) { SpacePoint(x, $0, base) }
  }

  /// Of two edges the one that nothing stands in front of; where they are level, the right one.
  private func outer(_ edges: [Double], _ point: (Double) -> SpacePoint) -> Double {
    let (a, b) = (view(point(edges[0])), view(point(edges[1])))
    let rise = (b.y - a.y) * (view.elevation >= 0 ? 1 : -1)
    if abs(rise) > 1e-9 { return rise > 0 ? edges[0] : edges[1] }
    return b.x > a.x ? edges[1] : edges[0]
  }

  private func zAxis(_ name: String) -> Axis {
    let corner = Self.side(of: window, in: view, base: base)
    let low = view(SpacePoint(over: corner, heights.lowerBound))
    let high = view(SpacePoint(over: corner, heights.upperBound))
    return Axis(
      name: name, range: heights, scale: .linear,
      point: { SpacePoint(over: corner, $0) }, outwards: Point(-1, 0),
      along: (high - low).direction ?? Point(0, 1), length: low.distance(to: high) / unit,
      isUpright: true)
  }

  private func axis(
    _ name: String, _ range: ClosedRange<Double>, from inner: SpacePoint, to outer: SpacePoint,
    _ point: @escaping (Double) -> SpacePoint
  ) -> Axis {
    let (start, end) = (view(point(range.lowerBound)), view(point(range.upperBound)))
    let along = (end - start).direction ?? Point(1, 0)
    let across = view(outer) - view(inner)
    var outwards = across.length > 1e-9 ? across.direction ?? .zero : .zero
    // Ticks along the floor, unless they would hardly leave the axis.
    if abs(outwards.cross(along)) < 0.4 {
      let away = Point(0, view.elevation >= 0 ? -1 : 1)
      outwards = along.perpendicular.dot(away) > 0 ? along.perpendicular : -along.perpendicular
    }
    return Axis(
      name: name, range: range, scale: .linear, point: point, outwards: outwards, along: along,
      length: start.distance(to: end) / unit)
  }
}
