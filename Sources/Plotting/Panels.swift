/// Several figures as panels of one.
///
///     var hill = Contour()
///     hill.expression = "exp(-x^2 - y^2)"
///     var section = Plot()
///     section.expressions = ["exp(-x^2)"]
///
///     var figure = Panels()
///     figure.add(hill) { $0.yRange = -2...2 }
///     figure.add(section)
///     try figure.write(to: "hill.svg")
///
/// Each panel has the window and the constants of the page where it says nothing else; the paper
/// and the title are always the page's. A figure file lists the figures under `panels`.
public struct Panels: Figure {
  /// How the panels stand to one another.
  public enum Order: String, CaseIterable, Hashable, ParameterValue {
    /// Side by side.
    case row
    /// One under another.
    case stacked
    /// The first alone; the others small, beside it.
    case heading

    /// The placeholder of an order.
    public static var placeholder: String { "HOW" }
  }

  /// The greatest number of figures: more cannot be read on one page.
  public static let limit = 6

  /// The key in figure files.
  public static let name = "panels"
  /// What it is.
  public static let summary = "Several figures as panels of one."
  /// None: a command line has no place for several figures.
  public static let examples: [Example] = []
  /// How they stand; the figures themselves are no words of a command line.
  public static let parameters: [Parameter<Panels>] = [
    .option(
      "arrangement", \.arrangement,
      help: "Side by side, one under another, or the first alone and the others small.")
  ]

  /// How the panels stand to one another.
  public var arrangement = Order.row
  private var entries: [Entry] = []

  /// No figures yet, side by side.
  public init() {}

  /// Adds a figure behind those that are there.
  ///
  /// - Parameters:
  ///   - figure: What the panel shows.
  ///   - change: Gives the panel a window, constants or names of axes of its own.
  public mutating func add(
    _ figure: any Figure, _ change: @escaping @Sendable (inout Setting) -> Void = { _ in }
  ) {
    entries.append(Entry(figure: figure, change: change))
  }

  /// Solves all figures and puts them into one scene, with the results of each.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    var parts: [Part] = []
    for entry in entries.prefix(Self.limit + 1) { parts.append(try entry.part(on: setting)) }
    return try composition(of: parts, in: setting)
  }

  /// A figure with what its panel has of its own.
  private struct Entry: Sendable {
    let figure: any Figure
    let change: @Sendable (inout Setting) -> Void

    func part(on page: Setting) throws(FigureError) -> Part {
      var setting = page
      setting.title = nil
      change(&setting)
      setting.canvas = page.canvas
      setting.isForPaper = page.isForPaper
      return try Part(type(of: figure).name, figure.compose(in: setting))
    }
  }
}
