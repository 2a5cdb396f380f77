import Calculus
import Testing

/// The radius of convergence by the singularities in the complex plane.
struct ConvergenceRadiusTests {
  private static func radius(_ source: String, _ place: Double) throws -> Double? {
    try Expression(source, variables: ["x"]).convergenceRadius(at: place)?.radius
  }

  /// Expressions with their places and the radii there, as texts.
  private static let known: [[String]] = [
    ["1/x", "1", "1"],
    ["1/(1+x^2)", "0", "1"],
    ["1/(1+x^2)", "1", "sqrt(2)"],
    ["1/(1+x^2)^3", "1", "sqrt(2)"],
    ["1/(x^2+2x+1)", "0", "1"],
    ["ln(x)", "2", "2"],
    ["ln(1+x)", "0", "1"],
    ["sqrt(1+x)", "0", "1"],
    ["(1+x)^(1/3)", "0", "1"],
    ["(1+x)^pi", "0", "1"],
    ["tan(x)", "0", "pi/2"],
    ["tan(x)", "1", "pi/2-1"],
    ["sec(x)", "0", "pi/2"],
    ["tanh(x)", "0", "pi/2"],
    ["atan(x)", "0", "1"],
    ["atan(x)", "2", "sqrt(5)"],
    ["asin(x)", "0", "1"],
    ["acosh(x)", "3", "2"],
    ["asinh(x)", "0", "1"],
    ["x/(exp(x)-1)", "0", "2*pi"],
    ["1/(1+exp(x))", "0", "pi"],
    ["1/(1+exp(-x))", "0", "pi"],
    ["sigmoid(x)", "0", "pi"],
    ["1/(2+cos(x))", "0", "sqrt(pi^2 + acosh(2)^2)"],
    ["1/(3 - 2x)", "0", "1.5"],
    ["1/(x^3 - 2x + 2)", "0", "1.063181"],
    ["x^x", "1", "1"],
    ["exp(1/x)", "2", "2"],
    ["sqrt(1 + x^2)", "0", "1"],
    ["1/(2 - exp(x))", "0", "0.693147"],
    ["ln(cos(x))", "0", "pi/2"],
    ["sqrt(4 - x)", "1", "3"],
    ["1/sin(x)", "1", "1"],
    ["(x^2 - 1)/(x - 1)/(x-3)", "0", "3"],
    ["2^x/(x-5)", "1", "4"],
    ["1/(sqrt(x) + 1)", "2", "2"],
    ["1/(sqrt(x) - 2)", "1", "1"],
    ["coth(x) - 1/x", "1", "sqrt(1 + pi^2)"],
    ["1/(1 + 1/x)", "1", "2"],
    ["abs(x)/(x - 2)", "1", "1"],
    ["1/cosh(x)", "1", "1.8621"],
    ["cbrt(x)", "-8", "8"],
    ["1/(1e-3 + x^2)", "0", "0.0316227766"],
    ["exp(-x)/(x+100)", "0", "100"],
    ["gamma(x)", "1", "1"],
    ["gamma(x)", "2.5", "2.5"],
    ["gamma(x)", "-0.5", "0.5"],
    ["gamma(x)", "-2.3", "0.3"],
    ["gamma(x)", "7", "7"],
    ["lgamma(x)", "3", "3"],
    ["gamma(x)/(x - 3)", "2", "1"],
    ["gamma(2x + 1)", "0", "1/2"],
    ["erf(x)/(x - 2)", "0", "2"],
    ["1/erf(x)", "1", "1"],
    ["1/(sin(x) + cos(x))", "0", "pi/4"],
    ["1/(sin(x) + cos(x))", "2", "3pi/4 - 2"],
    ["1/(sin(x) + 2cos(x))", "0", "atan(2)"],
    ["1/(exp(x) + exp(-x))", "0", "pi/2"],
    ["1/(exp(x) - exp(-x))", "1", "1"],
    ["1/(x - cos(x))", "0", "0.7390851332"],
    ["1/(x - exp(x) + 5)", "1", "0.936847408"],
    ["1/(x + exp(x))", "0", "0.5671432904"],
    ["1/(x + ln(x))", "1", "1 - 0.5671432904"],
    ["1/(x - sin(x))", "1", "1"],
    ["1/(exp(x) - x - 1)", "1", "1"],
    ["1/(sin(x) + cos(x))^2", "0", "pi/4"],
    ["1/(tan(x) - x)", "1", "1"],
    ["tan(x) + tan(2x)", "0", "pi/4"],
    ["1/(1 + sin(x) cos(x))", "0", "sqrt((pi/4)^2 + (acosh(2)/2)^2)"],
    ["ln(x + sin(x))", "1", "1"],
    ["sqrt(exp(x) - x^2)", "0", "0.7034674225"],
    ["1/(x sin(x) - 1)", "0", "1.1141571409"],
    ["1/(2 sinh(x) - cosh(x))", "0", "atanh(1/2)"],
    ["x/(exp(x) - 1) + 1/(x - 9)", "1", "sqrt(1 + 4pi^2)"],
    ["exp(1/(x - 2))", "0", "2"],
    ["1/(exp(x) - 2)", "0", "ln(2)"],
    ["1/(1 + x + exp(x))", "0", "1.2784645428"],
  ]

