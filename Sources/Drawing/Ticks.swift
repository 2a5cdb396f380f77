import CVector

/// The ticks of axes: round numbers at one step, written alike.
public struct Ticks: Hashable, Sendable {
  /// What a step is counted in.
  private enum Unit: Hashable, Sendable {
    /// A round decimal.
    case decimal(RoundStep)
    /// A fraction or multiple of π.
    case pi(numerator: Int, denominator: Int)
    /// Every `step`th power of ten, in coordinates that are powers of ten.
    case powers(step: Int)
    /// The given multiples of each power of ten, in coordinates that are powers of ten.
    case mantissas([Int])
  }

  private let unit: Unit

  /// The steps of about `count` ticks in `range`, counted as `scale` says.
  ///
  /// On a logarithmic scale `range` is given in powers of ten.
  /// It is `nil` where the range has no extent, or where it is so far from zero that its numbers
  /// cannot be told apart.
  public init?(in range: ClosedRange<Double>, about count: Int, scale: AxisScale = .linear) {
    if scale == .logarithmic, let unit = Self.logarithmicStep(in: range, about: count) {
      self.unit = unit
    } else if scale == .pi, let unit = Self.piStep(in: range, about: count) {
      self.unit = unit
    } else if let step = TickSearch.step(in: range, about: max(min(count, 100), 1)) {
      unit = .decimal(step)
    } else {
      return nil
    }
  }

  /// The distance between neighbouring ticks.
  public var step: Double {
    switch unit {
    case .decimal(let step): step.value
    case .pi(let numerator, let denominator): Double(numerator) / Double(denominator) * Double.pi
    case .powers(let step): Double(step)
    case .mantissas: 1
    }
  }

  /// Whether equal steps are equal numbers.
  var isLinear: Bool {
    switch unit {
    case .decimal, .pi: true
    case .powers, .mantissas: false
    }
  }

  /// How many round parts a step has.
  private static func parts(of step: RoundStep) -> Double {
    switch step.mantissa {
    case 2, 4: 4
    case 3: 3
    default: 5
    }
  }

  /// The ways to divide a step, the finest first.
  var divisions: [Division] {
    switch unit {
    case .decimal(let step):
      [.multiples(of: self.step / Self.parts(of: step)), .multiples(of: self.step / 2)]
    case .pi(_, let denominator):
      denominator > 2 ? [] : [.multiples(of: step / 4), .multiples(of: step / 2)]
    case .powers(1), .mantissas: [.mantissas(Array(1...9)), .mantissas([1, 2, 5])]
    case .powers: [.mantissas([1])]
    }
  }

  /// The ticks within `range`, its ends included; none where they would be more than 1000.
  public func ticks(in range: ClosedRange<Double>) -> [Tick] {
    switch unit {
    case .decimal:
      let decimals = decimals(in: range) ?? []
      let form = DecimalForm(for: decimals)
      return decimals.map { Tick(value: $0.value, label: "$\(form.tex($0))$") }
    case .pi(let numerator, let denominator):
      // A window that was typed as `-pi:pi` has its ends within a rounding of the ticks.
      let slack = 1e-9
      let first = (range.lowerBound / step - slack).rounded(.up)
      let last = (range.upperBound / step + slack).rounded(.down)
      guard last - first < 1000, abs(first) < 1e6, abs(last) < 1e6, first <= last else { return [] }
      return (Int(first)...Int(last)).map { count in
        Tick(
          value: min(max(Double(count) * step, range.lowerBound), range.upperBound),
          label: "$\(Self.piLabel(count * numerator, over: denominator))$")
      }
    case .powers(let step):
      let first = (range.lowerBound / Double(step) - 1e-9).rounded(.up)
      let last = (range.upperBound / Double(step) + 1e-9).rounded(.down)
      guard last - first < 1000, abs(first) < 1e6, abs(last) < 1e6, first <= last else { return [] }
      return (Int(first)...Int(last)).map { count in
        let power = count * step
        return Tick(value: Double(power), label: power == 0 ? "1" : "$10^{\(power)}$")
      }
    case .mantissas(let mantissas):
      return Self.mantissaTicks(mantissas, in: range)
    }
  }

  /// The numbers of the ticks of round decimals within `range`; `nil` where they are of another kind.
  func decimals(in range: ClosedRange<Double>) -> [Decimal]? {
    guard case .decimal(let step) = unit else { return nil }
    guard let counts = step.multiples(in: range), counts.count <= 1000 else { return [] }
    return counts.map { step.decimal($0) }
  }

