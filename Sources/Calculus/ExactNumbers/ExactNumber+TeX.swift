/// Exact numbers as a textbook writes them.
extension ExactNumber {
  /// The number in TeX, `1+\sqrt{2}`, or `nil` where its numbers are longer than a reader wants.
  public var tex: String? { written { "\\frac{\($0)}{\($1)}" } }

  /// The number on one line, `(1+\sqrt{5})/2`, for rows of a table.
  public var lineTeX: String? {
    written { top, bottom in
      top.contains { "+-".contains($0) } ? "(\(top))/\(bottom)" : "\(top)/\(bottom)"
    }
  }

  private func written(_ fraction: (String, String) -> String) -> String? {
    guard [rational, coefficient].allSatisfy(Self.isShort), isUnitShort else { return nil }
    let whole = Self.signed(rational.isNegative, Self.tex(rational, fraction))
    if coefficient == .zero { return whole }
    let product = product(fraction)
    if rational == .zero { return Self.signed(coefficient.isNegative, product) }
    let sign = coefficient.isNegative ? "-" : "+"
    // Parts over one line: (1 + √5)/2.
    if rational.denominator == coefficient.denominator, !rational.isWhole, under.isEmpty {
      let top = Self.signed(rational.isNegative, "\(rational.numerator.magnitude)") + sign
      return fraction(top + over, "\(rational.denominator)")
    }
    return whole + sign + product
  }

  /// Numbers of more digits say less than decimals.
  private static func isShort(_ number: ExactFraction) -> Bool {
    number.numerator.magnitude < 1000 && number.denominator < 200
  }

  private var isUnitShort: Bool {
    guard unit.radicand < 1000 else { return false }
    switch unit.transcendental {
    case .none: return true
    case .pi(let power): return power.magnitude <= 4
    case .e(let exponent): return Self.isShort(exponent)
    case .logarithm(let of, let power): return Self.isShort(of) && power.magnitude == 1
    }
  }

  private static func signed(_ isNegative: Bool, _ tex: String) -> String {
    isNegative ? "-" + tex : tex
  }

  private static func tex(
    _ size: ExactFraction, _ fraction: (String, String) -> String
  ) -> String {
    let top = "\(size.numerator.magnitude)"
    return size.isWhole ? top : fraction(top, "\(size.denominator)")
  }

  /// The product of coefficient and unit without its sign.
  private func product(_ fraction: (String, String) -> String) -> String {
    let bottom = (coefficient.isWhole ? "" : "\(coefficient.denominator)") + under
    return bottom.isEmpty ? over : fraction(over, bottom)
  }

  /// What stands above the line.
  private var over: String {
    let root = unit.radicand == 1 ? "" : "\\sqrt{\(unit.radicand)}"
    let size = coefficient.numerator.magnitude
    let part = root + transcendental.over
    return size == 1 && !part.isEmpty ? part : "\(size)" + part
  }

  private var under: String { transcendental.under }

  private var transcendental: (over: String, under: String) {
    switch unit.transcendental {
    case .none: return ("", "")
    case .pi(let power):
      let text = "\\pi" + (power.magnitude == 1 ? "" : "^{\(power.magnitude)}")
      return power > 0 ? (text, "") : ("", text)
    case .e(let exponent):
      let size =
        exponent.isWhole
        ? "\(exponent.numerator.magnitude)"
        : "\(exponent.numerator.magnitude)/\(exponent.denominator)"
      let text = size == "1" ? "e" : "e^{\(size)}"
      if !exponent.isNegative { return (text, "") }
      return exponent == .minusOne ? ("", "e") : ("e^{-\(size)}", "")
    case .logarithm(let of, let power):
      let text =
        "\\ln " + (of.isWhole ? "\(of.numerator)" : "\\frac{\(of.numerator)}{\(of.denominator)}")
      return power > 0 ? (text, "") : ("", text)
    }
  }
}
