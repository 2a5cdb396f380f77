import Plotting

/// The search for roots and for the best: iterations, extrema on constraints.
public enum OptimisationTopic: Topic {
  /// The heading of the topic.
  public static let title = "Optimisation"
  /// The figures of the topic.
  public static let figures: [any Figure.Type] = [
    Newton.self, DescentPaths.self, Lagrange.self, BasinFigure.self,
  ]
}
