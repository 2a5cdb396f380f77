/// Takes the zero set of a function apart by the form of the function.
struct ZeroSetAlgebra {
  typealias Condition = (term: Term, kind: ZeroPiece.Condition.Kind)

  /// A piece under construction, as terms of the graph.
  struct Draft {
    var terms: [Term]
    var conditions: [Condition] = []
    var multiplicity = 1

    func with(_ more: [Condition]) -> Draft {
      var result = self
      for new in more
      where !result.conditions.contains(where: { $0.term == new.term && $0.kind == new.kind }) {
        result.conditions.append(new)
      }
      return result
    }
  }

  /// Larger formulas are left as they are: nobody typed them.
  private static let sizeLimit = 2_000
  /// The greatest number of pieces.
  static let pieceLimit = 500
  /// The greatest number of members of a family such as u = kπ.
  static let familyLimit = 400
  /// How deeply rules are applied to the results of rules.
  private static let depthLimit = 60

  var graph = ExpressionGraph()
  /// The whole formula; −1 for one that is too large.
  let root: Term
  private let whole: Expression
  private let window: (x: Interval, y: Interval)
  private var ranges: [Term: Interval] = [:]
  private var constants: [Term: Double?] = [:]
  /// The rules that may still be applied.
  var fuel = 4_000

  init(_ f: Expression, x: Interval, y: Interval) {
    whole = f
    window = (x, y)
    root =
      f.size <= Self.sizeLimit && f.graph.unrolledSize(of: f.root) <= Double(Self.sizeLimit)
      ? graph.insertUnrolled(f.root, from: f.graph) : -1
  }

  /// The pieces, equal ones joined.
  mutating func pieces() -> [ZeroPiece] {
    guard root >= 0 else {
      return [ZeroPiece(functions: [whole], conditions: [], multiplicity: 1)]
    }
    let drafts = joined(zeros(of: root, depth: 0))
    if drafts.count > Self.pieceLimit {
      return [ZeroPiece(functions: [whole], conditions: [], multiplicity: 1)]
    }
    return drafts.compactMap { piece($0) }
  }

  private mutating func piece(_ draft: Draft) -> ZeroPiece? {
    var conditions: [ZeroPiece.Condition] = []
    for (term, kind) in draft.conditions.flatMap({ factored($0) }) {
      // On the curve of a condition the condition itself is settled.
      if draft.terms.contains(where: { isSame($0, term) }) {
        if kind == .atLeastZero { continue }
        return nil
      }
      let range = range(of: term)
      if range.isContinuous {
        if range.lower > 0 || kind == .atLeastZero && range.lower >= 0 { continue }
        if range.upper < 0 && kind == .nonZero { continue }
        if range.upper < 0 || kind == .positive && range.upper <= 0 { return nil }
      }
      conditions.append(.init(function: expression(term), kind: kind))
    }
    return ZeroPiece(
      functions: draft.terms.map { expression($0) }, conditions: conditions,
      multiplicity: draft.multiplicity)
  }

  /// A product is not zero where no factor is.
  private func factored(_ condition: Condition) -> [Condition] {
    guard condition.kind == .nonZero else { return [condition] }
    var found: [Condition] = []
    var stack = [condition.term]
    while let term = stack.popLast() {
      switch graph[term] {
      case .product(let a, let b): stack += [a, b]
      case .power(let a, let b) where (graph.literal(b) ?? 0) > 0: stack.append(a)
      case .negated(let a): stack.append(a)
      default: found.append((term, .nonZero))
      }
    }
    return found
  }

  /// Whether two terms are zero together because they are equal but for a factor.
  private func isSame(_ a: Term, _ b: Term) -> Bool { a == b || isMultiple(a, of: b) }

  /// Drafts with the same functions and conditions are one of higher multiplicity; a function may
  /// come with either sign.
  private mutating func joined(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    for draft in drafts {
      let known = result.firstIndex { other in
        other.terms == draft.terms && draft.terms.count < 2
          && other.conditions.map(\.term) == draft.conditions.map(\.term)
          && other.conditions.map(\.kind) == draft.conditions.map(\.kind)
      }
      if let known {
        result[known].multiplicity += draft.multiplicity
      } else {
        result.append(draft)
      }
    }
    return result
  }

  // MARK: Looking at terms

  func expression(_ term: Term) -> Expression {
    Expression(graph, term, variables: whole.variables)
  }

  /// All values of a term in the window.
  mutating func range(of term: Term) -> Interval {
    if let known = ranges[term] { return known }
    let evaluator = IntervalEvaluator(Program([expression(term)]))
    evaluator.evaluate(window.x, window.y)
    ranges[term] = evaluator.result(0)
    return evaluator.result(0)
  }

  /// The value of a term without variables.
  mutating func constant(_ term: Term) -> Double? {
    if let known = constants[term] { return known }
    let value = graph.constantValue(of: term)
    constants[term] = value
    return value
  }

  // MARK: The rules

  /// The pieces of the zero set of a term.
  mutating func zeros(of term: Term, depth: Int) -> [Draft] {
    if let value = constant(term) { return value == 0 ? [Draft(terms: [])] : [] }
    fuel -= 1
    guard depth < Self.depthLimit, fuel > 0 else { return [Draft(terms: [term])] }
    let range = range(of: term)
    if range.lower > 0 || range.upper < 0 || range.isEmpty { return [] }
    switch graph[term] {
    case .negated(let a): return zeros(of: a, depth: depth + 1)
    case .product(let a, let b):
      let (inA, inB) = (domain(of: a), domain(of: b))
      return zeros(of: a, depth: depth + 1).map { $0.with(inB) }
        + zeros(of: b, depth: depth + 1).map { $0.with(inA) }
    case .quotient(let a, let b):
      let conditions = domain(of: b) + (constant(b) == nil ? [(b, .nonZero)] : [])
      return zeros(of: a, depth: depth + 1).map { $0.with(conditions) }
    case .power(let a, let b): return zerosOfPower(a, b, depth)
    case .sum, .difference: return zerosOfSum(term, depth)
    case .call(let function, let a): return zerosOfCall(function, a, term, depth)
    case .call2(let function, let a, let b): return zerosOfCall(function, a, b, term, depth)
    case .choice: return branched(term, depth) ?? [Draft(terms: [term])]
    default: return [Draft(terms: [term])]
    }
  }

