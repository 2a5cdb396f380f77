import Plotting

/// All critical points of a function of x and y in a window, with their kinds.
///
/// With a start: the critical point that a descent reaches, in any number of variables.
///
///     var figure = Critical()
///     figure.expression = "x^3 - 3x + y^2"
public struct Critical: Figure {
  /// The word on the command line.
  public static let name = "critical"
  /// What it draws.
  public static let summary = "All critical points of a function of x and y, with their kinds."

  /// The function, an expression in x and y.
  public var expression = "x^3 - 3x + y^2"
  /// Which levels are drawn beside those through the saddles.
  public var levels = Levels.count(10)
  /// Where a descent starts; then there may be any number of variables, and nothing is drawn.
  public var start: NamedPoint?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Critical>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option("levels", \.levels, help: "About N levels at round values, or a list of levels."),
      .option(
        "from", \.start,
        help: "Descend from a point, in any number of variables: a=1,b=2; prints the results."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A minimum and a saddle.", ["x^3 - 3x + y^2"]),
    Example("Four minima, four saddles and a maximum.", ["(x^2+y-2)^2 + (x+y^2-2)^2"]),
    Example(
      "A minimum in three variables, from a start.",
      ["100 (b - a^2)^2 + (1 - a)^2 + (c - a b)^2", "--from", "a=-1,b=2,c=0"]),
  ]

  /// Finds the points, traces the level curves and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    if let start { return try compose(from: start, in: setting) }
    let function = try PlaneFunction(expression, in: setting)
    let points = CriticalPointMarks(of: function, budget: CriticalPointSearch.defaultBudget)
    let map = LevelMap(
      function, levels: levels, through: points.saddleValues, isFilled: false, isLabelled: true,
      setting: setting)
    let stages = [
      map.curveStage,
      SceneStage(
        name: "directions", marks: points.curvatureMarks(on: map.panel),
        column: points.curvatureKey),
      SceneStage(name: "points", marks: points.marks, column: points.curvatureTable),
      SceneStage(name: "remarks", column: map.remarks),
    ]
    var scene = map.scene(stages: stages, verb: "Where the gradient vanishes", isSentence: true)
    scene.description += points.description
    var notices = map.notices
    if points.isEmpty && !function.values.isEmpty {
      notices.append("the function has no critical point in the window")
    }
    if points.found.isContinuum { notices.append("the gradient vanishes along whole curves") }
    if points.found.hasFlatParts {
      notices.append(
        "in a part of the window the gradient is too small for numbers and cannot be told from 0: "
          + "it is listed under 'unsettled'")
    } else if !points.found.isComplete {
      notices.append("some boxes could not be settled: they are listed under 'unsettled'")
    }
    return Composition(scene: scene, results: .object(points.json), notices: notices)
  }
}
