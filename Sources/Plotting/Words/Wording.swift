/// Numbers in words, for descriptions and the margin column.
public enum Wording {
  /// A number with at most `digits` significant digits, as plain text with a true minus.
  public static func text(_ value: Double, digits: Int = 4) -> String {
    value.rounded(toDigits: digits).parameterText.replacing("-", with: "−")
  }

  /// A number with at most `digits` significant digits, in TeX.
  public static func tex(_ value: Double, digits: Int = 3) -> String {
    let value = value.rounded(toDigits: digits)
    return DecimalForm(for: [value]).tex(value)
  }

  /// A number that is zero, or has six significant digits, but for rounding beside `scale`.
  public static func settled(_ value: Double, scale: Double) -> Double {
    let noise = 1e-13 * scale
    if abs(value) <= noise { return 0 }
    let short = value.rounded(toDigits: 6)
    return abs(short - value) <= noise ? short : value
  }

  /// Numbers of one size: what is zero or round but for rounding beside the largest is written so.
  public static func settled(_ values: [Double]) -> [Double] {
    let scale = values.reduce(0) { max($0, abs($1)) }
    return values.map { settled($0, scale: scale) }
  }

  /// A number with a few decimals, at most nine, in TeX.
  public static func fixed(_ value: Double, decimals: Int = 3) -> String {
    guard value.isFinite, abs(value) < 1e6 else { return tex(value) }
    let places = min(max(decimals, 0), 9)
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let parts = Int((value * unit).rounded())
    let sign = parts < 0 ? "-" : ""
    guard places > 0 else { return sign + String(parts.magnitude) }
    let digits = String(parts.magnitude % UInt(unit))
    let padded = String(repeating: "0", count: places - digits.count) + digits
    return sign + "\(parts.magnitude / UInt(unit)).\(padded)"
  }

  /// Numbers of a column with the same decimals, in TeX: `digits` significant ones of the largest.
  ///
  /// Where fewer digits say all of every number, they stand as they are.
  public static func column(_ values: [Double], digits: Int = 4) -> [String] {
    let size = values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    let isPlain = size < 1e6 && size >= 1e-3
    guard isPlain, !values.allSatisfy({ isShort($0, digits: digits) }) else {
      return values.map { tex($0, digits: digits) }
    }
    var decimals = digits - 1
    var whole = size
    while whole >= 10 && decimals > 0 {
      whole /= 10
      decimals -= 1
    }
    return values.map { fixed($0, decimals: decimals) }
  }

  /// Whether `digits` significant digits say all of a number.
  public static func isShort(_ value: Double, digits: Int) -> Bool {
    value.rounded(toDigits: digits) == value
  }

  /// Whether a few digits say all of a point and its value.
  public static func isShort(_ point: CriticalPoint, digits: Int) -> Bool {
    point.at.allSatisfy { isShort($0, digits: digits) } && isShort(point.value, digits: 6)
  }

  /// An expression as plain text, unless it is too long to be read.
  public static func text(_ expression: Expression) -> String {
    let text = expression.text
    return text.count <= 400 ? text : "a long expression"
  }

  /// An equation as plain text, unless it is too long to be read.
  public static func text(_ equation: Equation) -> String {
    let text = equation.text
    return text.count <= 400 ? text : "a long equation"
  }

  /// A number of things: "1 curve", "4 curves".
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
