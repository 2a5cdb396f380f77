import CVector

/// Powers of numbers.
public enum Powers {
  /// a^n by repeated squaring; 1/a^|n| for a negative exponent.
  @inline(__always)
  static func whole(_ a: Double, _ n: Int32) -> Double {
    if n == 2 { return a * a }
    var factor = a
    var rest = n.magnitude
    var product = 1.0
    while rest > 0 {
      if rest & 1 == 1 { product *= factor }
      rest >>= 1
      if rest > 0 { factor *= factor }
    }
    return n < 0 ? 1 / product : product
  }

  /// a^b as IEEE defines it: NaN for a negative base with a broken exponent, 0^0 = 1.
  public static func value(_ a: Double, _ b: Double) -> Double {
    b == 0.5 ? a.squareRoot() : pow(a, b)
  }

  /// The power of ten that a positive number is.
  public static func decimalLogarithm(_ a: Double) -> Double { log10(a) }
}

extension Function {
  /// The value at a number; NaN outside the domain.
  public func value(_ x: Double) -> Double {
    switch self {
    case .sin: CVector.sin(x)
    case .cos: CVector.cos(x)
    case .tan: CVector.tan(x)
    case .cot: CVector.cos(x) / CVector.sin(x)
    case .sec: 1 / CVector.cos(x)
    case .csc: 1 / CVector.sin(x)
    case .asin: CVector.asin(x)
    case .acos: CVector.acos(x)
    case .atan: CVector.atan(x)
    case .acot: CVector.atan2(1, x)
    case .asec: Swift.abs(x) >= 1 ? CVector.acos(1 / x) : .nan
    case .acsc: Swift.abs(x) >= 1 ? CVector.asin(1 / x) : .nan
    case .exp: CVector.exp(x)
    case .ln: CVector.log(x)
    case .sqrt: x.squareRoot()
    case .abs: Swift.abs(x)
    default: hyperbolicOrOther(x)
    }
  }

  private func hyperbolicOrOther(_ x: Double) -> Double {
    switch self {
    case .sinh: CVector.sinh(x)
    case .cosh: CVector.cosh(x)
    case .tanh: CVector.tanh(x)
    case .coth: 1 / CVector.tanh(x)
    case .sech: 1 / CVector.cosh(x)
    case .csch: 1 / CVector.sinh(x)
    case .asinh: CVector.asinh(x)
    case .acosh: CVector.acosh(x)
    case .atanh: CVector.atanh(x)
    case .acoth: Swift.abs(x) > 1 ? CVector.atanh(1 / x) : .nan
    case .asech: x > 0 && x <= 1 ? CVector.acosh(1 / x) : .nan
    case .acsch: CVector.asinh(1 / x)
    default: special(x)
    }
  }

  private func special(_ x: Double) -> Double {
    switch self {
    case .sinc: x == 0 ? 1 : CVector.sin(x) / x
    case .log10: CVector.log10(x)
    case .log2: CVector.log2(x)
    case .cbrt: CVector.cbrt(x)
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .round: x.rounded(.toNearestOrAwayFromZero)
    case .erf: CVector.erf(x)
    case .erfc: CVector.erfc(x)
    case .gamma: x == x.rounded() && x <= 0 ? .nan : CVector.tgamma(x)
    case .lgamma: CVector.lgamma(x)
    case .digamma: SpecialFunctions.digamma(x)
    case .sigmoid: x >= 0 ? 1 / (1 + CVector.exp(-x)) : CVector.exp(x) / (1 + CVector.exp(x))
    case .softplus: x > 0 ? x + CVector.log1p(CVector.exp(-x)) : CVector.log1p(CVector.exp(x))
    case .relu: x.isNaN ? .nan : Swift.max(x, 0)
    case .step: x.isNaN ? .nan : x >= 0 ? 1 : 0
    default: .nan
    }
  }

  /// a − b ⌊a/b⌋, exact however large the quotient is.
  private static func flooredRemainder(_ a: Double, _ b: Double) -> Double {
    let rest = CVector.fmod(a, b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }

  /// The value of a function of two arguments; NaN outside the domain.
  func value(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .min: a.isNaN || b.isNaN ? .nan : Swift.min(a, b)
    case .max: a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
    case .mod: Self.flooredRemainder(a, b)
    case .hypot: CVector.hypot(a, b)
    case .atan2: CVector.atan2(a, b)
    case .polygamma: SpecialFunctions.polygamma(a, b)
    case .besselQuotient: EntireQuotients.bessel(a, b)
    case .exponentialMean: EntireQuotients.exponential(a, b)
    default: .nan
    }
  }
}
