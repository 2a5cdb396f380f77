import CVector

/// A number as the unevaluated sum of two doubles: about 31 significant digits.
///
/// Sums and products are error-free transformations of doubles (Dekker 1971; Knuth, TAOCP 2, 4.2.2;
/// with a fused multiply-add). A result of arithmetic has a relative error of a few 2⁻¹⁰⁴, a
/// function of about 1e-30. The range is that of doubles; where a double overflows or is undefined
/// the result is the double's.
struct DoubleDouble: Hashable, Sendable {
  /// The nearest double.
  var high: Double
  /// What is missing.
  var low: Double

  /// The sum of two doubles that do not overlap.
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  init(_ value: Double) { self.init(high: value, low: 0) }

  static let pi = DoubleDouble(high: 3.141592653589793, low: 1.2246467991473532e-16)
  static let e = DoubleDouble(high: 2.718281828459045, low: 1.4456468917292502e-16)
  static let ln2 = DoubleDouble(high: 0.6931471805599453, low: 2.3190468138462996e-17)
  static let ln10 = DoubleDouble(high: 2.302585092994046, low: -2.1707562233822494e-16)

  /// a + b without an error.
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    if !s.isFinite { return DoubleDouble(s) }
    let t = s - a
    return DoubleDouble(high: s, low: (a - (s - t)) + (b - t))
  }

  /// a + b without an error, where |a| ≥ |b|.
  @inline(__always)
  static func ordered(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    if !s.isFinite { return DoubleDouble(s) }
    return DoubleDouble(high: s, low: b - (s - a))
  }

  /// a · b without an error.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    if !p.isFinite { return DoubleDouble(p) }
    return DoubleDouble(high: p, low: fma(a, b, -p))
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = ordered(s.high, s.low + t.high)
    return ordered(u.high, u.low + t.low)
  }

  static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    if !p.high.isFinite { return p }
    return ordered(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let p = product(a.high, b)
    if !p.high.isFinite { return p }
    return ordered(p.high, p.low + a.low * b)
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    if !first.isFinite || !b.high.isFinite { return DoubleDouble(first) }
    var rest = a - b * first
    let second = rest.high / b.high
    rest = rest - b * second
    let third = rest.high / b.high
    return ordered(first, second) + DoubleDouble(third)
  }

  /// The product with a power of two, exactly.
  func scaled(byPowerOfTwo exponent: Int32) -> DoubleDouble {
    DoubleDouble(high: scalbn(high, exponent), low: scalbn(low, exponent))
  }

  var magnitude: DoubleDouble { high < 0 || high == 0 && low < 0 ? -self : self }

  /// The square root (Karp & Markstein 1997).
  var squareRoot: DoubleDouble {
    let root = high.squareRoot()
    guard root > 0, root.isFinite else { return DoubleDouble(root) }
    let rest = self - Self.product(root, root)
    return Self.ordered(root, rest.high / (2 * root))
  }

  /// The cube root: one step of Newton from the double's.
  var cubeRoot: DoubleDouble {
    let root = cbrt(high)
    guard root != 0, root.isFinite else { return DoubleDouble(root) }
    let r = DoubleDouble(root)
    return r - (r * r * r - self) / (r * r * 3)
  }

  /// Rounds down.
  var floor: DoubleDouble {
    let whole = high.rounded(.down)
    return whole == high ? Self.ordered(whole, low.rounded(.down)) : DoubleDouble(whole)
  }
}
