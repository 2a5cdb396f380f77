import Plotting

/// Newton–Raphson: from the foot of one tangent to the next.
///
///     var figure = Newton()
///     figure.expression = "x^3 - 2x + 2"
///     figure.start = -1
public struct Newton: Figure {
  /// The word on the command line.
  public static let name = "newton"
  /// What it draws.
  public static let summary = "Newton-Raphson with its tangents, its steps and a verdict."

  /// The function, an expression in x.
  public var expression = "x^3 - 2x + 2"
  /// Where the iteration starts.
  public var start = 1.0
  /// The greatest number of steps.
  public var steps = NewtonRaphson.defaultSteps
  /// Whether an extremum of f is looked for: a root of f′.
  public var minimises = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Newton>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x."),
      .option("from", \.start, placeholder: "X0", help: "Where the iteration starts."),
      .option("steps", \.steps, help: "The greatest number of steps."),
      .flag("minimise", \.minimises, help: "Look for an extremum: a root of the derivative."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("Thrown to -4 by a flat tangent, then quick.", ["x^3 - 2x + 2", "--from", "-1"]),
    Example("A cycle of two that never ends.", ["x^3 - 2x + 2", "--from", "0"]),
    Example(
      "Wandering between hills before it finds the root.",
      ["x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30", "--from", "3.1"]),
    Example("Each step goes twice as far to the other side.", ["cbrt(x)", "--from", "0.5"]),
    Example("The least value of f is a root of its derivative.", ["exp(x) - 2x", "--minimise"]),
  ]

  /// Iterates, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    guard (1...NewtonRaphson.stepLimit).contains(steps) else {
      throw .parameter(
        name: "steps", value: String(steps),
        wanted: "a whole number from 1 to \(NewtonRaphson.stepLimit)")
    }
    let f = try setting.expression(expression, in: ["x"])
    do throws(UnivariateError) {
      let run = try f.newtonRaphson(
        from: start, seeking: minimises ? .extremum : .root, steps: steps)
      return NewtonGraph(NewtonProblem(function: f, run: run), in: setting).composition
    } catch {
      throw .input(error.message, hint: "")
    }
  }
}
