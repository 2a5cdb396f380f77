import CVector

/// Quotients such as sin u/u that have no hole at 0, with all their derivatives.
///
/// Two families that stay among themselves when they are differentiated, so that searches for
/// critical points can look at an origin without dividing by an interval around 0:
/// - jₙ(u)/uⁿ with the spherical Bessel functions: cos u for n = −1, sin u/u for n = 0; the
///   derivative is −u·jₙ₊₁(u)/uⁿ⁺¹ (Abramowitz & Stegun 10.1.25);
/// - ∫₀¹ θⁿ e^(θt) dθ: (eᵗ − 1)/t for n = 0; the derivative is the next one.
enum EntireQuotients {
  /// jₙ(u)/uⁿ for a whole n from −1 to 40; else NaN.
  ///
  /// The power series for |u| ≤ n + 2, else the recurrence from sine and cosine. The error is a few
  /// ulps of the value at 0, which is the largest.
  static func bessel(_ order: Double, _ u: Double) -> Double {
    guard order >= -1, order <= 40, order == order.rounded(), !u.isNaN else { return .nan }
    if order == -1 { return CVector.cos(u) }
    if u.isInfinite { return 0 }
    if abs(u) <= order + 2 { return besselSeries(order, u) }
    // p₀ = sin u/u, p₋₁ = cos u, pₙ₊₁ = ((2n + 1) pₙ − pₙ₋₁)/u².
    var (before, here) = (CVector.cos(u), CVector.sin(u) / u)
    var n = 0.0
    while n < order {
      (before, here) = (here, ((2 * n + 1) * here - before) / u / u)
      n += 1
    }
    return here
  }

  /// jₙ(0)/0ⁿ = 1/(1·3·5···(2n + 1)).
  static func besselPeak(_ order: Double) -> Double {
    var value = 1.0
    var factor = 2 * order + 1
    while factor > 1 {
      value /= factor
      factor -= 2
    }
    return value
  }

  /// Σ (−u²/2)ᵏ/(k! (2n + 3)(2n + 5)···(2n + 2k + 1)), times the value at 0.
  private static func besselSeries(_ order: Double, _ u: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for k in 1...60 {
      let step = Double(k)
      term *= -u * u / (2 * step * (2 * order + 2 * step + 1))
      sum += term
      if abs(term) < 1e-18 { break }
    }
    return sum * besselPeak(order)
  }

  /// All values of jₙ(u)/uⁿ on an interval.
  ///
  /// The functions are cosine transforms of positive weights, so |f″| ≤ −f″(0) = 1/(1·3···(2n + 3)):
  /// an expansion to first order about the middle with that remainder, cut off at what the sizes
  /// |f| ≤ f(0) and |u jₙ(u)| ≤ 1.5 for n ≤ 10 allow.
  static func bessel(_ order: Double, _ u: Interval) -> Interval {
    let peak = besselPeak(order)
    let noise = 4e-15 * peak
    var reach = peak
    let least = u.contains(0) ? 0 : min(abs(u.lower), abs(u.upper))
    if order >= 0, order <= 10, least > 1 {
      reach = min(reach, 1.5 / pow(least, order + 1) * 1.000_001)
    }
    let bounds = Interval(-reach - noise, reach)
    let (middle, half) = (u.middle, u.width / 2)
    guard half <= 4, abs(middle) < 1e6 else { return bounds }
    let value = bessel(order, middle)
    let slope = abs(middle * bessel(order + 1, middle))
    let bend = besselPeak(order + 1) / 2
    let spread = (slope * half + bend * half * half) * (1 + 1e-13) + noise + middle.ulp * peak
    return Interval(max(value - spread, bounds.lower), min(value + spread, bounds.upper))
  }

  /// ∫₀¹ θⁿ e^(θt) dθ for a whole n from 0 to 40; else NaN.
  ///
  /// The power series for |t| ≤ n + 2, else the recurrence fₙ = (eᵗ − n fₙ₋₁)/t.
  static func exponential(_ order: Double, _ t: Double) -> Double {
    guard order >= 0, order <= 40, order == order.rounded(), !t.isNaN else { return .nan }
    if t > 709 { return .infinity }
    if abs(t) <= order + 2 {
      // Σ tᵏ/(k! (n + k + 1)); for negative t as eᵗ Σ (−t)ᵏ n!/(n + k + 1)!, where nothing cancels.
      return t >= 0 ? exponentialSeries(order, t) : fallingSeries(order, t)
    }
    var value = CVector.expm1(t) / t
    var n = 1.0
    while n <= order {
      value = (CVector.exp(t) - n * value) / t
      n += 1
    }
    return value
  }

  private static func exponentialSeries(_ order: Double, _ t: Double) -> Double {
    var (power, sum) = (1.0, 1 / (order + 1))
    for k in 1...120 {
      power *= t / Double(k)
      sum += power / (order + Double(k) + 1)
      if power < 1e-18 * sum { break }
    }
    return sum
  }

  private static func fallingSeries(_ order: Double, _ t: Double) -> Double {
    var term = 1 / (order + 1)
    var sum = term
    for k in 1...200 {
      term *= -t / (order + Double(k) + 1)
      sum += term
      if term < 1e-18 * sum { break }
    }
    return sum * CVector.exp(t)
  }

  /// All values of ∫₀¹ θⁿ e^(θt) dθ on an interval: it is positive and rises.
  static func exponential(_ order: Double, _ t: Interval) -> Interval {
    let (low, high) = (exponential(order, t.lower), exponential(order, t.upper))
    return Interval(max(0, low * (1 - 1e-12)), high * (1 + 1e-12) + .leastNonzeroMagnitude)
  }
}
