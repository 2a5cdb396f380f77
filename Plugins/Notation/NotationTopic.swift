import Plotting

/// How mathematics is written.
public enum NotationTopic: Topic {
  /// The heading of the topic.
  public static let title = "Notation"
  /// The figures of the topic.
  public static let figures: [any Figure.Type] = [Formulas.self]
}
