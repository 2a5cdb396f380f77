/// Functions of exact numbers where their values are exact numbers as well.
extension ExactNumber {
  /// The power with an exponent that is a fraction, or of e with any exponent.
  func power(_ exponent: ExactNumber) -> ExactNumber? {
    if let whole = exponent.fraction, whole.isWhole { return power(whole.numerator) }
    if self == .e { return exponent.exponential }
    guard let fraction = exponent.fraction else { return nil }
    if rational == .zero, coefficient == .one, unit.radicand == 1,
      case .e(let known) = unit.transcendental
    {
      return (try? known.times(fraction)).flatMap { ExactNumber($0).exponential }
    }
    guard let base = self.fraction, !base.isNegative,
      let power = try? base.power(fraction.numerator)
    else { return nil }
    return Self.root(fraction.denominator, of: power)
  }

  static let e = ExactNumber(
    rational: .zero, coefficient: .one, unit: IrrationalUnit(transcendental: .e(.one)))

  static func pi(times factor: ExactFraction) -> ExactNumber? {
    ExactNumber(.zero, factor, .pi)
  }

  /// The root of a fraction ≥ 0.
  static func root(_ degree: Int, of number: ExactFraction) -> ExactNumber? {
    if number == .zero { return .zero }
    if degree == 2 {
      guard let (whole, rest) = squarefree(number.numerator, number.denominator),
        let factor = try? ExactFraction(whole, over: number.denominator)
      else { return nil }
      return ExactNumber(.zero, factor, IrrationalUnit(radicand: rest))
    }
    guard let over = wholeRoot(degree, of: number.numerator),
      let under = wholeRoot(degree, of: number.denominator)
    else { return nil }
    return (try? ExactFraction(over, over: under)).map { ExactNumber($0) }
  }

  /// The square root, where it is a fraction times a unit.
  var squareRoot: ExactNumber? { power(ExactNumber(.half)) }

  /// The product of two numbers as s²r with r squarefree: s and r.
  private static func squarefree(_ a: Int, _ b: Int) -> (Int, Int)? {
    let (product, isTooLarge) = a.multipliedReportingOverflow(by: b)
    guard !isTooLarge, product > 0, product <= 1_000_000_000_000 else { return nil }
    var (rest, whole, prime, free) = (product, 1, 2, 1)
    while prime * prime * prime <= rest {
      while rest.isMultiple(of: prime * prime) {
        rest /= prime * prime
        whole *= prime
      }
      if rest.isMultiple(of: prime) {
        rest /= prime
        free *= prime
      }
      prime += 1
    }
    // Two primes at most are left: equal ones are a square.
    if let root = wholeRoot(2, of: rest) { return (whole * root, free) }
    return (whole, free * rest)
  }

  /// The whole number whose power is `number`, if there is one.
  private static func wholeRoot(_ degree: Int, of number: Int) -> Int? {
    guard degree >= 2, degree <= 16, number >= 1 else { return nil }
    let estimate = Function.exp.value(
      Function.ln.value(Double(number)) / Double(degree)
    ).rounded()
    guard estimate.isFinite, estimate < 1e9 else { return nil }
    var product = 1
    for _ in 0..<degree {
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: Int(estimate))
      guard !isTooLarge else { return nil }
      product = next
    }
    return product == number ? Int(estimate) : nil
  }
}

// MARK: Exponentials and logarithms

extension ExactNumber {
  /// e to the number: of a fraction, or of a fraction plus a multiple of a logarithm.
  var exponential: ExactNumber? {
    let power =
      rational == .zero
      ? ExactNumber.one
      : ExactNumber(.zero, .one, IrrationalUnit(transcendental: .e(rational)))
    if coefficient == .zero { return power }
    guard unit.radicand == 1, case .logarithm(let base, power: 1) = unit.transcendental else {
      return nil
    }
    return ExactNumber(base).power(ExactNumber(coefficient)).flatMap { power?.times($0) }
  }

  /// The natural logarithm: of a fraction times a root, or times a power of e.
  var logarithm: ExactNumber? {
    guard sign == 1 else { return nil }
    if let fraction { return Self.logarithm(of: fraction) }
    guard rational == .zero else { return nil }
    var exponent = ExactNumber.zero
    switch unit.transcendental {
    case .none: break
    case .e(let power): exponent = ExactNumber(power)
    case .pi, .logarithm: return nil
    }
    guard let square = try? coefficient.power(2).times(ExactFraction(unit.radicand)) else {
      return nil
    }
    return Self.logarithm(of: square)?.times(.half)?.adding(exponent)
  }

  /// ln of a fraction > 0 as a multiple of the logarithm of one that is no power.
  static func logarithm(of number: ExactFraction) -> ExactNumber? {
    if number == .one { return .zero }
    guard number.numerator > 0 else { return nil }
    if number.numerator < number.denominator {
      return (try? number.power(-1)).flatMap { logarithm(of: $0)?.negated }
    }
    for degree in stride(from: 16, through: 2, by: -1) {
      guard let root = root(degree, of: number)?.fraction else { continue }
      return logarithm(of: root)?.times(ExactFraction(degree))
    }
    let unit = IrrationalUnit(transcendental: .logarithm(number, power: 1))
    return ExactNumber(.zero, .one, unit)
  }
}

// MARK: Angles

extension ExactNumber {
  /// The angle in twelfths of π, where it is a multiple of π/4 or π/6.
  private var twelfths: Int? {
    if isZero { return 0 }
    guard rational == .zero, unit == .pi, let turn = try? coefficient.times(ExactFraction(12)),
      turn.isWhole
    else { return nil }
    let k = turn.numerator % 24
    return k.isMultiple(of: 2) || k.isMultiple(of: 3) ? (k + 24) % 24 : nil
  }

  /// The sine of k π/12.
  private static func sine(ofTwelfths k: Int) -> ExactNumber? {
    let k = ((k % 24) + 24) % 24
    if k >= 12 { return sine(ofTwelfths: k - 12)?.negated }
    if k > 6 { return sine(ofTwelfths: 12 - k) }
    switch k {
    case 0: return .zero
    case 2: return ExactNumber(.half)
    case 3: return ExactNumber(.zero, .half, IrrationalUnit(radicand: 2))
    case 4: return ExactNumber(.zero, .half, IrrationalUnit(radicand: 3))
    case 6: return .one
    default: return nil
    }
  }

  var sine: ExactNumber? { twelfths.flatMap { Self.sine(ofTwelfths: $0) } }
  var cosine: ExactNumber? { twelfths.flatMap { Self.sine(ofTwelfths: $0 + 6) } }

  /// The angle between `low` and `low` + 12 twelfths of π at which `function` has this value.
  func angle(
    from low: Int, of function: (ExactNumber) -> ExactNumber?
  ) -> ExactNumber? {
    for k in low...(low + 12) {
      guard let turn = try? ExactFraction(k, over: 12), let angle = Self.pi(times: turn) else {
        continue
      }
      if function(angle) == self { return angle }
    }
    return nil
  }
}

extension ExactFraction {
  static let half = ExactFraction.one.halved

  private var halved: ExactFraction { (try? ExactFraction(numerator, over: 2)) ?? self }
}
