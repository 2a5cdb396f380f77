import Calculus
import Testing

/// Taylor coefficients against repeated symbolic derivatives and against the function itself.
struct TaylorTests {
  @Test("coefficients of every function are its derivatives over factorials")
  func everyFunction() throws {
    let more: [(String, Double)] = [
      ("sinc(x)", 1.9), ("sinc(x)", -2.5), ("sinc(x)", 9), ("tanh(x)", 6), ("tanh(x)", -0.3),
      ("sigmoid(x)", 9), ("x^40", 1.1), ("x^-20", 1.1), ("sign(x)x", -0.4), ("ceil(x) x", 0.4),
      ("round(x) x", 0.4), ("step(x) x^2", 0.4), ("x^7", 0), ("(x^2)^30", 0), ("sin(x)^0", 0.3),
      ("polygamma(0, x)", 1.5), ("gamma(x^2+1)", 0.5), ("asech(x)", 0.8), ("cot(x)", 2),
      ("atan2(sin(x), cos(x))", 2), ("erfc(x)", 3),
    ]
    for (source, x) in DerivativeTests.samples + more {
      let f = try Expression(source, variables: ["x"])
      let coefficients = try f.taylorCoefficients(of: 6, at: x)
      let plain = try Tape(f).taylorCoefficients(of: 6, at: x)
      var derivative = f
      var factorial = 1.0
      for k in 0...6 {
        if k > 0 {
          derivative = derivative.derivative(by: "x")
          factorial *= Double(k)
        }
        let exact = derivative.value(at: [x]) / factorial
        let size = max(abs(exact), coefficients.reduce(0) { max($0, abs($1)) })
        #expect(abs(coefficients[k] - exact) <= 2e-9 * size, "\(source) at \(x), order \(k)")
        #expect(abs(plain[k] - exact) <= 2e-9 * size, "\(source) at \(x), order \(k), plain")
      }
    }
  }

