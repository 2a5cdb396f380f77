import Plotting

/// How a start of a map of basins moves.
public enum BasinsMethod: String, Hashable, Sendable, CaseIterable {
  /// Newton's method on a function, or on its gradient.
  case newton
  /// Against the gradient.
  case gradient
  /// Newton's step, unless it points uphill or is too long.
  case hybrid
}

extension BasinsMethod: ParameterValue {
  /// The placeholder of a method.
  public static var placeholder: String { "METHOD" }
}

extension BasinsMethod {
  /// The rule of the library.
  var rule: Basins.Rule {
    switch self {
    case .newton: .newton
    case .gradient: .gradient
    case .hybrid: .hybrid
    }
  }

  /// The method in a sentence.
  var words: String {
    switch self {
    case .newton: "Newton's method"
    case .gradient: "gradient descent"
    case .hybrid: "the hybrid rule"
    }
  }
}
