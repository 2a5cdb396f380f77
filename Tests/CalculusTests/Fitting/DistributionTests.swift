import Calculus
import Testing

/// Tails and quantiles against values computed with 40 digits.
struct DistributionTests {
  @Test(
    "the tail of chi-squared has 12 digits, however small it is",
    arguments: [
      (3.84, 1, 0.050043521248705103), (1, 2, 0.60653065971263342),
      (34.34520749832435, 8, 3.5172560520067168e-5), (120, 100, 0.08440668109369183),
      (1100, 1000, 0.014614408126295194), (0.001, 5, 0.99999999831851228),
      (1_002_000, 1_000_000, 0.078718661386129633), (800, 3, 4.3274708143852048e-173),
      (0.1, 0.5, 0.48344467916953437), (22, 21, 0.39950988556124878),
      (21.5, 19, 0.30984187676161863), (0, 3, 1),
    ] as [(Double, Double, Double)])
  func chiSquaredTail(value: Double, degrees: Double, expected: Double) {
    let tail = Distributions.chiSquaredTail(value, degreesOfFreedom: degrees)
    #expect(Fixture.digits(tail, expected) >= 12, "\(tail)")
  }

  @Test(
    "the tail of chi-squared has 9 digits for millions of degrees of freedom",
    arguments: [
      (4e6, 4e6, 0.49990596840248084203), (4.01e6, 4e6, 0.0002055702663693078256),
      (1.0004e8, 1e8, 0.0023412791324203856675), (1.001e8, 1e8, 7.8162513168897213683e-13),
    ] as [(Double, Double, Double)])
  func largeChiSquaredTail(value: Double, degrees: Double, expected: Double) {
    let tail = Distributions.chiSquaredTail(value, degreesOfFreedom: degrees)
    #expect(Fixture.digits(tail, expected) >= 9, "\(tail)")
  }

  @Test("an infinite number of degrees of freedom ends in an answer")
  func infiniteDegrees() {
    #expect(Distributions.chiSquaredQuantile(level: 0.5, degreesOfFreedom: .infinity).isNaN)
    #expect(Distributions.chiSquaredTail(1, degreesOfFreedom: .infinity).isNaN)
    let quantile = Distributions.chiSquaredQuantile(level: 0.5, degreesOfFreedom: 1e300)
    #expect(abs(quantile / 1e300 - 1) < 1e-9)
    let t = Distributions.studentQuantile(level: 0.95, degreesOfFreedom: .infinity)
    #expect(abs(t - 1.959_963_984_540_054) < 1e-12)
  }

  @Test(
    "Student's quantile has 11 digits",
    arguments: [
      (0.5, 1, 1), (0.5, 5, 0.72668684380042265), (0.6826894921370859, 2, 1.3212773729262553),
      (0.6826894921370859, 1_000_000, 1.0000005000002499), (0.95, 1, 12.706204736174693),
      (0.95, 30, 2.0422724563012379), (0.95, 1000, 1.9623390808264081),
      (0.95, 1_000_000, 1.9599663568141067), (0.99, 5, 4.0321429835552272),
      (0.99, 30, 2.749995653567225), (0.999999, 1, 636619.77234875132),
      (0.999999, 30, 6.1190756203738998), (0.999999, 1000, 4.9222895234238255),
    ] as [(Double, Double, Double)])
  func studentQuantile(level: Double, degrees: Double, expected: Double) {
    let t = Distributions.studentQuantile(level: level, degreesOfFreedom: degrees)
    #expect(Fixture.digits(t, expected) >= 10.5, "\(t)")
  }

  @Test("one, two and three standard deviations have their known shares")
  func normalQuantile() {
    for (level, expected) in [
      (0.6826894921370859, 1.0), (0.9544997361036416, 2), (0.9973002039367398, 3),
    ] {
      #expect(abs(Distributions.normalQuantile(level: level) - expected) < 1e-12)
    }
  }

  @Test("a quantile of chi-squared has its level below it")
  func chiSquaredQuantile() {
    for degrees in [0.5, 1, 2, 7, 100, 10_000] {
      for level in [1e-6, 0.05, 0.5, 0.6827, 0.95, 0.999] {
        let value = Distributions.chiSquaredQuantile(level: level, degreesOfFreedom: degrees)
        let tail = Distributions.chiSquaredTail(value, degreesOfFreedom: degrees)
        #expect(abs(tail - (1 - level)) < 1e-12, "\(degrees), \(level)")
      }
    }
  }

  @Test("arguments without a meaning give NaN")
  func undefined() {
    #expect(Distributions.chiSquaredTail(-1, degreesOfFreedom: 2).isNaN)
    #expect(Distributions.chiSquaredTail(.nan, degreesOfFreedom: 2).isNaN)
    #expect(Distributions.chiSquaredTail(1, degreesOfFreedom: 0).isNaN)
    #expect(Distributions.chiSquaredTail(.infinity, degreesOfFreedom: 2) == 0)
    #expect(Distributions.studentQuantile(level: 1, degreesOfFreedom: 2).isNaN)
    #expect(Distributions.studentQuantile(level: 0.9, degreesOfFreedom: -1).isNaN)
    #expect(Distributions.studentQuantile(level: .nan, degreesOfFreedom: 3).isNaN)
    #expect(Distributions.normalQuantile(level: 0).isNaN)
  }
}
