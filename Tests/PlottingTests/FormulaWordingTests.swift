import Plotting
import Testing

@Suite struct FormulaWordingTests {
  private static let tidyPolynomials: [([Double], Double, String)] = [
    ([0, 1, 0, -1.0 / 6], 0.0, "x - \\frac{x^{3}}{6}"),
    ([1, 0, -0.5, 0, 1.0 / 24], 0, "1 - \\frac{x^{2}}{2} + \\frac{x^{4}}{24}"),
    ([1, 2, 1], 1, "1 + 2(x - 1) + (x - 1)^{2}"),
    ([-1, 0, -3], -2, "-1 - 3(x + 2)^{2}"),
    ([0, 1, 0.5], 1, "(x - 1) + \\frac{(x - 1)^{2}}{2}"),
    ([0, 0], 0, "0"), ([], 0, "0"), ([2.0 / 3], 0, "\\frac{2}{3}"),
    (
      [0.5, 3.0.squareRoot() / 2], Double.pi / 6,
      "\\frac{1}{2} + \\frac{\\sqrt{3}}{2}\\left(x - \\frac{\\pi}{6}\\right)"
    ),
    ([1.2246e-16, -1, -6e-17, 1.0 / 6], Double.pi, "-(x - \\pi) + \\frac{(x - \\pi)^{3}}{6}"),
    ([0.1234567, 1.7e-7], 0, "0.1235 + 1.7 \\times 10^{-7}x"),
    ([1, 1], 0.3217, "1 + (x - 0.3217)"),
    (
      [0.123, 1.0 / 3, 7.0 / 256], 0.5,
      "0.123 + \\frac{(x - 0.5)}{3} + \\frac{7(x - 0.5)^{2}}{256}"
    ),
  ]

  @Test("polynomials have tidy coefficients", arguments: tidyPolynomials)
  func polynomials(coefficients: [Double], place: Double, tex: String) {
    #expect(Wording.polynomial(coefficients, about: place).joined() == tex)
  }

  @Test("a polynomial may begin with its highest power, in any variable")
  func descending() {
    let terms = Wording.polynomial([1, -2, 3], in: "theta", descending: true)
    #expect(terms.joined() == "3\\theta ^{2} - 2\\theta  + 1")
  }

  @Test("a Taylor polynomial of second order is written in the distances from its point")
  func quadraticModel() {
    let terms = Wording.quadraticModel(
      value: 1, gradient: [0, 2], hessian: [[2, -1], [-1, 1]], at: [1, 0], in: ["x", "y"])
    #expect(terms.joined() == "1 + 2y + (x - 1)^{2} - (x - 1)y + \\frac{y^{2}}{2}")
  }

  @Test("matrices are written with their brackets")
  func matrices() throws {
    #expect(
      Wording.matrix([[2, 1e-17], [0, -1.0 / 3]])
        == "\\begin{pmatrix} 2 & 0 \\\\ 0 & -0.3333 \\end{pmatrix}")
    let f = try Expression("x^2 y", variables: ["x", "y"])
    let hessian = ["x", "y"].map { a in
      ["x", "y"].map { b in f.derivative(by: a).derivative(by: b) }
    }
    #expect(
      Wording.matrix(hessian, .square)
        == "\\begin{bmatrix} 2y & 2x \\\\ 2x & 0 \\end{bmatrix}")
    #expect(Wording.column([1, 2], .none) == "\\begin{matrix} 1 \\\\ 2 \\end{matrix}")
  }

  private static let roundedEstimates: [(Double, Double, String, String)] = [
    (1.2345, 0.1072, "1.23 ± 0.11", "1.23(11)"), (-1.2345, 0.1072, "−1.23 ± 0.11", "−1.23(11)"),
    (12.34, 1.13, "12.3 ± 1.1", "12.3(11)"), (1234.4, 12.3, "1234 ± 12", "1234(12)"),
    (0.0, 0.5, "0.00 ± 0.50", "0.00(50)"), (5.0, 0.0996, "5.00 ± 0.10", "5.00(10)"),
    (123_456, 1234, "(1.235 ± 0.012) × 10⁵", "1.235(12) × 10⁵"),
    (1.5e-9, 2.2e-11, "(1.500 ± 0.022) × 10⁻⁹", "1.500(22) × 10⁻⁹"),
    (0.001, 3, "0.0 ± 3.0", "0.0(30)"), (0.0, 1200, "(0.0 ± 1.2) × 10³", "0.0(12) × 10³"),
    (1.5, 0, "1.5", "1.5"), (1.5, .nan, "1.5", "1.5"),
    (0.012344, 0.00067, "0.01234 ± 0.00067", "0.01234(67)"),
  ]

  @Test("an estimate has two digits of its error", arguments: roundedEstimates)
  func estimates(value: Double, error: Double, text: String, short: String) {
    let estimate = Estimate(value, error: error)
    #expect(estimate.text == text)
    #expect(estimate.shortText == short)
  }

  @Test("estimates are written in TeX as well")
  func estimateTeX() {
    #expect(Estimate(-1.2345, error: 0.1072).tex == "-1.23 \\pm 0.11")
    #expect(Estimate(-1.2345, error: 0.1072).shortTeX == "-1.23(11)")
    #expect(Estimate(123_456, error: 1234).tex == "(1.235 \\pm 0.012) \\times 10^{5}")
    #expect(Estimate(1.5e-9, error: 2.2e-11).shortTeX == "1.500(22) \\times 10^{-9}")
  }

  @Test("all kinds of numbers make some estimate")
  func hostileEstimates() {
    for value in [0, -0.0, 1e308, -1e308, .leastNonzeroMagnitude, .infinity, .nan, 1e17, -3]
      as [Double]
    {
      for error in [0, 1e308, .leastNonzeroMagnitude, .infinity, .nan, 1e-20, -2, 9.96] as [Double]
      {
        let estimate = Estimate(value, error: error)
        #expect(!estimate.text.isEmpty && !estimate.tex.isEmpty && !estimate.shortText.isEmpty)
      }
    }
  }

  @Test("a number is written as what it is")
  func closed() {
    #expect(Wording.closedTeX(-Double.pi / 2) == "-\\frac{\\pi}{2}")
    #expect(Wording.closedTeX(0.12345678) == "0.1235")
    #expect(Wording.closedTeX(2) == "2")
  }
}
