import Plotting

extension Basins.Rule: ParameterValue {
  /// The placeholder of a rule.
  public static var placeholder: String { "METHOD" }
}

extension Basins.Rule {
  /// The rule in a sentence.
  var words: String {
    switch self {
    case .newton: "Newton's method"
    case .gradient: "gradient descent"
    case .hybrid: "the hybrid rule"
    }
  }
}
