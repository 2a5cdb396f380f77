/// Like terms of a sum: what cancels when branches are put in.
extension ZeroSetAlgebra {
  /// A product of powers.
  private typealias Monomial = [Term: Double]

  /// The sum with like terms taken together, and where those that cancel are defined; `nil` where no
  /// two terms are alike but for numbers.
  ///
  /// Coefficients within rounding of zero are zero: 0.1x + 0.2x − 0.3x cancels.
  mutating func collected(_ term: Term) -> (sum: Term, conditions: [Condition])? {
    guard let (order, totals) = likeTerms(of: term),
      totals.contains(where: { !$0.key.isEmpty && $0.value.count > 1 })
    else { return nil }
    var parts: [Part] = []
    var conditions: [Condition] = []
    for monomial in order {
      guard let total = totals[monomial] else { continue }
      if total.vanishes {
        conditions += domain(of: total.term)
      } else {
        parts.append((product(abs(total.sum), monomial), total.sum < 0))
      }
    }
    return (sum(parts), conditions)
  }

  /// Whether one term is a multiple of the other, as sums of like terms.
  func isMultiple(_ a: Term, of b: Term) -> Bool {
    guard let first = likeTerms(of: a)?.totals.filter({ !$0.value.vanishes }),
      let second = likeTerms(of: b)?.totals.filter({ !$0.value.vanishes }),
      first.count == second.count, let (key, value) = first.first, let other = second[key]
    else { return false }
    let ratio = value.sum / other.sum
    return first.allSatisfy { key, value in
      guard let other = second[key] else { return false }
      return abs(value.sum - ratio * other.sum) <= 2e-15 * value.size
    }
  }

  /// The sum of the coefficients of like terms.
  private struct Total {
    var sum = 0.0
    var size = 0.0
    var count = 0
    let term: Term

    var vanishes: Bool { abs(sum) <= 2e-15 * size }
  }

  private func likeTerms(of term: Term) -> (order: [Monomial], totals: [Monomial: Total])? {
    var order: [Monomial] = []
    var totals: [Monomial: Total] = [:]
    var stack: [(term: Term, factor: Double)] = [(term, 1)]
    while let (next, factor) = stack.popLast() {
      switch graph[next] {
      case .sum(let a, let b): stack += [(b, factor), (a, factor)]
      case .difference(let a, let b): stack += [(b, -factor), (a, factor)]
      case .negated(let a): stack.append((a, -factor))
      case .product(let a, let b) where graph.literal(a) != nil:
        stack.append((b, factor * (graph.literal(a) ?? 1)))
      case .product(let a, let b) where graph.literal(b) != nil:
        stack.append((a, factor * (graph.literal(b) ?? 1)))
      default:
        let (coefficient, monomial) = monomial(of: next)
        let part = factor * coefficient
        if totals[monomial] == nil { order.append(monomial) }
        var total = totals[monomial] ?? Total(term: next)
        total.sum += part
        total.size += abs(part)
        total.count += 1
        totals[monomial] = total
      }
      if order.count > 60 { return nil }
    }
    return (order, totals)
  }

  /// A term as a number and powers of its factors.
  private func monomial(of term: Term) -> (Double, Monomial) {
    var coefficient = 1.0
    var factors: Monomial = [:]
    var stack = [term]
    while let next = stack.popLast() {
      if let number = graph.literal(next) {
        coefficient *= number
        continue
      }
      switch graph[next] {
      case .product(let a, let b): stack += [a, b]
      case .negated(let a):
        coefficient = -coefficient
        stack.append(a)
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

  private mutating func product(_ coefficient: Double, _ monomial: Monomial) -> Term {
    var result = graph.number(coefficient)
    for base in monomial.keys.sorted() {
      let power = graph.power(base, graph.number(monomial[base] ?? 1))
      result = coefficient == 1 && graph.literal(result) == 1 ? power : graph.product(result, power)
    }
    return result
  }
}
