import CVector

extension Double {
  /// The power of ten of the first digit: 2 for 123, −3 for 0.0012; 0 where there is none.
  public var decimalExponent: Int {
    guard self != 0, isFinite else { return 0 }
    let exponent = Int(log10(abs(self)).rounded(.down))
    // The logarithm of 1000 may come out below 3.
    if abs(self) >= Double.power(ofTen: exponent + 1) { return exponent + 1 }
    return abs(self) < Double.power(ofTen: exponent) ? exponent - 1 : exponent
  }

  /// The decimal number with `digits` significant digits that is nearest, as a double.
  public func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite, digits > 0, digits < 17 else { return self }
    let unit = decimalExponent - digits + 1
    // Below 1e-300 the unit itself would be no number any more.
    guard unit > -300 else { return self }
    let count = (abs(self) / Double.power(ofTen: unit)).rounded()
    guard count < 1e17, let rounded = Double("\(Int(count))e\(unit)") else { return self }
    return self < 0 ? -rounded : rounded
  }

  /// The double that is nearest to a power of ten.
  static func power(ofTen exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }
}
