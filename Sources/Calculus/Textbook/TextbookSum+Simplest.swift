extension TextbookSum {
  /// What the reader has to read: signs, letters, brackets.
  var cost: Double { terms.reduce(0) { $0 + $1.cost } }

  /// The sum with what its terms have in common before a bracket, or multiplied out, where that is
  /// shorter; else as it is.
  func simplest() throws(Overflow) -> TextbookSum {
    guard terms.count > 1, terms.count <= 40 else { return self }
    let factored = try factored()
    var best = self
    if factored.cost < best.cost || factored.isHeavier && factored.cost <= best.cost {
      best = factored
    }
    // A bracket that all terms have may cancel, and one that says where a term comes from is opened
    // only where much is won.
    if try commonFactor().powers.contains(where: \.isBracket) { return best }
    if let expanded = try expanded(), expanded.cost <= 0.84 * best.cost {
      best = expanded
      let again = try expanded.factored()
      if again.cost < best.cost { best = again }
    }
    return best
  }

  /// Whether it is a product of more than letters.
  private var isHeavier: Bool {
    terms.count == 1 && terms[0].powers.count { !$0.isLight } > 1
  }

  /// The common factor of all terms times what is left of them, in brackets.
  private func factored() throws(Overflow) -> TextbookSum {
    let common = try commonFactor()
    if common.powers.isEmpty && common.coefficient == .one { return self }
    let rest = try distributed(common.inverse())
    guard rest.terms.count > 1 else { return try TextbookSum(rest.asFactor().times(common)) }
    // What is left is shorter, so this comes to an end.
    if !common.powers.isEmpty, rest.cost >= cost { return self }
    let inner = common.powers.isEmpty ? rest : try rest.simplest()
    if inner.terms.count == 1 { return try TextbookSum(inner.terms[0].times(common)) }
    return TextbookSum(try TextbookProduct(.sum(inner)).times(common))
  }

  /// The product that divides all terms: their common number, and of each base the least exponent.
  func commonFactor() throws(Overflow) -> TextbookProduct {
    var common = TextbookProduct(coefficient: commonNumber)
    for base in terms.flatMap({ $0.powers.map(\.base) }).firstOccurrences {
      let exponents = terms.map { $0.exponent(of: base) }
      if exponents.allSatisfy({ $0 == exponents[0] }) {
        common = try common.times(TextbookProduct(base, exponents[0]))
        continue
      }
      let numbers = exponents.compactMap(\.number)
      guard numbers.count == exponents.count,
        let least = numbers.min(by: { $0.value < $1.value }), least != .zero
      else { continue }
      common = try common.times(TextbookProduct(base, TextbookSum(least)))
    }
    return common
  }

  /// The greatest number that divides whole coefficients, negative where all of them are.
  private var commonNumber: ExactFraction {
    let sign = terms.allSatisfy(\.coefficient.isNegative) ? -1 : 1
    guard terms.allSatisfy(\.coefficient.isWhole) else { return ExactFraction(sign) }
    let divisor = terms.reduce(0) {
      ExactFraction.commonDivisor($0, $1.coefficient.numerator)
    }
    return ExactFraction(max(divisor, 1) * sign)
  }

  /// One over the least common denominator of fractions; 1 beside decimals.
  var commonFraction: ExactFraction {
    var denominator = 1
    for term in terms {
      let next = term.coefficient.denominator
      if term.coefficient.isWrittenAsDecimal || denominator > 10_000 || next > 10_000 {
        return .one
      }
      denominator *= next / ExactFraction.commonDivisor(denominator, next)
    }
    return (try? ExactFraction(1, over: denominator)) ?? .one
  }

  /// The sum with all brackets multiplied out, from the highest power down, or `nil` where they are
  /// many.
  private func expanded() throws(Overflow) -> TextbookSum? {
    var result = TextbookSum()
    for term in terms {
      guard let parts = try term.multipliedOut(), parts.terms.count <= 16 else { return nil }
      result = try result.adding(parts)
      if result.terms.count > 24 { return nil }
    }
    let degrees = result.terms.map(\.degree)
    guard degrees.allSatisfy({ $0 != nil }) else { return result }
    let order = result.terms.indices.sorted {
      (-(degrees[$0] ?? 0), $0) < (-(degrees[$1] ?? 0), $1)
    }
    var sorted = TextbookSum()
    for place in order { sorted = try sorted.adding(result.terms[place]) }
    return sorted
  }
}

extension TextbookProduct {
  /// What the reader has to read.
  var cost: Double {
    var cost = powers.reduce(0) { $0 + $1.cost }
    let hasDivisor = powers.contains { $0.exponent.number?.isNegative == true }
    if powers.isEmpty || coefficient != .one && coefficient != .minusOne { cost += 1 }
    return cost + (hasDivisor || !coefficient.isWhole && !coefficient.isWrittenAsDecimal ? 1 : 0)
  }

  /// The sum of exponents of a product of powers of variables.
  var degree: Int? {
    var degree = 0
    for power in powers {
      guard case .variable = power.base, let exponent = power.exponent.number, exponent.isWhole,
        !exponent.isNegative
      else { return nil }
      degree += exponent.numerator
    }
    return degree
  }

  /// The terms of the product with brackets multiplied out, up to their third power.
  fileprivate func multipliedOut() throws(Overflow) -> TextbookSum? {
    var letters = TextbookProduct(coefficient: coefficient)
    var brackets: [TextbookSum] = []
    for power in powers {
      if case .sum(let inner) = power.base, let count = power.exponent.number, count.isWhole,
        (1...3).contains(count.numerator)
      {
        brackets += Array(repeating: inner, count: count.numerator)
      } else {
        letters = try letters.times(TextbookProduct(power.base, power.exponent))
      }
    }
    guard brackets.count <= 4 else { return nil }
    var result = TextbookSum(letters)
    for bracket in brackets {
      var next = TextbookSum()
      for term in bracket.terms { next = try next.adding(result.distributed(term)) }
      guard next.terms.count <= 24 else { return nil }
      result = next
    }
    return result
  }
}

extension TextbookPower {
  /// Whether it is a bracket, or a power of one.
  fileprivate var isBracket: Bool { if case .sum = base { true } else { false } }

  /// Whether it is a letter, perhaps with a number for exponent.
  fileprivate var isLight: Bool { base.isLetter && exponent.number != nil }

  fileprivate var cost: Double {
    let size =
      switch base {
      case .number, .constant, .variable: 1.0
      case .sum(let inner): 1 + inner.cost
      case .operation(_, let operands): 1 + operands.reduce(0) { $0 + $1.cost }
      }
    guard let number = exponent.number else { return size + exponent.cost }
    let isPlain = abs(number.value) == 1 || base.isLetter
    return size + (isPlain ? 0 : 0.5)
  }
}

extension [TextbookBase] {
  /// The bases, each once.
  fileprivate var firstOccurrences: [TextbookBase] {
    var seen: Set<TextbookBase> = []
    return filter { seen.insert($0).inserted }
  }
}
