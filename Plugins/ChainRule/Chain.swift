import Plotting

/// The chain rule along a path: the rate of f(x(t), y(t)) as a sum of products.
///
///     var figure = Chain()
///     figure.expression = "x^2 y"
///     figure.along = ["cos t", "sin t"]
///     figure.time = 0.7
public struct Chain: Figure {
  /// The word on the command line.
  public static let name = "chain"
  /// What it draws.
  public static let summary = "The chain rule along a path: a rate as a sum of products."

  /// The function, an expression in x and y.
  public var expression = "x^2 + y^2"
  /// The path: x and y as expressions in t; a circle where none is given.
  public var along: [String] = []
  /// The time at which the rate is taken.
  public var time = 1.0
  /// The times that are drawn; by default some around that time.
  public var range: ClosedRange<Double>?
  /// Which level curves are drawn behind.
  public var levels = Levels.count(10)

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Chain>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option(
        "along", \.along, taking: 2...2, placeholder: "X Y",
        help: "The path: two expressions in t. Default: cos t and sin t."),
      .option("at", \.time, placeholder: "T", help: "The time at which the rate is taken."),
      .option("over", \.range, help: "The times that are drawn."),
      .option("levels", \.levels, help: "About N levels of f behind, or a list of levels."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "Around a saddle on a circle.", ["x y", "--along", "2 cos t", "2 sin t", "--at", "0.5"]),
    Example(
      "A spiral over two hills.",
      [
        "exp(-(x-1)^2-y^2) + exp(-(x+1)^2-y^2)", "--along", "t cos(3t)/2", "t sin(3t)/2", "--at",
        "1.8", "--over", "0:4",
      ]),
    Example(
      "Along a level curve nothing changes.",
      ["x^2 + 4y^2", "--along", "2 cos t", "sin t", "--at", "pi/3"]),
    Example(
      "A parabola through a pole.", ["y/x", "--along", "t", "t^2 - 1", "--at", "1.5"]),
  ]

  /// Evaluates, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let problem = try ChainProblem(self, in: setting)
    return ChainPicture(problem, levels: levels, in: setting).composition
  }
}
