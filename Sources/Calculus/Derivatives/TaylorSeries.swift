/// A truncated power series c₀ + c₁h + … + cₙhⁿ, closed under the functions of the language.
///
/// Arithmetic and functions follow the recurrences of Griewank & Walther (Evaluating Derivatives,
/// 2nd ed. 2008, chapter 13): each costs O(n²) operations on coefficients, but for the gamma family,
/// which satisfies no algebraic differential equation and is composed in O(n³). A series with one
/// coefficient is a constant, of any order. Where a function has no series - at a kink, a jump, a
/// branch point or outside the domain - the coefficients that do not exist are NaN or infinite.
struct TaylorSeries<Base: Scalar>: Scalar {
  var coefficients: [Base]

  init(coefficients: [Base]) { self.coefficients = coefficients }
  init(_ value: Double) { coefficients = [Base(value)] }
  init(_ constant: Constant) { coefficients = [Base(constant)] }
  init(_ value: Base) { coefficients = [value] }

  /// a + h, to an order.
  static func variable(at a: Base, order: Int) -> TaylorSeries {
    var coefficients = Array(repeating: Base(0), count: order + 1)
    coefficients[0] = a
    if order > 0 { coefficients[1] = Base(1) }
    return TaylorSeries(coefficients: coefficients)
  }

  var isConstant: Bool { coefficients.count == 1 }
  var leading: Base { coefficients[0] }
  var approximation: Double { leading.approximation }
  var uncertainty: Double { leading.uncertainty }
  var isZero: Bool { isConstant && leading.isZero }

  /// The series from a rule for its k-th coefficient, which may read those before it.
  @inline(__always)
  init(
    leading: Base, count: Int,
    _ coefficient: (_ known: UnsafeMutablePointer<Base>, _ k: Int) -> Base
  ) {
    coefficients = Array(repeating: leading, count: count)
    coefficients.withUnsafeMutableBufferPointer { buffer in
      guard let known = buffer.baseAddress else { return }
      for k in 1..<Swift.max(count, 1) { known[k] = coefficient(known, k) }
    }
  }

  @inline(__always)
  func mapped(_ change: (Base) -> Base) -> TaylorSeries {
    TaylorSeries(coefficients: coefficients.map(change))
  }

  /// The same constant as a series of another length.
  func padded(to count: Int) -> TaylorSeries {
    if coefficients.count >= count { return self }
    let zeros = Array(repeating: Base(0), count: count - coefficients.count)
    return TaylorSeries(coefficients: coefficients + zeros)
  }

  /// A function that has this value and no series here: at a kink or a jump.
  func withoutSeries(_ value: Base) -> TaylorSeries {
    if isConstant { return TaylorSeries(value) }
    let missing = Array(repeating: Base(.nan), count: coefficients.count - 1)
    return TaylorSeries(coefficients: [value] + missing)
  }

  // MARK: Arithmetic

  static prefix func - (a: TaylorSeries) -> TaylorSeries { a.mapped { -$0 } }

  static func + (a: TaylorSeries, b: TaylorSeries) -> TaylorSeries {
    if a.isConstant && !b.isConstant { return b + a }
    var sum = a
    for k in b.coefficients.indices {
      sum.coefficients[k] = sum.coefficients[k] + b.coefficients[k]
    }
    return sum
  }

  static func - (a: TaylorSeries, b: TaylorSeries) -> TaylorSeries {
    var difference = a.padded(to: b.coefficients.count)
    for k in b.coefficients.indices {
      difference.coefficients[k] = difference.coefficients[k] - b.coefficients[k]
    }
    return difference
  }

  /// cₖ = Σ aⱼ bₖ₋ⱼ.
  static func * (a: TaylorSeries, b: TaylorSeries) -> TaylorSeries {
    if b.isConstant { return a.mapped { $0 * b.leading } }
    if a.isConstant { return b.mapped { a.leading * $0 } }
    return a.coefficients.withUnsafeBufferPointer { a in
      b.coefficients.withUnsafeBufferPointer { b in
        TaylorSeries(leading: a[0] * b[0], count: a.count) { _, k in
          Self.convolution(a, b, from: 0, through: k, at: k)
        }
      }
    }
  }

