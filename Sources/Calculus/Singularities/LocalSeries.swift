import CVector

/// A series Σ cₖ wᵏ from a lowest, perhaps negative, exponent on: an expansion about a point.
///
/// Coefficients that cancel to rounding are zero, which decides whether there is a pole.
struct LocalSeries {
  /// The exponent of the first coefficient.
  var order: Int
  /// The coefficients, the first of which is not zero; none at all for the zero series.
  var terms: [Complex]

  private static let noise = 1e-10

  init(order: Int, terms: [Complex]) {
    let leading = terms.firstIndex { !$0.isZero } ?? terms.count
    self.order = order + leading
    self.terms = Array(terms[leading...])
  }

  init(_ value: Complex, count: Int) {
    self.init(order: 0, terms: [value] + Array(repeating: Complex(0), count: count - 1))
  }

  var isZero: Bool { terms.isEmpty }

  /// The coefficient of an exponent.
  subscript(exponent: Int) -> Complex {
    let place = exponent - order
    return terms.indices.contains(place) ? terms[place] : Complex(0)
  }

  static prefix func - (a: LocalSeries) -> LocalSeries {
    LocalSeries(order: a.order, terms: a.terms.map { -$0 })
  }

  static func + (a: LocalSeries, b: LocalSeries) -> LocalSeries {
    if a.isZero { return b }
    if b.isZero { return a }
    let first = min(a.order, b.order)
    let last = min(a.order + a.terms.count, b.order + b.terms.count)
    guard first < last else { return a.order < b.order ? a : b }
    let terms = (first..<last).map { k -> Complex in
      let sum = a[k] + b[k]
      return sum.size <= noise * max(a[k].size, b[k].size) ? Complex(0) : sum
    }
    return LocalSeries(order: first, terms: terms)
  }

  static func - (a: LocalSeries, b: LocalSeries) -> LocalSeries { a + -b }

  static func * (a: LocalSeries, b: LocalSeries) -> LocalSeries {
    if a.isZero || b.isZero { return LocalSeries(order: 0, terms: []) }
    let count = min(a.terms.count, b.terms.count)
    let terms = (0..<count).map { k in
      (0...k).reduce(Complex(0)) { $0 + a.terms[$1] * b.terms[k - $1] }
    }
    return LocalSeries(order: a.order + b.order, terms: terms)
  }

  static func * (a: LocalSeries, b: Complex) -> LocalSeries {
    LocalSeries(order: a.order, terms: a.terms.map { $0 * b })
  }

  /// 1/a; nothing for the zero series.
  var reciprocal: LocalSeries? {
    guard let lead = terms.first else { return nil }
    var result = [Complex(1) / lead]
    for k in 1..<max(terms.count, 1) {
      let sum = (0..<k).reduce(Complex(0)) { $0 + result[$1] * terms[k - $1] }
      result.append(-sum / lead)
    }
    return LocalSeries(order: -order, terms: result)
  }

  /// The series as a regular one of all exponents from 0 on; nothing where it has a pole.
  private var regular: [Complex]? {
    guard order >= 0 else { return nil }
    return Array(repeating: Complex(0), count: isZero ? 0 : order) + terms
  }

  /// eᵃ; nothing at a pole, where it is essential.
  func exponential(count: Int) -> LocalSeries? {
    guard let u = regular else { return nil }
    guard !u.isEmpty else { return LocalSeries(Complex(1), count: count) }
    var v = [u[0].exponential]
    for k in 1..<max(u.count, 1) {
      let sum = (1...k).reduce(Complex(0)) { $0 + u[$1] * v[k - $1] * Double($1) }
      v.append(sum * (1 / Double(k)))
    }
    return LocalSeries(order: 0, terms: v)
  }

  /// ln a with a given value of ln of the first coefficient; nothing at a zero or a pole.
  func logarithm(_ value: Complex) -> LocalSeries? {
    guard order == 0, let lead = terms.first else { return nil }
    var v = [value]
    for k in 1..<max(terms.count, 1) {
      var sum = terms[k] * Double(k)
      for j in 1..<k { sum = sum - v[j] * terms[k - j] * Double(j) }
      v.append(sum / (lead * Double(k)))
    }
    return LocalSeries(order: 0, terms: v)
  }

  /// aʳ with a given value of ln of the first coefficient; nothing where w would get a fraction of
  /// an exponent.
  func power(_ r: Double, _ logarithm: Complex) -> LocalSeries? {
    guard let lead = terms.first else { return nil }
    let exponent = r * Double(order)
    guard abs(exponent - exponent.rounded()) < 1e-9, abs(exponent) < 1e6 else { return nil }
    var v = [
      r == r.rounded() && abs(r) < 1e4 ? lead.raised(to: Int(r)) : (logarithm * r).exponential
    ]
    for k in 1..<max(terms.count, 1) {
      var sum = Complex(0)
      for j in 1...k { sum = sum + terms[j] * v[k - j] * (r * Double(j) - Double(k - j)) }
      v.append(sum / (lead * Double(k)))
    }
    return LocalSeries(order: Int(exponent.rounded()), terms: v)
  }
}
