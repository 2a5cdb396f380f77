extension Expression {
  /// The same function with its removable points filled in, where they are recognised.
  ///
  /// sinc u, sin T/T and (e^T − 1)/T become functions that know their derivatives at 0 (see
  /// `EntireQuotients`), cos(√T) and cos(hypot) too; T may be any formula, and the quotient may stand
  /// among other factors. Elsewhere nothing changes. The result is meant for searches: it is defined
  /// where the limit is.
  var fillingRemovablePoints: Expression {
    let mayHelp = graph.nodes.contains { node in
      switch node {
      case .call(.sinc, _): true
      case .call(.cos, let a): graph.isRoot(a)
      case .quotient: true
      default: false
      }
    }
    // A sum written out would share nothing: such formulas stay as they are.
    let isPlain = graph.nodes.allSatisfy { if case .series = $0 { false } else { true } }
    guard mayHelp, isPlain else { return self }
    var filled = ExpressionGraph()
    var places: [Term] = []
    for node in graph.nodes {
      places.append(filled.filled(filled.rebuilt(node) { places[Int($0)] }))
    }
    return Expression(filled, places[Int(root)], variables: variables)
  }
}

extension ExpressionGraph {
  /// Whether a term is a distance: √T, hypot or |T|, which has no slope at 0 though its square has.
  func isRoot(_ term: Term) -> Bool {
    switch self[term] {
    case .call(.sqrt, _), .call(.abs, _), .call2(.hypot, _, _): true
    default: false
    }
  }

  fileprivate mutating func filled(_ term: Term) -> Term {
    switch self[term] {
    case .call(.sinc, let a): return bessel(0, a)
    case .call(.cos, let a) where isRoot(a): return bessel(-1, a)
    case .quotient:
      var fraction = Fraction()
      collect(term, 1, &fraction)
      return fraction.hasMatch(in: &self) ? product(of: fraction) : term
    default: return term
    }
  }

  fileprivate mutating func bessel(_ order: Double, _ a: Term) -> Term {
    call(.besselQuotient, number(order), a)
  }

  /// Splits products, quotients and whole powers into bases with exponents.
  fileprivate func collect(_ term: Term, _ exponent: Double, _ fraction: inout Fraction) {
    switch self[term] {
    case .product(let a, let b) where fraction.factors.count < Fraction.limit:
      collect(a, exponent, &fraction)
      collect(b, exponent, &fraction)
    case .quotient(let a, let b) where fraction.factors.count < Fraction.limit:
      collect(a, exponent, &fraction)
      collect(b, -exponent, &fraction)
    case .power(let a, let b):
      if let n = literal(b), n == n.rounded(), 1...16 ~= n, case .call = self[a] {
        collect(a, exponent * n, &fraction)
      } else if let n = literal(b), n == n.rounded(), 1...16 ~= n, exponent < 0 {
        fraction.multiply(a, exponent * n)
      } else {
        fraction.multiply(term, exponent)
      }
    case .negated(let a):
      if exponent.truncatingRemainder(dividingBy: 2) != 0 { fraction.isNegative.toggle() }
      collect(a, exponent, &fraction)
    default: fraction.multiply(term, exponent)
    }
  }

  private mutating func product(of fraction: Fraction) -> Term {
    var (numerator, denominator) = (number(1), number(1))
    for (base, exponent) in fraction.factors where exponent != 0 {
      let factor = power(base, number(abs(exponent)))
      if exponent > 0 {
        numerator = product(numerator, factor)
      } else {
        denominator = product(denominator, factor)
      }
    }
    let result = quotient(numerator, denominator)
    return fraction.isNegative ? negated(result) : result
  }
}

/// A product of bases with whole exponents.
private struct Fraction {
  /// Longer products are not taken apart: matching them costs the square of their length.
  static let limit = 32
  var factors: [(base: Term, exponent: Double)] = []
  var isNegative = false

  mutating func multiply(_ base: Term, _ exponent: Double) {
    if let place = factors.firstIndex(where: { $0.base == base }) {
      factors[place].exponent += exponent
    } else {
      factors.append((base, exponent))
    }
  }

  /// Replaces what vanishes with a factor of the denominator; whether something was replaced.
  mutating func hasMatch(in graph: inout ExpressionGraph) -> Bool {
    var isFound = false
    for place in factors.indices where factors[place].exponent > 0 {
      guard let (argument, order, fill) = graph.vanishing(factors[place].base) else { continue }
      let divisors = factors.indices.filter { factors[$0].exponent < 0 }
      for divisor in divisors {
        guard let ratio = graph.ratio(argument, factors[divisor].base) else { continue }
        let count = min(
          factors[place].exponent, (-factors[divisor].exponent / order).rounded(.down))
        guard count >= 1 else { continue }
        factors[place].exponent -= count
        factors[divisor].exponent += count * order
        let scale = graph.number(order == 2 ? ratio * ratio : ratio)
        multiply(graph.product(scale, fill(&graph)), count)
        isFound = true
        break
      }
    }
    return isFound
  }
}

extension ExpressionGraph {
  /// The argument with which a factor vanishes, to what order, and what is left without it.
  fileprivate func vanishing(
    _ term: Term
  ) -> (argument: Term, order: Double, quotient: (inout ExpressionGraph) -> Term)? {
    switch self[term] {
    case .call(.sin, let a): return (a, 1, { $0.bessel(0, a) })
    case .difference(let a, let b):
      if case .call(.cos, let t) = self[b], literal(a) == 1 {
        // 1 − cos t = 2 sin²(t/2).
        return (t, 2, { $0.halfSquareOfSinc(t) })
      }
      if case .call(.exp, let t) = self[a], literal(b) == 1 {
        return (t, 1, { $0.call(.exponentialMean, $0.number(0), t) })
      }
      if literal(a) == 1, case .call(.exp, let t) = self[b] {
        return (t, 1, { $0.negated($0.call(.exponentialMean, $0.number(0), t)) })
      }
      return nil
    default: return nil
    }
  }

  /// ½ (sin(t/2)/(t/2))².
  private mutating func halfSquareOfSinc(_ t: Term) -> Term {
    let two = number(2)
    let square = power(bessel(0, quotient(t, two)), two)
    return quotient(square, two)
  }

  /// k where a = k·b, by the terms of the two as sums.
  fileprivate func ratio(_ a: Term, _ b: Term) -> Double? {
    let (left, right) = (terms(of: a), terms(of: b))
    guard left.count == right.count, let first = left.first, let other = right[first.key],
      other != 0
    else { return nil }
    let ratio = first.value / other
    let agrees = left.allSatisfy { right[$0.key].map { $0 * ratio } == $0.value }
    return agrees && ratio.isFinite && ratio != 0 ? ratio : nil
  }

  /// A sum as multiples of its terms; a long one counts as a single term.
  private func terms(of root: Term) -> [Term: Double] {
    var result: [Term: Double] = [:]
    var stack = [(root, 1.0)]
    while let (term, factor) = stack.popLast() {
      if result.count + stack.count > 32 { return [root: 1] }
      switch self[term] {
      case .sum(let a, let b): stack += [(a, factor), (b, factor)]
      case .difference(let a, let b): stack += [(a, factor), (b, -factor)]
      case .negated(let a): stack.append((a, -factor))
      case .product(let a, let b):
        guard let k = literal(a) else { fallthrough }
        stack.append((b, factor * k))
      case .quotient(let a, let b) where literal(b).map { $0 != 0 } ?? false:
        stack.append((a, factor / (literal(b) ?? 1)))
      default: result[term, default: 0] += factor
      }
    }
    return result
  }
}
