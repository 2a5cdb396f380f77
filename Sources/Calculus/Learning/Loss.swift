/// How far outputs a are from targets y: the mean over the examples of a sum over the outputs.
public enum Loss: String, CaseIterable, Hashable, Sendable, Codable {
  /// Σ (a − y)².
  case squared
  /// −Σ (y ln a + (1 − y) ln(1 − a)) for logistic outputs, −Σ y ln a for softmax.
  ///
  /// Computed from the weighted sums z as ln(1 + eᶻ) − y z, or ln Σ eᶻ − Σ y z for softmax, which
  /// neither overflows nor cancels. With softmax the targets of an example are shares: they sum to 1.
  case crossEntropy

  /// The cost of outputs and its derivative by the output, or by the sum for cross-entropy.
  func cost(
    sums: UnsafePointer<Double>, outputs: UnsafePointer<Double>, targets: UnsafePointer<Double>,
    derivatives: UnsafeMutablePointer<Double>, neurons: Int, examples: Int, isSoftmax: Bool
  ) -> Double {
    var total = 0.0
    let scale = 1 / Double(examples)
    for s in 0..<neurons * examples {
      let difference = outputs[s] - targets[s]
      switch self {
      case .squared:
        total += difference * difference
        derivatives[s] = 2 * difference * scale
      case .crossEntropy:
        total += (isSoftmax ? 0 : Function.softplus.value(sums[s])) - targets[s] * sums[s]
        derivatives[s] = difference * scale
      }
    }
    if self == .crossEntropy && isSoftmax {
      for s in 0..<examples {
        total += Activation.logarithmOfSum(sums + s, neurons: neurons, stride: examples)
      }
    }
    return total * scale
  }
}
