import Plotting

/// χ² over two parameters: its true regions, the ellipses of the quadratic model, and ways down.
///
///     var figure = ChiSquaredMap()
///     figure.request.data = "growth.csv"
///     figure.request.model = "a (1 - exp(-b x))"
public struct ChiSquaredMap: Figure {
  /// The word on the command line.
  public static let name = "chi2"
  /// What it draws.
  public static let summary = "The landscape of chi-squared over two parameters of a fit."

  /// The data, the model, and which column is what.
  public var request = FitRequest()
  /// Two parameters `a,b`, or one; the first two of the model where it is left out.
  public var over: String?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<ChiSquaredMap>] {
    [
      .argument("data", \.request.data, help: FitRequest.dataHelp),
      .option("model", \.request.model, placeholder: "EXPR", help: FitRequest.modelHelp),
      .option(
        "over", \.over, placeholder: "a,b",
        help: "Two parameters, or one: its curve. The first two if not given."),
      .option("start", \.request.start, placeholder: "a=1,b=2", help: FitRequest.startHelp),
      .option("y", \.request.y, placeholder: "EXPR", help: FitRequest.yHelp),
      .option("x", \.request.x, placeholder: "COLUMN", help: FitRequest.xHelp),
      .option("error", \.request.error, placeholder: "COLUMN", help: FitRequest.errorHelp),
      .option(
        "error-x", \.request.errorInX, placeholder: "COLUMN", help: FitRequest.errorInXHelp),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "A bent valley, where the ellipse is not the truth.",
      [
        "sample:saturation", "--model", "a (1 - exp(-b x))", "--error", "sigma", "--start",
        "a=37,b=0.74",
      ]),
    Example(
      "A straight line: ellipses that lean, for slope and height depend on one another.",
      ["sample:pearson", "--error", "sigma_y", "--over", "a,b"]),
    Example(
      "Two of three parameters, the third at its best everywhere.",
      ["sample:decay", "--model", "a exp(-b x) + c", "--error", "sigma", "--over", "b,c"]),
    Example(
      "One parameter alone: the interval that raises chi-squared by one, and its uneven sides.",
      [
        "sample:saturation", "--model", "a (1 - exp(-b x))", "--error", "sigma", "--over", "b",
        "--start", "a=30,b=0.3",
      ]),
  ]

  /// Fits, follows the regions, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let fit = try FitProblem(request, sample: .saturation, in: setting)
    let names = try ChiSquaredProblem.names(over, of: fit.result.model)
    if names.count == 1 {
      let profile = try ChiSquaredProfile(fit, name: names[0], in: setting)
      return ChiSquaredProfilePage(profile, in: setting).composition
    }
    let problem = try ChiSquaredProblem(fit, over: names, from: request.start, in: setting)
    return ChiSquaredPage(problem, in: setting).composition
  }
}
