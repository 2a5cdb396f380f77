import Foundation

@testable import Calculus

/// Parts of the fitting that only its tests reach.
enum FitProbe {
  static func secondDerivative(of f: Calculus.Expression, along names: [String])
    -> Calculus.Expression
  {
    f.secondDerivative(along: names)
  }

  /// The value after writing it as JSON and reading it again.
  static func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }
}
