import Calculus
import Testing

/// Numbers as fractions and multiples of constants.
struct ClosedFormTests {
  private static let e = 2.718281828459045
  private static let simpleNumbers: [(Double, String)] = [
    (0, "0"), (3, "3"), (-3, "3"), (0.5, "\\frac{1}{2}"), (1.0 / 6, "\\frac{1}{6}"),
    (-0.3125, "\\frac{5}{16}"), (1.0 / 5040, "\\frac{1}{5040}"),
    (1.0 / 39_916_800, "\\frac{1}{39916800}"), (Double.pi, "\\pi"),
    (0.75 * Double.pi, "\\frac{3\\pi}{4}"), (0.5.squareRoot(), "\\frac{\\sqrt{2}}{2}"),
    (e / 24, "\\frac{e}{24}"), (1 / e, "\\frac{1}{e}"), (0.6931471805599453, "\\ln 2"),
    (Double.pi.squareRoot(), "\\sqrt{\\pi}"), (2 / Double.pi, "\\frac{2}{\\pi}"),
    (0.1 + 0.2, "\\frac{3}{10}"),
  ]

  @Test("a number that is simple is recognised", arguments: simpleNumbers)
  func simple(value: Double, tex: String) throws {
    #expect(try #require(ClosedForm(value)).tex() == tex)
  }

  @Test("arbitrary numbers are not, but for one in thousands")
  func arbitrary() {
    var state: UInt64 = 11
    var found = 0
    for _ in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(state >> 11) / 9_007_199_254_740_992 * 20 - 10
      if ClosedForm(value) != nil { found += 1 }
    }
    #expect(found <= 2)
  }

  @Test("what is no number has no closed form", arguments: [Double.nan, .infinity, 1e300])
  func none(value: Double) {
    #expect(ClosedForm(value) == nil)
  }

  @Test("parts stand in the numerator, tall ones after the fraction")
  func parts() throws {
    let third = try #require(ClosedForm(2.0 / 3))
    #expect(third.tex(times: "x^{2}") == "\\frac{2x^{2}}{3}")
    #expect(third.tex(times: "P", isTall: true) == "\\frac{2}{3}P")
    #expect(try #require(ClosedForm(1)).tex(times: "x") == "x")
    #expect(try #require(ClosedForm(Double.pi)).tex(times: "x") == "\\pi x")
  }

  private static let roundings: [(Double, Int, Double)] = [
    (1234.5, 2, 1200), (0.0012345, 3, 0.00123), (999.9, 3, 1000), (-1.04, 2, -1), (0, 3, 0),
    (1e300, 2, 1e300), (.leastNonzeroMagnitude, 2, .leastNonzeroMagnitude), (0.1 + 0.2, 6, 0.3),
  ]

  @Test("numbers are rounded as decimals", arguments: roundings)
  func rounding(value: Double, digits: Int, wanted: Double) {
    #expect(value.rounded(toDigits: digits) == wanted)
  }

  private static let exponentTable: [(Double, Int)] = [
    (1000, 3), (999.999, 2), (0.001, -3), (0.00099, -4), (0, 0), (1e-300, -300),
  ]

  @Test("the power of ten of a number is exact", arguments: exponentTable)
  func exponents(value: Double, exponent: Int) {
    #expect(value.decimalExponent == exponent)
  }
}
