import Plotting

/// A topic of somebody else: what it lists is in the help, the completions and the manual.
enum OwnTopic: Topic {
  static let title = "Plane geometry"
  static let figures: [any Figure.Type] = [Ellipses.self]
}
