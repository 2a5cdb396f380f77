import Testing

@testable import Calculus

/// jₙ(u)/uⁿ and ∫₀¹ θⁿ e^(θt) dθ against values with 20 digits and against themselves.
struct EntireQuotientTests {
  @Test(
    "values have 14 digits of the largest one",
    arguments: [
      (0.0, 0.0, 1.0), (0, 1, 0.84147098480789650665), (1, 0, 1.0 / 3), (2, 0, 1.0 / 15),
      (1, 1, 0.30116867893975678925), (1, 3.5, 0.0682639108531350982),
      (2, 1, 0.062035052011373861102), (-1, 2, -0.41614683654714238700),
    ] as [(Double, Double, Double)])
  func bessel(order: Double, u: Double, expected: Double) {
    #expect(abs(EntireQuotients.bessel(order, u) - expected) < 1e-15)
  }

  @Test("enclosures hold the values, and each function is the slope of the one before")
  func enclosures() throws {
    var generator = SplitMix64(seed: 3)
    for order in [-1.0, 0, 1, 2, 3] {
      for _ in 0..<300 {
        let a = Double.random(in: -12...12, using: &generator)
        let width = Double.random(in: 0...3, using: &generator)
        let bessel = EntireQuotients.bessel(order, Interval(a, a + width))
        let mean = EntireQuotients.exponential(max(order, 0), Interval(a, a + width))
        for share in [0, 0.2, 0.5, 0.7, 1] {
          let u = a + share * width
          let value = EntireQuotients.bessel(order, u)
          #expect(bessel.contains(value), "\(order), \(u): \(value), \(bessel)")
          #expect(mean.contains(EntireQuotients.exponential(max(order, 0), u)))
        }
        let h = 1e-5
        let rise =
          (EntireQuotients.bessel(order, a + h) - EntireQuotients.bessel(order, a - h)) / (2 * h)
        #expect(abs(rise + a * EntireQuotients.bessel(order + 1, a)) < 1e-8)
        let n = max(order, 0)
        let growth =
          (EntireQuotients.exponential(n, a + h) - EntireQuotients.exponential(n, a - h)) / (2 * h)
        let slope = EntireQuotients.exponential(n + 1, a)
        #expect(abs(growth - slope) < 1e-7 * max(1, slope))
      }
    }
  }

  @Test("orders that are none and infinite arguments end in an answer")
  func extremes() {
    #expect(EntireQuotients.bessel(0.5, 1).isNaN && EntireQuotients.bessel(41, 1).isNaN)
    #expect(EntireQuotients.bessel(2, .infinity) == 0 && EntireQuotients.bessel(2, .nan).isNaN)
    #expect(EntireQuotients.exponential(1, -.infinity) == 0)
    #expect(EntireQuotients.exponential(1, 1e9) == .infinity)
    let everything = EntireQuotients.bessel(1, Interval(-.infinity, .infinity))
    #expect(everything.contains(0) && everything.contains(1.0 / 3))
  }

  @Test(
    "removable points are filled in, and nothing else changes",
    arguments: [
      ("sin(x)/x", 1.0), ("sin(2x)/x", 2), ("(exp(x)-1)/x", 1), ("(1-exp(-3x))/x", 3),
      ("sin(x)^2/x^2", 1), ("2*sin(x)/(3*x)", 2.0 / 3), ("-sin(x)/x", -1), ("sinc(x)", 1),
      ("(sin(x)/x)^3", 1), ("sin(x)/x*exp(x)", 1),
      ("(1-cos(x))/x^2", 0.5), ("3*(1-cos(2x))/x^2", 6),
    ] as [(String, Double)])
  func filling(source: String, limit: Double) throws {
    let f = try Expression(source, variables: ["x"])
    let filled = f.fillingRemovablePoints
    #expect(abs(filled.value(at: [0]) - limit) < 1e-15, "\(filled.text)")
    for x in [-2.0, -0.3, 0.7, 4] {
      #expect(abs(filled.value(at: [x]) - f.value(at: [x])) < 1e-13 * max(1, abs(f.value(at: [x]))))
    }
    for other in ["cos(x)/x", "sin(x)/x^2", "sin(x)/(x+1)", "(exp(x)+1)/x", "x/sin(x)"] {
      let g = try Expression(other, variables: ["x"])
      #expect(g.fillingRemovablePoints.value(at: [0.5]) == g.value(at: [0.5]))
      #expect(!g.fillingRemovablePoints.value(at: [0]).isFinite || other == "sin(x)/(x+1)")
    }
  }
}
