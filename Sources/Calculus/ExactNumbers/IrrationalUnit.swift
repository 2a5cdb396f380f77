/// What a fraction is multiplied by in an exact number: √d times a power of π, of e or of a logarithm.
///
/// Each unit but 1 is irrational: √d for a squarefree d > 1; π and its powers (Lindemann 1882), e to
/// a fraction and logarithms of fractions with their powers (Lindemann–Weierstrass), and these times
/// √d. Products such as πe, of which nobody knows it, are not made. So a + b · unit is zero only
/// where a and b are.
struct IrrationalUnit: Hashable, Sendable {
  /// A factor that is no root of an equation with whole coefficients.
  enum Transcendental: Hashable, Sendable {
    /// None.
    case none
    /// A power of π other than 0.
    case pi(Int)
    /// e to an exponent other than 0.
    case e(ExactFraction)
    /// The power, other than 0, of the logarithm of a fraction > 1 that is no power of another.
    case logarithm(ExactFraction, power: Int)
  }

  /// Squarefree and positive.
  let radicand: Int
  let transcendental: Transcendental

  static let one = IrrationalUnit()
  static let pi = IrrationalUnit(transcendental: .pi(1))

  init(radicand: Int = 1, transcendental: Transcendental = .none) {
    self.radicand = radicand
    self.transcendental = transcendental
  }

  /// Whether it is √d, or 1, and nothing else.
  var isAlgebraic: Bool { transcendental == .none }

  var value: Double {
    let root = Double(radicand).squareRoot()
    switch transcendental {
    case .none: return root
    case .pi(let power): return root * Powers.whole(.pi, Int32(clamping: power))
    case .e(let exponent): return root * Function.exp.value(exponent.value)
    case .logarithm(let of, let power):
      return root * Powers.whole(Function.ln.value(of.value), Int32(clamping: power))
    }
  }

  /// The product of two units: a whole number times a unit, or `nil` where it has no such form.
  func times(_ other: IrrationalUnit) -> (Int, IrrationalUnit)? {
    guard let factor = transcendental.times(other.transcendental) else { return nil }
    let shared = max(ExactFraction.commonDivisor(radicand, other.radicand), 1)
    let (rest, isTooLarge) = (radicand / shared)
      .multipliedReportingOverflow(by: other.radicand / shared)
    guard !isTooLarge else { return nil }
    return (shared, IrrationalUnit(radicand: rest, transcendental: factor))
  }

  /// 1 over the unit: the number below the line, and a unit.
  var inverse: (under: Int, IrrationalUnit) {
    (radicand, IrrationalUnit(radicand: radicand, transcendental: transcendental.inverse))
  }
}

extension IrrationalUnit.Transcendental {
  fileprivate func times(_ other: Self) -> Self? {
    switch (self, other) {
    case (.none, let factor), (let factor, .none): factor
    case (.pi(let a), .pi(let b)): a + b == 0 ? .some(.none) : .pi(a + b)
    case (.e(let a), .e(let b)):
      (try? a.adding(b)).map { $0 == .zero ? .none : .e($0) }
    case (.logarithm(let a, let power), .logarithm(let b, let other)):
      a != b ? nil : power + other == 0 ? .some(.none) : .logarithm(a, power: power + other)
    default: nil
    }
  }

  fileprivate var inverse: Self {
    switch self {
    case .none: .none
    case .pi(let power): .pi(-power)
    case .e(let exponent): .e(exponent.negated)
    case .logarithm(let of, let power): .logarithm(of, power: -power)
    }
  }
}
