import Calculus
import Testing

/// Formulas as a textbook writes them.
struct TeXTests {
  @Test(
    "an expression is written like in a textbook",
    arguments: [
      ("x^2+y^2", "x^{2} + y^{2}"), ("sin(x)cos(y)", "\\sin x\\,\\cos y"),
      ("exp(-(x^2+y^2)) (x^2 - y^2)", "e^{-(x^{2} + y^{2})}(x^{2} - y^{2})"),
      ("x/2", "\\frac{x}{2}"), ("sin^2 x", "\\sin^{2} x"), ("sqrt(x)", "\\sqrt{x}"),
      ("cbrt(x)", "\\sqrt[3]{x}"), ("abs(x)", "\\left|x\\right|"), ("2*3^x", "2 \\cdot 3^{x}"),
      ("(x+1)/(y-1)", "\\frac{x + 1}{y - 1}"), ("(x/2)^2", "\\left(\\frac{x}{2}\\right)^{2}"),
      ("-x^2", "-x^{2}"), ("(-x)^2", "(-x)^{2}"), ("pi x", "\\pi x"), ("sin(2x)", "\\sin 2x"),
      ("sin(x+1)", "\\sin(x + 1)"), ("ln(x) y", "y\\ln x"), ("1e20 x", "10^{20}x"),
      ("floor(x)", "\\left\\lfloor x\\right\\rfloor "), ("max(x, y)", "\\max(x,\\, y)"),
      ("sum(k, 1, 5, x^k)", "\\sum_{k=1}^{5} x^{k}"), ("e^(x/2)", "e^{x/2}"),
      ("2(x+1)", "2(x + 1)"), ("x*y*x", "x^{2}y"), ("(x y)^2", "(xy)^{2}"),
      ("-2*x", "-2x"), ("1/3 x", "\\frac{1}{3}x"),
    ])
  func tex(source: String, tex: String) throws {
    #expect(try Expression(source, variables: ["x", "y"]).tex == tex)
  }

  private static let orders: [(String, String)] = [
    ("sin(x) x", "x\\sin x"), ("x pi", "\\pi x"), ("exp(-x) x", "xe^{-x}"),
    ("(x+1) x", "x(x + 1)"), ("cos(x) exp(y)", "e^{y}\\cos x"),
    ("sin(x) (x+1) y^2", "y^{2}(x + 1)\\sin x"), ("sqrt(x) 2 y", "2y\\sqrt{x}"),
    ("ln(x) sin(y) x", "x\\ln x\\,\\sin y"), ("x 2^x", "x \\cdot 2^{x}"),
    ("sin(x)^2 cos(y) x", "x\\sin^{2} x\\,\\cos y"),
    ("sum(k, 1, 3, x^k) y", "y\\sum_{k=1}^{3} x^{k}"),
    (
      "sum(k, 1, 3, x^k) sum(k, 1, 2, y^k)",
      "\\left(\\sum_{k=1}^{3} x^{k}\\right)\\sum_{k=1}^{2} y^{k}"
    ),
    ("exp(-x^2/(2 y^2))", "e^{-x^{2}/(2y^{2})}"), ("exp((1/3) x)", "e^{(1/3)x}"),
    ("gamma(x)^2", "\\Gamma(x)^{2}"), ("sin(x+1)^2", "\\sin^{2}(x + 1)"),
    ("sin(x+1)^y", "(\\sin(x + 1))^{y}"), ("x + (y + 1)", "x + y + 1"),
    ("x - (y + 1)", "x - (y + 1)"), ("x + (-y + 1)", "x + (-y + 1)"),
    ("log10(x)", "\\log_{10} x"), ("atan(x)", "\\arctan x"), ("atan(x+1)", "\\arctan(x + 1)"),
    ("sin(2 pi x)", "\\sin 2\\pi x"), ("sin(x/2)", "\\sin \\frac{x}{2}"),
    ("sin(x y)", "\\sin(xy)"), ("sin(x^2)", "\\sin(x^{2})"), ("sin(-x)", "\\sin(-x)"),
    ("exp(sin(x/2))", "e^{\\sin(x/2)}"), ("mod(x, 2)", "x \\bmod 2"),
    ("2.5e-7 x", "2.5 \\times 10^{-7}x"), ("x^-2", "x^{-2}"),
  ]

  @Test("factors stand in the order of a textbook", arguments: orders)
  func order(source: String, tex: String) throws {
    #expect(try Expression(source, variables: ["x", "y"]).tex == tex)
  }

  private static let choices: [(String, String)] = [
    (
      "if(x > 0, x, -x)",
      "\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}"
    ),
    (
      "if(x < 0, 0, if(x <= 1, x^2, 1))",
      "\\begin{cases} 0 & \\text{if } x < 0 \\\\ x^{2} & \\text{if } x \\le 1 \\\\ "
        + "1 & \\text{otherwise} \\end{cases}"
    ),
    (
      "if(0 < x < 1, x, 0)",
      "\\begin{cases} x & \\text{if } 0 < x < 1 \\\\ 0 & \\text{otherwise} \\end{cases}"
    ),
    (
      "2 if(x = 0, 1, y)",
      "2\\left(\\begin{cases} 1 & \\text{if } x = 0 \\\\ y & \\text{otherwise} "
        + "\\end{cases}\\right)"
    ),
    ("exp(if(x > 0, 1, 2))", "e^{\\mathrm{if}(x > 0,\\; 1,\\; 2)}"),
  ]

  @Test("an if becomes cases, with a row for each condition", arguments: choices)
  func cases(source: String, tex: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    #expect(f.tex == tex)
    #expect(f.texTerms.joined() == tex)
  }

  private static let constantValues: [(Double, String)] = [
    (1.0 / 3, "\\frac{1}{3}x"), (-2.0 / 7, "-\\frac{2}{7}x"), (0.5, "0.5x"),
    (Double.pi, "\\pi x"), (Double.pi / 4, "\\frac{\\pi}{4}x"),
    (2.0.squareRoot(), "\\sqrt{2}x"), (0.123456789012, "0.123457x"),
    (1234.5678901234, "1234.57x"), (6.02214076e23, "6.02214076 \\times 10^{23}x"),
  ]

  @Test(
    "a constant of many digits is written as the fraction that it is", arguments: constantValues)
  func constants(value: Double, tex: String) throws {
    #expect(try Expression("a x", variables: ["x"], constants: ["a": value]).tex == tex)
  }

  @Test(
    "names become letters with an index",
    arguments: [
      ("x", "x"), ("x1", "x_{1}"), ("x_max", "x_{\\mathrm{max}}"), ("alpha", "\\alpha "),
      ("height", "\\mathrm{height}"), ("mu_2", "\\mu _{2}"),
    ])
  func names(name: String, tex: String) {
    #expect(Expression.tex(ofName: name) == tex)
  }

  @Test("a sum is divided at its signs")
  func terms() throws {
    let f = try Expression("x^2 - 3x y + sin(x) - 1", variables: ["x", "y"])
    #expect(f.texTerms == ["x^{2}", " - 3xy", " + \\sin x", " - 1"])
    #expect(f.texTerms.joined() == f.tex)
  }
}
