/// A function of the form a ± p·eᵘ.
///
/// ∇f = ±eᵘ(∇p + p∇u), and eᵘ is never 0: the bracket has the zeros of the gradient and its direction,
/// and it does not underflow where f does, far out on a Gaussian. At such a zero its Jacobian is that
/// of the gradient over eᵘ.
struct ExponentialFactor {
  private enum Part { case factor, divisor, exponent, negativeExponent }

  private let function: Expression
  private var parts: [(kind: Part, term: Term)] = []
  private var isNegated = false

  /// The parts, where the expression is written so.
  init?(_ function: Expression) {
    self.function = function
    let graph = function.graph
    var place = function.root
    walk: while true {
      switch graph[place] {
      case .negated(let a):
        isNegated.toggle()
        place = a
      case .sum(let a, let b):
        if graph.constantValue(of: a) != nil {
          place = b
        } else if graph.constantValue(of: b) != nil {
          place = a
        } else {
          return nil
        }
      case .difference(let a, let b):
        if graph.constantValue(of: a) != nil {
          isNegated.toggle()
          place = b
        } else if graph.constantValue(of: b) != nil {
          place = a
        } else {
          return nil
        }
      default: break walk
      }
    }
    gather(place)
    guard parts.contains(where: { $0.kind == .exponent || $0.kind == .negativeExponent }) else {
      return nil
    }
  }

  private mutating func gather(_ root: Term) {
    var open = [(root, false)]
    while let (term, isBelow) = open.popLast() {
      switch function.graph[term] {
      case .product(let a, let b): open += [(a, isBelow), (b, isBelow)]
      case .quotient(let a, let b): open += [(a, isBelow), (b, !isBelow)]
      case .call(.exp, let u): parts.append((isBelow ? .negativeExponent : .exponent, u))
      default: parts.append((isBelow ? .divisor : .factor, term))
      }
    }
  }

  /// The gradient over eᵘ.
  var gradient: [Expression] {
    let source = function
    func combined(
      _ kinds: (Part, Part), _ start: Double,
      _ up: (inout ExpressionGraph, Term, Term) -> Term,
      _ down: (inout ExpressionGraph, Term, Term) -> Term
    ) -> Expression {
      Expression.combining([source]) { graph, _ in
        parts.reduce(graph.number(start)) { whole, part in
          guard part.kind == kinds.0 || part.kind == kinds.1 else { return whole }
          let term = graph.insert(part.term, from: source.graph)
          return part.kind == kinds.0 ? up(&graph, whole, term) : down(&graph, whole, term)
        }
      }
    }
    let p = combined(
      (.factor, .divisor), isNegated ? -1 : 1, { $0.product($1, $2) }, { $0.quotient($1, $2) })
    let u = combined(
      (.exponent, .negativeExponent), 0, { $0.sum($1, $2) }, { $0.difference($1, $2) })
    return zip(p.gradient, u.gradient).map { slope, growth in
      Expression.combining([slope, p, growth]) { graph, t in
        graph.sum(t[0], graph.product(t[1], t[2]))
      }
    }
  }
}
