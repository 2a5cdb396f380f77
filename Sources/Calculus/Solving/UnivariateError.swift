/// Why a question about a function of one variable cannot be asked.
public enum UnivariateError: Error, Hashable, Sendable {
  /// The expression has another number of variables than one.
  case variables(count: Int)
  /// A start or a place is NaN or infinite.
  case notFinite(Double)
  /// The ends of an interval are not finite, or not in order, or their distance overflows.
  case badInterval(lower: Double, upper: Double)
  /// A budget outside its limits.
  case badBudget(Int, limit: Int)
  /// The function or its derivative has no finite value at the place.
  case undefined(at: Double)
}

extension UnivariateError {
  /// What is wrong, in one line.
  public var message: String {
    switch self {
    case .variables(let count): "a function of one variable is wanted, not of \(count)"
    case .notFinite(let value): "\(value) is not a place on the axis: a finite number is wanted"
    case .badInterval(let lower, let upper):
      "\(lower):\(upper) is not an interval: two finite numbers in order are wanted"
    case .badBudget(let budget, let limit):
      "a budget of \(budget) is out of range: 1 to \(limit) is wanted"
    case .undefined(let place): "the function has no derivative at \(place)"
    }
  }
}

extension Expression {
  /// The name of the only variable.
  var onlyVariable: String {
    get throws(UnivariateError) {
      guard variables.count == 1, let name = variables.first else {
        throw .variables(count: variables.count)
      }
      return name
    }
  }
}
