/// Builds the expression of a form: quotients for negative exponents, roots for halves, the order of
/// terms and factors that is usual.
struct TextbookWriter {
  private(set) var graph = ExpressionGraph()

  /// The term of a sum; a positive term stands first where there is one.
  mutating func term(_ sum: TextbookSum) -> Term {
    guard var first = sum.terms.first else { return graph.number(0) }
    var rest = Array(sum.terms.dropFirst())
    if first.coefficient.isNegative,
      let place = rest.firstIndex(where: { !$0.coefficient.isNegative })
    {
      (first, rest) = (rest[place], [first] + rest[..<place] + rest[(place + 1)...])
    }
    var result = term(first)
    for product in rest {
      if product.coefficient.isNegative {
        var opposite = product
        opposite.coefficient = product.coefficient.negated
        result = graph.difference(result, term(opposite))
      } else {
        result = graph.sum(result, term(product))
      }
    }
    return result
  }

  private mutating func term(_ product: TextbookProduct) -> Term {
    if product.coefficient.isNegative {
      var opposite = product
      opposite.coefficient = product.coefficient.negated
      if let turned = opposite.turned { return term(turned) }
      return graph.negated(term(opposite))
    }
    let (under, over) = product.split { $0.exponent.number?.isNegative == true }
    let coefficient = product.coefficient
    let (p, q) =
      coefficient.isWrittenAsDecimal
      ? (coefficient.value, 1) : (Double(coefficient.numerator), Double(coefficient.denominator))
    let bottom = under.map { TextbookPower(base: $0.base, exponent: $0.exponent.opposite) }
    if !under.isEmpty { return quotient(p, over, q, bottom) }
    // x/2, (x + y)/2, but ½ e^x: what is short stands over the line.
    let isShort = over.allSatisfy { $0.base.isLetter && $0.exponent.number != nil }
    let isBracket = over.count == 1 && !over[0].isFunction && over[0].exponent == .one
    if q == 1 || p == 1 && (isShort || isBracket) || isShort && over.count == 1 {
      return quotient(p, over, q, [])
    }
    let (constants, others) = product.split {
      if case .constant(.pi) = $0.base { true } else { false }
    }
    return graph.product(quotient(p, constants, q, []), factors(1, others))
  }

  private mutating func quotient(
    _ p: Double, _ over: [TextbookPower], _ q: Double, _ under: [TextbookPower]
  ) -> Term {
    let (top, bottom) = (factors(p, over), factors(q, under))
    return graph.literal(bottom) == 1 ? top : graph.intern(.quotient(top, bottom))
  }

  /// A number times powers, in the order of their letters.
  private mutating func factors(_ number: Double, _ powers: [TextbookPower]) -> Term {
    let ordered = powers.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    var result: Term?
    for (_, power) in ordered {
      let next = term(power)
      result = result.map { graph.intern(.product($0, next)) } ?? next
    }
    guard let result else { return graph.number(number) }
    return number == 1 ? result : graph.intern(.product(graph.number(number), result))
  }

  private mutating func term(_ power: TextbookPower) -> Term {
    if case .constant(.e) = power.base { return graph.call(.exp, term(power.exponent)) }
    let base = term(power.base)
    guard let exponent = power.exponent.number else {
      return graph.power(base, term(power.exponent))
    }
    if exponent.numerator == 1, exponent.denominator == 2, !exponent.isDecimal {
      return graph.call(.sqrt, base)
    }
    return graph.power(base, term(power.exponent))
  }

  private mutating func term(_ base: TextbookBase) -> Term {
    switch base {
    case .number(let value): return graph.number(value)
    case .constant(let constant): return graph.intern(.constant(constant))
    case .variable(let index): return graph.intern(.variable(index))
    case .sum(let sum): return term(sum)
    case .operation(let node, let operands):
      let places = operands.map { term($0) }
      var number = 0
      return graph.rebuilt(
        node.mapped { _ in
          defer { number += 1 }
          return Term(number)
        }
      ) { places[Int($0)] }
    }
  }
}

extension TextbookSum {
  /// The sum with all signs turned.
  fileprivate var opposite: TextbookSum { (try? times(.minusOne)) ?? self }
}

extension TextbookProduct {
  /// The product with the sign in its bracket, where it is a quotient and the bracket has a minus:
  /// (3x² − 1)/… rather than −(1 − 3x²)/….
  fileprivate var turned: TextbookProduct? {
    guard powers.contains(where: { $0.exponent.number?.isNegative == true }) else { return nil }
    for power in powers where power.exponent == .one {
      guard case .sum(let inner) = power.base,
        inner.terms.contains(where: \.coefficient.isNegative)
      else { continue }
      let (_, rest) = split { $0 == power }
      var result = TextbookProduct(coefficient: coefficient)
      for other in [TextbookPower(base: .sum(inner.opposite), exponent: .one)] + rest {
        guard let next = try? result.times(TextbookProduct(other.base, other.exponent)) else {
          return nil
        }
        result = next
      }
      return result
    }
    return nil
  }
}

extension TextbookPower {
  /// Whether it is a function of a variable.
  fileprivate var isFunction: Bool {
    guard case .operation(let node, _) = base else { return false }
    if case .call(.sqrt, _) = node { return false }
    return true
  }

  /// Letters in the order of the alphabet they come from, brackets, exponentials, functions in the
  /// order of their arguments.
  fileprivate var rank: Int {
    switch base {
    case .variable(let index): return 100 + Int(index)
    case .constant(.e) where exponent.number == nil: return 8_000
    case .number, .constant: return 0
    case .sum: return 5_000
    case .operation(.running, _): return 50
    case .operation(.call(let function, _), let operands):
      let first = operands.compactMap(\.firstVariable).min() ?? 0
      return 10_000 + 100 * min(Int(first), 50) + Int(function.rawValue)
    case .operation: return 20_000
    }
  }
}

extension TextbookSum {
  /// The index of the first variable that it depends on.
  fileprivate var firstVariable: Int32? {
    terms.flatMap(\.powers).compactMap { power in
      switch power.base {
      case .variable(let index): index
      case .sum(let inner): inner.firstVariable
      case .operation(_, let operands): operands.compactMap(\.firstVariable).min()
      case .number, .constant: power.exponent.firstVariable
      }
    }.min()
  }
}
