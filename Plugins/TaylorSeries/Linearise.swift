import Plotting

/// The linear and the quadratic model of a function at a point, and how far they are good.
///
///     var figure = Linearise()
///     figure.expression = "exp(-(x^2+y^2))"
///     figure.point = NamedPoint(values: [0.5, 0.5])
public struct Linearise: Figure {
  /// The word on the command line.
  public static let name = "linearise"
  /// What it draws.
  public static let summary = "The linear and quadratic models of a function at a point."

  /// The function, an expression in any number of variables.
  public var expression = "exp(-(x^2+y^2))"
  /// Where the models touch; every variable 1 where not given.
  public var point: NamedPoint?
  /// The error below which a model is good; a part of the range shown where not given.
  public var tolerance: Double?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Linearise>] {
    [
      .argument(
        "expression", \.expression,
        help: "The function, in x, in x and y, or in any other variables."),
      .option("at", \.point, help: "Where the models touch: a point in all variables."),
      .option(
        "within", \.tolerance, placeholder: "E",
        help: "Shade where a model errs by less than E."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "A hill, its tangent plane and its paraboloid.", ["exp(-(x^2+y^2))", "--at", "0.5,0.5"]),
    Example("A saddle beside its own models.", ["sin(x)cos(y) + x y", "--at", "x=1,y=0.5"]),
    Example("Tangent and parabola of the square root.", ["sqrt(x)", "--at", "1"]),
    Example(
      "The angle of swing for which sin x is x within 0.01.",
      ["sin(x)", "--at", "0", "--within", "0.01"]),
    Example(
      "Three variables: the models and their matrices.", ["x^2 y + 3z", "--at", "x=1,y=2,z=3"]),
  ]

  /// Differentiates, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    if let tolerance, !(tolerance > 0) {
      throw .parameter(
        name: "within", value: tolerance.parameterText, wanted: "a number greater than 0")
    }
    let (f, place) = try reading(in: setting)
    let model = try LocalModel(of: f, at: place)
    if place.variables.count == 1 {
      return try LineariseGraph(model, tolerance: tolerance, in: setting).composition
    }
    switch place.variables {
    case ["x", "y"]:
      return try LinearisePlane(model, expression, tolerance: tolerance, in: setting).composition()
    default:
      return try LineariseMatrices(model, tolerance: tolerance, in: setting).composition
    }
  }

  private func reading(in setting: Setting) throws(FigureError) -> (Expression, Place) {
    let source = expression
    func read(_ names: [String]) throws(FigureError) -> Expression {
      do throws(ParseError) {
        return try Expression(source, variables: names, constants: setting.constants)
      } catch {
        throw .expression(source, error)
      }
    }
    if let point {
      let (f, place) = try point.reading(parameter: "at", constants: setting.constants, read)
      // x and y are drawn in their order, however the point names them.
      guard place.variables == ["y", "x"] else { return (f, place) }
      return (
        try read(["x", "y"]),
        Place(variables: ["x", "y"], values: place.values.reversed())
      )
    }
    if let f = try? read(["x"]) { return (f, Place(variables: ["x"], values: [1])) }
    if let f = try? read(["x", "y"]) { return (f, Place(variables: ["x", "y"], values: [1, 1])) }
    for count in 1...6 {
      let start = NamedPoint(values: Array(repeating: 1, count: count))
      do throws(FigureError) {
        let found = try start.reading(parameter: "at", constants: setting.constants, read)
        return (found.formulas, found.place)
      } catch {
        guard case .parameter = error else { throw error }
      }
    }
    throw .input(
      "the function has more variables than a point is guessed for",
      hint: "give the point: --at a=1,b=2")
  }
}
