/// How far outputs a are from targets y: the mean over the examples of a sum over the outputs.
public enum Loss: String, CaseIterable, Hashable, Sendable {
  /// Σ (a − y)².
  case squared
  /// −Σ (y ln a + (1 − y) ln(1 − a)), for logistic outputs.
  ///
  /// Computed from the weighted sums z as ln(1 + eᶻ) − y z, which neither overflows nor cancels.
  case crossEntropy

  /// The cost of `count` outputs and its derivative by the output, or by the sum for cross-entropy.
  func cost(
    sums: UnsafePointer<Double>, outputs: UnsafePointer<Double>, targets: UnsafePointer<Double>,
    derivatives: UnsafeMutablePointer<Double>, count: Int, scale: Double
  ) -> Double {
    var total = 0.0
    for s in 0..<count {
      let difference = outputs[s] - targets[s]
      switch self {
      case .squared:
        total += difference * difference
        derivatives[s] = 2 * difference * scale
      case .crossEntropy:
        total += Function.softplus.value(sums[s]) - targets[s] * sums[s]
        derivatives[s] = difference * scale
      }
    }
    return total * scale
  }
}
