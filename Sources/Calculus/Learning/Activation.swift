import CVector

/// What a neuron makes of its weighted sum z.
public enum Activation: String, CaseIterable, Hashable, Sendable, Codable {
  /// σ(z) = 1/(1 + e^(−z)).
  case logistic
  /// tanh z.
  case tanh
  /// max(z, 0); its slope at 0 is 1.
  case relu
  /// ln(1 + eᶻ).
  case softplus
  /// z itself.
  case linear
  /// e^zⱼ / Σ e^zₖ over the neurons of the layer: shares that sum to 1, for the output alone.
  case softmax

  /// The same function in the language; `nil` for the linear one and for softmax.
  public var function: Function? {
    switch self {
    case .logistic: .sigmoid
    case .tanh: .tanh
    case .relu: .relu
    case .softplus: .softplus
    case .linear, .softmax: nil
    }
  }

  /// Applies the function to the sums of a layer: `neurons` times those of `examples`.
  func apply(
    _ sums: UnsafePointer<Double>, to outputs: UnsafeMutablePointer<Double>, neurons: Int,
    examples: Int
  ) {
    let count = neurons * examples
    switch self {
    case .logistic:
      cv_negate(outputs, sums, count)
      cv_apply(CV_EXP, outputs, outputs, count)
      for s in 0..<count { outputs[s] = 1 / (1 + outputs[s]) }
    case .tanh: cv_apply(CV_TANH, outputs, sums, count)
    case .relu: for s in 0..<count { outputs[s] = sums[s] < 0 ? 0 : sums[s] }
    case .softplus: for s in 0..<count { outputs[s] = Function.softplus.value(sums[s]) }
    case .linear: for s in 0..<count { outputs[s] = sums[s] }
    case .softmax:
      for s in 0..<examples {
        let total = Self.logarithmOfSum(sums + s, neurons: neurons, stride: examples)
        for j in 0..<neurons {
          outputs[j * examples + s] = CVector.exp(sums[j * examples + s] - total)
        }
      }
    }
  }

  /// ln Σ e^zⱼ over the neurons, taken from the largest so that nothing overflows.
  static func logarithmOfSum(
    _ sums: UnsafePointer<Double>, neurons: Int, stride: Int
  ) -> Double {
    var largest = sums[0]
    for j in 1..<max(neurons, 1) { largest = max(largest, sums[j * stride]) }
    var total = 0.0
    for j in 0..<neurons { total += CVector.exp(sums[j * stride] - largest) }
    return largest + CVector.log(total)
  }

  /// Multiplies derivatives by the output with the slope, which makes them derivatives by the sum.
  func pullBack(
    _ derivatives: UnsafeMutablePointer<Double>, sums: UnsafePointer<Double>,
    outputs: UnsafePointer<Double>, neurons: Int, examples: Int
  ) {
    let count = neurons * examples
    switch self {
    case .logistic: for s in 0..<count { derivatives[s] *= outputs[s] * (1 - outputs[s]) }
    case .tanh: for s in 0..<count { derivatives[s] *= 1 - outputs[s] * outputs[s] }
    case .relu: for s in 0..<count where sums[s] < 0 { derivatives[s] = 0 }
    case .softplus: for s in 0..<count { derivatives[s] *= 1 / (1 + CVector.exp(-sums[s])) }
    case .linear: break
    case .softmax:
      // δⱼ = aⱼ (dⱼ − Σ aₖ dₖ).
      for s in 0..<examples {
        var mean = 0.0
        for j in 0..<neurons { mean += outputs[j * examples + s] * derivatives[j * examples + s] }
        for j in 0..<neurons {
          let place = j * examples + s
          derivatives[place] = outputs[place] * (derivatives[place] - mean)
        }
      }
    }
  }
}
