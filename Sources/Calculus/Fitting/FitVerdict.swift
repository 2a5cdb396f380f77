/// How a fit ended.
public enum FitVerdict: Hashable, Sendable, Codable {
  /// The model is linear in its parameters: one solution, found.
  case solved
  /// A minimum of χ²: the residuals are at right angles to what the parameters can change.
  case converged
  /// The model goes through the points to the last digits.
  case exact
  /// χ² no longer falls, but the place is not a clean minimum.
  case stalled
  /// The limit of steps was reached.
  case budget
  /// χ² is least on a whole set of parameters: these cannot be told apart, or do not matter.
  case undetermined([String])

  /// The verdict in words, without a full stop.
  public var message: String {
    switch self {
    case .solved: "the best linear fit"
    case .converged: "a minimum of chi-squared"
    case .exact: "the model goes through all points"
    case .stalled: "chi-squared no longer falls, but this is no clean minimum"
    case .budget: "the limit of steps was reached before a minimum"
    case .undetermined(let names):
      "the data do not determine " + names.joined(separator: ", ")
    }
  }
}
