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
      ("sin(x+1)", "\\sin(x + 1)"), ("ln(x) y", "\\ln x\\,y"), ("1e20 x", "10^{20}x"),
      ("floor(x)", "\\left\\lfloor x\\right\\rfloor "), ("max(x, y)", "\\max(x,\\, y)"),
      ("sum(k, 1, 5, x^k)", "\\sum_{k=1}^{5} x^{k}"), ("e^(x/2)", "e^{x/2}"),
      ("2(x+1)", "2(x + 1)"), ("x*y*x", "x^{2}y"), ("(x y)^2", "(xy)^{2}"),
      ("-2*x", "-2x"), ("1/3 x", "\\frac{1}{3}x"),
    ])
  func tex(source: String, tex: String) throws {
    #expect(try Expression(source, variables: ["x", "y"]).tex == tex)
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
