/// A decimal number in fixed point: a whole number of hundredths or thousandths.
struct SVGNumber {
  /// Two decimals for coordinates, three for widths and opacities.
  enum Precision: Int { case hundredths = 2, thousandths = 3, millionths = 6 }

  /// The number times a power of ten.
  var value: Int
  /// Which power.
  var precision: Precision

  /// A number rounded to hundredths; `number` must be less than 1e15.
  init(_ number: Double) {
    value = Int((number * 100).rounded())
    precision = .hundredths
  }

  /// Reads a number at `position` and moves past it; `nil` where there is none.
  ///
  /// Half a unit is rounded away from zero. Digits alone are looked at, so there is no rounding but
  /// this one.
  init?(
    reading bytes: [UInt8], at position: inout Int, before end: Int, to precision: Precision
  ) {
    var cursor = position
    let isNegative = cursor < end && bytes[cursor] == UInt8(ascii: "-")
    if isNegative { cursor += 1 }
    let start = cursor
    var value = 0
    func digit() -> Int? {
      guard cursor < end, case 0x30...0x39 = bytes[cursor] else { return nil }
      return Int(bytes[cursor] - 0x30)
    }
    while let next = digit() {
      value = value &* 10 &+ next
      cursor += 1
    }
    var hasDigits = cursor > start
    let hasPoint = cursor < end && bytes[cursor] == UInt8(ascii: ".")
    if hasPoint { cursor += 1 }
    for place in 0...precision.rawValue {
      let next = hasPoint ? digit() : nil
      if next != nil { cursor += 1; hasDigits = true }
      if place < precision.rawValue {
        value = value &* 10 &+ (next ?? 0)
      } else if let next, next >= 5 {
        value &+= 1
      }
    }
    while hasPoint, digit() != nil { cursor += 1 }
    guard hasDigits else { return nil }
    position = cursor
    self.value = isNegative ? -value : value
    self.precision = precision
  }
}

extension SVGFinisher {
  /// Writes a number without needless zeros: `-.5`, `12`, `0`.
  mutating func append(_ number: SVGNumber) {
    var unit = 1
    for _ in 0..<number.precision.rawValue { unit *= 10 }
    if number.value < 0 { append("-") }
    let (whole, fraction) = number.value.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
    if whole > 0 || fraction == 0 { append(String(whole)) }
    guard fraction > 0 else { return }
    append(".")
    var rest = fraction
    while rest > 0 {
      unit /= 10
      output.append(0x30 + UInt8(truncatingIfNeeded: rest / UInt(unit)))
      rest %= UInt(unit)
    }
  }
}
