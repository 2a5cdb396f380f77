import Plotting

/// The computational graph of an expression: values forwards, adjoints backwards.
///
///     var figure = Graph()
///     figure.expression = "(x+y) sin(x y)"
///     figure.point = try NamedPoint(parameterText: "x=1.2,y=0.8")
public struct Graph: Figure {
  /// The word on the command line.
  public static let name = "graph"
  /// What it draws.
  public static let summary = "The computational graph of an expression, with its backward pass."

  /// The function, an expression in any variables.
  public var expression = "(x+y) sin(x y)"
  /// Where it is evaluated; without it all variables are 1, or other small numbers where that is
  /// outside the domain.
  public var point: NamedPoint?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Graph>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in any variables."),
      .option("at", \.point, help: "Where it is evaluated: x=1,y=2. Default: all variables 1."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "A product whose factors share both variables.",
      ["(x+y) sin(x y)", "--at", "x=1.2,y=0.8"]),
    Example(
      "One neuron and its cost: the chain rule of back-propagation.",
      ["(sigmoid(w a + b) - y)^2", "--at", "w=0.7,a=0.9,b=-0.3,y=1"]),
    Example(
      "What occurs twice is computed once: x y has three users.",
      ["sin(x y) exp(x y) + x y / (x + y)", "--at", "1,2"]),
    Example(
      "A chain in one variable, link by link.", ["exp(-sqrt(1 + x^2))", "--at", "x=0.75"]),
  ]

  /// Evaluates, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let problem = try GraphProblem(self, in: setting)
    let words = GraphWords(problem: problem)
    let title = setting.title ?? words.title
    let picture = GraphPicture(problem, in: setting)
    let overview = GraphOverview(problem, in: setting)
    let scene = Scene(
      panel: .space(picture?.window ?? overview.window),
      stages: picture?.stages(words, title: title) ?? overview.stages(words, title: title),
      title: title, subtitle: words.subtitle,
      plainTitle: setting.title == nil ? words.plainTitle : nil, description: words.description)
    return Composition(
      scene: scene, results: words.json,
      notices: words.notices + (picture?.notices ?? overview.notices))
  }
}