  private mutating func zerosOfPower(_ a: Term, _ b: Term, _ depth: Int) -> [Draft] {
    guard let exponent = constant(b) else {
      return zeros(of: a, depth: depth + 1).map { $0.with(domain(of: b) + [(b, .positive)]) }
    }
    guard exponent > 0 else { return [] }
    return zeros(of: a, depth: depth + 1).map { draft in
      var draft = draft
      if exponent == exponent.rounded(), exponent <= 1000, draft.terms.count == 1 {
        draft.multiplicity *= Int(exponent)
      }
      return draft
    }
  }

  /// a − c, for the functions that are zero where their argument has one value.
  private mutating func shifted(_ a: Term, by c: Double, _ depth: Int) -> [Draft] {
    let value = graph.number(c)
    return zeros(of: graph.difference(a, value), depth: depth + 1)
  }

  private mutating func zerosOfCall(
    _ function: Function, _ a: Term, _ term: Term, _ depth: Int
  ) -> [Draft] {
    switch function {
    case .abs, .sqrt, .cbrt, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .sign:
      return zeros(of: a, depth: depth + 1)
    case .exp, .sec, .csc, .cosh, .sech, .coth, .csch, .acot, .acsc, .acoth, .acsch, .gamma,
      .erfc, .sigmoid, .softplus:
      return []
    case .ln, .log10, .log2, .acos, .acosh, .asec, .asech: return shifted(a, by: 1, depth)
    case .sin, .tan: return family(a, start: 0, period: .pi, term, depth)
    case .cos, .cot: return family(a, start: .pi / 2, period: .pi, term, depth)
    case .sinc:
      let others = family(a, start: 0, period: .pi, term, depth)
      return others.map { $0.with([(a, .nonZero)]) }
    case .relu: return [Draft(terms: [], conditions: [(graph.negated(a), .atLeastZero)])]
    case .step: return [Draft(terms: [], conditions: [(graph.negated(a), .positive)])]
    case .floor, .ceil, .round: return [Draft(terms: [], conditions: stepRange(function, a, 0))]
    default: return [Draft(terms: [term])]
    }
  }

  /// u = start + k·period for all k that the values of u in the window allow.
  mutating func family(
    _ u: Term, start: Double, period: Double, _ term: Term, _ depth: Int
  ) -> [Draft] {
    guard let members = members(of: u, start: start, period: period) else {
      return [Draft(terms: [term])]
    }
    let isCircle = period == .pi && (start == 0 || start == .pi / 2)
    return members.flatMap { k -> [Draft] in
      let value = isCircle ? multipleOfPi(start == 0 ? 2 * k : 2 * k + 1) : nil
      let member = value ?? graph.number(start + k * period)
      return zeros(of: graph.difference(u, member), depth: depth + 1)
    }
  }

  /// The numbers k with start + k·period among the values of u; `nil` when there are too many.
  mutating func members(of u: Term, start: Double, period: Double) -> [Double]? {
    let range = range(of: u)
    let slack = 1e-9
    let low = ((range.lower - start) / period - slack).rounded(.up)
    let high = ((range.upper - start) / period + slack).rounded(.down)
    guard low.isFinite, high.isFinite, high - low < Double(Self.familyLimit) else { return nil }
    return low > high ? [] : Array(stride(from: low, through: high, by: 1))
  }

  /// n·π/2 as a term: the constant, so that intervals know that it is rounded.
  mutating func multipleOfPi(_ n: Double) -> Term {
    if n == 0 { return graph.number(0) }
    let pi = graph.intern(.constant(.pi))
    let multiple = graph.product(graph.number(n), pi)
    return n.truncatingRemainder(dividingBy: 2) == 0
      ? graph.product(graph.number(n / 2), pi) : graph.quotient(multiple, graph.number(2))
  }

  private mutating func zerosOfCall(
    _ function: Function, _ a: Term, _ b: Term, _ term: Term, _ depth: Int
  ) -> [Draft] {
    switch function {
    case .min, .max:
      // max(u, 0) is zero on an area; its border u = 0 belongs to it.
      for (zero, other) in [(a, b), (b, a)] where graph.literal(zero) == 0 {
        let side = function == .max ? graph.negated(other) : other
        return [Draft(terms: [], conditions: [(side, .atLeastZero)] + domain(of: other))]
      }
      return branched(term, depth) ?? [Draft(terms: [term])]
    case .hypot:
      return intersection(
        zeros(of: a, depth: depth + 1), zeros(of: b, depth: depth + 1))
    case .mod: return branched(term, depth) ?? [Draft(terms: [term])]
    case .atan2: return zeros(of: a, depth: depth + 1).map { $0.with([(b, .positive)]) }
    default: return [Draft(terms: [term])]
    }
  }

  /// The points that belong to both of two zero sets.
  func intersection(_ first: [Draft], _ second: [Draft]) -> [Draft] {
    var result: [Draft] = []
    for a in first.prefix(40) {
      for b in second.prefix(40) {
        var both = a.with(b.conditions)
        for term in b.terms where !both.terms.contains(term) { both.terms.append(term) }
        both.multiplicity = 1
        result.append(both)
      }
    }
    return result
  }
}
