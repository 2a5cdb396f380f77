/// Expressions that share their common parts: a directed acyclic graph, hash-consed.
///
/// Equal parts are one node, so they are differentiated, compiled and evaluated once (Ershov 1958).
/// The constructors tidy lightly - zeros, ones, signs, whole numbers, like neighbours - and never
/// change where an expression is defined: 0·u becomes 0 only where u is defined everywhere.
public struct ExpressionGraph: Sendable {
  /// The nodes; operands stand before the nodes that use them.
  public private(set) var nodes: [Node] = []
  private var places: [Node: Term] = [:]
  private var total: [Bool] = []

  /// The empty graph.
  public init() {}

  /// The node at a place.
  public subscript(_ term: Term) -> Node { nodes[Int(term)] }

  /// Whether the term at a place is defined and finite for all values of the variables.
  func isTotal(_ term: Term) -> Bool { total[Int(term)] }

  /// The place of `node`, new or old.
  mutating func intern(_ node: Node) -> Term {
    if let place = places[node] { return place }
    let place = Term(nodes.count)
    nodes.append(node)
    places[node] = place
    total.append(totality(of: node))
    return place
  }

  private func totality(of node: Node) -> Bool {
    let operandsAreTotal = node.operands.allSatisfy { total[Int($0)] }
    switch node {
    case .number(let value): return value.isFinite
    case .constant, .variable, .running: return true
    case .negated, .sum, .difference, .product, .comparison, .choice, .series:
      return operandsAreTotal
    case .quotient(_, let b):
      return operandsAreTotal && literal(b).map { $0 != 0 } ?? false
    case .power(let a, let b):
      guard operandsAreTotal else { return false }
      if let exponent = literal(b), exponent == exponent.rounded(), exponent >= 0 { return true }
      return literal(a).map { $0 > 0 } ?? false
    case .call(let function, _), .call2(let function, _, _):
      return operandsAreTotal && function.isTotal
    }
  }

  // MARK: Leaves

  /// A number.
  public mutating func number(_ value: Double) -> Term { intern(.number(value == 0 ? 0 : value)) }

  /// The value of a term that is a number.
  public func literal(_ term: Term) -> Double? {
    if case .number(let value) = self[term] { value } else { nil }
  }

  // MARK: Arithmetic

  /// The result of arithmetic on whole numbers, where a double holds it exactly.
  private func exact(_ value: Double, _ a: Double, _ b: Double) -> Double? {
    let isWhole = a == a.rounded() && b == b.rounded() && value == value.rounded()
    return isWhole && Swift.abs(value) <= 9_007_199_254_740_992 ? value : nil
  }

  /// A term split into a whole-number coefficient and the rest.
  private func coefficient(_ term: Term) -> (Double, Term) {
    switch self[term] {
    case .negated(let a):
      let (k, rest) = coefficient(a)
      return (-k, rest)
    case .product(let a, let b):
      if let k = literal(a), k == k.rounded() { return (k, b) }
    default: break
    }
    return (1, term)
  }

  /// −a.
  public mutating func negated(_ a: Term) -> Term {
    switch self[a] {
    case .number(let value): return number(-value)
    case .negated(let b): return b
    case .difference(let b, let c) where literal(b) == nil && !isSumOfTerms(b):
      return difference(c, b)
    case .product(let b, let c):
      if let k = literal(b) { return product(number(-k), c) }
    default: break
    }
    return intern(.negated(a))
  }

  /// Whether a minus before it stays there: −(a + b − c) is not turned round.
  private func isSumOfTerms(_ term: Term) -> Bool {
    switch self[term] {
    case .sum, .difference: true
    default: false
    }
  }

  /// a + b.
  public mutating func sum(_ a: Term, _ b: Term) -> Term {
    if literal(a) == 0 { return b }
    if literal(b) == 0 { return a }
    if let x = literal(a), let y = literal(b), let value = exact(x + y, x, y) {
      return number(value)
    }
    if case .negated(let c) = self[b] { return difference(a, c) }
    if case .product(let k, let c) = self[b], let k = literal(k), k < 0 {
      return difference(a, product(number(-k), c))
    }
    if let k = literal(b), k < 0 { return difference(a, number(-k)) }
    if let merged = likeTerms(a, b, sign: 1) { return merged }
    return intern(.sum(a, b))
  }

