import Plotting

/// The options that all figures share.
struct SharedOptions: ParameterOwner {
  var outputs: [String] = []
  var format: FileFormat?
  var size = PageSize.slide
  var density: PixelDensity?
  var themeChoice = ThemeChoice.named(.light)
  /// The theme of the choice, with the colours of values that are asked for.
  private(set) var theme = Theme.light
  var colours = ColourMap.auto
  var font: FontFamily?
  var xRange: ClosedRange<Double>?
  var yRange: ClosedRange<Double>?
  var constants: [Assignment] = []
  var title: String?
  var xLabel: String?
  var yLabel: String?
  var ticks = TickChoice.auto
  var isBuiltUp = false
  var tolerance = PixelTolerance.screen
  var isQuiet = false

  /// The name of the option that others depend on: its constants may stand in their values.
  static let constantsName = "let"

  static var parameters: [Parameter<SharedOptions>] {
    outputParameters + pageParameters + contentParameters
  }

  private static var outputParameters: [Parameter<SharedOptions>] {
    [
      .option(
        "output", \.outputs, placeholder: "PATH",
        help: "A file to write, its format by its end; - is standard output. Repeatable."),
      .option("format", \.format, help: "The format where the path does not say it."),
      .flag(
        "build", \.isBuiltUp,
        help: "Write the stages of the figure: pages of a PDF, numbered PNG or SVG files."),
      .flag("quiet", \.isQuiet, help: "Print nothing but errors."),
    ]
  }

  private static var pageParameters: [Parameter<SharedOptions>] {
    [
      .option(
        "size", \.size, help: "The page: WxH pixels, WxHmm, cm, in or pt, or a name."),
      .option("dpi", \.density, help: "Pixels per inch of a PNG whose size is not in pixels."),
      .option(
        "theme", \.themeChoice,
        help: "Colours and weights: a name, or a file of lines such as ink = #1A2029."),
      .option(
        "colours", \.colours, help: "The colours of values: of fills, level curves and images."),
      .option(
        "font", \.font,
        help: "The type: a built-in family, or the name or path of an installed font."),
      .option(
        "tolerance", \.tolerance, help: "How far a drawn curve may be from the true one, in pixels."
      ),
    ]
  }

  private static var contentParameters: [Parameter<SharedOptions>] {
    [
      .option("x", \.xRange, help: "The window in x; the ends are expressions."),
      .option("y", \.yRange, help: "The window in y; the ends are expressions."),
      .option(
        constantsName, \.constants, help: "A named constant for all expressions. Repeatable."),
      .option("title", \.title, placeholder: "T", help: "The title: text with $formulas$."),
      .option("x-label", \.xLabel, placeholder: "T", help: "The name of the abscissa."),
      .option("y-label", \.yLabel, placeholder: "T", help: "The name of the ordinate."),
      .option("ticks", \.ticks, help: "Whether axes count in multiples of pi."),
    ]
  }
}

extension SharedOptions {
  /// The options of the raw texts.
  ///
  /// The constants come first, for ranges may use them.
  static func read(
    _ texts: RawTexts
  ) throws(CommandFailure) -> (options: SharedOptions, constants: [String: Double]) {
    let words = parameters.filter { $0.name == constantsName }
    let constants = try texts.applied(to: SharedOptions(), words, names: .shared).constants
      .values(option: "--" + constantsName)
    var options = try withConstants(constants) { () throws(CommandFailure) in
      try texts.applied(to: SharedOptions(), parameters, names: .shared)
    }
    do throws(FigureError) {
      options.theme = try options.themeChoice.theme().with(options.colours)
    } catch {
      throw .figure(error)
    }
    return (options, constants)
  }

  /// What the figure sees of the options.
  func setting(constants: [String: Double]) throws(CommandFailure) -> Setting {
    var setting = Setting()
    setting.xRange = xRange
    setting.yRange = yRange
    setting.constants = constants
    setting.title = title
    setting.xLabel = xLabel
    setting.yLabel = yLabel
    setting.ticks = ticks
    setting.tolerance = tolerance.pixels
    setting.isForPaper = theme.isForPaper
    do throws(UsageError) {
      setting.canvas = try size.canvas(dpi: density?.dpi)
    } catch {
      throw .usage(error)
    }
    return setting
  }
}

/// Does `work` while the texts of parameters may use `constants`.
func withConstants<Result>(
  _ constants: [String: Double], _ work: () throws(CommandFailure) -> Result
) throws(CommandFailure) -> Result {
  // The closure of a task-local value loses the type of an error on its way.
  let result = NamedConstants.$current.withValue(constants) {
    Swift.Result { () throws(CommandFailure) in try work() }
  }
  return try result.get()
}
