import CVector

// Sine, cosine, their inverses and the error function, in double-double.

extension DoubleDouble {
  /// π/2 in three doubles, for the reduction of arguments.
  private static let halfPi = (
    1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33
  )

  /// Beyond this size an argument is not reduced by π/2 with enough digits.
  private static let reductionLimit = 1e8

  /// sin x and cos x: x = k π/2 + r, and the series of r.
  var sineAndCosine: (sine: DoubleDouble, cosine: DoubleDouble) {
    guard abs(high) < Self.reductionLimit else {
      return (DoubleDouble(sin(high)), DoubleDouble(cos(high)))
    }
    let k = (high / Self.halfPi.0).rounded()
    var rest = self - Self.product(k, Self.halfPi.0)
    rest = rest - Self.product(k, Self.halfPi.1)
    rest = rest - Self.product(k, Self.halfPi.2)
    let (sine, cosine) = Self.smallSineAndCosine(rest)
    switch Int(k) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  private static func smallSineAndCosine(
    _ x: DoubleDouble
  ) -> (sine: DoubleDouble, cosine: DoubleDouble) {
    let square = x * x
    var sine = DoubleDouble(0)
    var cosine = DoubleDouble(0)
    for k in stride(from: 28, through: 2, by: -2) {
      cosine = reciprocalFactorials[k] - cosine * square
      sine = reciprocalFactorials[k + 1] - sine * square
    }
    return (x - x * square * sine, DoubleDouble(1) - square * cosine)
  }

  /// tan x.
  var tangent: DoubleDouble {
    let (sine, cosine) = sineAndCosine
    return sine / cosine
  }

  /// The angle of the point (x, y): the double's, turned by what is missing.
  static func angle(_ y: DoubleDouble, _ x: DoubleDouble) -> DoubleDouble {
    let start = atan2(y.high, x.high)
    guard y.high.isFinite, x.high.isFinite, x.high != 0 || y.high != 0, start != 0 else {
      return DoubleDouble(start)
    }
    let (sine, cosine) = DoubleDouble(start).sineAndCosine
    return DoubleDouble(start) + (y * cosine - x * sine) / (x * cosine + y * sine)
  }

  /// arctan x.
  var arcTangent: DoubleDouble {
    high.isFinite ? Self.angle(self, DoubleDouble(1)) : DoubleDouble(atan(high))
  }

  /// arcsin x.
  var arcSine: DoubleDouble {
    if abs(high) > 1 { return DoubleDouble(.nan) }
    let one = DoubleDouble(1)
    return Self.angle(self, ((one - self) * (one + self)).squareRoot)
  }

  /// arccos x.
  var arcCosine: DoubleDouble {
    if abs(high) > 1 { return DoubleDouble(.nan) }
    let one = DoubleDouble(1)
    return Self.angle(((one - self) * (one + self)).squareRoot, self)
  }

  // MARK: The error function

  /// 2/√π.
  private static let errorFactor = DoubleDouble(2) / pi.squareRoot

  /// erf x: x e^(−x²) Σ (2x²)ᵏ/(2k+1)!! (Abramowitz & Stegun 7.1.6), whose terms have one sign.
  var errorFunction: DoubleDouble {
    if high.isNaN { return self }
    if abs(high) > 3 {
      let rest = DoubleDouble(1) - magnitude.upperErrorFunction
      return high < 0 ? -rest : rest
    }
    let square = self * self
    var term = self
    var total = self
    for k in 1...160 where abs(term.high) > abs(total.high) * 1e-34 {
      term = term * square * 2 / DoubleDouble(Double(2 * k + 1))
      total = total + term
    }
    return Self.errorFactor * (-square).exponential * total
  }

  /// erfc x; for large x the continued fraction (Abramowitz & Stegun 7.1.14).
  var complementaryErrorFunction: DoubleDouble {
    high > 3 ? upperErrorFunction : DoubleDouble(1) - errorFunction
  }

  private var upperErrorFunction: DoubleDouble {
    if high > 27 { return DoubleDouble(erfc(high)) }
    var fraction = self
    for k in stride(from: 160, through: 1, by: -1) {
      fraction = self + DoubleDouble(Double(k) / 2) / fraction
    }
    return (-(self * self)).exponential * Self.errorFactor * 0.5 / fraction
  }
}