  /// a − b.
  public mutating func difference(_ a: Term, _ b: Term) -> Term {
    if literal(b) == 0 { return a }
    if literal(a) == 0 { return negated(b) }
    if let x = literal(a), let y = literal(b), let value = exact(x - y, x, y) {
      return number(value)
    }
    if case .negated(let c) = self[b] { return sum(a, c) }
    if case .product(let k, let c) = self[b], let k = literal(k), k < 0 {
      return sum(a, product(number(-k), c))
    }
    if let k = literal(b), k < 0 { return sum(a, number(-k)) }
    if let merged = likeTerms(a, b, sign: -1) { return merged }
    return intern(.difference(a, b))
  }

  /// The sum of two neighbours that are multiples of the same term.
  private mutating func likeTerms(_ a: Term, _ b: Term, sign: Double) -> Term? {
    let (j, u) = coefficient(a)
    let (k, v) = coefficient(b)
    guard u == v, literal(u) == nil, let value = exact(j + sign * k, j, k) else { return nil }
    if value == 0 && !isTotal(u) { return nil }
    return product(number(value), u)
  }

  /// a · b.
  public mutating func product(_ a: Term, _ b: Term) -> Term {
    if let x = literal(a) {
      if let y = literal(b), let value = exact(x * y, x, y) { return number(value) }
      if x == 0 && isTotal(b) { return a }
      if x == 1 { return b }
      if literal(b) == 1 { return a }
      if x == -1 { return negated(b) }
      if case .product(let k, let c) = self[b], let y = literal(k), let value = exact(x * y, x, y) {
        return product(number(value), c)
      }
      if case .negated(let c) = self[b] { return product(number(-x), c) }
      if case .quotient(let c, let d) = self[b], literal(d) == nil {
        return quotient(product(a, c), d)
      }
      // Two broken coefficients stay side by side: their product would be rounded.
      return intern(.product(a, b))
    }
    if literal(b) != nil { return product(b, a) }
    if case .negated(let c) = self[a] { return negated(product(c, b)) }
    if case .negated(let c) = self[b] { return negated(product(a, c)) }
    if case .product(let k, let c) = self[b], literal(k) != nil { return product(k, product(a, c)) }
    if case .product(let k, let c) = self[a], literal(k) != nil { return product(k, product(c, b)) }
    if let c = reciprocal(a) { return quotient(b, c) }
    if let c = reciprocal(b) { return quotient(a, c) }
    if let merged = powersOfOneBase(a, b) { return merged }
    return intern(.product(a, b))
  }

  /// The divisor of 1/c, unless it is a number: 1/3 stays a fraction.
  private func reciprocal(_ term: Term) -> Term? {
    if case .quotient(let one, let c) = self[term], literal(one) == 1, literal(c) == nil {
      c
    } else {
      nil
    }
  }

  /// u^m · u^n = u^(m+n) for positive whole exponents, where u^m is among the last factors of `a`.
  private mutating func powersOfOneBase(_ a: Term, _ b: Term) -> Term? {
    let (v, n) = wholePower(b)
    guard literal(v) == nil else { return nil }
    var later: [Term] = []
    var rest = a
    while later.count < 8 {
      var factor = rest
      var before: Term?
      if case .product(let c, let d) = self[rest], literal(c) == nil { (before, factor) = (c, d) }
      let (u, m) = wholePower(factor)
      if u == v, let exponent = exact(m + n, m, n) {
        var result = power(u, number(exponent))
        if let before { result = intern(.product(before, result)) }
        for factor in later.reversed() { result = intern(.product(result, factor)) }
        return result
      }
      guard let before else { return nil }
      later.append(factor)
      rest = before
    }
    return nil
  }

  private func wholePower(_ term: Term) -> (Term, Double) {
    if case .power(let base, let exponent) = self[term], let n = literal(exponent), n >= 1,
      n == n.rounded()
    {
      return (base, n)
    }
    return (term, 1)
  }

