/// A number with its derivative along a direction: a + b ε with ε² = 0.
///
/// A dual number is the first order of a Taylor series. Used inside reverse mode it gives second
/// derivatives. There is one ε only and dual numbers are never nested, so no two directions can be
/// confused.
struct Dual<Base: Scalar>: Scalar {
  var value: Base
  var tangent: Base

  init(_ value: Base, _ tangent: Base) {
    self.value = value
    self.tangent = tangent
  }

  init(_ value: Double) { self.init(Base(value), Base(0)) }
  init(_ constant: Constant) { self.init(Base(constant), Base(0)) }

  var approximation: Double { value.approximation }
  var uncertainty: Double { value.uncertainty }
  var isZero: Bool { value.isZero && tangent.isZero }

  static prefix func - (a: Dual) -> Dual { Dual(-a.value, -a.tangent) }
  static func + (a: Dual, b: Dual) -> Dual { Dual(a.value + b.value, a.tangent + b.tangent) }
  static func - (a: Dual, b: Dual) -> Dual { Dual(a.value - b.value, a.tangent - b.tangent) }

  static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, times(a.tangent, b.value) + times(b.tangent, a.value))
  }

  static func / (a: Dual, b: Dual) -> Dual {
    let value = a.value / b.value
    return Dual(value, times(a.tangent - times(b.tangent, value), Base(1) / b.value))
  }

  /// A change times a rate; no change whatever the rate gives no change.
  private static func times(_ change: Base, _ rate: Base) -> Base {
    change.isZero ? change : change * rate
  }

  func raised(to exponent: Dual) -> Dual {
    let power = value.raised(to: exponent.value)
    var change = Base(0)
    if !tangent.isZero {
      change = tangent * (exponent.value * value.raised(to: exponent.value - Base(1)))
    }
    if !exponent.tangent.isZero {
      change = change + exponent.tangent * (power * value.applied(.ln))
    }
    return Dual(power, change)
  }

  func raised(toWhole n: Int32) -> Dual {
    Dual(value.raised(toWhole: n), Self.times(tangent, value.slope(ofWholePower: n)))
  }

  func applied(_ function: Function) -> Dual {
    let result = value.applied(function)
    if tangent.isZero { return Dual(result, tangent) }
    return Dual(result, tangent * function.slope(at: value, value: result))
  }

  func applied(_ function: Function, _ second: Dual) -> Dual {
    let result = value.applied(function, second.value)
    let (first, other) = function.slopes(at: value, second.value, value: result)
    return Dual(result, Self.times(tangent, first) + Self.times(second.tangent, other))
  }

  func compared(_ comparison: Comparison, to other: Dual) -> Dual {
    Dual(value.compared(comparison, to: other.value), Base(0))
  }

  func choosing(_ first: Dual, _ second: Dual) -> Dual {
    Dual(
      value.choosing(first.value, second.value), value.choosing(first.tangent, second.tangent))
  }
}
