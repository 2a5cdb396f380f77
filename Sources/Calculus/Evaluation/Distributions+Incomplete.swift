import CVector

extension Distributions {
  /// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P.
  ///
  /// Below a + 1 the power series of P, above it the continued fraction of Q (Abramowitz & Stegun
  /// 6.5.29, 6.5.31; Lentz 1976); either way the smaller one is computed without a subtraction. The
  /// factor x^a e^(−x)/Γ(a+1) is taken about its peak (Loader 2000), so large a loses no digits.
  /// Cost: O(√a) steps; beyond a = 1e6 a constant, by the first two terms of Temme's expansion.
  static func incompleteGamma(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
    guard a > 0, x >= 0, a.isFinite else { return (.nan, .nan) }
    if x == 0 { return (0, 1) }
    if x.isInfinite { return (1, 0) }
    if a > 1e6 { return uniformExpansion(a, x) }
    let factor = gammaFactor(a, x)
    let limit = 1000 + Int(20 * a.squareRoot())
    if x < a + 1 {
      var term = 1.0
      var sum = 1.0
      for k in 1...limit where term > sum * 1e-17 {
        term *= x / (a + Double(k))
        sum += term
      }
      let lower = min(factor * sum, 1)
      return (lower, 1 - lower)
    }
    let upper = min(factor * a * gammaFraction(a, x, limit), 1)
    return (1 - upper, upper)
  }

  /// Q = ½ erfc(η√(a/2)) + e^(−aη²/2)/√(2πa)·(1/μ − 1/η) with μ = x/a − 1, η²/2 = μ − ln(1+μ).
  ///
  /// Temme 1979 (DLMF 8.12); what is left out is below 1e-10 of the smaller of the two for a > 1e6.
  private static func uniformExpansion(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
    let u = (x - a) / a
    let size = (2 * logarithmDefect(u)).squareRoot()
    let eta = u < 0 ? -size : size
    // 1/μ − 1/η, by its series where the difference would lose digits.
    let coefficients = [-1.0 / 3, 1.0 / 12, -2.0 / 135, 1.0 / 864, 1.0 / 2835, -139.0 / 777_600]
    let correction =
      size < 0.1 ? coefficients.reversed().reduce(0) { $0 * eta + $1 } : 1 / u - 1 / eta
    let part =
      CVector.exp(-a * eta * eta / 2) / (2 * Double.pi * a).squareRoot() * correction
    let argument = eta * (a / 2).squareRoot()
    return (
      max(0, min(1, CVector.erfc(-argument) / 2 - part)),
      max(0, min(1, CVector.erfc(argument) / 2 + part))
    )
  }

  /// 1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(…))), from the front.
  private static func gammaFraction(_ a: Double, _ x: Double, _ limit: Int) -> Double {
    let least = 1e-300
    var b = x + 1 - a
    var c = 1 / least
    var d = 1 / (b == 0 ? least : b)
    var value = d
    for k in 1...limit {
      let numerator = -Double(k) * (Double(k) - a)
      b += 2
      d = numerator * d + b
      if abs(d) < least { d = least }
      c = b + numerator / c
      if abs(c) < least { c = least }
      d = 1 / d
      let change = d * c
      value *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return value
  }

  /// x^a e^(−x)/Γ(a+1).
  private static func gammaFactor(_ a: Double, _ x: Double) -> Double {
    if a < 10 { return CVector.exp(a * CVector.log(x) - x - CVector.lgamma(a + 1)) }
    // Γ(a+1) = √(2πa) (a/e)^a e^s with Stirling's series s; the rest is e^(−a(u − ln(1+u))).
    let u = (x - a) / a
    return CVector.exp(-a * logarithmDefect(u) - stirling(a)) / (2 * Double.pi * a).squareRoot()
  }

  /// u − ln(1+u), by its series where the difference would lose digits.
  private static func logarithmDefect(_ u: Double) -> Double {
    guard abs(u) < 0.1 else { return u - CVector.log1p(u) }
    var power = u * u
    var sum = 0.0
    for k in 2..<24 {
      sum += (k % 2 == 0 ? power : -power) / Double(k)
      power *= u
    }
    return sum
  }

  /// The regularised incomplete beta function I_x(a, b), with y = 1 − x given as well.
  ///
  /// Continued fraction (Abramowitz & Stegun 26.5.8) on the side where it converges fast.
  static func incompleteBeta(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if y <= 0 { return 1 }
    let logarithm =
      a * (x < 0.5 ? CVector.log(x) : CVector.log1p(-y))
      + b * (y < 0.5 ? CVector.log(y) : CVector.log1p(-x))
    let factor = CVector.exp(logarithm - logarithmOfBeta(a, b))
    if x < (a + 1) / (a + b + 2) { return factor * betaFraction(x, a, b) / a }
    return 1 - factor * betaFraction(y, b, a) / b
  }

  /// ln Γ(a) + ln Γ(b) − ln Γ(a+b) for small b, without the loss of large a.
  private static func logarithmOfBeta(_ a: Double, _ b: Double) -> Double {
    guard a > 20 else { return CVector.lgamma(a) + CVector.lgamma(b) - CVector.lgamma(a + b) }
    // ln Γ(a+b) − ln Γ(a) = (a−½) ln(1+b/a) + b ln(a+b) − b + Stirling's series at both.
    let growth =
      (a - 0.5) * CVector.log1p(b / a) + b * CVector.log(a + b) - b + stirling(a + b)
      - stirling(a)
    return CVector.lgamma(b) - growth
  }

  private static func stirling(_ a: Double) -> Double {
    let s2 = 1 / (a * a)
    return (1.0 / 12 - s2 * (1.0 / 360 - s2 * (1.0 / 1260 - s2 * (1.0 / 1680 - s2 / 1188)))) / a
  }

  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let least = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < least ? least : d)
    var value = d
    for k in 1...2000 {
      let m = Double(k)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var change = 1.0
      for numerator in [even, odd] {
        d = 1 + numerator * d
        d = 1 / (abs(d) < least ? least : d)
        c = 1 + numerator / c
        if abs(c) < least { c = least }
        change = d * c
        value *= change
      }
      if abs(change - 1) < 1e-16 { break }
    }
    return value
  }
}
