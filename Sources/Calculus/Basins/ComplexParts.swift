/// Formulas of a complex variable, split into real and imaginary parts.
///
/// f(x + iy) = u(x, y) + i v(x, y) by the addition theorems; ln and powers that are not whole take
/// the principal value. Functions that are not analytic, and sums with a running index, have no parts.
struct ComplexParts {
  private typealias Pair = (real: Term, imaginary: Term)

  private var graph = ExpressionGraph()

  /// The parts of formulas in one variable as expressions in x and y; `nil` where there are none.
  static func split(_ formulas: [Expression]) -> [Expression]? {
    var parts = ComplexParts()
    var all: [Expression] = []
    for formula in formulas {
      guard formula.variables.count == 1, let pair = parts.pair(of: formula) else { return nil }
      for term in [pair.real, pair.imaginary] {
        all.append(Expression(parts.graph, term, variables: ["x", "y"]))
      }
    }
    return all
  }

  private mutating func pair(of formula: Expression) -> Pair? {
    var pairs: [Pair] = []
    // Operands stand before the nodes that use them.
    for node in formula.graph.nodes {
      guard let pair = pair(of: node, pairs) else { return nil }
      pairs.append(pair)
    }
    return pairs[Int(formula.root)]
  }

  private mutating func pair(of node: Node, _ pairs: [Pair]) -> Pair? {
    func at(_ term: Term) -> Pair { pairs[Int(term)] }
    switch node {
    case .number, .constant: return (graph.intern(node), graph.number(0))
    case .variable: return (graph.intern(.variable(0)), graph.intern(.variable(1)))
    case .negated(let a):
      return (graph.negated(at(a).real), graph.negated(at(a).imaginary))
    case .sum(let a, let b):
      return (
        graph.sum(at(a).real, at(b).real), graph.sum(at(a).imaginary, at(b).imaginary)
      )
    case .difference(let a, let b):
      return (
        graph.difference(at(a).real, at(b).real),
        graph.difference(at(a).imaginary, at(b).imaginary)
      )
    case .product(let a, let b): return product(at(a), at(b))
    case .quotient(let a, let b): return quotient(at(a), at(b))
    case .power(let a, let b): return power(at(a), at(b))
    case .call(let function, let a): return call(function, at(a))
    case .running, .call2, .comparison, .choice, .series: return nil
    }
  }

  // MARK: Arithmetic

  private mutating func product(_ a: Pair, _ b: Pair) -> Pair {
    let real = graph.difference(
      graph.product(a.real, b.real), graph.product(a.imaginary, b.imaginary))
    let imaginary = graph.sum(
      graph.product(a.real, b.imaginary), graph.product(a.imaginary, b.real))
    return (real, imaginary)
  }

  private mutating func quotient(_ a: Pair, _ b: Pair) -> Pair {
    let size = graph.sum(
      graph.product(b.real, b.real), graph.product(b.imaginary, b.imaginary))
    let top = product(a, (b.real, graph.negated(b.imaginary)))
    return (graph.quotient(top.real, size), graph.quotient(top.imaginary, size))
  }

  private mutating func quotient(_ a: Pair?, _ b: Pair?) -> Pair? {
    guard let a, let b else { return nil }
    return (quotient(a, b) as Pair)
  }

  private mutating func power(_ a: Pair, _ b: Pair) -> Pair? {
    if graph.literal(b.imaginary) == 0, let n = graph.literal(b.real), n == n.rounded(),
      abs(n) <= 64
    {
      var result: Pair = (graph.number(1), graph.number(0))
      var (base, rest) = (a, Int(abs(n)))
      while rest > 0 {
        if rest % 2 == 1 { result = product(result, base) }
        rest /= 2
        if rest > 0 { base = product(base, base) }
      }
      return n < 0 ? quotient((graph.number(1), graph.number(0)), result) : result
    }
    guard let logarithm = call(.ln, a) else { return nil }
    return call(.exp, product(b, logarithm))
  }

  // MARK: Functions

  private mutating func call(_ function: Function, _ z: Pair) -> Pair? {
    let one: Pair = (graph.number(1), graph.number(0))
    switch function {
    case .exp:
      let size = graph.call(.exp, z.real)
      return (
        graph.product(size, graph.call(.cos, z.imaginary)),
        graph.product(size, graph.call(.sin, z.imaginary))
      )
    case .ln:
      return (
        graph.call(.ln, graph.call(.hypot, z.real, z.imaginary)),
        graph.call(.atan2, z.imaginary, z.real)
      )
    case .sqrt: return power(z, (graph.number(0.5), graph.number(0)))
    case .sin: return crossed(.sin, .cosh, .cos, .sinh, z)
    case .cos:
      let pair = crossed(.cos, .cosh, .sin, .sinh, z)
      return (pair.real, graph.negated(pair.imaginary))
    case .sinh: return crossed(.sinh, .cos, .cosh, .sin, z)
    case .cosh: return crossed(.cosh, .cos, .sinh, .sin, z)
    case .tan: return quotient(call(.sin, z), call(.cos, z))
    case .cot: return quotient(call(.cos, z), call(.sin, z))
    case .tanh: return quotient(call(.sinh, z), call(.cosh, z))
    case .coth: return quotient(call(.cosh, z), call(.sinh, z))
    case .sec: return quotient(one, call(.cos, z))
    case .csc: return quotient(one, call(.sin, z))
    case .sech: return quotient(one, call(.cosh, z))
    case .csch: return quotient(one, call(.sinh, z))
    case .sinc: return quotient(call(.sin, z), z)
    default: return nil
    }
  }

  /// f(x) g(y) + i h(x) k(y).
  private mutating func crossed(
    _ f: Function, _ g: Function, _ h: Function, _ k: Function, _ z: Pair
  ) -> Pair {
    (
      graph.product(graph.call(f, z.real), graph.call(g, z.imaginary)),
      graph.product(graph.call(h, z.real), graph.call(k, z.imaginary))
    )
  }
}

extension Expression {
  /// The real and the imaginary part of f(x + iy) as expressions in x and y; `nil` where f has more
  /// than one variable, or a function that is not analytic.
  public var complexParts: [Expression]? { ComplexParts.split([self]) }
}
