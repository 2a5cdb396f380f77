/// A comparison of a gradient with central difference quotients.
///
/// The quotient (f(x + h eᵢ) − f(x − h eᵢ))/2h has an error of order h² and a rounding error of
/// order ε|f|/h; h = ε^(1/3) (1 + |xᵢ|) balances the two, so agreement to about 1e-8 is the best
/// there is for smooth functions. Cost: two evaluations for each input.
public struct GradientCheck: Hashable, Sendable, Codable {
  /// The gradient by reverse mode.
  public let gradient: [Double]
  /// The central difference quotients.
  public let quotients: [Double]

  /// Checks the gradient of the first result of a tape at a point.
  public init(_ tape: Tape, at point: [Double]) throws(DerivativeError) {
    let evaluator = TapeEvaluator(tape)
    gradient = try evaluator.gradient(at: point).gradient
    var quotients: [Double] = []
    var moved = point
    for index in point.indices {
      let h = 6e-6 * (1 + abs(point[index]))
      moved[index] = point[index] + h
      let after = try evaluator.value(at: moved)
      moved[index] = point[index] - h
      let before = try evaluator.value(at: moved)
      quotients.append((after - before) / (2 * h))
      moved[index] = point[index]
    }
    self.quotients = quotients
  }

  /// The largest difference of a component, relative to the largest component or to 1.
  ///
  /// NaN where a component is.
  public var largestError: Double {
    let size = gradient.reduce(1) { max($0, abs($1)) }
    return zip(gradient, quotients).reduce(0) { worst, pair in
      let error = abs(pair.0 - pair.1) / size
      return error.isNaN || worst.isNaN ? .nan : max(worst, error)
    }
  }
}