  @Test("the error of an expansion to order n shrinks like h to the n + 1")
  func errorOrder() throws {
    for source in ["exp(sin(x))", "sqrt(1+x^2)", "ln(2+x)tanh(x)", "gamma(2+x)", "erf(x)cos(x)"] {
      let f = try Expression(source, variables: ["x"])
      for order in 1...4 {
        let coefficients = try f.taylorCoefficients(of: order, at: 0.3)
        func error(_ h: Double) -> Double {
          let sum = coefficients.reversed().reduce(0) { $0 * h + $1 }
          return abs(sum - f.value(at: [0.3 + h]))
        }
        let rate = error(0.02) / error(0.01)
        let expected = Double(1 << (order + 1))
        #expect(
          rate > 0.7 * expected && rate < 1.4 * expected, "\(source), order \(order): \(rate)")
      }
    }
  }

  @Test("41 coefficients of exp(sin x) agree in doubles and in double-double")
  func manyCoefficients() throws {
    let f = try Expression("exp(sin(x))", variables: ["x"])
    let plain = try Tape(f).taylorCoefficients(of: 40, at: 0.3)
    let enclosures = try f.taylorEnclosures(of: 40, on: Interval(0.3))
    for (coefficient, enclosure) in zip(plain, enclosures) {
      #expect(enclosure.contains(coefficient))
    }
    // 1 + x + x²/2 − x⁴/8 − x⁵/15 − …
    let known = [1, 1, 0.5, 0, -0.125, -1.0 / 15, -1.0 / 240]
    for (coefficient, exact) in zip(try f.taylorCoefficients(of: 6, at: 0), known) {
      #expect(abs(coefficient - exact) < 1e-16)
    }
  }

  @Test("sinc has its series at 0 and near it")
  func sinc() throws {
    let f = try Expression("sinc(x)", variables: ["x"])
    #expect(try Tape(f).taylorCoefficients(of: 4, at: 0) == [1, 0, -1.0 / 6, 0, 1.0 / 120])
    // About 2⁻²⁰: the same, shifted.
    let h = 0x1p-20
    let near = try Tape(f).taylorCoefficients(of: 3, at: h)
    let exact = [
      1 - h * h / 6, -h / 3 + h * h * h / 30, -1.0 / 6 + h * h / 20, h / 30 - h * h * h / 252,
    ]
    for (a, b) in zip(near, exact) { #expect(abs(a - b) <= 1e-15 * abs(b)) }
    let curved = try Expression("sinc(sin(x)^2)", variables: ["x"])
    let coefficients = try Tape(curved).taylorCoefficients(of: 6, at: 0)
    for (a, b) in zip(coefficients, [1, 0, 0, 0, -1.0 / 6, 0, 1.0 / 9]) {
      #expect(abs(a - b) <= 1e-16)
    }
  }

  @Test(
    "coefficients about an interval enclose those about its points, over kinks too",
    arguments: [
      "abs(x)", "if(x < 0.3, x^2, 2x)", "max(x, x^2)", "relu(x - 0.2)", "floor(x)", "sinc(x)",
      "sinc(3x)", "round(2x)", "mod(x, 0.7)", "sign(x)*x", "min(x, 1/4)",
    ])
  func enclosuresOverKinks(source: String) throws {
    let f = try Expression(source, variables: ["x"])
    for (lower, upper) in [(-1.0, 1.0), (-0.4, 0.6), (0.1, 0.9), (-5, 6), (0.4, 0.45)] {
      let whole = try f.taylorEnclosures(of: 4, on: Interval(lower, upper))
      for step in 1..<20 where whole.allSatisfy(\.isContinuous) {
        let a = lower + (upper - lower) * (Double(step) + 0.03) / 20.1
        for (part, range) in zip(try f.taylorEnclosures(of: 4, on: Interval(a)), whole) {
          #expect(
            part.lower <= range.upper && part.upper >= range.lower, "\(a): \(part), \(range)")
        }
      }
    }
  }

  @Test("coefficients in two variables are the mixed derivatives over factorials")
  func twoVariables() throws {
    let sources = [
      "exp(-(x^2+y^2))", "sin(x y)/(2+x)", "atan2(y, x)", "hypot(x, y)", "x^y", "x^3 y^2 - 2y + 5",
      "ln(x+y^2) sigmoid(x-y)", "max(x, 3y)", "if(x < y, x^2, x y)", "gamma(x+y)", "7",
    ]
    for source in sources {
      let f = try Expression(source, variables: ["x", "y"])
      let table = try f.taylorCoefficients(of: 5, at: 0.8, 0.3)
      var byX = f
      var left = 1.0
      for i in 0...5 {
        if i > 0 { (byX, left) = (byX.derivative(by: "x"), left * Double(i)) }
        var both = byX
        var factorial = left
        #expect(table[i].count == 6 - i)
        for j in 0...(5 - i) {
          if j > 0 { (both, factorial) = (both.derivative(by: "y"), factorial * Double(j)) }
          let exact = both.value(at: [0.8, 0.3]) / factorial
          #expect(abs(table[i][j] - exact) <= 1e-10 * max(1, abs(exact)), "\(source) \(i) \(j)")
        }
      }
    }
  }

  @Test("where there is no series the coefficients are not finite, and the value stays")
  func noSeries() throws {
    let cases: [(String, Double, Double)] = [
      ("abs(x)", 0, 0), ("relu(x)", 0, 0), ("floor(x)", 2, 2), ("sqrt(x)", 0, 0),
      ("x^1.5", 0, 0), ("cbrt(x)", 0, 0), ("min(x, x^2)", 1, 1), ("if(x < 1, x^2, x)", 1, 1),
      ("sign(x)", 0, 0), ("mod(x, 2)", 4, 0), ("round(x)", 0.5, 1), ("max(x, -x)", 0, 0),
    ]
    for (source, x, value) in cases {
      let f = try Expression(source, variables: ["x"])
      let coefficients = try f.taylorCoefficients(of: 3, at: x)
      #expect(coefficients[0] == value, "\(source)")
      #expect(coefficients.dropFirst().allSatisfy { !$0.isFinite }, "\(source): \(coefficients)")
    }
    for (source, x) in [("ln(x)", -1.0), ("sqrt(x)", -1), ("sin(x)/x", 0), ("asin(x)", 2)] {
      let f = try Expression(source, variables: ["x"])
      let coefficients = try f.taylorCoefficients(of: 3, at: x)
      #expect(coefficients.allSatisfy { !$0.isFinite }, "\(source): \(coefficients)")
    }
  }

  @Test("expansions of unfit functions and orders are refused")
  func refusals() throws {
    let one = try Expression("sin(x)", variables: ["x"])
    let two = try Expression("x y", variables: ["x", "y"])
    #expect(throws: DerivativeError.orderOutOfRange(-1, allowed: 0...1000)) {
      try one.taylorCoefficients(of: -1, at: 0)
    }
    #expect(throws: DerivativeError.orderOutOfRange(1001, allowed: 0...1000)) {
      try one.taylorCoefficients(of: 1001, at: 0)
    }
    #expect(throws: DerivativeError.wrongVariableCount(expected: 1, actual: 2)) {
      try two.taylorCoefficients(of: 2, at: 0)
    }
    #expect(throws: DerivativeError.wrongVariableCount(expected: 2, actual: 1)) {
      try one.taylorCoefficients(of: 2, at: 0, 0)
    }
    let long = try Expression("sum(k, 1, 9000, sin(k x))", variables: ["x"])
    #expect(throws: DerivativeError.tooLarge) { try long.taylorCoefficients(of: 1000, at: 0) }
    let nowhere = try one.taylorCoefficients(of: 4, at: .nan)
    #expect(nowhere.allSatisfy { $0.isNaN })
    #expect(try one.taylorCoefficients(of: 1000, at: 1).count == 1001)
  }
}
