import Plotting

/// Basins of attraction: where an iteration ends from each start.
///
///     var figure = BasinFigure()
///     figure.expression = "x^3 - 1"
public struct BasinFigure: Figure {
  /// The word on the command line.
  public static let name = "basins"
  /// What it draws.
  public static let summary = "Which start leads to which root, or to which minimum."

  /// The function: an expression in x (or z), whose roots are looked for, or in x and y, whose minima
  /// are.
  public var expression = "x^3 - 1"
  /// How a start moves; Newton's method on x, gradient descent on x and y where it is not given.
  public var method: Basins.Rule?
  /// The factor γ of the gradient; one over the size of the Hessian where not given.
  public var stepSize: Double?
  /// The greatest number of steps of a start.
  public var steps: Int?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<BasinFigure>] {
    [
      .argument(
        "expression", \.expression,
        help: "The function: in x for roots on the complex plane, in x and y for minima."),
      .option("method", \.method, placeholder: "METHOD", help: "How a start moves."),
      .option("step", \.stepSize, placeholder: "G", help: "The factor of the gradient."),
      .option("steps", \.steps, placeholder: "N", help: "The greatest number of steps."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "Newton's fractal: three roots, and no border between two of them alone.",
      ["x^3 - 1", "-x", "-2:2", "-y", "-2:2"]),
    Example(
      "Starts that fall into the cycle 0, 1 and never find a root.",
      ["x^3 - 2x + 2", "-x", "-2.5:2.5", "-y", "-2.5:2.5"]),
    Example(
      "Four minima share the plane, parted by the ways down from the hill and the saddles.",
      ["(x^2+y-11)^2 + (x+y^2-7)^2", "-x", "-5:5", "-y", "-5:5"]),
    Example(
      "The same by Newton on the gradient: saddles and the maximum attract as well.",
      ["(x^2+y-11)^2 + (x+y^2-7)^2", "--method", "newton", "-x", "-5:5", "-y", "-5:5"]),
  ]

  private static let mostSteps = 10_000

  /// Iterates from every start, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    if let stepSize, !(stepSize > 0 && stepSize.isFinite) {
      throw .parameter(
        name: "step", value: stepSize.parameterText, wanted: "a number greater than 0")
    }
    if let steps, !(1...Self.mostSteps).contains(steps) {
      throw .parameter(
        name: "steps", value: String(steps), wanted: "a whole number from 1 to \(Self.mostSteps)")
    }
    return BasinPicture(try BasinProblem(self, in: setting), in: setting).composition
  }
}
