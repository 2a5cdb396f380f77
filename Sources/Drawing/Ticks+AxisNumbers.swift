extension Ticks {
  /// The numbers of an axis, and what they have in common, which is said once at its end.
  struct AxisNumbers {
    /// The ticks with what is left of their numbers.
    var ticks: [Tick]
    /// What the numbers are multiplied by and what is added to them: `\times 10^{-4} + 1000000`;
    /// `nil` where they stand in full.
    var common: String?
  }

  /// The digits that a number of an axis may have at most before its beginning is said once.
  private static let mostDigits = 6

  /// The ticks within `range` as an axis has them.
  ///
  /// A power of ten that all share, and the first digits where only late ones differ, are taken
  /// out of the numbers. The values of the ticks stay what they are.
  func axisNumbers(in range: ClosedRange<Double>) -> AxisNumbers {
    guard let decimals = decimals(in: range), decimals.count > 1 else {
      return AxisNumbers(ticks: ticks(in: range))
    }
    let offset = Self.offset(of: decimals)
    let rests = decimals.map { $0.minus(offset) }
    let form = offset.digits == 0 ? DecimalForm(for: rests) : DecimalForm(forRests: rests)
    guard offset.digits != 0 || form.power != nil else {
      return AxisNumbers(ticks: ticks(in: range))
    }
    let ticks = zip(decimals, rests).map { number, rest in
      Tick(value: number.value, label: "$\(form.mantissa(rest))$")
    }
    var common = form.power.map { "\\times 10^{\($0)}" } ?? ""
    if offset.digits != 0 {
      let size = Decimal(digits: abs(offset.digits), exponent: offset.exponent)
      let number = DecimalForm(for: [size]).tex(size)
      // The first sign is that of a number, the second one stands between two.
      let sign = offset.digits < 0 ? "-" : "+"
      common += common.isEmpty ? "\(sign)\(number)" : " {}\(sign) \(number)"
    }
    return AxisNumbers(ticks: ticks, common: common)
  }

  /// What is taken from numbers that differ only in late digits; zero where that is not so.
  ///
  /// The roundest of them, unless the digits that all begin with are fewer.
  private static func offset(of numbers: [Decimal]) -> Decimal {
    let zero = Decimal(digits: 0, exponent: 0)
    guard let last = numbers.map(\.exponent).min(), let first = numbers.first,
      let end = numbers.last, first.digits != 0, end.digits != 0,
      (first.digits < 0) == (end.digits < 0),
      let digits = numbers.map({ $0.magnitude - last + 1 }).max(), digits > mostDigits,
      let roundest = numbers.max(by: { $0.exponent < $1.exponent })
    else { return zero }
    let span = end.minus(first)
    // Numbers that are many steps from zero by their extent alone have no beginning in common.
    guard span.magnitude + 2 < max(first.magnitude, end.magnitude) else { return zero }
    let nearer = first.digits < 0 ? end : first
    let beginning = nearer.truncated(to: span.magnitude + 1)
    return beginning.length <= roundest.length ? beginning : roundest
  }
}

extension Decimal {
  /// The number of digits.
  fileprivate var length: Int { String(digits.magnitude).count }

  /// The difference, exactly; numbers whose digits are too far apart give themselves.
  fileprivate func minus(_ other: Decimal) -> Decimal {
    let unit = min(exponent, other.exponent)
    guard let a = digits(in: unit), let b = other.digits(in: unit) else { return self }
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? self : Decimal(digits: difference, exponent: unit)
  }

  /// The number counted in units of 10^`unit`.
  private func digits(in unit: Int) -> Int? {
    var result = digits
    for _ in 0..<(digits == 0 ? 0 : exponent - unit) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// The number without what is smaller than 10^`power`.
  fileprivate func truncated(to power: Int) -> Decimal {
    var result = digits
    for _ in 0..<min(max(power - exponent, 0), 19) { result /= 10 }
    return power > exponent ? Decimal(digits: result, exponent: power) : self
  }
}
