import CVector

/// Equations f(u) = c with a number c, where f takes its greatest or least value, is an angle or has
/// poles.
///
/// There the curve f(u) = c is a double one, which no change of sign betrays, or leads along a cut, or
/// beside a pole.
extension ZeroSetAlgebra {
  mutating func zerosOfValue(_ parts: [Part], _ depth: Int) -> [Draft]? {
    var total = 0.0
    var moving: Part?
    for part in parts {
      if let value = constant(part.term) {
        total += part.isNegative ? -value : value
      } else if moving == nil {
        moving = part
      } else {
        return nil
      }
    }
    guard let moving, total != 0 else { return nil }
    var (term, value) = (moving.term, moving.isNegative ? total : -total)
    while true {
      switch graph[term] {
      case .product(let a, let b) where graph.literal(a) != nil:
        (term, value) = (b, value / (graph.literal(a) ?? 1))
      case .product(let a, let b) where graph.literal(b) != nil:
        (term, value) = (a, value / (graph.literal(b) ?? 1))
      case .negated(let a): (term, value) = (a, -value)
      case .call(.tan, let u): return tangents(u, value, depth)
      case .call(let function, let u): return zeros(of: function, u, at: value, depth)
      case .call2(.atan2, let a, let b): return angles(a, b, value, depth)
      default: return nil
      }
    }
  }

  /// f(u) = c at an extreme value c of f, each curve twice.
  private mutating func zeros(
    of function: Function, _ u: Term, at value: Double, _ depth: Int
  ) -> [Draft]? {
    guard abs(value) == 1 else { return nil }
    var drafts: [Draft]?
    switch function {
    // u = ±π/2 + 2kπ, u = 2kπ, u = π + 2kπ.
    case .sin: drafts = family(u, quarters: value, period: 4, depth)
    case .cos, .sec: drafts = family(u, quarters: value > 0 ? 0 : 2, period: 4, depth)
    case .csc: drafts = family(u, quarters: value, period: 4, depth)
    case .cosh, .sech, .sinc: drafts = value > 0 ? zeros(of: u, depth: depth + 1) : nil
    default: return nil
    }
    return drafts?.map { draft in
      var draft = draft.with(domain(of: u))
      draft.multiplicity *= 2
      return draft
    }
  }

  /// tan u = c: u = atan c + kπ, however near to a pole.
  private mutating func tangents(_ u: Term, _ value: Double, _ depth: Int) -> [Draft]? {
    guard let members = members(of: u, start: CVector.atan(value), period: .pi) else { return nil }
    return members.flatMap { k -> [Draft] in
      let member = graph.number(CVector.atan(value) + k * .pi)
      return zeros(of: graph.difference(u, member), depth: depth + 1).map { $0.with(domain(of: u)) }
    }
  }

  /// atan2(a, b) = c: a ray in (b, a), without the origin.
  private mutating func angles(
    _ a: Term, _ b: Term, _ value: Double, _ depth: Int
  ) -> [Draft]? {
    guard value > -.pi, value <= .pi else { return [] }
    let (sine, cosine) = (graph.number(CVector.sin(value)), graph.number(CVector.cos(value)))
    let across = graph.difference(graph.product(a, cosine), graph.product(b, sine))
    let along = graph.sum(graph.product(b, cosine), graph.product(a, sine))
    let conditions = domain(of: a) + domain(of: b) + [(along, .positive)]
    return zeros(of: across, depth: depth + 1).map { $0.with(conditions) }
  }
}
