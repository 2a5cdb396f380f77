import Plotting

/// Where a function is stationary on a constraint: ∇f = λ∇g.
///
///     var figure = Lagrange()
///     figure.expression = "x^2 y"
///     figure.constraints = ["x^2 + y^2 = 3"]
///
/// With a start: the point that sequential quadratic programming reaches, in any number of variables.
public struct Lagrange: Figure {
  /// The word on the command line.
  public static let name = "lagrange"
  /// What it draws.
  public static let summary = "Extrema on a constraint, where the gradients are parallel."

  /// The function, an expression in x and y, or with a start in any variables.
  public var expression = "x^2 y"
  /// The constraints, equations between expressions.
  public var constraints: [String] = []
  /// Where the iteration starts; then there may be any number of variables, and nothing is drawn.
  public var start: NamedPoint?
  /// Which level curves of the function are drawn behind.
  public var levels = Levels.count(10)

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Lagrange>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option(
        "subject-to", \.constraints, placeholder: "EQUATION",
        help: "A constraint: an equation, or an expression that is to be 0. Repeatable."),
      .option(
        "from", \.start,
        help: "Iterate from a point, in any number of variables: a=1,b=2; prints the results."),
      .option("levels", \.levels, help: "About N levels of f behind, or a list of levels."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "The level curve touches the ellipse at four points.",
      [
        "exp(-(2x^2+y^2-xy)/2)", "--subject-to", "x^2 + 3(y+1)^2 = 1", "-x", "-1.6:1.6", "-y",
        "-2:0.4",
      ]),
    Example(
      "Three maxima and three minima on a circle.", ["x^2 y", "--subject-to", "x^2 + y^2 = 3"]),
    Example(
      "A minimum, and a maximum that a bad start finds.",
      ["-exp(x - y^2 + x y)", "--subject-to", "cosh(y) + x = 2"]),
    Example(
      "The least value lies at the cusp, where there is no multiplier.",
      ["x", "--subject-to", "y^2 = x^3"]),
    Example(
      "A box of the greatest volume for its surface, from a start.",
      ["l w h", "--subject-to", "2 l w + 2 l h + 2 w h = 6", "--from", "l=1,w=2,h=2"]),
  ]

  /// Solves, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    guard !constraints.isEmpty else {
      throw .input(
        "lagrange wants a constraint",
        hint: "for example: mvplot lagrange 'x^2 y' --subject-to 'x^2 + y^2 = 3'")
    }
    if let start { return try compose(from: start, in: setting) }
    guard constraints.count <= 2 else {
      throw .input(
        "\(constraints.count) constraints on x and y leave no point in general",
        hint: "give one or two, or more variables and a start: --from a=1,b=2,c=3")
    }
    return LagrangeMap(try LagrangeProblem(self, in: setting), levels: levels, in: setting)
      .composition
  }

  /// The constraints in the given variables.
  func equations(
    in variables: [String], _ setting: Setting
  ) throws(FigureError) -> [Equation] {
    var equations: [Equation] = []
    for source in constraints {
      do throws(ParseError) {
        equations.append(
          try Equation(source, variables: variables, constants: setting.constants))
      } catch {
        throw .expression(source, error)
      }
    }
    return equations
  }
}
