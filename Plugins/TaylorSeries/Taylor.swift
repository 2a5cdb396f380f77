import Plotting

/// Taylor polynomials over the function that they approach.
///
///     var figure = Taylor()
///     figure.expression = "sin(x)"
///     figure.orders = Orders([1, 3, 5, 7])
///     figure.showsRemainder = true
public struct Taylor: Figure {
  /// The word on the command line.
  public static let name = "taylor"
  /// What it draws.
  public static let summary =
    "Taylor polynomials of a function, with a proved bound of their error."

  /// The function, an expression in x.
  public var expression = "sin(x)"
  /// Where it is expanded; at 0, or at 1 where there is no series at 0, if not given.
  public var place: Double?
  /// The orders of the polynomials; the first four that differ where not given.
  public var orders: Orders?
  /// Whether the bound of the remainder and the errors are drawn.
  public var showsRemainder = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Taylor>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x."),
      .option("about", \.place, placeholder: "A", help: "Where the function is expanded."),
      .option("orders", \.orders, help: "The orders of the polynomials, as in 1,3,5."),
      .flag(
        "remainder", \.showsRemainder,
        help: "Shade a proved bound of the error, and draw the errors below."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "Four polynomials of the sine, the last with its bound.",
      ["sin(x)", "--orders", "1,3,5,7", "--remainder", "-x", "-2pi:2pi"]),
    Example("Poles off the axis end the convergence.", ["1/(1+x^2)"]),
    Example(
      "The reciprocal about 1 converges from 0 to 2.",
      ["1/x", "--about", "1", "--orders", "1,2,4,8", "--remainder"]),
    Example("The exponential function.", ["exp(x)", "--orders", "1,2,3"]),
    Example(
      "A gap at 0 is filled, and the poles stand at ±2πi.",
      ["x/(exp(x) - 1)", "--orders", "1,2,4,6", "-x", "-9:9"]),
    Example("Coefficients with roots about π/4.", ["sin(x)cos(x)^2", "--about", "pi/4"]),
  ]

  /// Expands, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    TaylorGraph(try TaylorProblem(self, in: setting), in: setting).composition
  }
}
