/// A kind of number that a tape can be evaluated with.
///
/// Doubles give values, double-doubles values with twice the digits, intervals enclosures, dual
/// numbers directional derivatives and Taylor series the coefficients of a whole expansion. One set
/// of rules serves them all, so that no mode of differentiation has rules of its own.
protocol Scalar: Sendable {
  init(_ value: Double)
  init(_ constant: Constant)
  /// The double nearest to the leading part; it decides which formula of a function is used.
  var approximation: Double { get }
  /// How far the numbers that it stands for may be from the approximation.
  var uncertainty: Double { get }
  /// Whether it is exactly zero, so that what it multiplies need not be known.
  var isZero: Bool { get }
  static prefix func - (a: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  /// self^exponent as IEEE defines it.
  func raised(to exponent: Self) -> Self
  /// selfⁿ by multiplications.
  func raised(toWhole n: Int32) -> Self
  func applied(_ function: Function) -> Self
  /// A function of two arguments: self is the first one.
  func applied(_ function: Function, _ second: Self) -> Self
  /// 1 where the comparison holds, 0 where it does not.
  func compared(_ comparison: Comparison, to other: Self) -> Self
  /// The first where self is not 0, else the second.
  func choosing(_ first: Self, _ second: Self) -> Self
  /// Σ aⱼ bₖ₋ⱼ over j from `first` through `last`, at least one term.
  static func convolution(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, from first: Int, through last: Int,
    at k: Int
  ) -> Self
}

extension Scalar {
  @inline(__always)
  static func convolution(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, from first: Int, through last: Int,
    at k: Int
  ) -> Self {
    var total = a[first] * b[k - first]
    var j = first + 1
    while j <= last {
      total = total + a[j] * b[k - j]
      j += 1
    }
    return total
  }
}

extension Scalar {
  var uncertainty: Double { 0 }

  /// Whether one of the numbers that it stands for may be one of those that another stands for.
  func mayMeet(_ other: Self) -> Bool {
    !(abs(approximation - other.approximation) > uncertainty + other.uncertainty)
  }
}

extension Double: Scalar {
  init(_ constant: Constant) { self = constant.value }

  var approximation: Double { self }
  func raised(to exponent: Double) -> Double { Powers.value(self, exponent) }
  @inline(__always)
  func raised(toWhole n: Int32) -> Double { Powers.whole(self, n) }
  func applied(_ function: Function) -> Double { function.value(self) }
  func applied(_ function: Function, _ second: Double) -> Double { function.value(self, second) }

  func compared(_ comparison: Comparison, to other: Double) -> Double {
    comparison.value(self, other)
  }

  func choosing(_ first: Double, _ second: Double) -> Double {
    isNaN ? .nan : self != 0 ? first : second
  }
}

/// Differentiation looks at what happens beside a point too: where a comparison may be a tie or a step
/// may be met, even by a single point, the enclosure is marked as broken.
extension Interval: Scalar {
  init(_ constant: Constant) { self = Interval(constant.value).widened }

  var approximation: Double { isEmpty ? .nan : middle }
  var uncertainty: Double { width == 0 ? 0 : (width / 2).nextUp + middle.ulp }
  var isZero: Bool { lower == 0 && upper == 0 }
  func raised(to exponent: Interval) -> Interval { Powers.interval(self, exponent) }
  func raised(toWhole n: Int32) -> Interval { power(n) }

  func applied(_ function: Function) -> Interval {
    var result = function.interval(self)
    switch function {
    case .sign, .step: result.isBroken = result.isBroken || contains(0)
    case .floor, .ceil: result.isBroken = result.isBroken || lower.rounded(.up) <= upper
    case .round:
      result.isBroken = result.isBroken || (lower - 0.5).rounded(.up) + 0.5 <= upper
    default: break
    }
    return result
  }

  func applied(_ function: Function, _ second: Interval) -> Interval {
    function.interval(self, second)
  }

  func compared(_ comparison: Comparison, to other: Interval) -> Interval {
    var result = comparison.interval(self, other)
    result.isBroken = result.isBroken || lower <= other.upper && other.lower <= upper
    return result
  }

  func choosing(_ first: Interval, _ second: Interval) -> Interval {
    var result = Interval.choice(self, first, second)
    result.isBroken = result.isBroken || isBroken
    return result
  }
}