  /// Σ aⱼ bₖ₋ⱼ over j from `first` through `last`; zero for no terms.
  @inline(__always)
  static func convolution(
    _ a: UnsafeBufferPointer<Base>, _ b: UnsafeBufferPointer<Base>, from first: Int,
    through last: Int, at k: Int
  ) -> Base {
    guard first <= last, let a = a.baseAddress, let b = b.baseAddress else { return Base(0) }
    return convolution(a, b, from: first, through: last, at: k)
  }

  @inline(__always)
  static func convolution(
    _ a: UnsafePointer<Base>, _ b: UnsafePointer<Base>, from first: Int, through last: Int,
    at k: Int
  ) -> Base {
    first <= last ? Base.convolution(a, b, from: first, through: last, at: k) : Base(0)
  }

  /// cₖ = (aₖ − Σ_{j<k} cⱼ bₖ₋ⱼ)/b₀.
  static func / (a: TaylorSeries, b: TaylorSeries) -> TaylorSeries {
    if b.isConstant { return a.mapped { $0 / b.leading } }
    let a = a.padded(to: b.coefficients.count)
    return b.coefficients.withUnsafeBufferPointer { b in
      TaylorSeries(leading: a.leading / b[0], count: b.count) { known, k in
        guard let b = b.baseAddress else { return known[0] }
        return (a.coefficients[k] - convolution(known, b, from: 0, through: k - 1, at: k)) / b[0]
      }
    }
  }

  // MARK: Powers

  func raised(toWhole n: Int32) -> TaylorSeries {
    if isConstant { return TaylorSeries(leading.raised(toWhole: n)) }
    var factor = self
    var rest = n.magnitude
    var product: TaylorSeries?
    while rest > 0 {
      if rest & 1 == 1 { product = product.map { $0 * factor } ?? factor }
      rest >>= 1
      if rest > 0 { factor = factor * factor }
    }
    let power = product ?? TaylorSeries(1)
    return n < 0 ? TaylorSeries(1) / power : power
  }

  /// Whole exponents by multiplications where the base vanishes, other constant ones by the
  /// recurrence a v′ = b a′ v, the rest as exp(b ln a).
  func raised(to exponent: TaylorSeries) -> TaylorSeries {
    let value = leading.raised(to: exponent.leading)
    if isConstant && exponent.isConstant { return TaylorSeries(value) }
    guard exponent.isConstant else {
      var power = (exponent * applied(.ln)).applied(.exp)
      power.coefficients[0] = value
      return power
    }
    let b = exponent.approximation
    if b == b.rounded(), abs(b) <= 16 || approximation == 0 && abs(b) <= 1e6 {
      return raised(toWhole: Int32(b))
    }
    return power(exponent.leading, value: value)
  }

  /// vₖ = 1/(k a₀) Σ_{j=1…k} (b j − (k − j)) aⱼ vₖ₋ⱼ.
  func power(_ b: Base, value: Base) -> TaylorSeries {
    TaylorSeries(leading: value, count: coefficients.count) { known, k in
      var total = Base(0)
      for j in 1...k {
        let weight = b * Base(Double(j)) - Base(Double(k - j))
        total = total + weight * (coefficients[j] * known[k - j])
      }
      return total / (Base(Double(k)) * leading)
    }
  }

  // MARK: Calculus

  /// The derivative, padded with a zero so that the length stays; exact but for its last coefficient.
  var derivative: TaylorSeries {
    var slope = Array(repeating: Base(0), count: coefficients.count)
    for k in 1..<Swift.max(coefficients.count, 1) {
      slope[k - 1] = Base(Double(k)) * coefficients[k]
    }
    return TaylorSeries(coefficients: slope)
  }

  /// The antiderivative with a given value.
  func integrated(from value: Base) -> TaylorSeries {
    TaylorSeries(leading: value, count: coefficients.count) { _, k in
      coefficients[k - 1] / Base(Double(k))
    }
  }

  /// The value of a function with known slope: ∫ slope · u′, starting at the function's own value.
  func integral(of slope: TaylorSeries, from value: Base) -> TaylorSeries {
    (slope * derivative).padded(to: coefficients.count).integrated(from: value)
  }

  /// Σ fₖ (u − u₀)ᵏ by Horner's rule: O(n³).
  func composed(with outer: [Base]) -> TaylorSeries {
    var inner = self
    inner.coefficients[0] = Base(0)
    var total = TaylorSeries(outer.last ?? Base(.nan)).padded(to: coefficients.count)
    for coefficient in outer.dropLast().reversed() {
      total = total * inner
      total.coefficients[0] = coefficient
    }
    return total
  }
}
