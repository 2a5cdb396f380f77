/// Numbers in words, for descriptions and the margin column.
public enum Wording {
  /// A number with at most `digits` significant digits, as plain text with a true minus.
  public static func text(_ value: Double, digits: Int = 4) -> String {
    rounded(value, digits).parameterText.replacing("-", with: "−")
  }

  /// A number with at most `digits` significant digits, in TeX.
  public static func tex(_ value: Double, digits: Int = 3) -> String {
    let value = rounded(value, digits)
    return DecimalForm(for: [value]).tex(value)
  }

  /// A number that is zero, or has six significant digits, but for rounding beside `scale`.
  public static func settled(_ value: Double, scale: Double) -> Double {
    let noise = 1e-13 * scale
    if abs(value) <= noise { return 0 }
    let short = rounded(value, 6)
    return abs(short - value) <= noise ? short : value
  }

  /// Numbers of one size: what is zero or round but for rounding beside the largest is written so.
  public static func settled(_ values: [Double]) -> [Double] {
    let scale = values.reduce(0) { max($0, abs($1)) }
    return values.map { settled($0, scale: scale) }
  }

  /// A number with three decimals, in TeX.
  public static func fixed(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e6 else { return tex(value) }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths.magnitude % 1000)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return (thousandths < 0 ? "-" : "") + "\(thousandths.magnitude / 1000).\(padded)"
  }

  /// Whether `digits` significant digits say all of a number.
  public static func isShort(_ value: Double, digits: Int) -> Bool {
    rounded(value, digits) == value
  }

  /// Whether a few digits say all of a point and its value.
  public static func isShort(_ point: CriticalPoint, digits: Int) -> Bool {
    point.at.allSatisfy { isShort($0, digits: digits) } && isShort(point.value, digits: 6)
  }

  private static func rounded(_ value: Double, _ digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    var exponent = 0
    var size = abs(value)
    while size >= 10 && exponent < 400 {
      size /= 10
      exponent += 1
    }
    while size < 1 && exponent > -400 {
      size *= 10
      exponent -= 1
    }
    // Rounded as a decimal, so that no binary remainder shows.
    let scale = digits - 1
    var factor = 1.0
    for _ in 0..<scale { factor *= 10 }
    let mantissa = (size * factor).rounded()
    let result = Double("\(Int(mantissa))e\(exponent - scale)") ?? abs(value)
    return value < 0 ? -result : result
  }

  /// An expression as plain text, unless it is too long to be read.
  public static func text(_ expression: Expression) -> String {
    let text = expression.text
    return text.count <= 400 ? text : "a long expression"
  }

  /// A number of things: "1 curve", "4 curves".
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
