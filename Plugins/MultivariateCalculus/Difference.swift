import Plotting

/// Difference quotients: secants that turn into the tangent, and their error against the step.
///
///     var figure = Difference()
///     figure.expression = "exp(x)"
///     figure.place = 0
public struct Difference: Figure {
  /// The word on the command line.
  public static let name = "difference"
  /// What it draws.
  public static let summary = "Secants that become the tangent, and their error against the step."

  /// The function, an expression in x.
  public var expression = "exp(x)"
  /// Where the derivative is taken.
  public var place = 1.0

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Difference>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x."),
      .option("at", \.place, placeholder: "A", help: "Where the derivative is taken."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A step too large, a step too small.", ["exp(x)", "--at", "0"]),
    Example("The sine at 1.", ["sin(x)", "--at", "1"]),
    Example("Even the forward quotient is of second order here.", ["sin(x)", "--at", "0"]),
    Example("Beside a pole the large steps are lost.", ["1/x", "--at", "0.5"]),
  ]

  /// Takes the quotients, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let f = try setting.expression(expression, in: ["x"])
    let noSlope = FigureError.parameter(
      name: "at", value: place.parameterText, wanted: "a place where the function has a slope")
    let table: FiniteDifferences
    do throws(UnivariateError) {
      table = try f.finiteDifferences(at: place)
    } catch {
      throw noSlope
    }
    guard f.isDifferentiable(at: [place]) else { throw noSlope }
    return try DifferenceGraph(f, table, in: setting).composition()
  }
}
