/// A part of the zero set of a function: where smooth functions are zero and conditions hold.
///
/// The zero set of f is the union of its pieces. With one function a piece is a curve, with two it is
/// points, with none it is the area in which the conditions hold.
public struct ZeroPiece: Sendable, Hashable {
  /// What must be true of a function at the points of a piece.
  public struct Condition: Sendable, Hashable {
    /// How the function compares with zero.
    public enum Kind: Sendable, Hashable {
      /// c ≥ 0: where c becomes 0, the end belongs to the piece.
      case atLeastZero
      /// c > 0: where c becomes 0, the end is open.
      case positive
      /// c ≠ 0: a point with c = 0 is a hole.
      case nonZero
    }

    /// The function that is compared.
    public let function: Expression
    /// How it compares.
    public let kind: Kind
  }

  /// The functions that are zero.
  public let functions: [Expression]
  /// What else holds.
  public let conditions: [Condition]
  /// How often the factor occurs, as far as the form of f tells.
  public let multiplicity: Int
}

extension Expression {
  /// The pieces of the zero set in a window: factors, branches and constraints taken apart.
  ///
  ///     Z(gh) = Z(g) ∪ Z(h), Z(gⁿ) = Z(|g|) = Z(g), Z(g/h) = Z(g) ∖ Z(h), Z(exp g) = ∅, …
  ///
  /// So neither a pole nor a jump nor a double factor is left where the form of f shows one. What has
  /// no such form is one piece: f itself. The rules hold where doubles hold the constants (multiples
  /// of π are rounded).
  public func zeroPieces(x: ClosedRange<Double>, y: ClosedRange<Double>) -> [ZeroPiece] {
    var algebra = ZeroSetAlgebra(
      self, x: Interval(x.lowerBound, x.upperBound), y: Interval(y.lowerBound, y.upperBound))
    return algebra.pieces()
  }

  /// What must hold so that the expression is defined, in the order of its parts.
  public var domainConditions: [ZeroPiece.Condition] {
    ZeroSetAlgebra.domainConditions(of: self)
  }

  /// Whether two expressions differ by a constant and nothing else, as their forms tell: curves on
  /// which they are zero do not meet.
  public func isParallel(to other: Expression) -> Bool {
    let (a, b) = (withoutConstantTerms, other.withoutConstantTerms)
    return a == b && self != other
  }

  private var withoutConstantTerms: Expression {
    var rest = root
    while true {
      switch graph[rest] {
      case .sum(let a, let b) where graph.constantValue(of: b) != nil: rest = a
      case .difference(let a, let b) where graph.constantValue(of: b) != nil: rest = a
      default: return Expression(graph, rest, variables: variables)
      }
    }
  }

  /// The expression with a number in the place of a variable, which is no variable any more.
  public func restricted(_ name: String, to value: Double) -> Expression {
    guard let index = variables.firstIndex(of: name) else { return self }
    var result = ExpressionGraph()
    var copies: [Term: Term] = [:]
    let place = Int32(index)
    for part in graph.needed(by: root, withBodies: true) {
      switch graph[part] {
      case .variable(place): copies[part] = result.number(value)
      case .variable(let other):
        copies[part] = result.intern(.variable(other > place ? other - 1 : other))
      case let node: copies[part] = result.rebuilt(node) { copies[$0] ?? 0 }
      }
    }
    var rest = variables
    rest.remove(at: index)
    return Expression(result, copies[root] ?? 0, variables: rest)
  }

  /// The least of several expressions in the same variables; `nil` for none.
  public static func minimum(of expressions: [Expression]) -> Expression? {
    guard !expressions.isEmpty else { return nil }
    return Expression.combining(expressions) { graph, terms in
      terms.dropFirst().reduce(terms[0]) { graph.call(.min, $0, $1) }
    }
  }

  /// The expression with a number added.
  public func shifted(by constant: Double) -> Expression {
    Expression.combining([self]) { graph, terms in
      graph.sum(terms[0], graph.number(constant))
    }
  }

  /// The product with another expression in the same variables.
  public func times(_ other: Expression) -> Expression {
    Expression.combining([self, other]) { graph, terms in graph.product(terms[0], terms[1]) }
  }

  /// The expression with the opposite sign.
  public var negated: Expression {
    Expression.combining([self]) { graph, terms in graph.negated(terms[0]) }
  }
}
