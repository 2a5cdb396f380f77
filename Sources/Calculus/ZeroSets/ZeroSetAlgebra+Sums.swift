/// The rules for sums: parts of one sign, common factors, fractions, equations of two parts.
extension ZeroSetAlgebra {
  /// A part of a sum.
  typealias Part = (term: Term, isNegative: Bool)

  mutating func zerosOfSum(_ term: Term, _ depth: Int) -> [Draft] {
    if let (sum, conditions) = collected(term), sum != term {
      return zeros(of: sum, depth: depth + 1).map { $0.with(conditions) }
    }
    let parts = parts(of: term)
    if let drafts = zerosOfOneSign(parts, depth) { return drafts }
    if let drafts = branched(term, depth) { return drafts }
    if let factored = withoutCommonFactor(parts) { return zeros(of: factored, depth: depth + 1) }
    if let drafts = zerosOfValue(parts, depth) { return drafts }
    if parts.count == 2, let drafts = zerosOfTwo(parts, depth) { return drafts }
    if let (top, bottom) = fraction(term) {
      let conditions = domain(of: bottom) + [(bottom, .nonZero)]
      return zeros(of: top, depth: depth + 1).map { $0.with(conditions) }
    }
    return [Draft(terms: [term])]
  }

  private func parts(of term: Term) -> [Part] {
    var parts: [Part] = []
    var stack: [Part] = [(term, false)]
    while let (next, isNegative) = stack.popLast() {
      switch graph[next] {
      case .sum(let a, let b):
        stack.append((b, isNegative))
        stack.append((a, isNegative))
      case .difference(let a, let b):
        stack.append((b, !isNegative))
        stack.append((a, isNegative))
      case .negated(let a): stack.append((a, !isNegative))
      default: parts.append((next, isNegative))
      }
    }
    return parts
  }

  mutating func sum(_ parts: [Part]) -> Term {
    var result = graph.number(0)
    for part in parts {
      result =
        part.isNegative
        ? graph.difference(result, part.term) : graph.sum(result, part.term)
    }
    return result
  }

  /// A sum whose parts all have one sign is zero where all of them are.
  private mutating func zerosOfOneSign(_ parts: [Part], _ depth: Int) -> [Draft]? {
    guard parts.count <= 6 else { return nil }
    for isOpposite in [false, true] {
      let isOneSign = parts.allSatisfy { part in
        let range = range(of: part.term)
        return part.isNegative == isOpposite ? range.lower >= 0 : range.upper <= 0
      }
      guard isOneSign else { continue }
      var drafts: [Draft]?
      for part in parts {
        let found = zeros(of: part.term, depth: depth + 1)
        drafts = drafts.map { intersection($0, found) } ?? found
        if drafts?.isEmpty ?? true { return [] }
      }
      return drafts
    }
    return nil
  }

  // MARK: Common factors

  /// The sum as a product of its common factors and the rest.
  private mutating func withoutCommonFactor(_ parts: [Part]) -> Term? {
    guard parts.count > 1, parts.count <= 40 else { return nil }
    var common: [Term: Double]?
    var factored: [(coefficient: Term, factors: [Term: Double])] = []
    for part in parts {
      let split = factors(of: part.term)
      factored.append(split)
      guard let old = common else {
        common = split.factors
        continue
      }
      common = old.reduce(into: [:]) { kept, item in
        if let other = split.factors[item.key] { kept[item.key] = min(item.value, other) }
      }
    }
    guard let common, !common.isEmpty else { return nil }
    let order = common.keys.sorted()
    var rest: [Part] = []
    for (part, split) in zip(parts, factored) {
      var term = split.coefficient
      for base in split.factors.keys.sorted() {
        let exponent = (split.factors[base] ?? 0) - (common[base] ?? 0)
        guard exponent > 0 else { continue }
        term = graph.product(term, graph.power(base, graph.number(exponent)))
      }
      rest.append((term, part.isNegative))
    }
    var result = sum(rest)
    for base in order {
      let power = graph.power(base, graph.number(common[base] ?? 1))
      result = graph.intern(.product(power, result))
    }
    return result
  }

