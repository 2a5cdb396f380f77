/// All numbers between two ends, as an enclosure of what a function may take on a box.
///
/// The ends are rounded outwards: every operation widens its result by one unit in the last place,
/// functions of the C library by 8 (glibc documents at most 4). That these libraries keep their word
/// is assumed, not proved. Two marks travel along: whether the function may be undefined somewhere
/// on the box, and whether it may jump.
public struct Interval: Hashable, Sendable, Codable {
  /// The least number; greater than `upper` when the interval is empty.
  public var lower: Double
  /// The greatest number.
  public var upper: Double
  /// Whether what was enclosed may be undefined somewhere on the box.
  public var isPartial = false
  /// Whether what was enclosed may be discontinuous on the box.
  public var isBroken = false

  /// The numbers from `lower` to `upper`.
  public init(_ lower: Double, _ upper: Double, isPartial: Bool = false, isBroken: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.isPartial = isPartial
    self.isBroken = isBroken
  }

  /// A single number; NaN becomes the empty interval.
  public init(_ value: Double) {
    self = value.isNaN ? .empty : Interval(value, value)
  }

  /// No number at all: the function is undefined on the whole box.
  public static let empty = Interval(.infinity, -.infinity, isPartial: true, isBroken: true)

  /// All numbers, of a function that may be undefined or jump.
  static let anything = Interval(-.infinity, .infinity, isPartial: true, isBroken: true)

  /// Whether there is no number in it.
  public var isEmpty: Bool { !(lower <= upper) }

  /// The distance of the ends.
  public var width: Double { upper - lower }

  /// The number in the middle.
  public var middle: Double { lower / 2 + upper / 2 }

  /// Whether a number lies in the interval.
  @inline(__always)
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether the function is defined and continuous on the whole box.
  @inline(__always)
  public var isContinuous: Bool { !isPartial && !isBroken && lower <= upper }

  /// The least interval that contains both.
  public func union(_ other: Interval) -> Interval {
    if isEmpty { return other.marked(as: self) }
    if other.isEmpty { return marked(as: other) }
    return Interval(Swift.min(lower, other.lower), Swift.max(upper, other.upper))
      .marked(as: self, other)
  }

  /// The interval with the marks of another one joined to its own.
  @inline(__always)
  func marked(as other: Interval) -> Interval {
    var result = self
    result.isPartial = isPartial || other.isPartial
    result.isBroken = isBroken || other.isBroken
    return result
  }

  /// The interval with the marks of two others joined to its own.
  @inline(__always)
  func marked(as a: Interval, _ b: Interval) -> Interval { marked(as: a).marked(as: b) }

  /// The interval one unit in the last place wider at each end.
  ///
  /// A zero stays: sums that are zero are exact.
  @inline(__always)
  var widened: Interval {
    var result = self
    if lower != 0 { result.lower = lower.nextDown }
    if upper != 0 { result.upper = upper.nextUp }
    return result
  }

  /// The widened interval where both ends are finite and not zero, else nothing: the common case,
  /// with no branches but this one.
  @inline(__always)
  private static func ordinary(
    _ lower: Double, _ upper: Double, _ a: Interval, _ b: Interval
  ) -> Interval? {
    let width = upper - lower
    guard width >= 0, width < .infinity, lower != 0, upper != 0 else { return nil }
    // The neighbour is one bit pattern away: towards zero for a positive lower end.
    let down = lower.bitPattern &- UInt64(bitPattern: Int64(bitPattern: lower.bitPattern) >> 63 | 1)
    let up = upper.bitPattern &+ UInt64(bitPattern: Int64(bitPattern: upper.bitPattern) >> 63 | 1)
    return Interval(
      Double(bitPattern: down), Double(bitPattern: up), isPartial: a.isPartial || b.isPartial,
      isBroken: a.isBroken || b.isBroken)
  }

  /// Eight units in the last place outwards, for results of the C library.
  ///
  /// A lower end that overflowed comes back to the greatest number: the true value is finite.
  @inline(__always)
  var widenedForFunctions: Interval {
    var result = self
    // An overflow leaves the least value finite: ∞ − ∞ would make the enclosure empty.
    let (low, high) = (
      Swift.min(lower, .greatestFiniteMagnitude), Swift.max(upper, -.greatestFiniteMagnitude)
    )
    result.lower = low - Swift.abs(low) * 1.8e-15
    result.upper = high + Swift.abs(high) * 1.8e-15
    return result.widened
  }
}

// MARK: Arithmetic

extension Interval {
  /// −a, exactly.
  @inline(__always)
  public static prefix func - (a: Interval) -> Interval {
    var result = a
    result.lower = -a.upper
    result.upper = -a.lower
    return result
  }

  /// a + b.
  @inline(__always)
  public static func + (a: Interval, b: Interval) -> Interval {
    guaranteed(a.lower + b.lower, a.upper + b.upper, a, b)
  }

  /// a − b.
  @inline(__always)
  public static func - (a: Interval, b: Interval) -> Interval {
    guaranteed(a.lower - b.upper, a.upper - b.lower, a, b)
  }

  /// The widened interval between two computed ends; ∞ − ∞ may be anything.
  @inline(__always)
  private static func guaranteed(
    _ lower: Double, _ upper: Double, _ a: Interval, _ b: Interval
  ) -> Interval {
    if let result = ordinary(lower, upper, a, b) { return result }
    if a.isEmpty || b.isEmpty { return .empty }
    return Interval(lower.isNaN ? -.infinity : lower, upper.isNaN ? .infinity : upper)
      .widened.marked(as: a, b)
  }

