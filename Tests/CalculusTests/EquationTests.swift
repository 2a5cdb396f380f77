import Calculus
import Testing

/// Equations are read as two sides, and what is wrong with one is pointed at.
struct EquationTests {
  @Test(
    "an equation falls apart at its equals sign",
    arguments: [
      ("x^2+y^2=1", "x^2+y^2", "1"), ("x^2+y^2 == 1", "x^2+y^2", "1"), ("y = |x|", "y", "abs(x)"),
      ("sin x = cos y", "sin(x)", "cos(y)"), ("x y", "x*y", "0"), ("0 = 0", "0", "0"),
      ("if(x = 0, 1, x) = y", "if(x = 0, 1, x)", "y"), ("max(x, y) = 1", "max(x, y)", "1"),
      ("x = if(x < y, 1, 2)", "x", "if(x < y, 1, 2)"), ("-x = -y", "-x", "-y"),
    ])
  func sides(source: String, left: String, right: String) throws {
    let equation = try Equation(source, variables: ["x", "y"])
    #expect(equation.left == (try Expression(left, variables: ["x", "y"])))
    #expect(equation.right == (try Expression(right, variables: ["x", "y"])))
    let again = try Equation(equation.text, variables: ["x", "y"])
    #expect(again == equation)
  }

  @Test("left minus right is zero where the equation holds")
  func difference() throws {
    let equation = try Equation("x y = a + 1", variables: ["x", "y"], constants: ["a": 5])
    #expect(equation.difference.value(at: [2, 3]) == 0)
    #expect(equation.difference.value(at: [2, 4]) == 2)
    #expect(try Equation("x = 0", variables: ["x"]).difference.text == "x")
  }

  @Test("an equation is written as TeX, with places where it may be broken")
  func tex() throws {
    let equation = try Equation("x^2 + y^2 = 1 + x", variables: ["x", "y"])
    #expect(equation.texTerms.joined() == equation.tex)
    #expect(equation.texTerms.count == 4)
  }

  /// Text, position, message, hint.
  static let faults: [(String, Int, String, String?)] = [
    (
      "x = y = 1", 6, "an equation has one '=': this is a second one",
      "give two equations one by one: x = y and y = 1"
    ),
    (
      "x^2+y^2 <= 1", 8, "an equation has '=' between its sides, not '<='",
      "write the border of the region: x^2+y^2 = 1"
    ),
    ("x =", 3, "expected a number, a name or '(' after '='", nil),
    ("= x", 0, "expected a number, a name or '(', not '='", nil),
    ("", 0, "the expression is empty", "write a formula, for example x^2+y^2"),
    (
      "(x = y)", 3, "'=' has no meaning here: this is not an equation",
      "comparisons stand in if: if(x < 0, -x, x)"
    ),
    (
      "(x = y", 3, "'=' has no meaning here: this is not an equation",
      "comparisons stand in if: if(x < 0, -x, x)"
    ),
    ("y = x + * 2", 8, "expected a number, a name or '(' after '+', not '*'", nil),
    ("sinn = y", 0, "unknown name 'sinn'", "did you mean 'sign' or 'sin' or 'sinc'?"),
  ]

  @Test("an error says what is wrong with an equation, where, and what would work")
  func errors() {
    for (source, position, message, hint) in Self.faults {
      do throws(ParseError) {
        let equation = try Equation(source, variables: ["x", "y"])
        Issue.record("'\(source)' was read as \(equation.text)")
      } catch {
        #expect(error.message == message, "\(source)")
        #expect(error.hint == hint, "\(source)")
        #expect(error.position == position, "\(source)")
      }
    }
  }
}
