/// How a number of an expression is written in a formula.
///
/// Digits that somebody typed stay. A number of more than ten digits was computed: it is written as
/// the fraction or the multiple of a constant that it is, else with six digits.
struct NumberForm {
  private let value: Double
  private let closed: ClosedForm?
  private let isComputed: Bool

  /// The form of `value`.
  init(_ value: Double) {
    self.value = value
    let digits = value.plainText.prefix { $0 != "e" }.count { $0.isNumber }
    isComputed = digits > 10 && value != value.rounded()
    closed = isComputed ? ClosedForm(value, tolerance: 1e-15) : nil
  }

  /// Whether it is a fraction over a line.
  var isTall: Bool { closed?.isFraction ?? false }

  /// The number in TeX; in an exponent a fraction lies on one line.
  func tex(isSmall: Bool = false) -> String {
    guard let closed else { return decimal }
    return (value < 0 ? "-" : "") + (isSmall ? closed.lineTeX : closed.tex())
  }

  /// The digits, with a true power of ten: `2.5 \times 10^{-7}`.
  private var decimal: String {
    let text = (isComputed ? value.rounded(toDigits: 6) : value).plainText
    guard let e = text.firstIndex(of: "e") else { return text }
    let exponent = text[text.index(after: e)...].drop { $0 == "+" }
    let digits = Int(exponent).map(String.init) ?? String(exponent)
    var mantissa = String(text[..<e])
    if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
    let power = "10^{\(digits)}"
    if mantissa == "1" { return power }
    return mantissa == "-1" ? "-" + power : "\(mantissa) \\times \(power)"
  }
}
