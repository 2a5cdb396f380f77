/// A double with a bound of the rounding that it carries.
///
/// The bound runs along to first order: |a b| (δa + δb) for products, |f′| δ for functions, and one
/// unit in the last place for each operation, eight for one of the C library. Second orders are left
/// out of functions: a bound that is not small says no more than that. Ten times cheaper than
/// intervals, it tells where doubles are not enough.
struct TrackedDouble: Scalar {
  var value: Double
  var error: Double

  /// The rounding of an operation relative to its result, twice over for the bound's own.
  private static let unit = 0x1p-52

  @inline(__always)
  private init(_ value: Double, within error: Double) {
    self.value = value
    self.error = error
  }

  init(_ value: Double) { self.init(value, within: 0) }
  init(_ constant: Constant) {
    self.init(constant.value, within: abs(constant.value) * Self.unit)
  }

  var approximation: Double { value }
  var isZero: Bool { value == 0 && error == 0 }

  /// A rounded result with what its operands bring along.
  @inline(__always)
  private static func rounded(_ value: Double, carrying error: Double) -> TrackedDouble {
    TrackedDouble(value, within: error + unit * Swift.abs(value))
  }

  static prefix func - (a: TrackedDouble) -> TrackedDouble {
    TrackedDouble(-a.value, within: a.error)
  }

  static func + (a: TrackedDouble, b: TrackedDouble) -> TrackedDouble {
    rounded(a.value + b.value, carrying: a.error + b.error)
  }

  static func - (a: TrackedDouble, b: TrackedDouble) -> TrackedDouble {
    rounded(a.value - b.value, carrying: a.error + b.error)
  }

  static func * (a: TrackedDouble, b: TrackedDouble) -> TrackedDouble {
    let left = abs(a.value) * b.error
    let right = a.error * (abs(b.value) + b.error)
    return rounded(a.value * b.value, carrying: left + right)
  }

  static func / (a: TrackedDouble, b: TrackedDouble) -> TrackedDouble {
    let quotient = a.value / b.value
    if b.error == 0 && a.error == 0 { return rounded(quotient, carrying: 0) }
    let room = abs(b.value) - b.error
    let error = room > 0 ? (a.error + abs(quotient) * b.error) / room : .infinity
    return rounded(quotient, carrying: error)
  }

  /// Σ aⱼ bₖ₋ⱼ: the sum of n terms rounds by at most n units of the sum of their sizes.
  static func convolution(
    _ a: UnsafePointer<TrackedDouble>, _ b: UnsafePointer<TrackedDouble>, from first: Int,
    through last: Int, at k: Int
  ) -> TrackedDouble {
    var (total, size, error) = (0.0, 0.0, 0.0)
    var j = first
    while j <= last {
      let (left, right) = (a[j], b[k - j])
      let term = left.value * right.value
      total += term
      size += abs(term)
      let reach = abs(right.value) + right.error
      error += abs(left.value) * right.error + left.error * reach
      j += 1
    }
    return TrackedDouble(total, within: error + Double(last - first + 2) * unit * size)
  }

  // MARK: Functions

  /// The result of a function of the C library with the slopes by its arguments.
  private static func called(
    _ value: Double, _ first: (slope: Double, error: Double),
    _ second: (slope: Double, error: Double) = (0, 0)
  ) -> TrackedDouble {
    // The slope at an exact argument may be infinite and does not matter.
    let left = first.error == 0 ? 0 : abs(first.slope) * first.error
    let right = second.error == 0 ? 0 : abs(second.slope) * second.error
    return TrackedDouble(value, within: left + right + 8 * unit * abs(value))
  }

  func raised(to exponent: TrackedDouble) -> TrackedDouble {
    let power = Powers.value(value, exponent.value)
    let slope = exponent.value * Powers.value(value, exponent.value - 1)
    let rise = power * Function.ln.value(value)
    return Self.called(power, (slope, error), (rise, exponent.error))
  }

  func raised(toWhole n: Int32) -> TrackedDouble {
    let slope = Double(n) * Powers.whole(value, n - 1)
    return Self.called(Powers.whole(value, n), (slope, error))
  }

  func applied(_ function: Function) -> TrackedDouble {
    let result = function.value(value)
    if error == 0 { return Self.called(result, (0, 0)) }
    return Self.called(result, (function.slope(at: value, value: result), error))
  }

  func applied(_ function: Function, _ second: TrackedDouble) -> TrackedDouble {
    let result = function.value(value, second.value)
    if error == 0 && second.error == 0 { return Self.called(result, (0, 0)) }
    let slopes = function.slopes(at: value, second.value, value: result)
    return Self.called(result, (slopes.0, error), (slopes.1, second.error))
  }

  func compared(_ comparison: Comparison, to other: TrackedDouble) -> TrackedDouble {
    TrackedDouble(comparison.value(value, other.value))
  }

  func choosing(_ first: TrackedDouble, _ second: TrackedDouble) -> TrackedDouble {
    value.isNaN ? TrackedDouble(.nan) : value != 0 ? first : second
  }
}
