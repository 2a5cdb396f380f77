import Plotting

/// Graphs of functions of x.
///
///     var figure = Plot()
///     figure.expressions = ["tan(x)"]
///     figure.showsAsymptotes = true
public struct Plot: Figure {
  /// The word on the command line.
  public static let name = "plot"
  /// What it draws.
  public static let summary = "Graphs of functions of x, with their breaks, zeros and extrema."

  /// The functions, expressions in x.
  public var expressions: [String] = []
  /// Where tangents of the first function are drawn.
  public var tangents: [Double] = []
  /// Whether dashed lines are drawn at the poles.
  public var showsAsymptotes = false
  /// Whether zeros and extrema are marked.
  public var showsFeatures = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Plot>] {
    [
      .argument("expression", \.expressions, help: "A function, an expression in x."),
      .option("tangent", \.tangents, placeholder: "A", help: "Draw the tangent at x = A."),
      .flag("asymptotes", \.showsAsymptotes, help: "Draw dashed lines at the poles."),
      .flag("extrema", \.showsFeatures, help: "Mark the zeros and the extrema."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A pole and two extrema.", ["x/2 + 1/(x-1)", "--asymptotes", "--extrema"]),
    Example("No line crosses a pole.", ["tan(x)", "--asymptotes", "-x", "-2pi:2pi"]),
    Example("Three functions and their labels.", ["sin(x)", "x - x^3/6", "x", "-y", "-2:2"]),
    Example("Steps with open and closed ends.", ["floor(x)", "-x", "-3.5:3.5"]),
    Example("Infinitely many oscillations at 0.", ["sin(1/x)", "-x", "-1:1"]),
    Example("A tangent.", ["x^3 - 2x + 2", "-x", "-2:2", "--tangent", "1"]),
  ]

  /// Traces the graphs and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    guard expressions.count <= Self.limit else {
      throw .input(
        "\(expressions.count) functions are too many for one figure",
        hint: "up to \(Self.limit) can be drawn")
    }
    let interval = setting.xRange ?? -5...5
    var functions: [PlottedFunction] = []
    for source in expressions {
      functions.append(try PlottedFunction(source, on: interval, in: setting))
    }
    let lines = try tangents.map { place throws(FigureError) in
      try TangentLine(of: functions, at: place)
    }
    return PlotPage(
      functions: functions, tangents: lines, showsAsymptotes: showsAsymptotes,
      showsFeatures: showsFeatures, setting: setting
    ).composition
  }

  /// No reader tells more curves apart.
  private static let limit = 40
}