  /// The multiples of powers of ten whose logarithms lie in `range`, as decimals.
  private static func mantissaTicks(_ mantissas: [Int], in range: ClosedRange<Double>) -> [Tick] {
    guard abs(range.lowerBound) < 300, abs(range.upperBound) < 300 else { return [] }
    let powers = Int(range.lowerBound.rounded(.down))...Int(range.upperBound.rounded(.up))
    let numbers = powers.flatMap { power in
      mantissas.map { Decimal(digits: $0, exponent: power) }
    }
    let form = DecimalForm(for: numbers)
    return numbers.compactMap { number in
      let value = log10(number.value)
      guard value >= range.lowerBound - 1e-9, value <= range.upperBound + 1e-9 else { return nil }
      return Tick(value: value, label: "$\(form.tex(number))$")
    }
  }

  /// The powers of ten, or fewer decades their multiples, that give about `count` ticks.
  private static func logarithmicStep(in range: ClosedRange<Double>, about count: Int) -> Unit? {
    let span = range.upperBound - range.lowerBound
    guard span.isFinite, span > 0.3, span < 1e5, abs(range.lowerBound) < 1e5 else { return nil }
    if span < 2.5, abs(range.lowerBound) < 300, abs(range.upperBound) < 300 {
      return span < 1.2 ? .mantissas([1, 2, 3, 5]) : .mantissas([1, 3])
    }
    let wanted = span / Double(max(count, 1))
    let step = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000].first { Double($0) >= wanted }
    return .powers(step: step ?? 100_000)
  }

  /// The fraction or multiple of π that gives the number of ticks nearest to `count`.
  private static func piStep(in range: ClosedRange<Double>, about count: Int) -> Unit? {
    let span = range.upperBound - range.lowerBound
    guard span.isFinite, span > 0.1, span < 1e4 else { return nil }
    let steps = [
      (1, 6), (1, 4), (1, 2), (1, 1), (2, 1), (5, 1), (10, 1), (20, 1), (50, 1), (100, 1),
    ]
    var best: (cost: Double, unit: Unit)?
    for (numerator, denominator) in steps {
      let made = span / (Double(numerator) / Double(denominator) * Double.pi) + 1
      let cost = abs(log(made / Double(max(count, 1))))
      if cost < best?.cost ?? .infinity {
        best = (cost, .pi(numerator: numerator, denominator: denominator))
      }
    }
    return best?.unit
  }

  private static func piLabel(_ numerator: Int, over denominator: Int) -> String {
    if numerator == 0 { return "0" }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let top = numerator.magnitude / a
    let bottom = denominator.magnitude / a
    let multiple = top == 1 ? "\\pi" : "\(top)\\pi"
    let sign = numerator < 0 ? "-" : ""
    return sign + (bottom == 1 ? multiple : "\\frac{\(multiple)}{\(bottom)}")
  }
}

/// How the numbers of one axis are written: in full, or as multiples of one power of ten.
public struct DecimalForm: Hashable, Sendable {
  /// The power of ten that is factored out, or `nil` for decimals in full.
  let power: Int?

  /// The form for `numbers` that stand together, so that they are written alike.
  ///
  /// Powers of ten come in from 10^5 upwards and below 10^−4, unless decimals in full are shorter
  /// because the numbers differ only in late digits.
  init(for numbers: [Decimal]) {
    let others = numbers.filter { $0.digits != 0 }
    guard let largest = others.map(\.magnitude).max(), let last = others.map(\.exponent).min()
    else {
      power = nil
      return
    }
    let isFarFromOne = largest >= 5 || largest < -4
    let digitsOfMantissa = largest - last + 1
    power = isFarFromOne && (digitsOfMantissa <= 6 || largest > 15 || last < -15) ? largest : nil
  }

  /// The form for what is left of numbers beside what they have in common: few whole digits.
  init(forRests numbers: [Decimal]) {
    let others = numbers.filter { $0.digits != 0 }
    guard let largest = others.map(\.magnitude).max(), let last = others.map(\.exponent).min(),
      last < -2 || largest >= 5, largest - last < 4
    else {
      self.init(for: numbers)
      return
    }
    self.init(power: last)
  }

  private init(power: Int?) { self.power = power }

  /// The form for doubles that stand together.
  public init(for numbers: [Double]) { self.init(for: numbers.compactMap { Decimal($0) }) }

  /// The number in TeX: `-0.25`, `2 \times 10^{6}`.
  public func tex(_ number: Double) -> String {
    Decimal(number).map { tex($0) } ?? "\\infty"
  }

  /// What stands before the power of ten that is factored out.
  func mantissa(_ number: Decimal) -> String {
    Decimal(digits: number.digits, exponent: number.exponent - (power ?? 0)).plain
  }

  /// The decimal in TeX.
  func tex(_ number: Decimal) -> String {
    guard let power, number.digits != 0 else { return number.plain }
    let mantissa = mantissa(number)
    switch mantissa {
    case "1": return "10^{\(power)}"
    case "-1": return "-10^{\(power)}"
    default: return "\(mantissa) \\times 10^{\(power)}"
    }
  }
}
