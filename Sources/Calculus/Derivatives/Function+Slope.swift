extension Function {
  /// f′(a) of a function of one argument whose value at `a` is known.
  ///
  /// The same formulas as the symbolic derivative, for every kind of number. At a kink or a jump the
  /// slope is that of the pieces: |u|′ = sign u, so 0 at 0; ⌊u⌋′ = 0; relu′(0) = step(0) = 1.
  func slope<S: Scalar>(at a: S, value: S) -> S {
    switch self {
    case .sin: return a.applied(.cos)
    case .cos: return -a.applied(.sin)
    case .tan: return S(1) + value * value
    case .cot: return -(S(1) + value * value)
    case .sec: return value * a.applied(.tan)
    case .csc: return -(value * a.applied(.cot))
    case .sinh: return a.applied(.cosh)
    case .cosh: return a.applied(.sinh)
    case .tanh: return a.applied(.sech).raised(toWhole: 2)
    case .coth: return -a.applied(.csch).raised(toWhole: 2)
    case .sech: return -(value * a.applied(.tanh))
    case .csch: return -(value * a.applied(.coth))
    case .exp: return value
    case .ln: return S(1) / a
    case .sqrt: return S(1) / (S(2) * value)
    case .sigmoid: return value * (-a).applied(.sigmoid)
    case .softplus: return a.applied(.sigmoid)
    case .relu: return a.applied(.step)
    case .abs: return a.applied(.sign)
    default: return isInverse ? inverseSlope(a) : specialSlope(a, value)
    }
  }

  private var isInverse: Bool {
    switch self {
    case .asin, .acos, .atan, .acot, .asec, .acsc, .asinh, .acosh, .atanh, .acoth, .asech,
      .acsch:
      true
    default: false
    }
  }

  private func inverseSlope<S: Scalar>(_ a: S) -> S {
    let one = S(1)
    switch self {
    case .asin: return one / ((one - a) * (one + a)).applied(.sqrt)
    case .acos: return -(one / ((one - a) * (one + a)).applied(.sqrt))
    case .atan: return one / (one + a * a)
    case .acot: return -(one / (one + a * a))
    case .asinh: return one / (one + a * a).applied(.sqrt)
    case .acosh: return one / ((a - one).applied(.sqrt) * (a + one).applied(.sqrt))
    case .atanh, .acoth: return one / ((one - a) * (one + a))
    case .asech: return -(one / (a * ((one - a) * (one + a)).applied(.sqrt)))
    case .acsch: return -(one / (a.applied(.abs) * (one + a * a).applied(.sqrt)))
    default:
      let slope = one / (a.applied(.abs) * ((a - one) * (a + one)).applied(.sqrt))
      return self == .asec ? slope : -slope
    }
  }

  private func specialSlope<S: Scalar>(_ a: S, _ value: S) -> S {
    switch self {
    case .sinc: return Self.sincSlope(a, value)
    case .log10: return S(1) / (a * S(10).applied(.ln))
    case .log2: return S(1) / (a * S(2).applied(.ln))
    case .cbrt: return S(1) / (S(3) * value * value)
    case .erf: return Self.bell(a)
    case .erfc: return -Self.bell(a)
    case .gamma: return value * a.applied(.digamma)
    case .lgamma: return a.applied(.digamma)
    case .digamma: return S(1).applied(.polygamma, a)
    default: return S(0)  // steps: sign, floor, ceil, round, step
    }
  }

  /// 2/√π e^(−a²).
  private static func bell<S: Scalar>(_ a: S) -> S {
    S(2) / S(Constant.pi).applied(.sqrt) * (-(a * a)).applied(.exp)
  }

  /// (cos a − sinc a)/a; near 0, where that cancels, Σ (−1)ᵏ 2k a^(2k−1)/(2k+1)!.
  private static func sincSlope<S: Scalar>(_ a: S, _ value: S) -> S {
    guard Swift.abs(a.approximation) + a.uncertainty < 1 else {
      return (a.applied(.cos) - value) / a
    }
    let square = a * a
    var total = S(0)
    for k in stride(from: 13, through: 1, by: -1) {
      // Nested: each bracket takes the next two factors of (2k+1)! out of all later terms.
      let ratio = S(1) / S(Double(2 * k * (2 * k + 1)))
      total = ratio * (S(Double(2 * k)) - square * total)
    }
    return -(a * total)
  }

  /// Both partial derivatives of a function of two arguments whose value is known.
  ///
  /// `min` and `max` follow the first argument where both are equal. The order of `polygamma` is a
  /// whole number that does not vary.
  func slopes<S: Scalar>(at a: S, _ b: S, value: S) -> (S, S) {
    let (zero, one) = (S(0), S(1))
    switch self {
    case .min, .max:
      let isFirst =
        self == .min ? a.compared(.lessOrEqual, to: b) : b.compared(.lessOrEqual, to: a)
      return (isFirst.choosing(one, zero), isFirst.choosing(zero, one))
    case .mod: return (one, -(a / b).applied(.floor))
    case .hypot: return (a / value, b / value)
    case .polygamma: return (zero, (a + one).applied(.polygamma, b))
    case .exponentialMean: return (zero, (a + one).applied(.exponentialMean, b))
    case .besselQuotient: return (zero, -(b * (a + one).applied(.besselQuotient, b)))
    default:
      let square = a * a + b * b
      return (b / square, -(a / square))
    }
  }
}

extension Scalar {
  /// The derivative of the n-th power.
  @inline(__always)
  func slope(ofWholePower n: Int32) -> Self {
    switch n {
    case 0: Self(0)
    case 1: Self(1)
    case 2: self + self
    default: Self(Double(n)) * raised(toWhole: n - 1)
    }
  }
}
