import Plotting

/// Regression: the figures that this topic is made of.
public struct RegressionTopic: Topic {
  /// The heading of the topic.
  public static let title = "Regression"
  /// The figures, in the order of the help.
  public static let figures: [any Figure.Type] = [
    CurveFit.self, ChiSquaredMap.self, Histogram.self,
  ]
}
