extension Wording {
  /// A factor of a coefficient in TeX: `x^{2}`, `(x - 1)(y - 2)`.
  public struct Power: Hashable, Sendable {
    /// The TeX; nothing for the constant term.
    public let tex: String
    /// Whether it is higher than a line, as (x − π/4)² is.
    public let isTall: Bool

    /// The factor of the constant term.
    public static let none = Power(tex: "", isTall: false)

    /// The power of a variable's distance from a place: `(x - 1)^{2}`.
    public init(_ variable: String, from place: Double = 0, exponent: Int) {
      let distance = Wording.distance(of: variable, from: place)
      let power = exponent == 1 ? "" : "^{\(exponent)}"
      tex = exponent == 0 ? "" : distance.tex + power
      isTall = exponent > 0 && distance.isTall
    }

    private init(tex: String, isTall: Bool) {
      self.tex = tex
      self.isTall = isTall
    }

    /// The product of two factors.
    public static func * (a: Power, b: Power) -> Power {
      Power(tex: a.tex + b.tex, isTall: a.isTall || b.isTall)
    }
  }

  /// A polynomial in powers of x − a as terms for a formula, each but the first with its sign.
  ///
  ///     Wording.polynomial([0, 1, 0, -1.0 / 6])              // x, - \frac{x^{3}}{6}
  ///     Wording.polynomial([1, 2], about: 1)                 // 1, + 2(x - 1)
  ///
  /// Coefficients are fractions, or multiples of π, e and roots, where they are; else they have
  /// `digits` significant digits. Terms that are nothing but rounding are left out.
  public static func polynomial(
    _ coefficients: [Double], about place: Double = 0, in variable: String = "x",
    descending: Bool = false, digits: Int = 4
  ) -> [String] {
    let terms = coefficients.indices.map { exponent in
      (
        coefficient: isNoise(coefficients, at: exponent) ? 0 : coefficients[exponent],
        power: Power(variable, from: place, exponent: exponent)
      )
    }
    return sum(descending ? terms.reversed() : terms, digits: digits)
  }

  /// A sum of multiples of powers, each term but the first with its sign; `0` where all are zero.
  public static func sum(
    _ terms: [(coefficient: Double, power: Power)], digits: Int = 4
  ) -> [String] {
    var texts: [String] = []
    for (coefficient, power) in terms where coefficient != 0 {
      let text = magnitude(coefficient, times: power, digits: digits)
      if texts.isEmpty {
        texts.append((coefficient < 0 ? "-" : "") + text)
      } else {
        texts.append((coefficient < 0 ? " - " : " + ") + text)
      }
    }
    return texts.isEmpty ? ["0"] : texts
  }

  /// The Taylor polynomial of second order from the value, the gradient and the Hessian at a point.
  public static func quadraticModel(
    value: Double, gradient: [Double], hessian: [[Double]] = [], at point: [Double],
    in variables: [String], digits: Int = 4
  ) -> [String] {
    let scale = ([value] + gradient + hessian.joined()).reduce(0) { max($0, abs($1)) }
    func power(_ index: Int, _ exponent: Int) -> Power {
      Power(variables[index], from: point[index], exponent: exponent)
    }
    var terms: [(coefficient: Double, power: Power)] = [(settled(value, scale: scale), .none)]
    for (i, slope) in gradient.enumerated() where i < variables.count && i < point.count {
      terms.append((settled(slope, scale: scale), power(i, 1)))
    }
    for (i, row) in hessian.enumerated() where i < variables.count && i < point.count {
      for j in i..<row.count where j < variables.count && j < point.count {
        let entry = settled(row[j], scale: scale)
        terms.append(
          i == j ? (entry / 2, power(i, 2)) : (entry, power(i, 1) * power(j, 1)))
      }
    }
    return sum(terms, digits: digits)
  }

  /// A number as a fraction, a multiple of π, e or a root where it is one, else with `digits`
  /// significant digits, in TeX.
  public static func closedTeX(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return tex(value, digits: digits) }
    return (value < 0 ? "-" : "") + magnitude(value, times: .none, digits: digits)
  }
}

// MARK: Parts

extension Wording {
  /// x − a as it stands before an exponent.
  private static func distance(
    of variable: String, from place: Double
  ) -> (tex: String, isTall: Bool) {
    let name = Expression.tex(ofName: variable)
    if place == 0 { return (name, false) }
    let closed = isShort(place, digits: 6) ? nil : ClosedForm(place)
    let number = closed?.tex() ?? tex(abs(place), digits: 6)
    let isTall = closed?.isFraction ?? false
    let text = "\(name) \(place < 0 ? "+" : "-") \(number)"
    return (isTall ? "\\left(\(text)\\right)" : "(\(text))", isTall)
  }

  /// |c| times a power.
  private static func magnitude(_ c: Double, times power: Power, digits: Int) -> String {
    // 123/1000 was typed as 0.123, and stays so.
    if let closed = ClosedForm(c), !(closed.isDecimal && isShort(c, digits: 6)) {
      return closed.tex(times: power.tex, isTall: power.isTall)
    }
    return tex(abs(c), digits: isShort(c, digits: 6) ? 6 : digits) + power.tex
  }

  /// Whether a coefficient is nothing but the rounding of its neighbours: sin π is 1e-16, not 0.
  private static func isNoise(_ coefficients: [Double], at index: Int) -> Bool {
    let near = coefficients[max(0, index - 2)..<min(coefficients.count, index + 3)]
    let scale = near.reduce(0) { max($0, abs($1)) }
    return abs(coefficients[index]) <= 1e-14 * scale
  }
}

extension ClosedForm {
  /// Whether it is the fraction of a decimal with many digits.
  fileprivate var isDecimal: Bool {
    factor == .one && denominator > 100 && denominator.isMultiple(of: 5)
  }
}
