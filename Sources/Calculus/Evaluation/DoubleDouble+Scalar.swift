import CVector

extension DoubleDouble: Scalar {
  init(_ constant: Constant) {
    switch constant {
    case .pi: self = .pi
    case .e: self = .e
    case .tau: self = DoubleDouble.pi * 2
    }
  }

  var approximation: Double { high }
  var isZero: Bool { high == 0 && low == 0 }
  func raised(to exponent: DoubleDouble) -> DoubleDouble { power(exponent) }
  func raised(toWhole n: Int32) -> DoubleDouble { whole(n) }

  func compared(_ comparison: Comparison, to other: DoubleDouble) -> DoubleDouble {
    DoubleDouble(comparison.value((self - other).high, 0))
  }

  func choosing(_ first: DoubleDouble, _ second: DoubleDouble) -> DoubleDouble {
    high.isNaN ? self : isZero ? second : first
  }

  /// Functions that are computed no better than in doubles.
  static func isExtended(_ function: Function) -> Bool {
    switch function {
    case .gamma, .lgamma, .digamma, .polygamma, .besselQuotient, .exponentialMean: false
    default: true
    }
  }

  func applied(_ function: Function) -> DoubleDouble {
    let value = function.value(high)
    // Poles, ends of domains and overflow are where the double says they are.
    guard value.isFinite, high.isFinite else { return DoubleDouble(value) }
    return switch function {
    case .sin, .cos, .tan, .cot, .sec, .csc: circular(function)
    case .asin, .acos, .atan, .acot, .asec, .acsc: inverseCircular(function)
    case .sinh, .cosh, .tanh, .coth, .sech, .csch: hyperbolic(function)
    case .asinh, .acosh, .atanh, .acoth, .asech, .acsch: inverseHyperbolic(function)
    default: other(function, value)
    }
  }

  private var reciprocal: DoubleDouble { DoubleDouble(1) / self }

  private func circular(_ function: Function) -> DoubleDouble {
    let (sine, cosine) = sineAndCosine
    return switch function {
    case .sin: sine
    case .cos: cosine
    case .tan: sine / cosine
    case .cot: cosine / sine
    case .sec: cosine.reciprocal
    default: sine.reciprocal
    }
  }

  private func inverseCircular(_ function: Function) -> DoubleDouble {
    switch function {
    case .asin: arcSine
    case .acos: arcCosine
    case .atan: arcTangent
    case .acot: Self.angle(DoubleDouble(1), self)
    case .asec: reciprocal.arcCosine
    default: reciprocal.arcSine
    }
  }

  private func hyperbolic(_ function: Function) -> DoubleDouble {
    switch function {
    case .sinh: hyperbolicSine
    case .cosh: hyperbolicCosine
    case .tanh: hyperbolicTangent
    case .coth: hyperbolicTangent.reciprocal
    case .sech: hyperbolicCosine.reciprocal
    default: hyperbolicSine.reciprocal
    }
  }

  private func inverseHyperbolic(_ function: Function) -> DoubleDouble {
    switch function {
    case .asinh: inverseHyperbolicSine
    case .acosh: inverseHyperbolicCosine
    case .atanh: inverseHyperbolicTangent
    case .acoth: reciprocal.inverseHyperbolicTangent
    case .asech: reciprocal.inverseHyperbolicCosine
    default: reciprocal.inverseHyperbolicSine
    }
  }

  private func other(_ function: Function, _ value: Double) -> DoubleDouble {
    switch function {
    case .sinc: isZero ? DoubleDouble(1) : sineAndCosine.sine / self
    case .exp: exponential
    case .ln: logarithm
    case .log10: logarithm / Self.ln10
    case .log2: logarithm / Self.ln2
    case .sqrt: squareRoot
    case .cbrt: cubeRoot
    case .abs: magnitude
    case .floor: floor
    case .ceil: -(-self).floor
    case .erf: errorFunction
    case .erfc: complementaryErrorFunction
    case .sigmoid: logistic
    case .softplus:
      high > 0
        ? self + (-self).exponential.logarithmOfOnePlus : exponential.logarithmOfOnePlus
    case .relu: high > 0 ? self : DoubleDouble(0)
    default: DoubleDouble(value)
    }
  }

  private var logistic: DoubleDouble {
    let decay = (-magnitude).exponential
    let share = (DoubleDouble(1) + decay).reciprocal
    return high < 0 ? decay * share : share
  }

  func applied(_ function: Function, _ second: DoubleDouble) -> DoubleDouble {
    let value = function.value(high, second.high)
    guard value.isFinite, high.isFinite, second.high.isFinite else { return DoubleDouble(value) }
    switch function {
    case .min: return (second - self).high < 0 ? second : self
    case .max: return (second - self).high > 0 ? second : self
    case .mod: return self - second * (self / second).floor
    case .hypot: return hypotenuse(second)
    case .atan2: return Self.angle(self, second)
    default: return DoubleDouble(value)
    }
  }

  /// √(a² + b²), scaled by a power of two against overflow.
  private func hypotenuse(_ second: DoubleDouble) -> DoubleDouble {
    let size = Swift.max(Swift.abs(high), Swift.abs(second.high))
    guard size > 0 else { return DoubleDouble(0) }
    let exponent = Int32(clamping: size.exponent)
    let a = scaled(byPowerOfTwo: -exponent)
    let b = second.scaled(byPowerOfTwo: -exponent)
    return (a * a + b * b).squareRoot.scaled(byPowerOfTwo: exponent)
  }
}
