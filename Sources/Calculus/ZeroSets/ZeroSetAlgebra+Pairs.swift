/// Equations u = v between two terms: what is the same function of both sides is taken off.
extension ZeroSetAlgebra {
  mutating func zerosOfTwo(_ parts: [Part], _ depth: Int) -> [Draft]? {
    let (first, second) = (parts[0], parts[1])
    if first.isNegative == second.isNegative {
      return zerosOfOpposites(first.term, second.term, depth)
    }
    let (u, v) = (first.term, second.term)
    if let drafts = zerosOfExponentials(u, v, depth) { return drafts }
    if let drafts = zerosOfSquares(u, v, depth) { return drafts }
    switch (graph[u], graph[v]) {
    case (.call(let f, let a), .call(let g, let b)):
      return zerosOfCalls(f, a, g, b, depth)
    case (.power(let a, let m), .power(let b, let n)):
      guard m == n, let exponent = graph.literal(m),
        exponent.truncatingRemainder(dividingBy: 2).magnitude == 1
      else { return nil }
      let conditions = exponent < 0 ? domain(of: u) + domain(of: v) : []
      return zeros(of: graph.difference(a, b), depth: depth + 1).map { $0.with(conditions) }
    default: return nil
    }
  }

  /// f(a) + g(b) = 0 for odd functions and circles: f(a) = g(−b).
  private mutating func zerosOfOpposites(_ u: Term, _ v: Term, _ depth: Int) -> [Draft]? {
    guard case .call(let f, let a) = graph[u], case .call(let g, let b) = graph[v] else {
      return nil
    }
    switch g {
    case .sin, .tan, .cbrt, .atan, .sinh, .tanh, .asinh, .erf, .asin:
      return zerosOfCalls(f, a, g, graph.negated(b), depth)
    case .cos:
      return zerosOfCalls(f, a, g, graph.difference(multipleOfPi(2), b), depth)
    default: return nil
    }
  }

  private mutating func zerosOfCalls(
    _ f: Function, _ a: Term, _ g: Function, _ b: Term, _ depth: Int
  ) -> [Draft]? {
    let conditions = domain(of: a) + domain(of: b)
    switch (f, g) {
    case (.exp, .exp), (.ln, .ln), (.sqrt, .sqrt), (.cbrt, .cbrt), (.atan, .atan),
      (.asin, .asin), (.acos, .acos), (.sinh, .sinh), (.tanh, .tanh), (.asinh, .asinh),
      (.erf, .erf), (.erfc, .erfc), (.sigmoid, .sigmoid), (.log10, .log10), (.log2, .log2),
      (.softplus, .softplus):
      let own = domain(of: graph.call(f, a)) + domain(of: graph.call(g, b))
      return zeros(of: graph.difference(a, b), depth: depth + 1).map { $0.with(own) }
    case (.tan, .tan):
      let own = domain(of: graph.call(.tan, a)) + conditions
      return family(graph.difference(a, b), period: 2, depth)?.map { $0.with(own) }
    case (.sin, .sin):
      return circles(graph.difference(a, b), 0, graph.sum(a, b), 2, conditions, depth)
    case (.cos, .cos):
      return circles(graph.difference(a, b), 0, graph.sum(a, b), 0, conditions, depth)
    case (.sin, .cos):
      return circles(graph.difference(a, b), 1, graph.sum(a, b), 1, conditions, depth)
    case (.cos, .sin):
      return circles(graph.difference(b, a), 1, graph.sum(a, b), 1, conditions, depth)
    default: return nil
    }
  }

  /// u = m·π/2 + 2kπ or v = n·π/2 + 2kπ.
  private mutating func circles(
    _ u: Term, _ m: Double, _ v: Term, _ n: Double, _ conditions: [Condition], _ depth: Int
  ) -> [Draft]? {
    guard let first = family(u, quarters: m, period: 4, depth),
      let second = family(v, quarters: n, period: 4, depth)
    else { return nil }
    return (first + second).map { $0.with(conditions) }
  }

  /// u = (quarters + k·period)·π/2 for all k that the values of u allow.
  mutating func family(
    _ u: Term, quarters: Double = 0, period: Double, _ depth: Int
  ) -> [Draft]? {
    let unit = Double.pi / 2
    guard let members = members(of: u, start: quarters * unit, period: period * unit) else {
      return nil
    }
    return members.flatMap { k -> [Draft] in
      let member = multipleOfPi(quarters + k * period)
      return zeros(of: graph.difference(u, member), depth: depth + 1)
    }
  }

  // MARK: Exponentials

  /// u = v between exponentials and positive constants: their logarithms are equal.
  private mutating func zerosOfExponentials(_ u: Term, _ v: Term, _ depth: Int) -> [Draft]? {
    guard isExponential(u) || isExponential(v), let a = logarithm(of: u),
      let b = logarithm(of: v)
    else { return nil }
    return zeros(of: graph.difference(a.term, b.term), depth: depth + 1).map {
      $0.with(a.conditions + b.conditions)
    }
  }

  private mutating func isExponential(_ term: Term) -> Bool {
    switch graph[term] {
    case .call(.exp, let a): return constant(a) == nil
    case .power(_, let b): return constant(b) == nil
    default: return false
    }
  }

  private mutating func logarithm(of term: Term) -> (term: Term, conditions: [Condition])? {
    if case .call(.exp, let a) = graph[term] { return (a, []) }
    if let value = constant(term) {
      return value > 0 ? (graph.call(.ln, term), []) : nil
    }
    if case .power(let a, let b) = graph[term], constant(b) == nil {
      let conditions: [Condition] = constant(a) == nil ? [(a, .positive)] : []
      if let base = constant(a), base <= 0 { return nil }
      return (graph.product(b, graph.call(.ln, a)), conditions)
    }
    return nil
  }

  // MARK: Squares

  /// a² − b² = (a − b)(a + b), wherever both roots are exact.
  private mutating func zerosOfSquares(_ u: Term, _ v: Term, _ depth: Int) -> [Draft]? {
    guard constant(u) == nil || constant(v) == nil, let a = squareRoot(of: u),
      let b = squareRoot(of: v)
    else { return nil }
    return zeros(of: graph.difference(a, b), depth: depth + 1)
      + zeros(of: graph.sum(a, b), depth: depth + 1)
  }

  private mutating func squareRoot(of term: Term) -> Term? {
    switch graph[term] {
    case .number(let value):
      let root = value.squareRoot()
      return value >= 0 && value < 1e15 && root == root.rounded() ? graph.number(root) : nil
    case .power(let base, let exponent):
      guard let n = graph.literal(exponent), n > 0, n / 2 == (n / 2).rounded() else { return nil }
      return graph.power(base, graph.number(n / 2))
    case .product(let a, let b):
      guard let p = squareRoot(of: a), let q = squareRoot(of: b) else { return nil }
      return graph.product(p, q)
    default: return nil
    }
  }
}
