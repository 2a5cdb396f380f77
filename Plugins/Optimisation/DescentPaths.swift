import Plotting

/// Paths of descents on the level curves of a function, and how fast they arrive.
///
///     var figure = DescentPaths()
///     figure.expression = "(1-x)^2 + 8(y-x^2)^2"
///     figure.starts = [Point(-1.4, 1.6)]
public struct DescentPaths: Figure {
  /// The word on the command line.
  public static let name = "descent"
  /// What it draws.
  public static let summary = "Paths downhill by several methods, and how fast they arrive."

  /// The function, an expression in x and y.
  public var expression = "(1-x)^2 + 8(y-x^2)^2"
  /// Where the paths start; one place in the window where none is given.
  public var starts: [Point] = []
  /// The methods; three of them where none is given.
  public var methods: [DescentMethod] = []
  /// The factor γ of the gradient; one over the greatest curvature at the start where not given.
  public var stepSize: Double?
  /// The greatest number of steps of a path.
  public var steps = 2000

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<DescentPaths>] {
    [
      .argument(
        "expression", \.expression,
        help: "The function, an expression in x and y, or a pit such as sandpit:random:3."),
      .option(
        "from", \.starts, placeholder: "POINT", help: "Where a path starts. Repeatable."),
      .option(
        "method", \.methods, placeholder: "M",
        help: "How the next point is found; several are compared. Repeatable."),
      .option("step", \.stepSize, placeholder: "G", help: "The factor of the gradient."),
      .option("steps", \.steps, help: "The greatest number of steps."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "Three ways down the valley.",
      ["(1-x)^2 + 8(y-x^2)^2", "--from", "-1.4,1.6", "--step", "0.01"]),
    Example(
      "A step too long: every second point on the other side of the valley.",
      ["x^2 + 5y^2", "--from", "-2.5,0.5", "--method", "gradient", "--step", "0.19"]),
    Example(
      "Newton climbs to a maximum where the gradient goes down.",
      [
        "sin(x)cos(y)", "--from", "1,0.4", "--method", "newton", "--method", "gradient",
        "--step", "0.5",
      ]),
    Example(
      "The sandpit: one start digs to the bottom, the other leaves the pit for ever.",
      [
        "-((x-4.1)^2 + (y-0.9)^2) - 30 exp(-((x-1.5)^2 + (y-3.7)^2)/2.8)", "--from", "3,3.4",
        "--from", "5,2", "--method", "hybrid", "--step", "0.05", "-x", "0:6", "-y", "0:6",
      ]),
    Example(
      "Two starts in a random pit, and one is stuck in a local minimum.",
      ["sandpit:random:3", "--from", "1,1", "--from", "3,4", "--method", "gradient"]),
  ]

  /// Descends, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    if let stepSize, !(stepSize > 0) {
      throw .parameter(
        name: "step", value: stepSize.parameterText, wanted: "a number greater than 0")
    }
    guard (1...Self.mostSteps).contains(steps) else {
      throw .parameter(
        name: "steps", value: String(steps), wanted: "a whole number from 1 to \(Self.mostSteps)")
    }
    guard starts.count * max(methods.count, 3) <= Self.mostPaths else {
      throw .input(
        "\(starts.count) starts are more paths than a figure can show",
        hint: "give at most \(Self.mostPaths) paths: starts times methods")
    }
    return DescentMap(try DescentProblem(self, in: setting), in: setting).composition
  }

  private static let mostSteps = 100_000
  private static let mostPaths = 60
}