  /// a · b, where 0·∞ is 0: an end at infinity is never reached.
  @inline(__always)
  public static func * (a: Interval, b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    // Products of finite numbers are numbers or infinite, so their order is no question.
    if a.width + b.width < .infinity,
      let result = ordinary(
        least(a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper),
        -least(-a.lower * b.lower, -a.lower * b.upper, -a.upper * b.lower, -a.upper * b.upper),
        a, b)
    {
      return result
    }
    return carefulProduct(a, b)
  }

  @inline(__always)
  private static func least(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Double {
    Swift.min(Swift.min(p, q), Swift.min(r, s))
  }

  /// The product where an end is zero or infinite.
  private static func carefulProduct(_ a: Interval, _ b: Interval) -> Interval {
    // An exact zero times any number is an exact zero: what underflowed is never enclosed by [0, 0].
    if a.isZero || b.isZero { return Interval(0, 0).marked(as: a, b) }
    let p = times(a.lower, b.lower)
    let q = times(a.lower, b.upper)
    let r = times(a.upper, b.lower)
    let s = times(a.upper, b.upper)
    var result = Interval(
      Swift.min(Swift.min(p, q), Swift.min(r, s)), Swift.max(Swift.max(p, q), Swift.max(r, s)))
    result = result.widened
    // A product that underflowed to zero is not an exact zero, and keeps its sign.
    let mayFall = a.lower < 0 && b.upper > 0 || a.upper > 0 && b.lower < 0
    let mayRise = a.upper > 0 && b.upper > 0 || a.lower < 0 && b.lower < 0
    if result.lower == 0 && mayFall { result.lower = -Double.leastNonzeroMagnitude }
    if result.upper == 0 && mayRise { result.upper = Double.leastNonzeroMagnitude }
    return result.marked(as: a, b)
  }

  @inline(__always)
  private static func times(_ a: Double, _ b: Double) -> Double {
    a == 0 || b == 0 ? 0 : a * b
  }

  /// a / b; a divisor that contains 0 gives a pole.
  public static func / (a: Interval, b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    if b.lower == 0 && b.upper == 0 { return .empty }
    if b.contains(0) {
      var result = anything
      // The least quotient is that of the greatest divisor: it keeps edges of domains apart from 0.
      if b.lower == 0, a.lower >= 0 { result.lower = Swift.max(0, (a.lower / b.upper).nextDown) }
      if b.lower == 0, a.upper <= 0 { result.upper = Swift.min(0, (a.upper / b.upper).nextUp) }
      if b.upper == 0, a.lower >= 0 { result.upper = Swift.min(0, (a.lower / b.lower).nextUp) }
      if b.upper == 0, a.upper <= 0 { result.lower = Swift.max(0, (a.upper / b.lower).nextDown) }
      return result
    }
    return a * b.reciprocal
  }

  /// 1/b for a divisor without 0.
  @inline(__always)
  var reciprocal: Interval { Interval(1 / upper, 1 / lower).widened.marked(as: self) }

  /// a², never negative.
  @inline(__always)
  var squared: Interval {
    if isEmpty { return .empty }
    let big = Swift.max(Swift.abs(lower), Swift.abs(upper))
    let small = contains(0) ? 0 : Swift.min(Swift.abs(lower), Swift.abs(upper))
    var result = Interval(small * small, big * big).widened
    if result.lower < 0 { result.lower = 0 }
    if big > 0 && result.upper == 0 { result.upper = Double.leastNonzeroMagnitude }
    return result.marked(as: self)
  }

  /// aⁿ for a whole n.
  func power(_ n: Int32) -> Interval {
    if isEmpty { return .empty }
    if n == 0 { return Interval(1).marked(as: self) }
    if n < 0 { return Interval(1) / power(-n) }
    if n == 1 { return self }
    if n == 2 { return squared }
    let low = Powers.whole(lower, n)
    let high = Powers.whole(upper, n)
    var result: Interval
    if n % 2 == 1 {
      result = Interval(low, high)
    } else if contains(0) {
      result = Interval(0, Swift.max(low, high))
    } else {
      result = Interval(Swift.min(low, high), Swift.max(low, high))
    }
    result = result.widenedForFunctions
    // A power that underflowed to zero is not an exact zero.
    if result.upper == 0 && upper > 0 || result.upper == 0 && n % 2 == 0 && lower < 0 {
      result.upper = Double.leastNonzeroMagnitude
    }
    if result.lower == 0 && n % 2 == 1 && lower < 0 { result.lower = -Double.leastNonzeroMagnitude }
    if n % 2 == 0 && result.lower < 0 { result.lower = 0 }
    return result.marked(as: self)
  }
}

extension Interval {
  private enum CodingKeys: String, CodingKey { case lower, upper, isPartial, isBroken }

  /// Reads an interval; an end that is null is infinite.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lower = try container.number(.lower, missing: -.infinity)
    upper = try container.number(.upper, missing: .infinity)
    isPartial = try container.decode(Bool.self, forKey: .isPartial)
    isBroken = try container.decode(Bool.self, forKey: .isBroken)
  }

  /// Writes an interval; infinite ends become null, and the empty interval has its ends reversed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isEmpty ? 1 : lower.isFinite ? lower : nil, forKey: .lower)
    try container.encode(isEmpty ? 0 : upper.isFinite ? upper : nil, forKey: .upper)
    try container.encode(isPartial, forKey: .isPartial)
    try container.encode(isBroken, forKey: .isBroken)
  }
}
