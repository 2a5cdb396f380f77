import CVector

/// A quotient of two polynomials with real coefficients, the constant term first.
struct RationalFunction: Hashable, Sendable {
  let numerator: [Double]
  let denominator: [Double]

  /// Polynomials of higher degree lose their roots in rounding.
  private static let mostDegree = 48

  /// A polynomial.
  init(_ coefficients: [Double]) {
    numerator = Self.trimmed(coefficients)
    denominator = [1]
  }

  private init?(_ numerator: [Double], over denominator: [Double]) {
    self.numerator = Self.trimmed(numerator)
    self.denominator = Self.trimmed(denominator)
    guard self.numerator.count <= Self.mostDegree + 1,
      self.denominator.count <= Self.mostDegree + 1,
      (numerator + denominator).allSatisfy(\.isFinite), !self.denominator.isEmpty
    else { return nil }
  }

  private static func trimmed(_ coefficients: [Double]) -> [Double] {
    guard let last = coefficients.lastIndex(where: { $0 != 0 }) else { return [] }
    return Array(coefficients[...last])
  }

  private static func product(_ a: [Double], _ b: [Double]) -> [Double] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    var result = Array(repeating: 0.0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { result[i + j] += x * y }
    }
    return result
  }

  private static func sum(_ a: [Double], _ b: [Double]) -> [Double] {
    (0..<max(a.count, b.count)).map { k in
      (k < a.count ? a[k] : 0) + (k < b.count ? b[k] : 0)
    }
  }

  static prefix func - (a: RationalFunction) -> RationalFunction? {
    RationalFunction(a.numerator.map { -$0 }, over: a.denominator)
  }

  static func + (a: RationalFunction, b: RationalFunction) -> RationalFunction? {
    if a.denominator == b.denominator {
      return RationalFunction(sum(a.numerator, b.numerator), over: a.denominator)
    }
    return RationalFunction(
      sum(product(a.numerator, b.denominator), product(b.numerator, a.denominator)),
      over: product(a.denominator, b.denominator))
  }

  static func * (a: RationalFunction, b: RationalFunction) -> RationalFunction? {
    RationalFunction(
      product(a.numerator, b.numerator), over: product(a.denominator, b.denominator))
  }

  /// 1/a; nothing for zero.
  var reciprocal: RationalFunction? { RationalFunction(denominator, over: numerator) }

  func raised(to n: Int) -> RationalFunction? {
    guard n.magnitude <= Self.mostDegree else { return nil }
    var power: RationalFunction? = RationalFunction([1])
    for _ in 0..<n.magnitude { power = power.flatMap { $0 * self } }
    return n < 0 ? power?.reciprocal : power
  }

  /// The numerator of f − c, whose roots are where f = c.
  func equation(_ c: Complex) -> [Complex] {
    (0..<max(numerator.count, denominator.count)).map { k in
      let top = Complex(k < numerator.count ? numerator[k] : 0)
      return k < denominator.count ? top - c * denominator[k] : top
    }
  }
}

/// The roots of polynomials with complex coefficients, each once.
///
/// Simultaneous iteration after Aberth (1973) and Ehrlich (1967), to rounding. Roots that lie closer
/// together than rounding can split are one root: their mean is known to full precision where each of
/// them is not.
enum PolynomialRoots {
  /// The roots; `nil` for the zero polynomial, whose roots are all numbers.
  static func roots(of coefficients: [Complex]) -> [Complex]? {
    guard let top = coefficients.lastIndex(where: { !$0.isZero }) else { return nil }
    let lowest = coefficients.firstIndex { !$0.isZero } ?? 0
    let reduced = Array(coefficients[lowest...top])
    let origin = lowest > 0 ? [Complex(0)] : []
    switch reduced.count {
    case 1: return origin
    case 2: return origin + [-reduced[0] / reduced[1]]
    case 3: return origin + quadratic(reduced)
    default: return origin + merged(aberth(reduced), of: reduced)
    }
  }

  private static func quadratic(_ c: [Complex]) -> [Complex] {
    let square = c[1] * c[1]
    let product = c[2] * c[0] * 4
    var discriminant = square - product
    if discriminant.size <= 1e-15 * (square.size + product.size) { discriminant = Complex(0) }
    if discriminant.isZero { return [-c[1] / (c[2] * 2)] }
    var root = discriminant.squareRoot
    // The sum that does not cancel.
    if c[1].re * root.re + c[1].im * root.im < 0 { root = -root }
    let q = (c[1] + root) * -0.5
    return [q / c[2], c[0] / q]
  }

  private static func aberth(_ c: [Complex]) -> [Complex] {
    let degree = c.count - 1
    let lead = c[degree].size
    let bound = (0..<degree).map { pow(c[$0].size / lead, 1 / Double(degree - $0)) }.max() ?? 1
    var roots = (0..<degree).map { k in
      let turn = 2 * Double.pi * Double(k) / Double(degree) + 0.4
      return Complex(bound * cos(turn), bound * sin(turn))
    }
    for _ in 0..<300 {
      var change = 0.0
      for k in roots.indices {
        let (value, slope) = horner(c, roots[k])
        guard !value.isZero else { continue }
        let newton = value / slope
        var repulsion = Complex(0)
        for j in roots.indices where j != k {
          repulsion = repulsion + Complex(1) / (roots[k] - roots[j])
        }
        let step = newton / (Complex(1) - newton * repulsion)
        guard step.isFinite else { continue }
        roots[k] = roots[k] - step
        change = max(change, step.size / max(roots[k].size, 1e-300))
      }
      if change < 1e-15 { break }
    }
    return roots
  }

  private static func horner(_ c: [Complex], _ z: Complex) -> (value: Complex, slope: Complex) {
    var (value, slope) = (Complex(0), Complex(0))
    for coefficient in c.reversed() {
      slope = slope * z + value
      value = value * z + coefficient
    }
    return (value, slope)
  }

  /// Clusters become their means where the polynomial vanishes there to rounding.
  private static func merged(_ roots: [Complex], of c: [Complex]) -> [Complex] {
    var rest = roots.filter(\.isFinite)
    var result: [Complex] = []
    while let seed = rest.first {
      let cluster = rest.filter { ($0 - seed).size <= 1e-3 * seed.size }
      guard cluster.count > 1 else {
        result.append(seed)
        rest.removeFirst()
        continue
      }
      let mean = cluster.reduce(Complex(0), +) * (1 / Double(cluster.count))
      var size = 0.0
      for coefficient in c.reversed() { size = size * mean.size + coefficient.size }
      result += horner(c, mean).value.size <= 1e-13 * size ? [mean] : cluster
      rest.removeAll { ($0 - seed).size <= 1e-3 * seed.size }
    }
    return result
  }
}
