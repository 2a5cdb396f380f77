import Calculus
import Testing

/// The texts of errors: what is wrong, where, what would work.
struct ParseErrorTests {
  struct ErrorCase: Sendable {
    let source: String
    let position: Int
    let message: String
    let hint: String?
  }

  static let cases = [
    ErrorCase(
      source: "x^2 + * y", position: 6,
      message: "expected a number, a name or '(' after '+', not '*'",
      hint: nil),
    ErrorCase(
      source: "", position: 0, message: "the expression is empty",
      hint: "write a formula, for example x^2+y^2"),
    ErrorCase(
      source: "sinn(x)", position: 0, message: "unknown name 'sinn'",
      hint: "did you mean 'sign' or 'sin' or 'sinc'?"),
    ErrorCase(
      source: "x + qq", position: 4, message: "unknown name 'qq'",
      hint: "known here: x, y, and the functions of the language"),
    ErrorCase(
      source: "(x+1", position: 4, message: "'(' (character 1) is not closed",
      hint: "close it with ')'"),
    ErrorCase(
      source: "(x]", position: 2, message: "'(' cannot be closed by ']'", hint: "close it with ')'"),
    ErrorCase(
      source: "x)", position: 1, message: "')' closes nothing",
      hint: "leave it out, or open a bracket before"),
    ErrorCase(
      source: "1,5", position: 1, message: "a comma has no meaning here",
      hint: "decimals are written with a point: 1.5"),
    ErrorCase(
      source: "2 3", position: 2, message: "two numbers stand side by side",
      hint: "write 2*3 for a product, 1000 without a space"),
    ErrorCase(
      source: "x = y", position: 2, message: "'=' has no meaning here: this is not an equation",
      hint: "comparisons stand in if: if(x < 0, -x, x)"),
    ErrorCase(
      source: "if(x, 1, 2)", position: 4,
      message: "the first argument of if must be a comparison", hint: "for example if(x < 0, -x, x)"
    ),
    ErrorCase(
      source: "sin^-1(x)", position: 3, message: "the exponent of sin must be a positive number",
      hint:
        "write asin(x) for the inverse, 1/sin(x) for the reciprocal, (sin(x))^n for a power"),
    ErrorCase(
      source: "atan2(x)", position: 7, message: "atan2 wants two arguments: one is missing",
      hint: nil),
    ErrorCase(
      source: "sin(x,y)", position: 5, message: "sin wants one argument, not more", hint: nil),
    ErrorCase(source: "sqrt", position: 4, message: "sqrt wants an argument", hint: nil),
    ErrorCase(
      source: "x $ y", position: 2, message: "'$' has no meaning in an expression", hint: nil),
    ErrorCase(
      source: "1e400", position: 0, message: "the number 1e400 is too large: at most 1.797…e308",
      hint: nil),
    ErrorCase(
      source: "sum(1, 2, 3)", position: 4,
      message: "sum begins with the name of its running variable",
      hint: "for example sum(k, 1, 10, x^k/k)"),
    ErrorCase(
      source: "sin + x", position: 4, message: "sin wants an argument", hint: nil),
  ]

  @Test("an error says what is wrong, where, and what would work", arguments: cases)
  func text(item: ErrorCase) {
    do throws(ParseError) {
      let expression = try Expression(item.source, variables: ["x", "y"])
      Issue.record("'\(item.source)' was read as \(expression.text)")
    } catch {
      #expect(error.message == item.message)
      #expect(error.hint == item.hint)
      #expect(error.position == item.position)
    }
  }
}
