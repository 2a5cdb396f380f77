import Plotting

/// The picture of a function of x and y beside its models: the surface with its tangent plane, and
/// maps with the same levels of all three.
struct LinearisePlane {
  private let model: LocalModel
  private let setting: Setting
  private let function: PlaneFunction
  private let tolerance: Double
  private let levels: [Double]
  private let resolution: Resolution
  private let map: Panel
  /// The surface, where the page has room for it beside the maps.
  private let surface: SurfacePicture?

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
    var map = Panel.map(function.window)
    map.xLabel = setting.xLabel ?? map.xLabel
    map.yLabel = setting.yLabel ?? map.yLabel
    self.map = map
    let isWide = PanelArrangement(of: [map, map], on: setting.canvas).isWide
    surface =
      isWide
      ? SurfacePicture(
        of: function, tangentAt: Point(a, b), beside: [map, map], setting: own) : nil
    let panels = (surface.map { [$0.frame.panel] } ?? []) + [map, map]
    let box =
      PanelArrangement(of: panels, arrangement: .flanked, on: setting.canvas).boxes.last
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
      at: Point(model.place.values[0], model.place.values[1]), radius: 7, .role(.ink),
      isOpen: false, label: nil)
    let linear = curves(of: model.expression(model.linear), Self.linearPen) + [point]
    let quadratic = curves(of: model.expression(model.quadratic), Self.quadraticPen) + [point]
    let stages = [
      stage(
        "within", [], [region(model.linear, .orange), region(model.quadratic, .plum)]),
      stage(
        "function", surface.map { $0.floorStage.marks + $0.surfaceStage.marks } ?? [],
        [own + [point], own + [point]],
        [.title(title)] + words.heading + [
          .key(.line(Self.functionPen), "level curves of $f$", note: levelWords)
        ]),
      stage("linear", tangentPlane, [linear, []], words.linear(.line(Self.linearPen))),
      stage(
        "quadratic", [], [[], quadratic], words.quadratic(.line(Self.quadraticPen)) + key),
    ]
    let others = surface == nil ? [map] : [map, map]
    let scene = Scene(
      surface?.frame.panel ?? map, others, arrangement: .flanked, stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description + planeWords
        + " Drawn on \(Wording.text(function.window)): level curves of "
        + "the function with those of the linear model, and of the quadratic model; the areas "
        + "where a model errs by less than \(Wording.text(tolerance)) are shaded.")
    return Composition(
      scene: scene, results: .object(model.json + [("tolerance", .number(tolerance))]),
      notices: notices)
  }

  /// A stage with marks of the surface and of the two maps.
  private func stage(
    _ name: String, _ space: [Mark], _ maps: [[Mark]], _ column: [ColumnBlock] = []
  ) -> SceneStage {
    SceneStage(name: name, panels: surface == nil ? maps : [space] + maps, column: column)
  }

  private var planeWords: String {
    surface?.plane?.patch == nil
      ? "" : " The linear model is the tangent plane of the surface z = f(x, y)."
  }

  /// The linear model over the surface, with the tangents of the two sections.
  private var tangentPlane: [Mark] {
    guard let surface, let plane = surface.plane, let patch = plane.patch else { return [] }
    return plane.marks(in: surface, []) + [
      .dot(
        at: surface.frame.view(patch.plane.point), radius: 7, .role(.ink), isOpen: false,
        label: nil)
    ]
  }

  private var levelWords: String? {
    levels.isEmpty
      ? nil : "levels " + Wording.list(levels) { "$\(Wording.tex($0, digits: 6))$" }
  }

  private var key: [ColumnBlock] {
    [
      .key(
        .swatch(.tint(.orange, 0.28)), "error below $\(Wording.tex(tolerance))$",
        note: surface == nil ? "first of $L$, then of $Q$" : "above of $L$, below of $Q$")
    ]
  }

  private var notices: [String] {
    if levels.isEmpty { return ["the function is constant in the window: no level curves"] }
    let p = Point(model.place.values[0], model.place.values[1])
    return function.window.contains(p) ? [] : ["the point is outside the window"]
  }

  private func curves(of f: Expression?, _ pen: Pen, isLabelled: Bool = false) -> [Mark] {
    guard let f else { return [] }
    let curves = LevelSetTracer(of: f, in: function.window, at: resolution)
      .trace(levels: levels).curves
    // A model's curves lie on fills: paper around each dash keeps it apart from these.
    let casings = curves.map {
      Mark.curve($0.path, Pen(.role(.paper), width: pen.width + 2, dash: pen.dash), label: nil)
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
