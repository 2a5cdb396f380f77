extension DerivativeError: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .wrongDimension(let expected, let actual):
      "a point with \(expected) components is wanted, not one with \(actual)"
    case .wrongVariableCount(let expected, let actual):
      "a function of \(expected) variables is wanted, not one of \(actual)"
    case .empty: "there is nothing to differentiate"
    case .unknownVariable(let name, let known):
      "'\(name)' is no variable; the variables are \(known.joined(separator: ", "))"
    case .orderOutOfRange(let order, let allowed):
      "the order is from \(allowed.lowerBound) to \(allowed.upperBound), not \(order)"
    case .tooLarge: "this would take too much memory or time"
    case .foreignVariable: "a variable of one recording was used in another one"
    }
  }
}
