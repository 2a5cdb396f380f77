extension TaylorSeries {
  func applied(_ function: Function) -> TaylorSeries {
    let value = leading.applied(function)
    if isConstant { return TaylorSeries(value) }
    switch function {
    case .exp: return exponential(value)
    case .ln: return logarithm(value)
    case .sqrt: return squareRoot(value)
    case .cbrt: return power(Base(1) / Base(3), value: value)
    case .sin: return waves(sign: -1, leading.applied(.sin), leading.applied(.cos)).0
    case .cos: return waves(sign: -1, leading.applied(.sin), leading.applied(.cos)).1
    case .sinh: return waves(sign: 1, leading.applied(.sinh), leading.applied(.cosh)).0
    case .cosh: return waves(sign: 1, leading.applied(.sinh), leading.applied(.cosh)).1
    case .tan, .cot, .tanh, .coth: return tangentLike(function, value)
    case .sec: return TaylorSeries(1) / applied(.cos)
    case .csc: return TaylorSeries(1) / applied(.sin)
    case .sech: return TaylorSeries(1) / applied(.cosh)
    case .csch: return TaylorSeries(1) / applied(.sinh)
    case .abs, .sign, .floor, .ceil, .round, .step, .relu: return pieces(function, value)
    case .gamma, .lgamma, .digamma: return gammas(function, value)
    default: return applyOther(function, value)
    }
  }

  private func applyOther(_ function: Function, _ value: Base) -> TaylorSeries {
    switch function {
    case .asec, .acsc, .asech, .acsch:
      let inverses: [Function: Function] = [
        .asec: .acos, .acsc: .asin, .asech: .acosh, .acsch: .asinh,
      ]
      var series = (TaylorSeries(1) / self).applied(inverses[function] ?? function)
      series.coefficients[0] = value
      return series
    case .asin, .acos, .atan, .acot, .asinh, .acosh, .atanh, .acoth, .erf, .erfc, .softplus:
      return integral(of: function.slope(at: self, value: TaylorSeries(value)), from: value)
    case .log10, .log2:
      let base = Base(function == .log10 ? 10 : 2).applied(.ln)
      var series = applied(.ln).mapped { $0 / base }
      series.coefficients[0] = value
      return series
    case .sinc: return sinc(value)
    case .sigmoid: return logistic(value)
    default: return withoutSeries(value)
    }
  }

  /// v′ = v u′: vₖ = 1/k Σ j uⱼ vₖ₋ⱼ.
  private func exponential(_ value: Base) -> TaylorSeries {
    let (slope, degree) = weighted
    return TaylorSeries(leading: value, count: coefficients.count) { known, k in
      slope.withUnsafeBufferPointer { slope in
        guard let slope = slope.baseAddress else { return value }
        let last = Swift.min(k, degree)
        return Self.convolution(slope, known, from: 1, through: last, at: k) / Base(Double(k))
      }
    }
  }

  /// The coefficients k cₖ, and where the last one is that is not zero: a polynomial inside has few.
  private var weighted: ([Base], degree: Int) {
    var result = coefficients
    var degree = 0
    for k in result.indices where !result[k].isZero {
      result[k] = Base(Double(k)) * result[k]
      degree = k
    }
    return (result, degree)
  }

  /// u v′ = u′.
  private func logarithm(_ value: Base) -> TaylorSeries {
    TaylorSeries(leading: value, count: coefficients.count) { known, k in
      var total = Base(Double(k)) * coefficients[k]
      for j in 1..<k { total = total - Base(Double(j)) * (known[j] * coefficients[k - j]) }
      return total / (Base(Double(k)) * leading)
    }
  }

  /// v² = u.
  func squareRoot(_ value: Base) -> TaylorSeries {
    TaylorSeries(leading: value, count: coefficients.count) { known, k in
      let mixed = Self.convolution(known, known, from: 1, through: k - 1, at: k)
      return (coefficients[k] - mixed) / (Base(2) * value)
    }
  }

  /// s′ = c u′ and c′ = ±s u′ together: sine and cosine for −, hyperbolic for +.
  private func waves(sign: Double, _ s: Base, _ c: Base) -> (TaylorSeries, TaylorSeries) {
    let (slope, degree) = weighted
    var sine = Array(repeating: s, count: coefficients.count)
    var cosine = Array(repeating: c, count: coefficients.count)
    slope.withUnsafeBufferPointer { slope in
      sine.withUnsafeMutableBufferPointer { sine in
        cosine.withUnsafeMutableBufferPointer { cosine in
          guard let slope = slope.baseAddress, let s = sine.baseAddress, let c = cosine.baseAddress
          else { return }
          for k in 1..<Swift.max(sine.count, 1) {
            let order = Base(Double(k))
            let last = Swift.min(k, degree)
            s[k] = Self.convolution(slope, c, from: 1, through: last, at: k) / order
            let fall = Self.convolution(slope, s, from: 1, through: last, at: k) / order
            c[k] = sign < 0 ? -fall : fall
          }
        }
      }
    }
    return (TaylorSeries(coefficients: sine), TaylorSeries(coefficients: cosine))
  }

  /// v′ = w u′ where the slope w = ±1 ± v² starts at the function's own slope, which does not cancel.
  private func tangentLike(_ function: Function, _ value: Base) -> TaylorSeries {
    let rises = function == .tan
    var slope = TaylorSeries(function.slope(at: leading, value: value))
      .padded(to: coefficients.count).coefficients
    return TaylorSeries(leading: value, count: coefficients.count) { known, k in
      var total = Base(0)
      for j in 1...k {
        total = total + Base(Double(j)) * (coefficients[j] * slope[k - j])
      }
      known[k] = total / Base(Double(k))
      let square = Self.convolution(known, known, from: 0, through: k, at: k)
      slope[k] = rises ? square : -square
      return known[k]
    }
  }

  /// v′ = v (1 − v) u′, where 1 − v is carried along and does not cancel.
  private func logistic(_ value: Base) -> TaylorSeries {
    let rest = (-leading).applied(.sigmoid)
    var slope = TaylorSeries(value * rest).padded(to: coefficients.count).coefficients
    return TaylorSeries(leading: value, count: coefficients.count) { known, k in
      var total = Base(0)
      for j in 1...k {
        total = total + Base(Double(j)) * (coefficients[j] * slope[k - j])
      }
      known[k] = total / Base(Double(k))
      // The coefficients of 1 − v are those of −v but for the first.
      let inner = Self.convolution(known, known, from: 1, through: k - 1, at: k)
      slope[k] = known[k] * rest - value * known[k] - inner
      return known[k]
    }
  }

  /// sin u/u; near 0 the composition with Σ (−1)ʲ u^(2j)/(2j+1)!, expanded about u₀.
  private func sinc(_ value: Base) -> TaylorSeries {
    guard abs(approximation) + uncertainty < 2 else {
      return applied(.sin) / self
    }
    let order = coefficients.count - 1
    let terms = (order + 40) / 2
    var outer = Array(repeating: Base(0), count: order + 1)
    // The derivatives of a polynomial, by repeated synthetic division (Horner's scheme).
    var polynomial = Array(repeating: Base(0), count: 2 * terms + 1)
    var factorial = Base(1)
    for j in 0...terms {
      polynomial[2 * j] = j % 2 == 0 ? factorial : -factorial
      factorial = factorial / Base(Double((2 * j + 2) * (2 * j + 3)))
    }
    for m in 0...order {
      for k in stride(from: polynomial.count - 2, through: m, by: -1) {
        polynomial[k] = polynomial[k] + leading * polynomial[k + 1]
      }
      outer[m] = polynomial[m]
    }
    outer[0] = value
    return composed(with: outer)
  }

  /// Functions in pieces: a series inside each piece, none where two of them meet.
  private func pieces(_ function: Function, _ value: Base) -> TaylorSeries {
    let u = approximation
    if u.isNaN { return withoutSeries(value) }
    let (low, high) = (u - uncertainty, u + uncertainty)
    let meets: Bool
    switch function {
    case .floor, .ceil: meets = low.rounded(.up) <= high
    case .round: meets = (low - 0.5).rounded(.up) + 0.5 <= high
    default: meets = low <= 0 && high >= 0
    }
    let isFlat = coefficients.dropFirst().allSatisfy(\.isZero)
    if meets && !isFlat { return withoutSeries(value) }
    switch function {
    case .abs: return u < 0 ? -self : self
    case .relu where u > 0: return self
    default: return TaylorSeries(value).padded(to: coefficients.count)
    }
  }

  // MARK: The gamma family

  private func gammas(_ function: Function, _ value: Base) -> TaylorSeries {
    let inner = polygamma(order: 0)
    switch function {
    case .digamma: return inner
    case .lgamma: return integral(of: inner, from: value)
    default:
      // v′ = v ψ(u) u′: an exponential of the integral of ψ(u) u′.
      return integral(of: inner, from: Base(0)).exponential(value)
    }
  }

  /// ψ⁽ⁿ⁾(u), composed from ψ⁽ⁿ⁺ᵐ⁾(u₀)/m!; orders beyond 60 are NaN.
  func polygamma(order: Int) -> TaylorSeries {
    var outer: [Base] = []
    var factorial = Base(1)
    for m in coefficients.indices {
      if m > 0 { factorial = factorial * Base(Double(m)) }
      outer.append(Base(Double(order + m)).applied(.polygamma, leading) / factorial)
    }
    return composed(with: outer)
  }

  // MARK: Two arguments

  func applied(_ function: Function, _ second: TaylorSeries) -> TaylorSeries {
    let value = leading.applied(function, second.leading)
    if isConstant && second.isConstant { return TaylorSeries(value) }
    let count = Swift.max(coefficients.count, second.coefficients.count)
    let (a, b) = (padded(to: count), second.padded(to: count))
    switch function {
    case .min, .max:
      if a.leading.mayMeet(b.leading) && !(a - b).coefficients.allSatisfy(\.isZero) {
        return a.withoutSeries(value)
      }
      let isFirst = (a.approximation < b.approximation) == (function == .min)
      return value.approximation.isNaN ? a.withoutSeries(value) : isFirst ? a : b
    case .mod:
      var series = a - b * (self / second).applied(.floor).padded(to: count)
      series.coefficients[0] = value
      return series
    case .hypot: return (a * a + b * b).squareRoot(value)
    case .polygamma:
      let order = approximation
      guard order >= 0, order <= 60, order == order.rounded() else {
        return b.withoutSeries(value)
      }
      return b.polygamma(order: Int(order))
    case .besselQuotient, .exponentialMean: return b.withoutSeries(value)
    default:
      let slope = (b * a.derivative - a * b.derivative) / (a * a + b * b)
      return slope.integrated(from: value)
    }
  }

  func compared(_ comparison: Comparison, to other: TaylorSeries) -> TaylorSeries {
    let value = leading.compared(comparison, to: other.leading)
    guard leading.mayMeet(other.leading) else { return TaylorSeries(value) }
    let difference = self - other
    let isFlat =
      uncertainty + other.uncertainty == 0
      && difference.coefficients.dropFirst().allSatisfy(\.isZero)
    return isFlat ? TaylorSeries(value) : difference.withoutSeries(value)
  }

  func choosing(_ first: TaylorSeries, _ second: TaylorSeries) -> TaylorSeries {
    let chosen = TaylorSeries(leading.choosing(first.leading, second.leading))
    let count = Swift.max(
      coefficients.count, first.coefficients.count, second.coefficients.count)
    if approximation.isNaN || uncertainty > 0 || !isConstant {
      return chosen.padded(to: count).withoutSeries(chosen.leading)
    }
    // The value keeps what is known of the condition.
    var series = approximation != 0 ? first : second
    series.coefficients[0] = chosen.leading
    return series
  }
}
