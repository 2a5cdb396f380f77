import CVector

/// Functions that the C library does not have.
enum SpecialFunctions {
  /// ψ(x) = Γ′(x)/Γ(x).
  ///
  /// Recurrence up to x ≥ 12, then the asymptotic series (Abramowitz & Stegun 6.3.18); reflection
  /// for negative x (6.3.7). Relative error of a few ulps away from the zeros.
  static func digamma(_ x: Double) -> Double {
    if x.isNaN || (x <= 0 && x == x.rounded()) { return .nan }
    if x < -1 { return digamma(1 - x) - Double.pi / CVector.tan(Double.pi * x) }
    var x = x
    var value = 0.0
    while x < 12 {
      value -= 1 / x
      x += 1
    }
    let s = 1 / (x * x)
    let tail =
      s
      * (1.0 / 12 - s
        * (1.0 / 120 - s
          * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))))
    return value + CVector.log(x) - 0.5 / x - tail
  }

  /// ψ⁽ⁿ⁾(x) for a whole n ≥ 0: the derivatives of digamma.
  ///
  /// Recurrence up to x ≥ n + 16, then the Euler–Maclaurin series (Abramowitz & Stegun 6.4.11). NaN
  /// for poles, for n > 60 and far on the negative side (below −10 000).
  static func polygamma(_ order: Double, _ x: Double) -> Double {
    if order == 0 { return digamma(x) }
    guard order == order.rounded(), order > 0, order <= 60, x > -10_000,
      !(x <= 0 && x == x.rounded())
    else { return .nan }
    let n = Int32(order)
    let factorial = CVector.tgamma(order + 1)
    var x = x
    var sum = 0.0
    while x < order + 16 {
      sum += factorial / Powers.whole(x, n + 1)
      x += 1
    }
    // (n−1)!/xⁿ + n!/(2xⁿ⁺¹) + Σ B₂ₖ (2k+n−1)!/((2k)! x^(2k+n))
    var tail = factorial / order / Powers.whole(x, n) + factorial / (2 * Powers.whole(x, n + 1))
    var term = factorial / Powers.whole(x, n) / (x * x)  // (n+2k−1)!/(2k)! at k = 0, shifted
    term *= (order + 1) / 2
    for (index, bernoulli) in bernoulliNumbers.enumerated() {
      tail += bernoulli * term
      let k = Double(2 * (index + 1))
      term *= (k + order) * (k + order + 1) / ((k + 1) * (k + 2)) / (x * x)
    }
    return n % 2 == 1 ? sum + tail : -(sum + tail)
  }

  /// The Bernoulli numbers B₂, B₄, … of the series.
  private static let bernoulliNumbers: [Double] = [
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510,
    43867.0 / 798, -174611.0 / 330,
  ]
}
