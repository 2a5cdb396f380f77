import Plotting

/// Functions as polynomials: series, remainders, linear and quadratic models.
public enum TaylorSeriesTopic: Topic {
  /// The heading of the topic.
  public static let title = "Taylor series and linearisation"
  /// The figures of the topic.
  public static let figures: [any Figure.Type] = [Taylor.self, Linearise.self]
}
