extension Expression {
  /// What the expression divides by, where that depends on a variable; bases of negative powers count.
  ///
  /// Where one of them is zero the expression has no value there, unless a case leaves that part out.
  /// Parts of sums and products that depend on their index are not among them.
  public var denominators: [Expression] {
    var found: [Expression] = []
    for node in graph.nodes {
      let term: Term
      switch node {
      case .quotient(_, let below): term = below
      case .power(let base, let exponent):
        guard let power = graph.literal(exponent), power < 0 else { continue }
        term = base
      default: continue
      }
      let part = Expression(graph, term, variables: variables)
      if part.isOfVariablesAlone, !found.contains(part) { found.append(part) }
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
