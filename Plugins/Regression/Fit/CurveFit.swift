import Plotting

/// A model fitted to measurements, with the errors of its parameters.
///
///     var figure = CurveFit()
///     figure.request.data = "decay.csv"
///     figure.request.model = "a exp(-b x) + c"
public struct CurveFit: Figure {
  /// The word on the command line.
  public static let name = "fit"
  /// What it draws.
  public static let summary = "A least-squares fit with errors, bands and residuals."

  /// The data, the model, and which column is what.
  public var request = FitRequest()
  /// Whether the bands of confidence and prediction are drawn.
  public var showsBands = false
  /// Whether the squares whose sum is least are drawn.
  public var showsSquares = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<CurveFit>] {
    [
      .argument("data", \.request.data, help: FitRequest.dataHelp),
      .option("model", \.request.model, placeholder: "EXPR", help: FitRequest.modelHelp),
      .option("start", \.request.start, placeholder: "a=1,b=2", help: FitRequest.startHelp),
      .option("y", \.request.y, placeholder: "EXPR", help: FitRequest.yHelp),
      .option("x", \.request.x, placeholder: "COLUMN", help: FitRequest.xHelp),
      .option("error", \.request.error, placeholder: "COLUMN", help: FitRequest.errorHelp),
      .option(
        "error-x", \.request.errorInX, placeholder: "COLUMN", help: FitRequest.errorInXHelp),
      .flag("bands", \.showsBands, help: "Draw where the curve and new points lie, with 95 %."),
      .flag("squares", \.showsSquares, help: "Draw the squares of the residuals."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "An exponential decay with given errors.",
      ["sample:decay", "--model", "a exp(-b x) + c", "--error", "sigma", "--bands"]),
    Example(
      "A straight line through galaxies, with the squares whose sum is least.",
      ["sample:hubble", "--squares"]),
    Example(
      "Errors in both coordinates: the line of Pearson and York.",
      ["sample:pearson", "--error", "sigma_y", "--error-x", "sigma_x"]),
    Example(
      "The normal density of heights, from a poor start.",
      [
        "sample:heights", "--y", "density", "--x", "height (cm)", "--model",
        "1/(s sqrt(2pi)) exp(-(x-m)^2/(2s^2))", "--start", "m=155,s=6",
      ]),
    Example(
      "Two predictors: what was observed against what was fitted.",
      ["sample:trees", "--y", "ln(volume)", "--model", "a + b ln(girth) + c ln(height)"]),
  ]

  /// Fits, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let problem = try FitProblem(request, in: setting)
    return FitPage(
      problem, showsBands: showsBands, showsSquares: showsSquares, in: setting
    ).composition
  }
}
