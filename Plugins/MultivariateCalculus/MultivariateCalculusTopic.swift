import Plotting

/// Functions of several variables: their level curves and gradients.
public enum MultivariateCalculusTopic: Topic {
  /// The heading of the topic.
  public static let title = "Multivariate calculus"
  /// The figures of the topic.
  public static let figures: [any Figure.Type] = [
    Plot.self, Contour.self, Implicit.self, Gradient.self, Field.self, Critical.self,
    Surface.self, Difference.self, JacobianMap.self,
  ]
}
