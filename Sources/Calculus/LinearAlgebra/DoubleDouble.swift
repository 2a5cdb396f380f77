/// A number as the unevaluated sum of two doubles: about 32 significant digits.
///
/// Error-free sums (Knuth 1969) and products (fused multiply-add); the operations are those of
/// Hida, Li & Bailey (2001), with relative errors of a few 1e-32. Infinities and NaN come out as
/// NaN or infinity in `high`.
struct DoubleDouble: Hashable, Sendable {
  /// The number rounded to a double.
  var high: Double
  /// What the rounding left.
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// a + b exactly.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let part = s - a
    return DoubleDouble(s, (a - (s - part)) + (b - part))
  }

  /// a · b exactly, short of underflow.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    return DoubleDouble(p, (-p).addingProduct(a, b))
  }

  /// The same sum with a low part below half a unit of the high part.
  private static func normalised(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(s, s.isFinite ? b - (s - a) : 0)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    var s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    s = normalised(s.high, s.low + t.high)
    return normalised(s.high, s.low + t.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return normalised(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    guard first.isFinite else { return DoubleDouble(first) }
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let third = (rest - b * DoubleDouble(second)).high / b.high
    return normalised(first, second) + DoubleDouble(third)
  }

  static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }

  /// The square root, by one Newton step from that of the high part.
  var squareRoot: DoubleDouble {
    let root = high.squareRoot()
    guard root > 0, root.isFinite else { return DoubleDouble(root) }
    let rest = self - Self.product(root, root)
    return Self.normalised(root, rest.high / (2 * root))
  }

  /// The power with a whole exponent, by repeated squaring.
  func power(_ exponent: Int) -> DoubleDouble {
    var factor = self
    var rest = exponent.magnitude
    var result = DoubleDouble(1)
    while rest > 0 {
      if rest & 1 == 1 { result = result * factor }
      rest >>= 1
      if rest > 0 { factor = factor * factor }
    }
    return exponent < 0 ? DoubleDouble(1) / result : result
  }

  /// The number times a power of two.
  func scaled(by powerOfTwo: Double) -> DoubleDouble {
    DoubleDouble(high * powerOfTwo, low * powerOfTwo)
  }
}
