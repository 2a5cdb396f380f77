import CVector

/// A round number that steps are made of: a whole mantissa times a power of ten, exactly.
///
/// Multiples are written as decimals and read back, so that the third multiple of 0.1 is 0.3 itself.
public struct RoundStep: Hashable, Sendable {
  /// The whole number in front: 1, 2, 5, 25, 15, 3 or another.
  public let mantissa: Int
  /// The power of ten that it is multiplied by.
  public let exponent: Int

  /// The step `mantissa` × 10^`exponent`.
  public init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The step as a number.
  public var value: Double { multiple(1) }

  /// The number nearest to `count` times the step.
  public func multiple(_ count: Int) -> Double {
    decimal(count).value
  }

  /// `count` times the step as a decimal.
  func decimal(_ count: Int) -> Decimal {
    let (product, overflow) = count.multipliedReportingOverflow(by: mantissa)
    return Decimal(digits: overflow ? 0 : product, exponent: exponent)
  }

  /// The numbers of the multiples within `range`, its ends included, or `nil` for none.
  ///
  /// There are none either where neighbouring multiples could not be told apart.
  func multiples(in range: ClosedRange<Double>) -> ClosedRange<Int>? {
    let step = value
    guard step > 0, step.isFinite else { return nil }
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step).rounded(.down)
    // Beyond 2^52 steps from zero the multiples are closer together than doubles.
    let limit = 4_503_599_627_370_496.0 / Double(mantissa)
    guard abs(first) < limit, abs(last) < limit else { return nil }
    var lower = Int(first)
    var upper = Int(last)
    // The divisions are rounded: the ends are settled by comparing the multiples themselves.
    if multiple(lower - 1) >= range.lowerBound { lower -= 1 }
    if multiple(upper + 1) <= range.upperBound { upper += 1 }
    if multiple(lower) < range.lowerBound { lower += 1 }
    if multiple(upper) > range.upperBound { upper -= 1 }
    return lower <= upper ? lower...upper : nil
  }
}

/// A decimal number: whole digits times a power of ten.
struct Decimal: Hashable, Sendable {
  /// The digits, with the sign.
  var digits: Int
  /// The power of ten of the last digit.
  var exponent: Int

  /// The decimal without zeros at its end.
  init(digits: Int, exponent: Int) {
    self.digits = digits
    self.exponent = digits == 0 ? 0 : exponent
    while self.digits != 0, self.digits.isMultiple(of: 10) {
      self.digits /= 10
      self.exponent += 1
    }
  }

  /// The shortest decimal that reads back to a finite number; `nil` for any other.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    var digits = 0
    var shift = 0
    var isFraction = false
    let parts = number.magnitude.description.split(separator: "e")
    for character in parts.first ?? "" {
      if character == "." { isFraction = true }
      guard let digit = character.wholeNumberValue else { continue }
      let (scaled, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow, scaled <= Int.max - digit else { return nil }
      digits = scaled + digit
      if isFraction { shift -= 1 }
    }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(digits: number < 0 ? -digits : digits, exponent: shift + power)
  }

  /// The powers of ten that are doubles themselves.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The nearest double; zero is never negative.
  ///
  /// Where digits and power are doubles, their product or quotient is rounded once, so it is the
  /// nearest (Clinger 1990); anything else is written and read.
  var value: Double {
    if digits.magnitude < 1 << 53, exponent.magnitude < Self.exactPowers.count {
      let power = Self.exactPowers[Int(exponent.magnitude)]
      return exponent < 0 ? Double(digits) / power : Double(digits) * power
    }
    return Double("\(digits)e\(exponent)") ?? 0
  }

  /// The power of ten of the first digit.
  var magnitude: Int { String(digits.magnitude).count - 1 + exponent }

  /// The decimal in full: `-0.25`.
  var plain: String {
    let sign = digits < 0 ? "-" : ""
    let text = String(digits.magnitude)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    if text.count > -exponent {
      return sign + text.dropLast(-exponent) + "." + text.suffix(-exponent)
    }
    return sign + "0." + String(repeating: "0", count: -exponent - text.count) + text
  }
}
