/// Functions with corners and jumps, replaced by their branches with conditions.
extension ZeroSetAlgebra {
  /// Where something holds: all conditions, and the zeros that all terms have in common.
  private struct Place {
    var conditions: [Condition] = []
    var zeros: [Term] = []

    static func + (a: Place, b: Place) -> Place {
      Place(conditions: a.conditions + b.conditions, zeros: a.zeros + b.zeros)
    }
  }

  /// A value of a nonsmooth term and where it holds.
  private struct Branch {
    let value: Term
    let place: Place

    init(_ value: Term, _ conditions: [Condition], on zeros: [Term] = []) {
      self.init(value, Place(conditions: conditions, zeros: zeros))
    }

    init(_ value: Term, _ place: Place) {
      self.value = value
      self.place = place
    }
  }

  /// The pieces of a term whose innermost corner or jump is replaced by each of its branches; `nil`
  /// where there is none.
  mutating func branched(_ term: Term, _ depth: Int) -> [Draft]? {
    for place in graph.needed(by: term) {
      guard constant(place) == nil, let branches = branches(of: place) else { continue }
      return branches.flatMap { branch -> [Draft] in
        let smooth = replaced(place, by: branch.value, in: term)
        var drafts = zeros(of: smooth, depth: depth + 1)
        for zero in branch.place.zeros {
          drafts = intersection(drafts, zeros(of: zero, depth: depth + 1))
        }
        return drafts.compactMap { draft in possible(draft.with(branch.place.conditions)) }
      }
    }
    return nil
  }

  /// The draft, unless a condition of it fails in the whole window.
  private mutating func possible(_ draft: Draft) -> Draft? {
    for (term, kind) in draft.conditions where kind != .nonZero {
      let range = range(of: term)
      if range.upper < 0 || kind == .positive && range.upper <= 0 { return nil }
    }
    return draft
  }

  private mutating func branches(of place: Term) -> [Branch]? {
    switch graph[place] {
    case .call(let function, let u): return branches(of: function, u)
    case .call2(.max, let a, let b): return chosen(a, b, isGreater: true)
    case .call2(.min, let a, let b): return chosen(a, b, isGreater: false)
    case .call2(.mod, let a, let b):
      let turns = graph.quotient(a, b)
      let floor = graph.call(.floor, turns)
      return [Branch(graph.difference(a, graph.product(b, floor)), domain(of: turns))]
    case .choice(let condition, let a, let b):
      guard let yes = truths(of: condition), let no = falsehoods(of: condition) else { return nil }
      return yes.map { Branch(a, $0) } + no.map { Branch(b, $0) }
    default: return nil
    }
  }

  private mutating func branches(of function: Function, _ u: Term) -> [Branch]? {
    let opposite = graph.negated(u)
    switch function {
    case .abs:
      return [Branch(u, [(u, .atLeastZero)]), Branch(opposite, [(opposite, .atLeastZero)])]
    case .sqrt:
      // √(p²) = |p|.
      guard case .power(let base, let exponent) = graph[u],
        let n = graph.literal(exponent), n > 0, n / 2 == (n / 2).rounded()
      else { return nil }
      let root = graph.power(base, graph.number(n / 2))
      let opposite = graph.negated(root)
      return [
        Branch(root, [(root, .atLeastZero)]), Branch(opposite, [(opposite, .atLeastZero)]),
      ]
    case .relu:
      return [
        Branch(u, [(u, .atLeastZero)]), Branch(graph.number(0), [(opposite, .atLeastZero)]),
      ]
    case .step:
      return [
        Branch(graph.number(1), [(u, .atLeastZero)]),
        Branch(graph.number(0), [(opposite, .positive)]),
      ]
    case .sign:
      return [
        Branch(graph.number(1), [(u, .positive)]),
        Branch(graph.number(-1), [(opposite, .positive)]),
        Branch(graph.number(0), [], on: [u]),
      ]
    case .floor, .ceil, .round:
      guard let steps = members(of: u, start: 0, period: 1) else { return nil }
      let range = (steps.first ?? 0) - 1...(steps.last ?? 0) + 1
      return stride(from: range.lowerBound, through: range.upperBound, by: 1).map {
        Branch(graph.number($0), stepRange(function, u, $0))
      }
    default: return nil
    }
  }

