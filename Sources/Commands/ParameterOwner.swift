import Plotting

/// Values that a command reads from its options: declared once, like the parameters of a figure.
protocol ParameterOwner: Sendable {
  static var parameters: [Parameter<Self>] { get }
  /// The values with every parameter at its default.
  init()
}
