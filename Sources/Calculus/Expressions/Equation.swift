/// An equation between two formulas: a curve in the plane, or a constraint.
///
///     let circle = try Equation("x^2 + y^2 = 1", variables: ["x", "y"])
///     circle.difference.value(at: [1, 1])   // 1
///
/// A text without an equals sign stands for F = 0.
public struct Equation: Sendable, Hashable {
  /// The side before the equals sign.
  public let left: Expression
  /// The side after it.
  public let right: Expression
  /// Left minus right: zero exactly where the equation holds.
  public let difference: Expression

  /// Reads an equation: two expressions with `=` or `==` between them, or one that is to be zero.
  ///
  /// - Parameters:
  ///   - source: the text, as a lecturer would type it.
  ///   - variables: the names that stand for variables; they must not be names of the language.
  ///   - constants: names that stand for numbers.
  /// - Throws: what is wrong with the text, and where, counted from the start of the text.
  public init(
    _ source: String, variables: [String], constants: [String: Double] = [:]
  ) throws(ParseError) {
    var parser = try Parser(
      source, variables: variables, constants: constants, readsEquation: true)
    let root = try parser.parse()
    var graph = parser.graph
    guard case .comparison(.equal, let a, let b) = graph[root] else {
      let zero = graph.number(0)
      left = Expression(graph, root, variables: variables)
      right = Expression(graph, zero, variables: variables)
      difference = left
      return
    }
    left = Expression(graph, a, variables: variables)
    right = Expression(graph, b, variables: variables)
    let excess = graph.difference(a, b)
    difference = Expression(graph, excess, variables: variables)
  }

  /// The equation as text that reads back to the same equation.
  public var text: String { "\(left.text) = \(right.text)" }

  /// The equation as TeX.
  public var tex: String { "\(left.tex) = \(right.tex)" }

  /// The TeX of the terms of both sides: places where a long formula may be broken.
  public var texTerms: [String] {
    var terms = right.texTerms
    terms[0] = " = " + terms[0]
    return left.texTerms + terms
  }
}
