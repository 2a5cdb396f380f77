/// A sum of products: an expression on its way to how a textbook writes it.
///
/// Like terms are one term, equal factors one power, and coefficients exact fractions. Brackets stay
/// brackets: a sum is a factor of its own. Two forms are equal whatever the order of their parts.
struct TextbookSum: Hashable, Sendable {
  typealias Overflow = ExactFraction.Overflow

  private(set) var terms: [TextbookProduct] = []

  static let zero = TextbookSum()
  static let one = TextbookSum(.one)

  init() {}

  init(_ product: TextbookProduct) { terms = product.coefficient == .zero ? [] : [product] }

  init(_ number: ExactFraction) { self.init(TextbookProduct(coefficient: number)) }

  init(_ base: TextbookBase) { self.init(TextbookProduct(base)) }

  static func == (a: TextbookSum, b: TextbookSum) -> Bool {
    a.terms.count == b.terms.count && a.terms.allSatisfy(b.terms.contains)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(terms.reduce(0) { $0 ^ $1.hashValue })
  }

  /// The number, where it is one.
  var number: ExactFraction? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].powers.isEmpty ? terms[0].coefficient : nil
  }

  /// The base, where it is nothing else.
  var singleBase: TextbookBase? {
    guard terms.count == 1, terms[0].coefficient == .one, terms[0].powers.count == 1,
      terms[0].powers[0].exponent == .one
    else { return nil }
    return terms[0].powers[0].base
  }

  // MARK: Arithmetic

  /// The sum with a term more; a bracket with nothing before it but a sign is opened, unless it is
  /// there already.
  func adding(_ product: TextbookProduct) throws(Overflow) -> TextbookSum {
    var result = self
    if let place = terms.firstIndex(where: { $0.hasSamePowers(as: product) }) {
      let coefficient = try terms[place].coefficient.adding(product.coefficient)
      if coefficient == .zero {
        result.terms.remove(at: place)
      } else {
        result.terms[place].coefficient = coefficient
      }
      return result
    }
    if product.powers.count == 1, product.powers[0].exponent == .one,
      case .sum(let inner) = product.powers[0].base,
      product.coefficient == .one || product.coefficient == .minusOne
    {
      return try adding(inner.times(product.coefficient))
    }
    if product.coefficient != .zero { result.terms.append(product) }
    return result
  }

  func adding(_ other: TextbookSum) throws(Overflow) -> TextbookSum {
    var result = self
    for term in other.terms { result = try result.adding(term) }
    return result
  }

  /// Each term times a number.
  func times(_ number: ExactFraction) throws(Overflow) -> TextbookSum {
    var result = TextbookSum()
    guard number != .zero else { return result }
    for term in terms {
      var product = term
      product.coefficient = try term.coefficient.times(number)
      result.terms.append(product)
    }
    return result
  }

  func times(_ other: TextbookSum) throws(Overflow) -> TextbookSum {
    try TextbookSum(asFactor().times(other.asFactor()))
  }

  /// Each term times a product.
  func distributed(_ product: TextbookProduct) throws(Overflow) -> TextbookSum {
    var result = TextbookSum()
    for term in terms { result = try result.adding(term.times(product)) }
    return result
  }

  /// The power; whole powers of a product are products of powers, others stay around it.
  func power(_ exponent: TextbookSum) throws(Overflow) -> TextbookSum {
    guard let number = exponent.number else {
      if case .constant(.e)? = terms.first?.powers.first?.base, terms.count == 1,
        terms[0].coefficient == .one, terms[0].powers.count == 1
      {
        let whole = try terms[0].powers[0].exponent.times(exponent)
        return TextbookSum(TextbookProduct(.constant(.e), whole))
      }
      return TextbookSum(TextbookProduct(singleBase ?? .sum(self), exponent))
    }
    if number == .zero { return .one }
    if !number.isWhole {
      if let singleBase { return TextbookSum(TextbookProduct(singleBase, exponent)) }
      return TextbookSum(TextbookProduct(.sum(try simplest()), exponent))
    }
    let factor = try asFactor()
    guard !(factor.coefficient == .zero && number.isNegative) else { throw Overflow() }
    return TextbookSum(try factor.power(number.numerator))
  }

  /// The sum as a factor of a product: in brackets, what its terms have in common before them.
  func asFactor() throws(Overflow) -> TextbookProduct {
    if terms.isEmpty { return TextbookProduct(coefficient: .zero) }
    if terms.count == 1 { return terms[0] }
    let simplest = try simplest()
    if simplest.terms.count <= 1 { return try simplest.asFactor() }
    let fraction = simplest.commonFraction
    let whole = try simplest.times(fraction.power(-1))
    let common = try whole.commonFactor()
    let rest = try whole.distributed(common.inverse())
    let outer = try common.times(TextbookProduct(coefficient: fraction))
    if rest.terms.count <= 1 { return try rest.asFactor().times(outer) }
    return try outer.times(TextbookProduct(.sum(rest)))
  }
}
