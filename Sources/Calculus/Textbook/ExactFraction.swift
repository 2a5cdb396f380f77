/// A fraction of whole numbers in lowest terms, with arithmetic that is exact or throws.
///
/// Decimals are fractions as well, and stay decimals where they meet whole numbers: 0.1 · 2 is 0.2.
struct ExactFraction: Hashable, Sendable {
  /// A number that does not fit.
  struct Overflow: Error {}

  let numerator: Int
  /// Positive.
  let denominator: Int
  /// Whether it is to be written with a decimal point.
  let isDecimal: Bool

  static let zero = ExactFraction(0)
  static let one = ExactFraction(1)
  static let minusOne = ExactFraction(-1)
  /// Larger numbers are not what a textbook writes.
  private static let limit = 1_000_000_000_000

  /// A whole number.
  init(_ number: Int) {
    (numerator, denominator, isDecimal) = (number, 1, false)
  }

  private init(opposite other: ExactFraction) {
    (numerator, denominator, isDecimal) = (-other.numerator, other.denominator, other.isDecimal)
  }

  /// The fraction a/b of numbers that are not too large, b ≠ 0.
  init(_ a: Int, over b: Int, isDecimal: Bool = false) throws(Overflow) {
    guard b != 0, a.magnitude <= Self.limit.magnitude * 1_000, b.magnitude <= Self.limit.magnitude
    else { throw Overflow() }
    let divisor = max(Self.commonDivisor(a, b), 1) * b.signum()
    (numerator, denominator) = (a / divisor, b / divisor)
    self.isDecimal = isDecimal
    guard numerator.magnitude <= Self.limit.magnitude else { throw Overflow() }
  }

  /// A number as it was typed, or the fraction that a computed one is; `nil` where it is none.
  init?(_ value: Double) {
    if value == value.rounded(), abs(value) <= Double(Self.limit) {
      self.init(Int(value))
      return
    }
    let text = value.plainText
    if text.contains("e") { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = text.filter(\.isNumber)
    if parts.count == 2, digits.count <= 10, parts[1].allSatisfy(\.isNumber),
      let whole = Int(text.filter { $0 != "." }),
      let fraction = try? ExactFraction(
        whole, over: Self.power(ofTen: parts[1].count), isDecimal: true)
    {
      self = fraction
      return
    }
    guard let closed = ClosedForm(value, tolerance: 1e-15), closed.factor == .one,
      let fraction = try? ExactFraction(closed.numerator, over: closed.denominator)
    else { return nil }
    self = fraction
  }

  static func == (a: ExactFraction, b: ExactFraction) -> Bool {
    a.numerator == b.numerator && a.denominator == b.denominator
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }

  var isWhole: Bool { denominator == 1 }
  var isNegative: Bool { numerator < 0 }
  var negated: ExactFraction { ExactFraction(opposite: self) }

  /// Whether it can be written with a decimal point and is wanted so.
  var isWrittenAsDecimal: Bool {
    guard isDecimal, !isWhole else { return false }
    var rest = denominator
    for prime in [2, 5] { while rest.isMultiple(of: prime) { rest /= prime } }
    return rest == 1
  }

  var value: Double { Double(numerator) / Double(denominator) }

  func adding(_ other: ExactFraction) throws(Overflow) -> ExactFraction {
    let (a, first) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (b, second) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, third) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !first, !second, !third, a.magnitude < 1 << 61, b.magnitude < 1 << 61 else {
      throw Overflow()
    }
    return try ExactFraction(a + b, over: bottom, isDecimal: isDecimal || other.isDecimal)
  }

  func times(_ other: ExactFraction) throws(Overflow) -> ExactFraction {
    let (top, first) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, second) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !first, !second else { throw Overflow() }
    return try ExactFraction(top, over: bottom, isDecimal: isDecimal || other.isDecimal)
  }

  /// The power with a whole exponent from −64 to 64.
  func power(_ exponent: Int) throws(Overflow) -> ExactFraction {
    guard exponent.magnitude <= 64 else { throw Overflow() }
    var result = ExactFraction.one
    for _ in 0..<exponent.magnitude { result = try result.times(self) }
    if exponent >= 0 { return result }
    return try ExactFraction(result.denominator, over: result.numerator, isDecimal: isDecimal)
  }

  static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int(clamping: a)
  }

  private static func power(ofTen exponent: Int) -> Int {
    (0..<min(exponent, 15)).reduce(1) { power, _ in power * 10 }
  }
}