  private mutating func chosen(_ a: Term, _ b: Term, isGreater: Bool) -> [Branch] {
    let (over, under) = (graph.difference(a, b), graph.difference(b, a))
    return isGreater
      ? [Branch(a, [(over, .atLeastZero)]), Branch(b, [(under, .atLeastZero)])]
      : [Branch(a, [(under, .atLeastZero)]), Branch(b, [(over, .atLeastZero)])]
  }

  /// Where a function with steps has the value k.
  mutating func stepRange(_ function: Function, _ u: Term, _ k: Double) -> [Condition] {
    let (below, above): (Double, Double)
    var kinds: (ZeroPiece.Condition.Kind, ZeroPiece.Condition.Kind)
    switch function {
    case .floor: (below, above, kinds) = (k, k + 1, (.atLeastZero, .positive))
    case .ceil: (below, above, kinds) = (k - 1, k, (.positive, .atLeastZero))
    default:
      // Ties go away from zero.
      (below, above) = (k - 0.5, k + 0.5)
      kinds = (k > 0 ? .atLeastZero : .positive, k < 0 ? .atLeastZero : .positive)
    }
    return [
      (graph.difference(u, graph.number(below)), kinds.0),
      (graph.difference(graph.number(above), u), kinds.1),
    ]
  }

  // MARK: Conditions of `if`

  /// The ways in which a condition can hold: any of them, with all of its parts.
  private mutating func truths(of condition: Term) -> [Place]? {
    switch graph[condition] {
    case .comparison(.less, let a, let b): return [place(graph.difference(b, a), .positive)]
    case .comparison(.lessOrEqual, let a, let b):
      return [place(graph.difference(b, a), .atLeastZero)]
    case .comparison(.equal, let a, let b): return [Place(zeros: [graph.difference(a, b)])]
    case .comparison(.notEqual, let a, let b): return [place(graph.difference(a, b), .nonZero)]
    case .call2(.min, let a, let b):
      guard let first = truths(of: a), let second = truths(of: b) else { return nil }
      return first.flatMap { one in second.map { one + $0 } }
    default: return nil
    }
  }

  private mutating func falsehoods(of condition: Term) -> [Place]? {
    switch graph[condition] {
    case .comparison(.less, let a, let b): return [place(graph.difference(a, b), .atLeastZero)]
    case .comparison(.lessOrEqual, let a, let b): return [place(graph.difference(a, b), .positive)]
    case .comparison(.equal, let a, let b): return [place(graph.difference(a, b), .nonZero)]
    case .comparison(.notEqual, let a, let b): return [Place(zeros: [graph.difference(a, b)])]
    case .call2(.min, let a, let b):
      guard let yes = truths(of: a), let no = falsehoods(of: a), let rest = falsehoods(of: b)
      else { return nil }
      return no + yes.flatMap { one in rest.map { one + $0 } }
    default: return nil
    }
  }

  private func place(_ term: Term, _ kind: ZeroPiece.Condition.Kind) -> Place {
    Place(conditions: [(term, kind)])
  }

  // MARK: Replacing

  /// A term in which one place has another value.
  private mutating func replaced(_ place: Term, by value: Term, in term: Term) -> Term {
    var copies: [Term: Term] = [place: value]
    for part in graph.needed(by: term) where copies[part] == nil {
      let node = graph[part]
      if node.operands.allSatisfy({ (copies[$0] ?? $0) == $0 }) { continue }
      copies[part] = graph.rebuilt(node) { copies[$0] ?? $0 }
    }
    return copies[term] ?? term
  }
}
