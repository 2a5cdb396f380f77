import CVector

/// What a neuron makes of its weighted sum z.
public enum Activation: String, CaseIterable, Hashable, Sendable {
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

  /// The same function in the language; `nil` for the linear one.
  public var function: Function? {
    switch self {
    case .logistic: .sigmoid
    case .tanh: .tanh
    case .relu: .relu
    case .softplus: .softplus
    case .linear: nil
    }
  }

  /// Applies the function to `count` sums.
  func apply(
    _ sums: UnsafePointer<Double>, to outputs: UnsafeMutablePointer<Double>, count: Int
  ) {
    switch self {
    case .logistic:
      cv_negate(outputs, sums, count)
      cv_apply(CV_EXP, outputs, outputs, count)
      for s in 0..<count { outputs[s] = 1 / (1 + outputs[s]) }
    case .tanh: cv_apply(CV_TANH, outputs, sums, count)
    case .relu: for s in 0..<count { outputs[s] = sums[s] < 0 ? 0 : sums[s] }
    case .softplus: for s in 0..<count { outputs[s] = Function.softplus.value(sums[s]) }
    case .linear: for s in 0..<count { outputs[s] = sums[s] }
    }
  }

  /// Multiplies derivatives by the output with the slope, which makes them derivatives by the sum.
  func pullBack(
    _ derivatives: UnsafeMutablePointer<Double>, sums: UnsafePointer<Double>,
    outputs: UnsafePointer<Double>, count: Int
  ) {
    switch self {
    case .logistic: for s in 0..<count { derivatives[s] *= outputs[s] * (1 - outputs[s]) }
    case .tanh: for s in 0..<count { derivatives[s] *= 1 - outputs[s] * outputs[s] }
    case .relu: for s in 0..<count where sums[s] < 0 { derivatives[s] = 0 }
    case .softplus: for s in 0..<count { derivatives[s] *= 1 / (1 + CVector.exp(-sums[s])) }
    case .linear: break
    }
  }
}
