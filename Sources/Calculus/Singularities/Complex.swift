import CVector

/// A complex number in doubles.
struct Complex: Hashable, Sendable {
  var re: Double
  var im: Double

  init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }

  static let i = Complex(0, 1)

  var size: Double { hypot(re, im) }
  var angle: Double { atan2(im, re) }
  var isFinite: Bool { re.isFinite && im.isFinite }
  var isZero: Bool { re == 0 && im == 0 }

  static prefix func - (a: Complex) -> Complex { Complex(-a.re, -a.im) }
  static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
  static func - (a: Complex, b: Complex) -> Complex { Complex(a.re - b.re, a.im - b.im) }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }

  static func * (a: Complex, b: Double) -> Complex { Complex(a.re * b, a.im * b) }

  /// By Smith's rule, which does not overflow on the way.
  static func / (a: Complex, b: Complex) -> Complex {
    if abs(b.re) >= abs(b.im) {
      let ratio = b.im / b.re
      let scale = b.re + b.im * ratio
      return Complex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale)
    }
    let ratio = b.re / b.im
    let scale = b.re * ratio + b.im
    return Complex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale)
  }

  /// The principal logarithm.
  var logarithm: Complex { Complex(log(size), angle) }

  var exponential: Complex {
    if im == 0 { return Complex(exp(re)) }
    return Complex(exp(re) * cos(im), exp(re) * sin(im))
  }

  /// The principal square root.
  var squareRoot: Complex {
    if im == 0 { return re >= 0 ? Complex(re.squareRoot()) : Complex(0, (-re).squareRoot()) }
    let root = ((size + abs(re)) / 2).squareRoot()
    return re >= 0
      ? Complex(root, im / (2 * root)) : Complex(abs(im) / (2 * root), im < 0 ? -root : root)
  }

  /// The n-th roots of the number.
  func roots(_ n: Int) -> [Complex] {
    if isZero { return [self] }
    if n == 1 { return [self] }
    if n == 2 { return [squareRoot, -squareRoot] }
    let radius = pow(size, 1 / Double(n))
    return (0..<n).map { k in
      let turn = (angle + 2 * Double.pi * Double(k)) / Double(n)
      return Complex(radius * cos(turn), radius * sin(turn))
    }
  }

  /// The power for a whole exponent.
  func raised(to n: Int) -> Complex {
    var (power, factor, rest) = (Complex(1), self, n.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { power = power * factor }
      factor = factor * factor
      rest >>= 1
    }
    return n < 0 ? Complex(1) / power : power
  }

  // MARK: Circular functions and their inverses

  var sine: Complex { Complex(sin(re) * cosh(im), cos(re) * sinh(im)) }
  var cosine: Complex { Complex(cos(re) * cosh(im), -sin(re) * sinh(im)) }
  var tangent: Complex { sine / cosine }

  var arcsine: Complex {
    if im == 0, abs(re) <= 1 { return Complex(asin(re)) }
    let root = (Complex(1) - self * self).squareRoot
    return -Complex.i * (Complex.i * self + root).logarithm
  }

  var arccosine: Complex {
    if im == 0, abs(re) <= 1 { return Complex(acos(re)) }
    return Complex(Double.pi / 2) - arcsine
  }

  var arctangent: Complex {
    if im == 0 { return Complex(atan(re)) }
    let iu = Complex.i * self
    return Complex(0, 0.5) * ((Complex(1) - iu).logarithm - (Complex(1) + iu).logarithm)
  }
}