  @Test("it is the distance of the nearest singularity", arguments: known)
  func radii(_ words: [String]) throws {
    let place = try #require(Double(words[1]))
    let expected = try Expression.constant(words[2])
    let radius = try #require(try Self.radius(words[0], place))
    // Closed forms to rounding, decimals to their digits.
    let slack = words[2].contains(".") ? 3e-5 : 1e-8
    #expect(abs(radius - expected) < slack * expected)
  }

  private static let entireFunctions: [(String, Double)] = [
    ("sin(x)", 0.0), ("exp(-x^2)", 1.0), ("x^7 - 3x", 2.0), ("cosh(2x) + erf(x)", 0.0),
    ("7", 0.0), ("sin(x)/x", 1.0), ("sin(x)/x", 0.0), ("(exp(x)-1)/x", 2.0),
    ("(x^2 - 1)/(x - 1)", 3.0), ("(1-cos(x))/x^2", 0.5), ("cos(sqrt(x))", 1.0),
    ("sqrt(x^2)", 1.0), ("abs(x)", 2.0), ("sinc(x)", 1.0), ("x^2/x", 1.0), ("1/exp(x)", 0.0),
    ("(x - sin(x))/x^3", 1.0), ("2^x", 0.0),
  ]

  @Test(
    "entire functions converge everywhere, also those that do not look so",
    arguments: entireFunctions)
  func entire(source: String, place: Double) throws {
    #expect(try Self.radius(source, place) == .infinity)
  }

  @Test(
    "what the structure does not tell is not known",
    arguments: [
      "exp(2 ln(x))", "sin(x)^2/sin(x)", "sum(k, 1, 9, x^k)", "1/(atan2(x, 1) + 2)",
      "(sin(x) + cos(x))/sin(x + pi/4)",
    ])
  func unknown(source: String) throws { #expect(try Self.radius(source, 1) == nil) }

  @Test("singularities are named, and hostile input is answered")
  func hostile() throws {
    let f = try Expression("1/(1+x^2)", variables: ["x"])
    let near = try #require(f.convergenceRadius(at: 0)).singularities
    #expect(Set(near.map(\.im)) == [1, -1] && near.allSatisfy { abs($0.re) < 1e-15 })
    for source in [
      "tan(1e200 x)", "1/(x^40 - 1)", "ln(ln(ln(x)))", "1/(sin(x) - 2)^9", "tan(tan(tan(x)))",
      "x^1e300", "1/0", "0/0", "sqrt(-1-x^2)", "exp(exp(exp(x)))/(x-1e9)", "1/(1e-300 + x)",
    ] {
      _ = try Self.radius(source, 0.3)
    }
  }

  @Test("the series of what fills a gap")
  func continued() throws {
    let f = try Expression("x/(exp(x) - 1)", variables: ["x"])
    let series = try #require(f.continuedTaylorCoefficients(of: 4, at: 0))
    let bernoulli = [1, -0.5, 1.0 / 12, 0, -1.0 / 720]
    #expect(zip(series, bernoulli).allSatisfy { abs($0 - $1) < 1e-14 })
    for source in ["1/x", "abs(x)/x", "ln(x)", "exp(-1/x^2)", "sin(1/x)", "sqrt(x)/x"] {
      let g = try Expression(source, variables: ["x"])
      #expect(g.continuedTaylorCoefficients(of: 4, at: 0) == nil, "\(source)")
    }
  }
}
