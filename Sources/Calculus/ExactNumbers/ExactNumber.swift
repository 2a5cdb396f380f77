/// A number without rounding: a + b · unit with fractions a and b, such as 1 − √2, 3π/4 or 1/e.
///
///     ExactNumber.solution(near: 1.414213562373095, of: [try Expression("x^2 - 2", variables: ["x"])])
///
/// Arithmetic is exact or says `nil`: where the result has no such form, where nobody knows whether
/// it is zero, or where its fractions grow beyond what is ever written.
public struct ExactNumber: Hashable, Sendable {
  let rational: ExactFraction
  /// Zero where the number is rational, and only there.
  let coefficient: ExactFraction
  let unit: IrrationalUnit

  static let zero = ExactNumber(.zero)
  static let one = ExactNumber(.one)

  init(rational: ExactFraction, coefficient: ExactFraction, unit: IrrationalUnit) {
    (self.rational, self.coefficient, self.unit) = (rational, coefficient, unit)
  }

  /// A fraction.
  init(_ rational: ExactFraction) {
    self.init(rational: rational, coefficient: .zero, unit: .one)
  }

  /// The sum a + b · unit.
  init?(_ rational: ExactFraction, _ coefficient: ExactFraction, _ unit: IrrationalUnit) {
    if unit == .one {
      guard let sum = try? rational.adding(coefficient) else { return nil }
      self.init(sum)
    } else if coefficient == .zero {
      self.init(rational)
    } else {
      self.init(rational: rational, coefficient: coefficient, unit: unit)
    }
  }

  /// The nearest double, but for a few units in the last place.
  public var value: Double { rational.value + coefficient.value * unit.value }

  /// Whether it is zero, which is proved: the unit is irrational.
  public var isZero: Bool { rational == .zero && coefficient == .zero }

  /// The fraction, where it is one.
  var fraction: ExactFraction? { coefficient == .zero ? rational : nil }

  /// −1, 0 or 1; `nil` where the doubles cannot tell.
  var sign: Int? {
    if isZero { return 0 }
    let size = abs(rational.value) + abs(coefficient.value * unit.value)
    guard size.isFinite, abs(value) > 1e-12 * size else { return nil }
    return value < 0 ? -1 : 1
  }
}

// MARK: Arithmetic

extension ExactNumber {
  var negated: ExactNumber {
    ExactNumber(rational.negated, coefficient.negated, unit) ?? self
  }

  /// The sum.
  public func adding(_ other: ExactNumber) -> ExactNumber? {
    guard unit == other.unit || coefficient == .zero || other.coefficient == .zero,
      let sum = try? rational.adding(other.rational),
      let factor = try? coefficient.adding(other.coefficient)
    else { return nil }
    return ExactNumber(sum, factor, coefficient == .zero ? other.unit : unit)
  }

  func times(_ factor: ExactFraction) -> ExactNumber? {
    guard let rational = try? rational.times(factor),
      let coefficient = try? coefficient.times(factor)
    else { return nil }
    return ExactNumber(rational, coefficient, unit)
  }

  /// The product.
  public func times(_ other: ExactNumber) -> ExactNumber? {
    if let factor = other.fraction { return times(factor) }
    if let factor = fraction { return other.times(factor) }
    guard let (whole, product) = unit.times(other.unit),
      let factor = try? coefficient.times(other.coefficient).times(ExactFraction(whole)),
      let last = ExactNumber(.zero, factor, product),
      let first = try? rational.times(other.rational)
    else { return nil }
    // (a + b u)(c + d v) = ac + ad v + bc u + bd uv, each sum in one unit.
    guard let left = ExactNumber(.zero, coefficient, unit)?.times(other.rational),
      let right = ExactNumber(.zero, other.coefficient, other.unit)?.times(rational)
    else { return nil }
    return ExactNumber(first).adding(last)?.adding(left)?.adding(right)
  }

  /// 1 over the number: by the conjugate where it is a sum.
  var inverse: ExactNumber? {
    guard !isZero else { return nil }
    if let fraction { return (try? fraction.power(-1)).map { ExactNumber($0) } }
    if rational == .zero {
      let (under, inverse) = unit.inverse
      guard let factor = try? coefficient.times(ExactFraction(under)).power(-1) else { return nil }
      return ExactNumber(.zero, factor, inverse)
    }
    guard unit.isAlgebraic, let conjugate = ExactNumber(rational, coefficient.negated, unit),
      let norm = times(conjugate)?.fraction, let factor = try? norm.power(-1)
    else { return nil }
    return conjugate.times(factor)
  }

  /// The quotient.
  public func over(_ other: ExactNumber) -> ExactNumber? { other.inverse.flatMap { times($0) } }

  /// The power with a whole exponent.
  func power(_ exponent: Int) -> ExactNumber? {
    guard exponent.magnitude <= 32 else { return nil }
    var result: ExactNumber? = .one
    for _ in 0..<exponent.magnitude { result = result?.times(self) }
    return exponent < 0 ? result?.inverse : result
  }
}
