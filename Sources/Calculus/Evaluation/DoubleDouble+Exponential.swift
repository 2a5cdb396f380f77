import CVector

// The exponential function, the logarithm and what is made of them, in double-double.

extension DoubleDouble {
  /// 1/k! for k = 0 … 30.
  static let reciprocalFactorials: [DoubleDouble] = {
    var terms = [DoubleDouble(1)]
    for k in 1...30 { terms.append(terms[k - 1] / DoubleDouble(Double(k))) }
    return terms
  }()

  /// exp(x) − 1 for |x| < 0.4: the series.
  private static func smallExponential(_ x: DoubleDouble) -> DoubleDouble {
    var total = DoubleDouble(0)
    for k in stride(from: 27, through: 1, by: -1) {
      total = (total + reciprocalFactorials[k]) * x
    }
    return total
  }

  /// exp(x): x = k ln 2 + r, and the series of r.
  var exponential: DoubleDouble {
    guard high.isFinite, abs(high) < 708 else { return DoubleDouble(exp(high)) }
    let k = (high / Self.ln2.high).rounded()
    let rest = self - Self.ln2 * k
    return (Self.smallExponential(rest) + DoubleDouble(1)).scaled(byPowerOfTwo: Int32(k))
  }

  /// exp(x) − 1, to its own size.
  var exponentialMinusOne: DoubleDouble {
    abs(high) < 0.35 ? Self.smallExponential(self) : exponential - DoubleDouble(1)
  }

  /// ln(1 + x), to its own size: a step of Newton from the double's.
  var logarithmOfOnePlus: DoubleDouble {
    let start = log1p(high)
    guard start.isFinite, start != 0 else { return DoubleDouble(start) }
    let y = DoubleDouble(start)
    let rise = y.exponentialMinusOne
    return y + (self - rise) / (rise + DoubleDouble(1))
  }

  /// ln x.
  var logarithm: DoubleDouble {
    if abs(high - 1) < 0.25 { return (self - DoubleDouble(1)).logarithmOfOnePlus }
    let start = log(high)
    // Beyond this the exponential of the start would not be normal.
    guard start.isFinite, abs(start) < 700 else { return DoubleDouble(start) }
    let y = DoubleDouble(start)
    return y + (self * (-y).exponential - DoubleDouble(1))
  }

  /// xʸ: multiplications for whole y, else exp(y ln x).
  func power(_ exponent: DoubleDouble) -> DoubleDouble {
    let value = Powers.value(high, exponent.high)
    guard value.isFinite, value != 0, high.isFinite else { return DoubleDouble(value) }
    if exponent.low == 0, exponent.high == exponent.high.rounded(), abs(exponent.high) < 1e6 {
      return whole(Int32(exponent.high))
    }
    return (exponent * logarithm).exponential
  }

  /// xⁿ by repeated squaring.
  func whole(_ n: Int32) -> DoubleDouble {
    var factor = self
    var rest = n.magnitude
    var product = DoubleDouble(1)
    while rest > 0 {
      if rest & 1 == 1 { product = product * factor }
      rest >>= 1
      if rest > 0 { factor = factor * factor }
    }
    return n < 0 ? DoubleDouble(1) / product : product
  }

  // MARK: Hyperbolic functions

  /// sinh x, from exp(x) − 1 so that small x keep their digits.
  var hyperbolicSine: DoubleDouble {
    guard abs(high) < 700 else { return DoubleDouble(sinh(high)) }
    let rise = exponentialMinusOne
    return (rise + rise / (rise + DoubleDouble(1))) * 0.5
  }

  /// cosh x.
  var hyperbolicCosine: DoubleDouble {
    guard abs(high) < 700 else { return DoubleDouble(cosh(high)) }
    let growth = exponential
    return (growth + DoubleDouble(1) / growth) * 0.5
  }

  /// tanh x.
  var hyperbolicTangent: DoubleDouble {
    if abs(high) > 40 { return DoubleDouble(tanh(high)) }
    let rise = (self * 2).exponentialMinusOne
    return rise / (rise + DoubleDouble(2))
  }

  /// arsinh x: a step of Newton from the double's.
  var inverseHyperbolicSine: DoubleDouble {
    let start = asinh(high)
    guard abs(start) < 700 else { return DoubleDouble(start) }
    let y = DoubleDouble(start)
    return y + (self - y.hyperbolicSine) / y.hyperbolicCosine
  }

  /// arcosh x = 2 arsinh √((x−1)/2).
  var inverseHyperbolicCosine: DoubleDouble {
    ((self - DoubleDouble(1)) * 0.5).squareRoot.inverseHyperbolicSine * 2
  }

  /// artanh x = ½ ln(1 + 2x/(1−x)).
  var inverseHyperbolicTangent: DoubleDouble {
    let size = magnitude
    let value = (size * 2 / (DoubleDouble(1) - size)).logarithmOfOnePlus * 0.5
    return high < 0 ? -value : value
  }
}
