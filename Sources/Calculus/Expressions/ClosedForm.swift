/// A number as a fraction of whole numbers, perhaps times a constant: 1/6, 3π/4, √2/2.
///
/// Found by the continued fraction of the number over each constant (Khinchin 1964, §6). A fraction
/// is believed where it agrees to `tolerance` although its numbers are so short that an arbitrary
/// number would agree once in a million.
public struct ClosedForm: Hashable, Sendable {
  /// What the fraction is multiplied by.
  public enum Factor: Hashable, Sendable {
    /// Nothing.
    case one
    /// A power of π.
    case pi(Int)
    /// A power of e.
    case e(Int)
    /// The root of a number.
    case root(Int)
    /// The root of π.
    case rootOfPi
    /// The natural logarithm of a number.
    case logarithm(Int)
  }

  /// The numerator, with the sign.
  public let numerator: Int
  /// The denominator, positive.
  public let denominator: Int
  /// What the fraction is multiplied by.
  public let factor: Factor

  /// How near a number must be to its closed form, relative to itself.
  public static let tolerance = 1e-12

  /// The closed form of a number, or `nil` where none is simple enough to be meant.
  public init?(_ value: Double, tolerance: Double = ClosedForm.tolerance) {
    guard value.isFinite, abs(value) < 1e15 else { return nil }
    if value == value.rounded() {
      self.init(numerator: Int(value), denominator: 1, factor: .one)
      return
    }
    for (factor, size) in Self.factors {
      let most = factor == .one ? 1e12 : 1e5
      guard let (p, q) = Self.fraction(abs(value) / size, tolerance: tolerance, most: most)
      else { continue }
      self.init(numerator: value < 0 ? -p : p, denominator: q, factor: factor)
      return
    }
    return nil
  }

  private init(numerator: Int, denominator: Int, factor: Factor) {
    self.numerator = numerator
    self.denominator = denominator
    self.factor = factor
  }

  private static let factors: [(Factor, Double)] = {
    let (e, pi) = (Constant.e.value, Double.pi)
    return [
      (.one, 1), (.pi(1), pi), (.e(1), e), (.e(-1), 1 / e), (.root(2), 2.0.squareRoot()),
      (.root(3), 3.0.squareRoot()), (.pi(2), pi * pi), (.pi(-1), 1 / pi), (.e(2), e * e),
      (.e(-2), 1 / (e * e)), (.logarithm(2), 0.693_147_180_559_945_3),
      (.logarithm(3), 1.098_612_288_668_109_8), (.root(5), 5.0.squareRoot()),
      (.rootOfPi, pi.squareRoot()),
    ]
  }()

  /// The first convergent that agrees, where its numbers are short enough.
  private static func fraction(
    _ value: Double, tolerance: Double, most: Double
  ) -> (Int, Int)? {
    var (p, q) = ((1.0, 0.0), (0.0, 1.0))
    var rest = value
    for _ in 0..<40 {
      let whole = rest.rounded(.down)
      p = (whole * p.0 + p.1, p.0)
      q = (whole * q.0 + q.1, q.0)
      guard p.0 <= 9e15, q.0 <= 4e7 else { return nil }
      if p.0 > 0, abs(p.0 / q.0 - value) <= tolerance * value {
        // Factorials are large denominators under small numerators.
        let isShort = p.0 <= 1e4 && p.0 * p.0 * q.0 <= most
        return isShort ? (Int(p.0), Int(q.0)) : nil
      }
      guard rest > whole else { return nil }
      rest = 1 / (rest - whole)
    }
    return nil
  }
}

// MARK: Writing

extension ClosedForm {
  /// The number times a part that follows it, in TeX and without its sign: `\frac{x^{3}}{6}`.
  ///
  /// A tall part stands after the fraction, another in its numerator.
  public func tex(times part: String = "", isTall: Bool = false) -> String {
    let (over, under) = factorTeX
    let size = numerator.magnitude
    let isWhole = denominator == 1 && under.isEmpty
    let inside = isTall && !isWhole ? "" : part
    let coefficient = size == 1 && !(over + inside).isEmpty ? "" : String(size)
    let joint = over.last?.isLetter == true && inside.first?.isLetter == true ? " " : ""
    let top = coefficient + over + joint + inside
    if isWhole { return top }
    let bottom = (denominator == 1 ? "" : String(denominator)) + under
    return "\\frac{\(top)}{\(bottom)}" + (isTall ? part : "")
  }

  /// Whether it is written over a line.
  public var isFraction: Bool { denominator > 1 || !factorTeX.under.isEmpty }

  /// The number on one line, without its sign: `\pi/3`.
  public var lineTeX: String {
    let (over, under) = factorTeX
    let top = numerator.magnitude == 1 && !over.isEmpty ? over : "\(numerator.magnitude)" + over
    if !isFraction { return top }
    let bottom = (denominator == 1 ? "" : String(denominator)) + under
    return denominator > 1 && !under.isEmpty ? "\(top)/(\(bottom))" : "\(top)/\(bottom)"
  }

  private var factorTeX: (over: String, under: String) {
    switch factor {
    case .one: ("", "")
    case .pi(let power): Self.powerTeX("\\pi", power)
    case .e(let power): Self.powerTeX("e", power)
    case .root(let number): ("\\sqrt{\(number)}", "")
    case .rootOfPi: ("\\sqrt{\\pi}", "")
    case .logarithm(let number): ("\\ln \(number)", "")
    }
  }

  private static func powerTeX(_ base: String, _ power: Int) -> (over: String, under: String) {
    let text = abs(power) == 1 ? base : "\(base)^{\(abs(power))}"
    return power > 0 ? (text, "") : ("", text)
  }
}
