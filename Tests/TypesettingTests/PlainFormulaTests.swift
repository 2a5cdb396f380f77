import Testing

@testable import Typesetting

@Suite struct PlainFormulaTests {
  @Test(
    "Formulas of a title in a line of text",
    arguments: [
      ("A hill", "A hill"), ("$\\chi^2$ of a bell", "χ² of a bell"),
      ("The gradient $\\nabla f$", "The gradient ∇f"), ("$x_1^2 - y$", "x₁² − y"),
      ("$\\frac{a}{b+c}$", "a/(b+c)"), ("$\\sqrt{2}\\,x$", "√2 x"), ("$e^{-x}$", "e^(−x)"),
      ("$\\mathbf{u} \\cdot \\text{area}$", "u ⋅ area"), ("$\\sin x$", "sin x"),
      ("5 \\$ and $\\lambda$", "5 $ and λ"), ("a \\ b", "a \\ b"), ("$x", "x"), ("$\\", ""),
      ("${{x}", "x"), ("$x^", "x^"), ("$}$ $y$", " y"), ("", ""),
    ])
  func titles(_ text: String, _ plain: String) {
    #expect(text.withPlainFormulas == plain)
  }

  @Test("Nesting without end comes to one")
  func nesting() {
    #expect(("$" + String(repeating: "{", count: 100_000)).withPlainFormulas == "")
    #expect(("$" + String(repeating: "^", count: 100_000)).withPlainFormulas.count < 100)
    #expect(("$" + String(repeating: "\\frac", count: 50_000)).withPlainFormulas.count < 1000)
  }
}
