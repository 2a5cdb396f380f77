import Calculus
import Testing

/// Results of a calculation as a textbook would leave them.
struct TextbookTests {
  private static let slopes: [(String, String)] = [
    // Numbers.
    ("x^2/4", "\\frac{x}{2}"), ("0.5x^2", "x"), ("0.1x^2", "0.2x"), ("1/2 x^2", "x"),
    ("-1/2 x^2", "-x"), ("3/4 x^2 y", "\\frac{3}{2}xy"), ("x^2/6", "\\frac{x}{3}"),
    ("x^2/0.3", "\\frac{20x}{3}"), ("1e-7 x", "10^{-7}"), ("x^2.5", "2.5x^{1.5}"),
    ("2(x/3)", "\\frac{2}{3}"), ("(x/2)^2", "\\frac{x}{2}"), ("-x", "-1"), ("y", "0"),
    ("pi x^2", "2\\pi x"), ("x/pi", "\\frac{1}{\\pi}"), ("sqrt(3)/2 x", "\\frac{\\sqrt{3}}{2}"),
    // Powers and roots.
    ("x^-2", "-\\frac{2}{x^{3}}"), ("1/x", "-\\frac{1}{x^{2}}"), ("1/2/x", "-\\frac{1}{2x^{2}}"),
    ("x^(1/2)", "\\frac{1}{2\\sqrt{x}}"), ("x^(3/2)", "\\frac{3\\sqrt{x}}{2}"),
    ("x^(1/3)", "\\frac{1}{3x^{2/3}}"), ("cbrt(x)", "\\frac{1}{3\\sqrt[3]{x^{2}}}"),
    ("sqrt(x)/2", "\\frac{1}{4\\sqrt{x}}"), ("(x^2)^3", "6x^{5}"), ("(-x)^3", "-3x^{2}"),
    ("sqrt(x^2+y^2)", "\\frac{x}{\\sqrt{x^{2} + y^{2}}}"),
    ("(x^2+y^2)^(3/2)", "3x\\sqrt{x^{2} + y^{2}}"), ("x^x", "x^{x}(1 + \\ln x)"),
    ("2^x", "2^{x}\\ln 2"), ("exp(x)^2", "2e^{2x}"), ("ln(x^2)", "\\frac{2}{x}"),
    // Products and quotients.
    ("x e^-x", "(1 - x)e^{-x}"), ("x^2 e^(-x^2)", "2x(1 - x^{2})e^{-x^{2}}"),
    ("(x+1)(x-1)", "2x"), ("x sin x", "\\sin x + x\\cos x"), ("sin(x)^2", "2\\sin x\\,\\cos x"),
    ("x/(1+x^2)", "\\frac{1 - x^{2}}{(1 + x^{2})^{2}}"),
    ("(x^2-y^2)/(x^2+y^2)", "\\frac{4xy^{2}}{(x^{2} + y^{2})^{2}}"),
    ("x sin(1/x)", "\\sin \\frac{1}{x} - \\frac{\\cos \\frac{1}{x}}{x}"),
    ("ln(x)^2", "\\frac{2\\ln x}{x}"), ("sin(x)^-1", "-\\frac{\\cos x}{\\sin^{2} x}"),
    ("atan(y/x)", "-\\frac{y}{x^{2} + y^{2}}"),
    ("cos(pi x/2)", "-\\frac{\\pi}{2}\\sin \\frac{\\pi x}{2}"),
    // Sums.
    ("x^2 - 2x y + 3", "2x - 2y"), ("y^4 - 4x y + x^2/2", "x - 4y"), ("x y^2 - x^2", "y^{2} - 2x"),
    ("(x^2+y^2)^2 - 2(x^2-y^2)", "4x(x^{2} + y^{2} - 1)"), ("sin(x)^2 + cos(x)^2", "0"),
    ("(1-x)^2 + 100(y-x^2)^2", "-2(1 - x) - 400x(y - x^{2})"),
    ("(x^2+y-11)^2 + (x+y^2-7)^2", "4x(x^{2} + y - 11) + 2(x + y^{2} - 7)"),
    ("exp(-(x^2+y^2)) (x^2-y^2)", "2x(y^{2} - x^{2} + 1)e^{-(x^{2} + y^{2})}"),
    ("exp(-(2x^2+y^2-x y)/2)", "-\\frac{1}{2}(4x - y)e^{-(2x^{2} + y^{2} - xy)/2}"),
    ("sum(k, 1, 3, sin(k x)/k)", "\\sum_{k=1}^{3} \\cos(kx)"),
    (
      "if(x > 0, x^2/2, -x)",
      "\\begin{cases} x & \\text{if } x > 0 \\\\ -1 & \\text{otherwise} \\end{cases}"
    ),
    ("abs(x-y)", "\\operatorname{sgn}(x - y)"), ("sigmoid(x)", "(1 - \\sigma(x))\\sigma(x)"),
  ]

  @Test("a derivative is tidied", arguments: slopes)
  func slope(source: String, tex: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    #expect(f.derivative(by: "x").textbook.tex == tex)
  }

  private static let curvatures: [(String, String)] = [
    ("(1-x)^2 + 100(y-x^2)^2", "1200x^{2} - 400y + 2"), ("x^4/12", "x^{2}"),
    ("1/(1+x^2)", "\\frac{2(3x^{2} - 1)}{(1 + x^{2})^{3}}"),
    ("sqrt(x^2+y^2)", "\\frac{y^{2}}{(x^{2} + y^{2})^{3/2}}"),
    ("ln(x^2+y^2)", "\\frac{2(y^{2} - x^{2})}{(x^{2} + y^{2})^{2}}"),
    ("cos(x/2)", "-\\frac{1}{4}\\cos \\frac{x}{2}"),
    ("exp(-(x^2+y^2)/2)", "(x^{2} - 1)e^{-(x^{2} + y^{2})/2}"), ("x sin x", "2\\cos x - x\\sin x"),
    ("sin(pi x)", "-\\pi^{2}\\sin \\pi x"),
  ]

  @Test("a second derivative is tidied", arguments: curvatures)
  func curvature(source: String, tex: String) throws {
    let f = try Expression(source, variables: ["x", "y"]).derivative(by: "x")
    #expect(f.derivative(by: "x").textbook.tex == tex)
  }

  @Test("a tidied expression has the same values", arguments: slopes.map(\.0) + curvatures.map(\.0))
  func values(source: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    for expression in [f, f.derivative(by: "x"), f.derivative(by: "x").derivative(by: "y")] {
      for point in [[0.3, 1.7], [2.1, -0.4], [1.3, 0.9]] {
        let (plain, tidied) = (expression.value(at: point), expression.textbook.value(at: point))
        #expect(abs(plain - tidied) <= 1e-9 * max(1, abs(plain)) || plain.isNaN)
      }
    }
  }

  @Test("what is too long or too large to be read stays as it is")
  func limits() throws {
    let sum = (1...400).map { "sin(\($0)x)" }.joined(separator: " + ")
    let power = "(x + 1)^1000 + 123456789123456 x * 987654321987654"
    let tower = (1...8).reduce("x") { tower, _ in "exp(-(\(tower)) + (\(tower))/2)" }
    for source in [sum, power, tower, "1e300 x^2 + 1e-300", "x^(10^18)"] {
      let f = try Expression(source, variables: ["x"]).derivative(by: "x")
      #expect(f.textbook.tex.isEmpty == false)
    }
  }
}
