import Plotting

/// The picture of a directional derivative: the line on the map, and the slice along it beside.
struct DirectionalPicture {
  private let slice: DirectionalSlice
  private let setting: Setting
  private let map: LevelMap
  private let panels: [Panel]
  private let boxes: [Box]

  static let unitPen = Pen(.role(.orange), width: 5)
  static let gradientPen = Pen(.role(.blue), width: 4)
  static let tangentPen = Pen(.role(.orange), width: 3.2)
  static let slicePen = Pen(.role(.ink), width: 4.2)
  private static let linePen = Pen(.role(.orange), width: 1.8)
  private static let dropPen = Pen(.role(.soft), width: 1.8, dash: .drop)
  private static let mapShare = 1.4

  init(_ slice: DirectionalSlice, levels: Levels, in setting: Setting) {
    self.slice = slice
    self.setting = setting
    var plane = Panel.map(slice.function.window)
    plane.share = Self.mapShare
    let graph = Panel.graph(
      slice.window, xLabel: "$s$", yLabel: "$f(\\mathbf{p} + s\\,\\mathbf{u})$")
    panels = [plane, graph]
    boxes = PanelArrangement(of: panels, arrangement: .row, on: setting.canvas).boxes
    map = LevelMap(
      slice.function, levels: levels, isFilled: false, isLabelled: true, isContext: true,
      on: boxes.first, setting: setting)
  }

  /// The scene with its results and words.
  var composition: Composition {
    let words = DirectionalWords(
      slice: slice, gradientScale: gradientScale, unitScale: unitScale)
    let level = slice.value.isFinite ? Gradient.levelCurves(slice.value, of: map) : []
    let stages = [
      SceneStage(
        name: "curves", marks: map.curveStage.marks,
        column: [.title(setting.title ?? words.title)] + words.formulas),
      SceneStage(name: "direction", marks: level + direction, column: words.direction),
      SceneStage(name: "slice", panels: [[], sliceMarks]),
      SceneStage(name: "gradient", marks: gradient, column: words.gradient),
      SceneStage(name: "derivative", panels: [[], tangent], column: words.derivative),
      SceneStage(name: "remarks", column: map.remarks),
    ]
    var scene = map.scene(
      stages: stages, title: words.title, plainTitle: words.plainTitle, subtitle: words.subtitle,
      description: words.description)
    scene.panel.share = Self.mapShare
    scene.panel.colourBar = nil
    scene.others = [panels[1]]
    scene.arrangement = .row
    return Composition(
      scene: scene, results: .object(words.json), notices: map.notices + words.notices)
  }

  // MARK: On the map

  private var point: Mark {
    .dot(at: slice.point, radius: 6.5, .role(.ink), isOpen: false, label: nil)
  }

  private var unitScale: VectorScale {
    VectorScale(for: slice.unit, from: slice.point, in: slice.function.window)
  }

  /// The line through the window, and the unit vector on it.
  private var direction: [Mark] {
    let (p, u) = (slice.point, slice.unit)
    return [
      .curve(
        Path(line: p + u * slice.reach.lowerBound, p + u * slice.reach.upperBound), Self.linePen,
        label: nil),
      .vector(tail: p, tip: p + u * unitScale.factor, Self.unitPen), point,
    ]
  }

  private var gradientScale: VectorScale {
    let gradient = slice.exists ? slice.gradient : Point(0, 0)
    return VectorScale(for: gradient, from: slice.point, in: slice.function.window)
  }

  /// The gradient, and the foot of its tip on the line: how much of it points along u.
  private var gradient: [Mark] {
    guard slice.exists, slice.gradient.length > 0 else { return [] }
    let p = slice.point
    let factor = gradientScale.factor
    let (tip, foot) = (p + slice.gradient * factor, p + slice.unit * (slice.derivative * factor))
    return [
      .curve(Path(line: tip, foot), Self.dropPen, label: nil),
      .vector(tail: p, tip: tip, Self.gradientPen),
      .dot(at: foot, radius: 5, .role(.blue), isOpen: true, label: nil), point,
    ]
  }

  // MARK: In the slice

  private var sliceMarks: [Mark] {
    let window = panels[1].window
    guard boxes.count > 1 else { return [] }
    let pixels = Point(
      boxes[1].width / setting.canvas.pixel, boxes[1].height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    let lines = GraphTracer(of: slice.graph, in: window, at: resolution).trace().lines
    let touch: [Mark] =
      slice.value.isFinite
      ? [
        .dot(at: Point(0, slice.value), radius: 6.5, .role(.ink), isOpen: false, label: nil)
      ] : []
    return lines.map {
      .curve(Path([Subpath(cubics: $0.cubics)]), Self.slicePen, label: nil)
    } + touch
  }

  /// The line with the slope D_u f through the point.
  private var tangent: [Mark] {
    guard slice.exists else { return [] }
    let window = panels[1].window
    let slope = slice.derivative
    let half = 0.4 * window.width
    let rise = 0.45 * window.height
    let reach = slope == 0 ? half : min(half, rise / abs(slope))
    let line = Path(
      line: Point(-reach, slice.value - slope * reach), Point(reach, slice.value + slope * reach))
    return [
      // Near the point it lies on the slice: paper around it keeps the two apart.
      .curve(line, Pen(.role(.paper), width: Self.tangentPen.width + 2), label: nil),
      .curve(line, Self.tangentPen, label: nil),
      .dot(at: Point(0, slice.value), radius: 6.5, .role(.ink), isOpen: false, label: nil),
    ]
  }
}
