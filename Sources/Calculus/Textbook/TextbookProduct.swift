/// What is raised to a power: a letter, a bracket, a function.
indirect enum TextbookBase: Hashable, Sendable {
  /// A number that is no fraction, or one with an exponent that is no number.
  case number(Double)
  case constant(Constant)
  case variable(Int32)
  /// A bracket.
  case sum(TextbookSum)
  /// An operation on forms; the operands of the node mean nothing.
  case operation(Node, [TextbookSum])

  /// Whether it is a single sign.
  var isLetter: Bool {
    switch self {
    case .number, .constant, .variable: true
    case .sum, .operation: false
    }
  }
}

/// A base with its exponent.
struct TextbookPower: Hashable, Sendable {
  let base: TextbookBase
  var exponent: TextbookSum
}

/// A number times powers of different bases.
struct TextbookProduct: Hashable, Sendable {
  typealias Overflow = ExactFraction.Overflow

  var coefficient = ExactFraction.one
  private(set) var powers: [TextbookPower] = []

  init(coefficient: ExactFraction) { self.coefficient = coefficient }

  init(_ base: TextbookBase, _ exponent: TextbookSum = .one) {
    powers = [TextbookPower(base: base, exponent: exponent)]
  }

  static func == (a: TextbookProduct, b: TextbookProduct) -> Bool {
    a.coefficient == b.coefficient && a.hasSamePowers(as: b)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(coefficient)
    hasher.combine(powers.reduce(0) { $0 ^ $1.hashValue })
  }

  /// Whether the products differ in their numbers only.
  func hasSamePowers(as other: TextbookProduct) -> Bool {
    powers.count == other.powers.count && powers.allSatisfy(other.powers.contains)
  }

  /// The exponent of a base; 0 where it is no factor.
  func exponent(of base: TextbookBase) -> TextbookSum {
    powers.first { $0.base == base }?.exponent ?? .zero
  }

  func times(_ other: TextbookProduct) throws(Overflow) -> TextbookProduct {
    var result = self
    result.coefficient = try coefficient.times(other.coefficient)
    for power in other.powers { try result.multiply(by: power) }
    return result
  }

  private mutating func multiply(by power: TextbookPower) throws(Overflow) {
    guard let place = powers.firstIndex(where: { $0.base == power.base }) else {
      powers.append(power)
      return
    }
    let exponent = try powers[place].exponent.adding(power.exponent)
    if exponent == .zero {
      powers.remove(at: place)
    } else {
      powers[place].exponent = exponent
    }
  }

  /// The power with a whole exponent.
  func power(_ exponent: Int) throws(Overflow) -> TextbookProduct {
    var result = TextbookProduct(coefficient: try coefficient.power(exponent))
    for power in powers {
      let whole = try power.exponent.times(ExactFraction(exponent))
      // √u · √u is u, which may be a product of its own.
      if case .sum(let inner) = power.base, let number = whole.number, number.isWhole,
        inner.terms.count == 1
      {
        result = try result.times(inner.terms[0].power(number.numerator))
      } else {
        try result.multiply(by: TextbookPower(base: power.base, exponent: whole))
      }
    }
    return result
  }

  func inverse() throws(Overflow) -> TextbookProduct { try power(-1) }

  /// The product without a coefficient and the powers that a test picks, and those powers.
  func split(
    _ isPicked: (TextbookPower) -> Bool
  ) -> (picked: [TextbookPower], rest: [TextbookPower]) {
    (powers.filter(isPicked), powers.filter { !isPicked($0) })
  }
}
