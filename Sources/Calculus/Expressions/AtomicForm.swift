/// An expression multiplied out: a sum of products of powers of atoms, with exact coefficients.
///
/// Atoms are variables, constants, and whatever is neither a sum nor a product: functions of other
/// forms, and sums that something is divided by. Two expressions with equal forms are equal wherever
/// both are defined; the reverse is not promised (sin² + cos² is not 1 here). Arithmetic on
/// coefficients is checked for rounding, so an equality that is found is a proof.
struct AtomicForm: Hashable {
  /// The powers of the atoms in a product, by their numbers.
  typealias Monomial = [Int32: Int32]

  /// The coefficients; none of them is 0.
  var terms: [Monomial: Double] = [:]

  /// More terms than this are not multiplied out.
  static let termLimit = 200
  private static let powerLimit: Int32 = 10_000

  init() {}

  init(number: Double) { terms = number == 0 ? [:] : [[:]: number] }

  init(atom: Int32, power: Int32 = 1) { terms = [[atom: power]: 1] }

  var isZero: Bool { terms.isEmpty }

  /// The coefficient and the product, where there is just one.
  var single: (coefficient: Double, monomial: Monomial)? {
    terms.count == 1 ? terms.first.map { ($0.value, $0.key) } : nil
  }

  var negated: AtomicForm {
    var result = self
    result.terms = terms.mapValues { -$0 }
    return result
  }

  /// The sum, or `nil` where a coefficient would be rounded.
  func adding(_ other: AtomicForm) -> AtomicForm? {
    var result = self
    for (monomial, coefficient) in other.terms {
      guard result.add(coefficient, monomial) else { return nil }
    }
    return result.terms.count <= Self.termLimit ? result : nil
  }

  /// Adds a term; whether that was possible without rounding.
  private mutating func add(_ b: Double, _ monomial: Monomial) -> Bool {
    let a = terms[monomial] ?? 0
    let sum = a + b
    let part = sum - a
    guard sum.isFinite, (a - (sum - part)) + (b - part) == 0 else { return false }
    terms[monomial] = sum == 0 ? nil : sum
    return true
  }

  /// The product, or `nil` where a coefficient would be rounded or a power grows too far.
  func multiplied(by other: AtomicForm) -> AtomicForm? {
    guard terms.count * other.terms.count <= 2 * Self.termLimit else { return nil }
    var result = AtomicForm()
    // In a fixed order: which sums are exact must not depend on how a dictionary is seeded.
    let others = other.sorted
    for (m, a) in sorted {
      for (n, b) in others {
        let product = a * b
        guard product.isFinite, product != 0, (-product).addingProduct(a, b) == 0 else {
          return nil
        }
        let powers = m.merging(n, uniquingKeysWith: +).filter { $0.value != 0 }
        guard powers.values.allSatisfy({ abs($0) <= Self.powerLimit }),
          result.add(product, powers)
        else { return nil }
      }
    }
    return result.terms.count <= Self.termLimit ? result : nil
  }

  /// The terms in a fixed order.
  private var sorted: [(Monomial, Double)] {
    if terms.count < 2 { return terms.map { ($0.key, $0.value) } }
    let keyed = terms.map { (key: Self.key(of: $0.key), term: ($0.key, $0.value)) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.term)
  }

  private static func key(of monomial: Monomial) -> [Int64] {
    monomial.sorted { $0.key < $1.key }.map { Int64($0.key) << 32 + Int64($0.value) }
  }

  /// Whether the first term in a fixed order has a minus: tells u from −u.
  var leadsWithMinus: Bool { (sorted.first?.1 ?? 0) < 0 }
}
