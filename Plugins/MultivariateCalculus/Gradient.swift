import Plotting

/// The gradient of a function of x and y as arrows over its level curves.
///
///     var figure = Gradient()
///     figure.expression = "x^2 - y^2"
public struct Gradient: Figure {
  /// The word on the command line.
  public static let name = "gradient"
  /// What it draws.
  public static let summary = "The gradient of a function of x and y over its level curves."

  /// The function, an expression in x and y.
  public var expression = "x^2+y^2"
  /// Which levels are drawn.
  public var levels = Levels.count(10)
  /// How the length of the arrows follows the gradient.
  public var arrowLengths = ArrowLengths.power

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Gradient>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option("levels", \.levels, help: "About N levels at round values, or a list of levels."),
      .option("arrows", \.arrowLengths, help: "How the length of an arrow follows the gradient."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("Uphill from a saddle.", ["x^2 - y^2"]),
    Example("Long on the slopes, short at the top.", ["exp(-(x^2+y^2)/2)"]),
  ]

  /// Evaluates the gradient on a lattice and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let map = LevelMap(
      try PlaneFunction(expression, in: setting), levels: levels, isFilled: false, isLabelled: true,
      isContext: true,
      setting: setting)
    let arrows = GradientArrows(of: map.function, panel: map.panel, lengths: arrowLengths)
    let pen = Pen(.role(.blue), width: 2.2)
    let stages = [
      map.curveStage,
      SceneStage(name: "arrows", marks: arrows.marks(pen), column: [arrows.key(pen)]),
      SceneStage(name: "remarks", column: map.remarks),
    ]
    var scene = map.scene(stages: stages, verb: "The gradient of")
    scene.description +=
      " Arrows of the gradient at \(arrows.samples.count) points"
      + (arrows.reference > 0
        ? ", the longest where its length is \(Wording.text(arrows.reference)) or more"
          + (arrowLengths == .power
            ? ", shorter by the power 0.6 of it." : ", in proportion to it.")
        : ": the gradient is zero.")
    return Composition(
      scene: scene, results: .object([("samples", arrows.json)]), notices: map.notices)
  }
}
