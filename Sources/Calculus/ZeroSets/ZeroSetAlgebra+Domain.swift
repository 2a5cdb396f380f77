extension ZeroSetAlgebra {
  /// What must hold so that an expression is defined.
  static func domainConditions(of f: Expression) -> [ZeroPiece.Condition] {
    let everything = Interval(-.infinity, .infinity)
    var algebra = ZeroSetAlgebra(f, x: everything, y: everything)
    guard algebra.root >= 0 else { return [] }
    return algebra.domain(of: algebra.root).map {
      ZeroPiece.Condition(function: algebra.expression($0.term), kind: $0.kind)
    }
  }

  /// What must hold so that a term is defined.
  mutating func domain(of term: Term) -> [Condition] {
    var conditions: [Condition] = []
    for place in graph.needed(by: term) {
      switch graph[place] {
      case .quotient(_, let b) where constant(b) == nil: conditions.append((b, .nonZero))
      case .power(let a, let b): conditions += domainOfPower(a, b)
      case .call(let function, let a) where constant(a) == nil:
        conditions += domain(of: function, a)
      default: break
      }
    }
    return conditions
  }

  private mutating func domainOfPower(_ a: Term, _ b: Term) -> [Condition] {
    guard constant(a) == nil else { return [] }
    guard let exponent = constant(b) else { return [(a, .positive)] }
    if exponent == exponent.rounded() { return exponent < 0 ? [(a, .nonZero)] : [] }
    return [(a, exponent > 0 ? .atLeastZero : .positive)]
  }

  private mutating func domain(of function: Function, _ a: Term) -> [Condition] {
    switch function {
    case .ln, .log10, .log2: return [(a, .positive)]
    case .sqrt: return [(a, .atLeastZero)]
    case .asin, .acos: return [(oneMinusSquare(a), .atLeastZero)]
    case .atanh: return [(oneMinusSquare(a), .positive)]
    case .acosh: return [(graph.difference(a, graph.number(1)), .atLeastZero)]
    case .tan, .sec: return [(graph.call(.cos, a), .nonZero)]
    case .cot, .csc: return [(graph.call(.sin, a), .nonZero)]
    case .coth, .csch, .acsch: return [(a, .nonZero)]
    default: return []
    }
  }

  private mutating func oneMinusSquare(_ a: Term) -> Term {
    let square = graph.power(a, graph.number(2))
    return graph.difference(graph.number(1), square)
  }
}