  /// A product as a constant and whole powers of its other factors.
  private mutating func factors(
    of term: Term
  ) -> (coefficient: Term, factors: [Term: Double]) {
    var coefficient = graph.number(1)
    var factors: [Term: Double] = [:]
    var stack = [term]
    while let next = stack.popLast() {
      if constant(next) != nil {
        coefficient = graph.product(coefficient, next)
        continue
      }
      switch graph[next] {
      case .product(let a, let b):
        stack.append(a)
        stack.append(b)
      case .power(let base, let exponent):
        if let n = graph.literal(exponent), n > 0, n == n.rounded() {
          factors[base, default: 0] += n
        } else {
          factors[next, default: 0] += 1
        }
      default: factors[next, default: 0] += 1
      }
    }
    return (coefficient, factors)
  }

  // MARK: Fractions

  /// A term with quotients as one quotient; `nil` where there is none.
  private mutating func fraction(_ term: Term) -> (top: Term, bottom: Term)? {
    let (top, bottom) = quotient(term, depth: 0)
    guard let bottom, constant(bottom) == nil else { return nil }
    return (top, bottom)
  }

  private mutating func quotient(_ term: Term, depth: Int) -> (top: Term, bottom: Term?) {
    guard depth < 60, constant(term) == nil else { return (term, nil) }
    switch graph[term] {
    case .negated(let a):
      let (top, bottom) = quotient(a, depth: depth + 1)
      return (graph.negated(top), bottom)
    case .sum(let a, let b): return added(a, b, isMinus: false, depth)
    case .difference(let a, let b): return added(a, b, isMinus: true, depth)
    case .product(let a, let b):
      let (p, q) = (quotient(a, depth: depth + 1), quotient(b, depth: depth + 1))
      return (graph.product(p.top, q.top), times(p.bottom, q.bottom))
    case .quotient(let a, let b) where constant(b) == nil:
      let (p, q) = (quotient(a, depth: depth + 1), quotient(b, depth: depth + 1))
      // Where the lower fraction is undefined the whole is: its divisor stays a divisor.
      let top = q.bottom.map { graph.product(p.top, $0) } ?? p.top
      return (top, times(times(p.bottom, q.top), q.bottom))
    case .power(let a, let b):
      guard let n = graph.literal(b), n > 0, n == n.rounded(), n <= 16 else { return (term, nil) }
      let (top, bottom) = quotient(a, depth: depth + 1)
      return (graph.power(top, b), bottom.map { graph.power($0, b) })
    case .call(.tan, let a): return (graph.call(.sin, a), graph.call(.cos, a))
    case .call(.cot, let a): return (graph.call(.cos, a), graph.call(.sin, a))
    case .call(.sec, let a): return (graph.number(1), graph.call(.cos, a))
    case .call(.csc, let a): return (graph.number(1), graph.call(.sin, a))
    default: return (term, nil)
    }
  }

  private mutating func times(_ a: Term?, _ b: Term?) -> Term? {
    guard let a else { return b }
    guard let b else { return a }
    return graph.product(a, b)
  }

  private mutating func added(
    _ a: Term, _ b: Term, isMinus: Bool, _ depth: Int
  ) -> (top: Term, bottom: Term?) {
    let (p, q) = (quotient(a, depth: depth + 1), quotient(b, depth: depth + 1))
    var (left, right) = (p.top, q.top)
    let bottom: Term?
    if p.bottom == q.bottom {
      bottom = p.bottom
    } else {
      if let d = q.bottom { left = graph.product(left, d) }
      if let d = p.bottom { right = graph.product(right, d) }
      bottom = times(p.bottom, q.bottom)
    }
    return (isMinus ? graph.difference(left, right) : graph.sum(left, right), bottom)
  }
}
