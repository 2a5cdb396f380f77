import CVector

/// The gamma function and its logarithmic relatives of series.
///
/// The argument is moved right by whole steps, Γ(u) = Γ(u + n)/(u(u + 1) ⋯ (u + n − 1)), to where
/// Stirling's series holds to rounding (real part 13 and more, seven terms): poles come out as such.
struct GammaSeries {
  /// The number of coefficients of a constant.
  let count: Int

  private static let far = 13.0
  private static let mostSteps = 300.0
  /// B₂ₖ/(2k(2k − 1)).
  private static let stirlingTerms: [Double] = {
    let denominators: [Double] = [12, -360, 1260, -1680, 1188, -360360, 156]
    let numerators: [Double] = [1, 1, 1, 1, 1, 691, 1]
    return zip(numerators, denominators).map { $0 / $1 }
  }()

  func form(_ function: Function, _ u: LocalSeries) -> LocalForm? {
    // At a pole of the argument the function is essential.
    guard u.isZero || u.order >= 0 else { return .branch }
    let steps = max(Self.far - u[0].re, 0).rounded(.up)
    guard steps <= Self.mostSteps, u[0].isFinite else { return nil }
    let factors = (0..<Int(steps)).map { u + constant(Double($0)) }
    let w = u + constant(steps)
    // u ≡ −k makes a pole of infinite order.
    guard !factors.contains(where: \.isZero), let rest = w.reciprocal, let lead = w.terms.first,
      let logarithm = w.logarithm(lead.logarithm)
    else { return nil }
    switch function {
    case .gamma:
      guard let top = stirling(w, logarithm, rest).exponential(count: count) else { return nil }
      return factors.reduce(LocalForm.series(top)) { divided($0, $1) }
    case .lgamma:
      var sum = stirling(w, logarithm, rest)
      for factor in factors {
        guard let lead = factor.terms.first, let part = factor.logarithm(lead.logarithm) else {
          return .branch
        }
        sum = sum - part
      }
      return .series(sum)
    default:
      var sum = digamma(logarithm, rest)
      for factor in factors {
        guard let part = factor.reciprocal else { return nil }
        sum = sum - part
      }
      return .series(sum)
    }
  }

  private func constant(_ value: Double) -> LocalSeries {
    LocalSeries(Complex(value), count: count)
  }

  private func divided(_ form: LocalForm, _ factor: LocalSeries) -> LocalForm {
    guard case .series(let series) = form, let inverse = factor.reciprocal else { return .unknown }
    return .series(series * inverse)
  }

  /// (w − ½) ln w − w + ½ ln 2π + Σ B₂ₖ/(2k(2k − 1)) w^(1 − 2k).
  private func stirling(
    _ w: LocalSeries, _ logarithm: LocalSeries, _ rest: LocalSeries
  ) -> LocalSeries {
    let start = (w - constant(0.5)) * logarithm - w + constant(0.5 * log(2 * Double.pi))
    let square = rest * rest
    var power = rest
    return Self.stirlingTerms.reduce(start) { sum, factor in
      defer { power = power * square }
      return sum + power.times(Complex(factor))
    }
  }

  /// ln w − 1/(2w) − Σ B₂ₖ/(2k) w^(−2k).
  private func digamma(_ logarithm: LocalSeries, _ rest: LocalSeries) -> LocalSeries {
    let square = rest * rest
    var power = square
    var sum = logarithm - rest.times(Complex(0.5))
    for (k, factor) in Self.stirlingTerms.enumerated() {
      sum = sum - power.times(Complex(factor * Double(2 * k + 1)))
      power = power * square
    }
    return sum
  }
}