  /// a / b.
  public mutating func quotient(_ a: Term, _ b: Term) -> Term {
    if let y = literal(b) {
      if y == 1 { return a }
      if y == -1 { return negated(a) }
      if y != 0, let x = literal(a), let value = exact(x / y, x, y) { return number(value) }
      if y != 0, case .product(let k, let c) = self[a], let x = literal(k),
        let value = exact(x / y, x, y)
      {
        return product(number(value), c)
      }
    }
    if let reduced = reducedQuotient(a, b) { return reduced }
    if case .negated(let c) = self[a] { return negated(quotient(c, b)) }
    if let x = literal(a), x < 0 { return negated(quotient(number(-x), b)) }
    if case .product(let k, let c) = self[a], let x = literal(k), x < 0 {
      return negated(quotient(product(number(-x), c), b))
    }
    if case .negated(let c) = self[b] { return negated(quotient(a, c)) }
    if let y = literal(b), y < 0 { return negated(quotient(a, number(-y))) }
    return intern(.quotient(a, b))
  }

  /// A quotient whose whole coefficients have a common factor: 2x / 4y is x / 2y.
  private mutating func reducedQuotient(_ a: Term, _ b: Term) -> Term? {
    let (j, u) = literal(a).map { ($0, number(1)) } ?? coefficient(a)
    let (k, v) = coefficient(b)
    guard literal(b) == nil, abs(k) > 1, j == j.rounded(), abs(j) < 1e15, abs(k) < 1e15 else {
      return nil
    }
    var (divisor, rest) = (abs(k), abs(j))
    while rest != 0 { (divisor, rest) = (rest, divisor.truncatingRemainder(dividingBy: rest)) }
    guard divisor > 1 else { return nil }
    let (numerator, denominator) = (number(j / divisor), number(k / divisor))
    return quotient(product(numerator, u), product(denominator, v))
  }

  /// a ^ b; a power of e becomes the exponential function.
  public mutating func power(_ a: Term, _ b: Term) -> Term {
    if case .constant(.e) = self[a] { return call(.exp, b) }
    if let exponent = literal(b) {
      if exponent == 1 { return a }
      if exponent == 0 && isTotal(a) { return number(1) }
      if let base = literal(a), exponent >= 0, exponent == exponent.rounded(), exponent <= 1024,
        let value = wholePower(of: base, exponent)
      {
        return number(value)
      }
    }
    return intern(.power(a, b))
  }

  /// base^exponent for whole numbers, where every step is exact.
  private func wholePower(of base: Double, _ exponent: Double) -> Double? {
    guard base == base.rounded() else { return nil }
    var value = 1.0
    for _ in 0..<Int(exponent) {
      guard let next = exact(value * base, value, base) else { return nil }
      value = next
    }
    return value
  }

  // MARK: Functions

  /// A function of one argument.
  public mutating func call(_ function: Function, _ a: Term) -> Term {
    switch (function, self[a]) {
    case (.exp, .number(0)): return number(1)
    case (.exp, .number(1)): return intern(.constant(.e))
    case (.abs, .negated(let b)): return call(.abs, b)
    case (.abs, .number(let value)): return number(Swift.abs(value))
    case (.sqrt, .number(let value)):
      if let root = exact(value.squareRoot(), value, value) { return number(root) }
    default: break
    }
    return intern(.call(function, a))
  }

  /// A function of two arguments.
  public mutating func call(_ function: Function, _ a: Term, _ b: Term) -> Term {
    intern(.call2(function, a, b))
  }

  /// The node with its operands replaced, tidied again by the constructors.
  mutating func rebuilt(_ node: Node, _ place: (Term) -> Term) -> Term {
    switch node {
    case .number(let value): number(value)
    case .negated(let a): negated(place(a))
    case .sum(let a, let b): sum(place(a), place(b))
    case .difference(let a, let b): difference(place(a), place(b))
    case .product(let a, let b): product(place(a), place(b))
    case .quotient(let a, let b): quotient(place(a), place(b))
    case .power(let a, let b): power(place(a), place(b))
    case .call(let function, let a): call(function, place(a))
    default: intern(node.mapped(place))
    }
  }
}
