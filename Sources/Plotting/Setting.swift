import Drawing

/// What all figures share: the window, named constants, titles, the paper and the tolerance.
public struct Setting: Sendable {
  /// The window in x, where it is given.
  public var xRange: ClosedRange<Double>?
  /// The window in y, where it is given.
  public var yRange: ClosedRange<Double>?
  /// Named constants that expressions may use.
  public var constants: [String: Double] = [:]
  /// The title, where it is given: plain text with `$formulas$`.
  public var title: String?
  /// The name of the abscissa, where it is given: plain text with `$formulas$`.
  public var xLabel: String?
  /// The name of the ordinate, where it is given: plain text with `$formulas$`.
  public var yLabel: String?
  /// How the numbers of linear axes are counted.
  public var ticks = TickChoice.auto
  /// How far a drawn curve may be from the true one, in pixels.
  public var tolerance = 0.25
  /// The paper.
  public var canvas = Canvas.slide
  /// Whether the theme is for paper, where a negative level is dashed as well as coloured.
  public var isForPaper = false
  /// Who is told how far long work is, where somebody waits.
  public var progress: Progress?

  /// The setting with nothing given.
  public init() {}
}
