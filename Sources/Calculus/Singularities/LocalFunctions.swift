import CVector

/// The circular and hyperbolic functions with their inverses, of series, by exponentials and
/// logarithms; roots and logarithms inside are the principal ones.
struct LocalFunctions {
  /// The number of coefficients of a constant.
  let count: Int

  /// The function of a series; `nil` for one that has no rule here.
  func form(_ function: Function, _ u: LocalSeries) -> LocalForm? {
    switch function {
    case .exp: form(u.exponential(count: count))
    case .sin: form(sine(u))
    case .cos: form(cosine(u))
    case .tan: quotient(sine(u), cosine(u))
    case .cot: quotient(cosine(u), sine(u))
    case .sec: quotient(one, cosine(u))
    case .csc: quotient(one, sine(u))
    case .sinh: form(sine(u * Complex.i)?.times(-Complex.i))
    case .cosh: form(cosine(u * Complex.i))
    case .tanh: quotient(sine(u * Complex.i)?.times(-Complex.i), cosine(u * Complex.i))
    case .coth: quotient(cosine(u * Complex.i), sine(u * Complex.i)?.times(-Complex.i))
    case .sech: quotient(one, cosine(u * Complex.i))
    case .csch: quotient(one, sine(u * Complex.i)?.times(-Complex.i))
    case .sinc: u.isZero ? .series(one) : quotient(sine(u), u)
    case .sigmoid: quotient(one, u.times(Complex(-1)).exponential(count: count).map { one + $0 })
    case .softplus: form(u.exponential(count: count).flatMap { logarithm(one + $0) })
    default: inverse(function, u)
    }
  }

  private func inverse(_ function: Function, _ u: LocalSeries) -> LocalForm? {
    switch function {
    case .asin: form(arcsine(u))
    case .acos: form(arcsine(u).map { constant(Double.pi / 2) - $0 })
    case .atan: form(arctangent(u))
    case .acot: form(arctangent(u).map { constant(Double.pi / 2) - $0 })
    case .asec: form(u.reciprocal.flatMap(arcsine).map { constant(Double.pi / 2) - $0 })
    case .acsc: form(u.reciprocal.flatMap(arcsine))
    case .asinh: form(root(u * u + one).flatMap { logarithm(u + $0) })
    case .acosh: form(areaCosine(u))
    case .asech: form(u.reciprocal.flatMap(areaCosine))
    case .acsch:
      form(u.reciprocal.flatMap { v in root(v * v + one).flatMap { logarithm(v + $0) } })
    case .atanh: form(areaTangent(u))
    case .acoth: form(u.reciprocal.flatMap(areaTangent))
    default: nil
    }
  }

  private var one: LocalSeries { constant(1) }
  private func constant(_ value: Double) -> LocalSeries {
    LocalSeries(Complex(value), count: count)
  }

  /// Where there is no series the function has a branch or an essential singularity.
  private func form(_ series: LocalSeries?) -> LocalForm { series.map { .series($0) } ?? .branch }

  private func quotient(_ a: LocalSeries?, _ b: LocalSeries?) -> LocalForm {
    guard let a, let b else { return .branch }
    return b.reciprocal.map { .series(a * $0) } ?? .unknown
  }

  private func sine(_ u: LocalSeries) -> LocalSeries? {
    guard let wave = (u * Complex.i).exponential(count: count), let back = wave.reciprocal
    else { return nil }
    return (wave - back).times(Complex(0, -0.5))
  }

  private func cosine(_ u: LocalSeries) -> LocalSeries? {
    guard let wave = (u * Complex.i).exponential(count: count), let back = wave.reciprocal
    else { return nil }
    return (wave + back).times(Complex(0.5))
  }

  private func logarithm(_ u: LocalSeries) -> LocalSeries? {
    u.terms.first.flatMap { u.logarithm($0.logarithm) }
  }

  private func root(_ u: LocalSeries) -> LocalSeries? {
    u.isZero ? u : u.terms.first.flatMap { u.power(0.5, $0.logarithm) }
  }

  private func arcsine(_ u: LocalSeries) -> LocalSeries? {
    root(one - u * u).flatMap { logarithm(u * Complex.i + $0) }?.times(-Complex.i)
  }

  /// Also at a pole, where the arc tangent is regular.
  private func arctangent(_ u: LocalSeries) -> LocalSeries? {
    if u.order < 0, !u.isZero {
      return u.reciprocal.flatMap(arctangent).map { constant(Double.pi / 2) - $0 }
    }
    let iu = u * Complex.i
    guard let a = logarithm(one - iu), let b = logarithm(one + iu) else { return nil }
    return (a - b).times(Complex(0, 0.5))
  }

  private func areaCosine(_ u: LocalSeries) -> LocalSeries? {
    guard let a = root(u - one), let b = root(u + one) else { return nil }
    return logarithm(u + a * b)
  }

  private func areaTangent(_ u: LocalSeries) -> LocalSeries? {
    guard let a = logarithm(one + u), let b = logarithm(one - u) else { return nil }
    return (a - b).times(Complex(0.5))
  }
}

extension LocalSeries {
  /// The multiple of the series.
  func times(_ factor: Complex) -> LocalSeries { self * factor }
}
