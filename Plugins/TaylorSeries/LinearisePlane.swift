import Plotting

/// The picture of a function of x and y beside its models: the same levels of all three.
struct LinearisePlane {
  private let model: LocalModel
  private let setting: Setting
  private let function: PlaneFunction
  private let tolerance: Double
  private let levels: [Double]
  private let resolution: Resolution
  private let panels: [Panel]

  private static let functionPen = Pen(.role(.blue), width: 2)
  private static let linearPen = Pen(.role(.orange), width: 2.6, dash: .model)
  private static let quadraticPen = Pen(.role(.plum), width: 2.6, dash: .model)
  private static let halfWidth = 1.5

  init(
    _ model: LocalModel, _ source: String, tolerance: Double?, in setting: Setting
  ) throws(FigureError) {
    self.model = model
    self.setting = setting
    let (a, b) = (model.place.values[0], model.place.values[1])
    let half = Self.halfWidth * max(1, max(abs(a), abs(b)) * 1e-6)
    var own = setting
    own.xRange = setting.xRange ?? (a - half)...(a + half)
    own.yRange = setting.yRange ?? (b - half)...(b + half)
    function = try PlaneFunction(source, in: own)
    levels =
      function.values.isEmpty || function.isConstant
      ? [] : function.roundLevels(about: 6).levels
    let spread = function.range.upperBound - function.range.lowerBound
    let size = spread > 0 && spread.isFinite ? spread : max(abs(model.value), 1)
    self.tolerance = tolerance ?? (0.05 * size).rounded(toDigits: 1)
    var left = Panel.map(function.window)
    left.xLabel = setting.xLabel ?? left.xLabel
    left.yLabel = setting.yLabel ?? left.yLabel
    panels = [left, left]
    let box =
      PanelArrangement(of: panels, arrangement: .row, on: setting.canvas).boxes.first
      ?? Box(x: 0, y: 0, width: 1, height: 1)
    resolution = Resolution(
      window: function.window,
      pixels: Point(box.width / setting.canvas.pixel, box.height / setting.canvas.pixel),
      tolerance: setting.tolerance)
  }

  func composition() throws(FigureError) -> Composition {
    let words = LineariseWords(model: model, tolerance: tolerance)
    let title = setting.title ?? words.title
    let own = curves(of: model.function, Self.functionPen, isLabelled: true)
    let point = Mark.dot(
      at: Point(model.place.values[0], model.place.values[1]), radius: 8, .role(.ink),
      isOpen: false, label: nil)
    let linear = model.expression(model.linear)
    let quadratic = model.expression(model.quadratic)
    let stages = [
      SceneStage(
        name: "within",
        panels: [region(model.linear, .orange), region(model.quadratic, .plum)]),
      SceneStage(
        name: "function", panels: [own + [point], own + [point]],
        column: [.title(title)] + words.heading + [
          .key(.line(Self.functionPen), "level curves of $f$", note: levelWords)
        ]),
      SceneStage(
        name: "linear",
        panels: [linear.map { curves(of: $0, Self.linearPen, isLabelled: false) } ?? []],
        column: words.linear(.line(Self.linearPen))),
      SceneStage(
        name: "quadratic",
        panels: [
          [], quadratic.map { curves(of: $0, Self.quadraticPen, isLabelled: false) } ?? [],
        ], column: words.quadratic(.line(Self.quadraticPen)) + key),
    ]
    let scene = Scene(
      panels[0], [panels[1]], arrangement: .row, stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description
        + " Drawn on \(Wording.text(function.window)): level curves of "
        + "the function with those of the linear model, and of the quadratic model; the areas "
        + "where a model errs by less than \(Wording.text(tolerance)) are shaded.")
    return Composition(
      scene: scene, results: .object(model.json + [("tolerance", .number(tolerance))]),
      notices: notices)
  }

  private var levelWords: String? {
    levels.isEmpty
      ? nil : "levels " + Wording.list(levels) { "$\(Wording.tex($0, digits: 6))$" }
  }

  private var key: [ColumnBlock] {
    [
      .key(
        .swatch(.tint(.orange, 0.28)), "error below $\(Wording.tex(tolerance))$",
        note: "left of $L$, right of $Q$")
    ]
  }

  private var notices: [String] {
    if levels.isEmpty { return ["the function is constant in the window: no level curves"] }
    let p = Point(model.place.values[0], model.place.values[1])
    return function.window.contains(p) ? [] : ["the point is outside the window"]
  }

  private func curves(of f: Expression, _ pen: Pen, isLabelled: Bool) -> [Mark] {
    let curves = LevelSetTracer(of: f, in: function.window, at: resolution)
      .trace(levels: levels).curves
    // A model's curves lie on fills: paper around them keeps them apart from these.
    let casings = curves.map {
      Mark.curve($0.path, Pen(.role(.paper), width: pen.width + 4), label: nil)
    }
    return (isLabelled ? [] : casings)
      + curves.map {
        .curve($0.path, pen, label: isLabelled ? "$\(Wording.tex($0.level, digits: 6))$" : nil)
      }
  }

  /// Where a model errs by less than the tolerance: above −ε without what is above ε.
  private func region(_ text: String, _ role: Role) -> [Mark] {
    guard let error = model.error(of: text, constants: setting.constants) else { return [] }
    let traced = LevelSetTracer(of: error, in: function.window, at: resolution)
      .trace(levels: [-tolerance, tolerance], withRegions: true)
    let path = Path(traced.regions.flatMap(\.path.subpaths))
    return path.isEmpty ? [] : [.region(path, .tint(role, 0.28))]
  }
}
