import Calculus
import Testing

/// Exact derivatives against difference quotients, and their form against the textbook's.
struct DerivativeTests {
  /// Each function of the language with a place inside its domain.
  static let samples: [(String, Double)] = [
    ("sin(x)", 0.7), ("cos(x)", 0.7), ("tan(x)", 0.7), ("cot(x)", 0.7), ("sec(x)", 0.7),
    ("csc(x)", 0.7), ("asin(x)", 0.3), ("acos(x)", 0.3), ("atan(x)", 0.3), ("acot(x)", 0.3),
    ("asec(x)", 1.7), ("asec(x)", -1.7), ("acsc(x)", 1.7), ("acsc(x)", -1.7), ("sinh(x)", 0.7),
    ("cosh(x)", 0.7), ("tanh(x)", 0.7), ("coth(x)", 0.7), ("sech(x)", 0.7), ("csch(x)", 0.7),
    ("asinh(x)", 0.7), ("acosh(x)", 1.7), ("atanh(x)", 0.4), ("acoth(x)", 1.7),
    ("asech(x)", 0.4), ("acsch(x)", 0.7), ("acsch(x)", -0.7), ("sinc(x)", 0.7), ("exp(x)", 0.7),
    ("ln(x)", 0.7), ("log10(x)", 0.7), ("log2(x)", 0.7), ("sqrt(x)", 0.7), ("cbrt(x)", 0.7),
    ("cbrt(x)", -0.7), ("abs(x)", -0.7), ("erf(x)", 0.7), ("erfc(x)", 0.7), ("gamma(x)", 2.3),
    ("gamma(x)", -1.4), ("lgamma(x)", 2.3), ("digamma(x)", 2.3), ("digamma(x)", -1.4),
    ("polygamma(1, x)", 2.3), ("polygamma(2, x)", -1.4), ("sigmoid(x)", -0.7),
    ("softplus(x)", 0.7), ("relu(x)", 0.7), ("mod(x, 2)", 4.7), ("mod(5, x)", 1.3),
    ("hypot(x, 3)", 0.7), ("atan2(x, 2)", 0.7), ("atan2(2, x)", 0.7), ("min(x, x^2)", 0.7),
    ("max(x, x^2)", 0.7), ("x^3", 0.7), ("x^-2", 0.7), ("x^2.5", 0.7), ("2^x", 0.7),
    ("x^x", 0.7), ("if(x < 1, x^2, x)", 0.7), ("sum(k, 1, 5, x^k/k)", 0.7),
    ("(x^2+1)/(x-3)", 0.7), ("floor(x)+x", 0.7),
  ]

  @Test("the derivative of every function agrees with its difference quotient")
  func differenceQuotients() throws {
    for (source, x) in Self.samples {
      let f = try Expression(source, variables: ["x"])
      let h = 1e-5
      let quotient = (f.value(at: [x + h]) - f.value(at: [x - h])) / (2 * h)
      let slope = f.derivative(by: "x").value(at: [x])
      #expect(abs(slope - quotient) <= 2e-8 * max(1, abs(slope)), "\(source) at \(x)")
    }
  }

  @Test("every function of the language has a difference quotient above")
  func allFunctions() {
    let covered = Self.samples.map(\.0).joined(separator: " ")
    let steps: Set = ["sign", "ceil", "round", "step"]
    for function in Function.allCases where function.isTyped && !steps.contains(function.name) {
      #expect(covered.contains(function.name + "("), "\(function.name)")
    }
  }

  @Test(
    "derivatives read like those of a textbook",
    arguments: [
      ("x^2+y^2", "2*x"), ("sin(x)cos(y)", "cos(x)*cos(y)"), ("exp(-x^2)", "-2*x*exp(-x^2)"),
      ("sqrt(4-x^2-y^2)", "-x/sqrt(4 - x^2 - y^2)"), ("ln(x^2+1)", "2*x/(x^2 + 1)"),
      ("y^3", "0"), ("(x+y)^3", "3*(x + y)^2"), ("x/(y+1)", "1/(y + 1)"), ("x x x", "3*x^2"),
      ("2x - 3x", "-1"),
    ])
  func form(source: String, slope: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    #expect(f.derivative(by: "x").text == slope)
  }

  @Test("mixed derivatives agree in both orders")
  func symmetry() throws {
    let f = try Expression("exp(x y) sin(x + 2y) / (1 + x^2)", variables: ["x", "y"])
    let a = f.derivative(by: "x").derivative(by: "y").value(at: [0.3, -0.4])
    let b = f.derivative(by: "y").derivative(by: "x").value(at: [0.3, -0.4])
    #expect(abs(a - b) <= 1e-14 * abs(a))
    let (_, gradient, hessian) = f.derivatives(at: [0.3, -0.4])
    #expect(hessian[0][1] == hessian[1][0])
    #expect(gradient.count == 2)
  }

  @Test("a constructor never changes where an expression is defined")
  func domains() throws {
    let vanishing = try Expression("0*ln(x)", variables: ["x"])
    #expect(vanishing.value(at: [-1]).isNaN)
    #expect(vanishing.value(at: [1]) == 0)
    let cancelled = try Expression("sqrt(x) - sqrt(x)", variables: ["x"])
    #expect(cancelled.value(at: [-1]).isNaN)
    #expect(try Expression("x - x", variables: ["x"]).text == "0")
    #expect(try Expression("0*sin(x)", variables: ["x"]).text == "0")
    #expect(try Expression("x/x", variables: ["x"]).value(at: [0]).isNaN)
  }
}
