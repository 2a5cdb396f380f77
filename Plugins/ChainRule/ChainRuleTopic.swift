import Plotting

/// Rates along paths, computational graphs, networks and how they learn.
public enum ChainRuleTopic: Topic {
  /// The heading of the topic.
  public static let title = "Multivariate chain rule"
  /// The figures of the topic.
  public static let figures: [any Figure.Type] = [
    Graph.self, Chain.self, NetworkFigure.self, Train.self,
  ]
}
