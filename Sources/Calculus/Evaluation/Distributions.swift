import CVector

/// The distributions behind fits: χ², normal, Student's t.
///
///     Distributions.chiSquaredTail(3.84, degreesOfFreedom: 1)            // 0.0500…
///     Distributions.studentQuantile(level: 0.95, degreesOfFreedom: 10)   // 2.228…
public enum Distributions {
  /// The probability that χ² is larger: Q(ν/2, χ²/2), the p-value of a fit.
  ///
  /// Relative error about 1e-12 up to ν = 1e6, 1e-10 beyond. NaN for negative χ², for ν that is not positive and
  /// where an argument is NaN.
  public static func chiSquaredTail(_ chiSquared: Double, degreesOfFreedom: Double) -> Double {
    incompleteGamma(degreesOfFreedom / 2, chiSquared / 2).upper
  }

  /// The χ² that is exceeded with a probability 1 − `level`.
  ///
  /// Bisection on the tail to the last digit. NaN where `level` is not between 0 and 1 or ν is not
  /// positive and finite.
  public static func chiSquaredQuantile(level: Double, degreesOfFreedom: Double) -> Double {
    guard level > 0, level < 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      return .nan
    }
    return root(from: degreesOfFreedom) {
      incompleteGamma(degreesOfFreedom / 2, $0 / 2).lower < level
    }
  }

  /// The z with P(|Z| < z) = `level` for a normal Z.
  public static func normalQuantile(level: Double) -> Double {
    guard level > 0, level < 1 else { return .nan }
    return root(from: 1) { CVector.erfc($0 / 2.0.squareRoot()) > 1 - level }
  }

  /// The t with P(|T| < t) = `level` for Student's T with ν degrees of freedom.
  ///
  /// NaN where `level` is not between 0 and 1 or ν is not positive.
  public static func studentQuantile(level: Double, degreesOfFreedom: Double) -> Double {
    guard level > 0, level < 1, degreesOfFreedom > 0 else { return .nan }
    return root(from: 1) { studentTails($0, degreesOfFreedom: degreesOfFreedom) > 1 - level }
  }

  /// P(|T| ≥ t) for Student's T: the incomplete beta function I_x(ν/2, ½) at x = ν/(ν + t²).
  public static func studentTails(_ t: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
    // Beyond this ν the two agree in all digits.
    if degreesOfFreedom > 1e15 { return CVector.erfc(abs(t) / 2.0.squareRoot()) }
    let square = t * t
    return incompleteBeta(
      degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square),
      degreesOfFreedom / 2, 0.5)
  }

  /// The positive number where a condition that holds below ends, by bisection.
  private static func root(from guess: Double, isBelow: (Double) -> Bool) -> Double {
    var upper = guess
    while isBelow(upper), upper < 1e300 { upper *= 2 }
    var lower = upper / 2
    while !isBelow(lower), lower > 1e-300, lower.isFinite { (lower, upper) = (lower / 2, lower) }
    for _ in 0..<64 where upper > lower.nextUp {
      let middle = lower + (upper - lower) / 2
      if isBelow(middle) { lower = middle } else { upper = middle }
    }
    return lower
  }
}
