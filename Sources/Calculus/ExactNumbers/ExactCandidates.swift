/// Exact numbers that a double may stand for: guesses, to be proved by an equation.
struct ExactCandidates {
  /// The guesses, simplest first.
  let numbers: [ExactNumber]

  /// How near a double must be to a guess, relative to itself.
  private static let tolerance = 1e-11
  private static let limit = 4

  init(_ value: Double) {
    guard value.isFinite, abs(value) < 1e9 else {
      numbers = []
      return
    }
    var found: [ExactNumber] = []
    if let closed = ClosedForm(value, tolerance: Self.tolerance).flatMap(ExactNumber.init) {
      found.append(closed)
    }
    if value != 0, abs(value) < 1e-10 { found.append(.zero) }
    found += [Self.root(value), Self.exponential(value), Self.logarithm(value)].compactMap(\.self)
    found += Self.quadratic(value)
    var seen: [ExactNumber] = []
    for number in found where !seen.contains(number) { seen.append(number) }
    numbers = Array(seen.prefix(Self.limit))
  }

  private static func agrees(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= tolerance * max(abs(b), 1e-3)
  }

  /// A fraction with short numbers.
  private static func fraction(_ value: Double) -> ExactFraction? {
    guard let closed = ClosedForm(value, tolerance: 2 * tolerance), closed.factor == .one else {
      return nil
    }
    return try? ExactFraction(closed.numerator, over: closed.denominator)
  }

  /// ±√q for a fraction q.
  private static func root(_ value: Double) -> ExactNumber? {
    guard let square = fraction(value * value) else { return nil }
    let root = ExactNumber.root(2, of: square)
    return value < 0 ? root?.negated : root
  }

  /// ±e^q for a fraction q.
  private static func exponential(_ value: Double) -> ExactNumber? {
    guard value != 0, let exponent = fraction(Function.ln.value(abs(value))),
      exponent.denominator <= 12
    else { return nil }
    let power = ExactNumber(exponent).exponential
    return value < 0 ? power?.negated : power
  }

  /// The logarithm of a fraction, or a simple part of it.
  private static func logarithm(_ value: Double) -> ExactNumber? {
    guard abs(value) < 8 else { return nil }
    for parts in 1...4 {
      guard let base = fraction(Function.exp.value(value * Double(parts))),
        base.numerator <= 2000, base.denominator <= 2000, base.numerator > 0
      else { continue }
      guard let part = try? ExactFraction(1, over: parts) else { continue }
      return ExactNumber.logarithm(of: base)?.times(part)
    }
    return nil
  }

  /// The roots of equations ax² + bx + c = 0 with small whole coefficients.
  private static func quadratic(_ x: Double) -> [ExactNumber] {
    guard abs(x) < 1e4 else { return [] }
    for a in 1...24 {
      for b in 0...60 {
        for sign in b == 0 ? [1] : [1, -1] {
          let rest = Double(a) * x * x + Double(sign * b) * x
          let c = -rest.rounded()
          let size = Double(a) * x * x + Double(b) * abs(x)
          guard abs(rest + c) <= tolerance * max(size, 1), abs(c) <= 1000 else { continue }
          if let root = root(a, sign * b, Int(c), near: x) { return [root] }
        }
      }
    }
    return []
  }

  /// (−b ± √(b² − 4ac)) / 2a.
  private static func root(_ a: Int, _ b: Int, _ c: Int, near x: Double) -> ExactNumber? {
    let square = b * b - 4 * a * c
    guard square >= 0, let middle = try? ExactFraction(-b, over: 2 * a),
      let part = try? ExactFraction(1, over: 2 * a),
      let radius = ExactNumber.root(2, of: ExactFraction(square))?.times(part)
    else { return nil }
    return [radius, radius.negated].lazy.compactMap { ExactNumber(middle).adding($0) }
      .first { agrees($0.value, x) }
  }
}

extension ExactNumber {
  /// The number that a closed form is; `nil` for the root of π.
  public init?(_ form: ClosedForm) {
    guard let fraction = try? ExactFraction(form.numerator, over: form.denominator) else {
      return nil
    }
    switch form.factor {
    case .one: self.init(fraction)
    case .pi(let power):
      self.init(.zero, fraction, IrrationalUnit(transcendental: .pi(power)))
    case .e(let power):
      self.init(.zero, fraction, IrrationalUnit(transcendental: .e(ExactFraction(power))))
    case .root(let number): self.init(.zero, fraction, IrrationalUnit(radicand: number))
    case .logarithm(let number):
      self.init(
        .zero, fraction,
        IrrationalUnit(transcendental: .logarithm(ExactFraction(number), power: 1)))
    case .rootOfPi: return nil
    }
  }
}
