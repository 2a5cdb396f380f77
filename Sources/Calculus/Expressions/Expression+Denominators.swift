extension Expression {
  /// What the expression divides by, factor by factor, where that depends on a variable; bases of
  /// negative powers count.
  ///
  /// Where one of them is zero the expression has no value there, unless a case leaves that part out.
  /// Parts of sums and products that depend on their index are not among them.
  public var denominators: [Expression] {
    var open: [Term] = []
    for node in graph.nodes {
      switch node {
      case .quotient(_, let below): open.append(below)
      case .power(let base, let exponent) where (graph.literal(exponent) ?? 0) < 0:
        open.append(base)
      default: continue
      }
    }
    var found: [Expression] = []
    while let term = open.popLast() {
      switch graph.nodes[Int(term)] {
      case .product(let a, let b): open += [b, a]
      case .power(let base, let exponent) where (graph.literal(exponent) ?? 0) > 0:
        open.append(base)
      default:
        let factor = Expression(graph, term, variables: variables)
        if factor.isOfVariablesAlone, !found.contains(factor) { found.append(factor) }
      }
    }
    return found
  }

  /// Whether the value is one of several expressions, chosen by conditions.
  public var hasCases: Bool {
    graph.nodes.contains { if case .choice = $0 { true } else { false } }
  }

  /// Whether the value depends on variables, and on no index of a sum outside.
  private var isOfVariablesAlone: Bool {
    var hasVariable = false
    for node in graph.nodes {
      switch node {
      case .running: return false
      case .variable: hasVariable = true
      default: continue
      }
    }
    return hasVariable
  }
}
