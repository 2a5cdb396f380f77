import Plotting

/// Models fitted to data: errors, bands, goodness, the landscape of chi-squared.
public enum RegressionTopic: Topic {
  /// The heading of the topic.
  public static let title = "Regression"
  /// The figures of the topic.
  public static let figures: [any Figure.Type] = []
}
