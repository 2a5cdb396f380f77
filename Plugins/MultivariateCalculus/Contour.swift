import Plotting

/// The level curves of a function of x and y.
///
///     var figure = Contour()
///     figure.expression = "x^2+y^2"
///     figure.levels = .count(12)
public struct Contour: Figure {
  /// The word on the command line.
  public static let name = "contour"
  /// What it draws.
  public static let summary = "Level curves of a function of x and y."

  /// The function, an expression in x and y.
  public var expression = "x^2+y^2"
  /// Which levels are drawn.
  public var levels = Levels.count(10)
  /// Whether the bands between the levels are filled, with a colour bar.
  public var isFilled = false
  /// Whether arrows of the gradient are drawn.
  public var showsGradient = false
  /// How the length of the arrows follows the gradient.
  public var arrowLengths = ArrowLengths.power
  /// Whether the curves carry no labels.
  public var hasNoLabels = false
  /// Whether all critical points are searched for, with a table of them.
  public var showsCriticalPoints = false
  /// Whether no critical point is marked.
  public var hasNoCriticalPoints = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Contour>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option("levels", \.levels, help: "About N levels at round values, a list, or critical."),
      .flag("filled", \.isFilled, help: "Fill the bands between the levels."),
      .flag("gradient", \.showsGradient, help: "Draw arrows of the gradient."),
      .option("arrows", \.arrowLengths, help: "How the length of an arrow follows the gradient."),
      .flag("no-labels", \.hasNoLabels, help: "Leave out the labels of the curves."),
      .flag("critical", \.showsCriticalPoints, help: "Find all critical points; list them."),
      .flag("no-critical", \.hasNoCriticalPoints, help: "Mark no critical points."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("Circles, closer together outwards.", ["x^2+y^2"]),
    Example("Hills and hollows of equal height.", ["sin(x)cos(y)", "--filled"]),
    Example(
      "The gradient at right angles to the level curves.",
      ["exp(-(x^2+y^2)) (x^2 - y^2)", "--gradient"]),
    Example(
      "A function that is not defined at the origin.", ["x y (x^2-y^2)/(x^2+y^2)"]),
  ]

  /// Traces the curves and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    if showsCriticalPoints && hasNoCriticalPoints {
      throw .contradiction("critical", "no-critical")
    }
    let function = try PlaneFunction(expression, in: setting)
    let points = criticalPoints(of: function)
    let map = LevelMap(
      function, levels: levels, through: levels == .critical ? points?.saddleValues ?? [] : [],
      isFilled: isFilled, isLabelled: !hasNoLabels, setting: setting)
    var stages = [map.curveStage]
    if showsGradient {
      let arrows = VectorArrows(
        gradientOf: map.function, panel: map.panel, lengths: arrowLengths)
      stages.append(
        SceneStage(
          name: "arrows", marks: arrows.marks(Self.arrowPen),
          column: [
            arrows.gradientKey(Self.arrowPen)
          ]))
    }
    if let points, !hasNoCriticalPoints {
      stages.append(
        SceneStage(
          name: "points", marks: points.marks,
          column: showsCriticalPoints ? points.table : points.summary))
    }
    let gaps = UndefinedPoints(of: function, at: map.resolution)
    if gaps.areShown { stages.append(gaps.stage) }
    stages.append(SceneStage(name: "remarks", column: map.remarks))
    var scene = map.scene(stages: stages, verb: "Level curves of")
    scene.description += (points?.description ?? "") + gaps.description
    let results = map.results + (points?.json ?? []) + [gaps.json]
    return Composition(scene: scene, results: .object(results), notices: map.notices)
  }

  /// The critical points that are marked: those that a small budget finds, unless asked otherwise.
  ///
  /// Without being asked for, more than nine would hide the curves, and so would a continuum.
  private func criticalPoints(of f: PlaneFunction) -> CriticalPointMarks? {
    if f.values.isEmpty || f.isConstant { return nil }
    if showsCriticalPoints || levels == .critical {
      return CriticalPointMarks(of: f, budget: CriticalPointSearch.defaultBudget)
    }
    if hasNoCriticalPoints { return nil }
    let points = CriticalPointMarks(of: f, budget: CriticalPointMarks.smallBudget)
    let isClear = !points.found.isContinuum && points.found.isComplete
    return isClear && points.found.points.count <= 9 ? points : nil
  }

  private static let arrowPen = Pen(.role(.ink), width: 2.2)
}
