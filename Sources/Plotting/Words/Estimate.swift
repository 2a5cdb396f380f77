/// A value with its standard error, both rounded to two significant digits of the error.
///
///     Estimate(1.2345, error: 0.1072).text        // 1.23 ± 0.11
///     Estimate(1.2345, error: 0.1072).shortText   // 1.23(11)
///
/// Without an error above zero it is the value alone, with six digits.
public struct Estimate: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The standard error; its sign says nothing.
  public let error: Double

  /// A value with its error.
  public init(_ value: Double, error: Double) {
    self.value = value
    self.error = abs(error)
  }

  /// Plain text: `1.23 ± 0.11`, `(1.235 ± 0.012) × 10⁵`.
  public var text: String {
    guard let digits = EstimateDigits(self) else { return alone { Wording.text($0, digits: 6) } }
    let pair = "\(digits.value.withMinus) ± \(digits.error)"
    guard let power = digits.power else { return pair }
    return "(\(pair)) × 10\(power.superscript)"
  }

  /// TeX: `1.23 \pm 0.11`, `(1.235 \pm 0.012) \times 10^{5}`.
  public var tex: String {
    guard let digits = EstimateDigits(self) else { return alone { Wording.tex($0, digits: 6) } }
    let pair = "\(digits.value) \\pm \(digits.error)"
    return digits.power.map { "(\(pair)) \\times 10^{\($0)}" } ?? pair
  }

  /// Plain text with the error in units of the last digit: `1.23(11)`.
  public var shortText: String {
    guard let digits = EstimateDigits(self) else { return alone { Wording.text($0, digits: 6) } }
    let pair = "\(digits.value.withMinus)(\(digits.units))"
    return digits.power.map { "\(pair) × 10\($0.superscript)" } ?? pair
  }

  /// TeX with the error in units of the last digit: `1.23(11)`.
  public var shortTeX: String {
    guard let digits = EstimateDigits(self) else { return alone { Wording.tex($0, digits: 6) } }
    let pair = "\(digits.value)(\(digits.units))"
    return digits.power.map { "\(pair) \\times 10^{\($0)}" } ?? pair
  }

  private func alone(_ write: (Double) -> String) -> String { write(value) }
}

/// The digits of a value and its error.
private struct EstimateDigits {
  /// The value, with a hyphen for a minus.
  let value: String
  let error: String
  /// The error in units of the last digit: two digits.
  let units: Int
  /// The power of ten that both are multiplied by.
  let power: Int?

  init?(_ estimate: Estimate) {
    guard estimate.value.isFinite, estimate.error.isFinite, estimate.error > 0 else { return nil }
    let rounded = estimate.error.rounded(toDigits: 2)
    let last = rounded.decimalExponent - 1
    guard last > -290, last < 290 else { return nil }
    let unit = 1 / (Double("1e\(-last)") ?? 1)
    let count = (estimate.value / unit).rounded()
    // Beyond this a double has no digits for the error any more.
    guard abs(count) < 1e15 else { return nil }
    units = Int((rounded / unit).rounded())
    let size = max(abs(count), Double(units)).decimalExponent + last
    let isPlain = last <= 0 && size >= -4 && size < 6
    power = isPlain ? nil : size
    let decimals = isPlain ? -last : size - last
    value = Self.decimal(Int(count), decimals: decimals)
    error = Self.decimal(units, decimals: decimals)
  }

  /// A whole number with its point `decimals` places from the right.
  private static func decimal(_ number: Int, decimals: Int) -> String {
    let sign = number < 0 ? "-" : ""
    let digits = String(number.magnitude)
    if decimals <= 0 { return sign + digits + String(repeating: "0", count: -decimals) }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

extension String {
  /// The text of a number with a true minus.
  fileprivate var withMinus: String { replacing("-", with: "−") }
}

extension Int {
  /// The number in raised digits: `⁻⁵`.
  fileprivate var superscript: String {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(self).map { $0 == "-" ? "⁻" : raised[$0.wholeNumberValue ?? 0] })
  }
}
