/// A rectangle of the complex plane that encloses what a function may be.
struct ComplexBox {
  var re: Interval
  var im: Interval

  init(_ re: Interval, _ im: Interval) {
    self.re = re
    self.im = im
  }

  init(_ c: Complex) { self.init(Interval(c.re), Interval(c.im)) }

  static let one = ComplexBox(Complex(1))

  var isFinite: Bool {
    re.lower.isFinite && re.upper.isFinite && im.lower.isFinite && im.upper.isFinite
      && !re.isEmpty && !im.isEmpty
  }

  /// Whether the rectangle holds zero.
  var hasZero: Bool { re.contains(0) && im.contains(0) }

  /// Whether it touches what the logarithm is cut along: zero and the negative axis.
  var meetsCut: Bool { re.lower <= 0 && im.contains(0) }

  static prefix func - (a: ComplexBox) -> ComplexBox { ComplexBox(-a.re, -a.im) }
  static func + (a: ComplexBox, b: ComplexBox) -> ComplexBox {
    ComplexBox(a.re + b.re, a.im + b.im)
  }
  static func - (a: ComplexBox, b: ComplexBox) -> ComplexBox {
    ComplexBox(a.re - b.re, a.im - b.im)
  }
  static func * (a: ComplexBox, b: ComplexBox) -> ComplexBox {
    ComplexBox(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }

  /// a/b; nothing where b may be zero.
  static func / (a: ComplexBox, b: ComplexBox) -> ComplexBox? {
    let square = b.re.squared + b.im.squared
    guard square.lower > 0 else { return nil }
    let product = a * ComplexBox(b.re, -b.im)
    return ComplexBox(product.re / square, product.im / square)
  }

  /// i·a.
  var turned: ComplexBox { ComplexBox(-im, re) }

  func raised(to n: Int) -> ComplexBox {
    var (power, factor, rest) = (ComplexBox.one, self, n.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { power = power * factor }
      rest >>= 1
      if rest > 0 { factor = factor.squared }
    }
    return power
  }

  /// a²: the real part is narrower than that of a product.
  private var squared: ComplexBox {
    ComplexBox(re.squared - im.squared, Interval(2) * re * im)
  }

  // MARK: Functions

  var exponential: ComplexBox {
    let size = Function.exp.interval(re)
    return ComplexBox(
      size * Function.cos.interval(im), size * Function.sin.interval(im))
  }

  var sine: ComplexBox {
    ComplexBox(
      Function.sin.interval(re) * Function.cosh.interval(im),
      Function.cos.interval(re) * Function.sinh.interval(im))
  }

  var cosine: ComplexBox {
    ComplexBox(
      Function.cos.interval(re) * Function.cosh.interval(im),
      -(Function.sin.interval(re) * Function.sinh.interval(im)))
  }

  /// sinh a = −i sin(ia).
  var hyperbolicSine: ComplexBox { -turned.sine.turned }
  var hyperbolicCosine: ComplexBox { turned.cosine }

  /// The principal logarithm; nothing where its cut may be met.
  var logarithm: ComplexBox? {
    guard !meetsCut else { return nil }
    let size = Function.ln.interval(re.squared + im.squared)
    // Off the cut the angle is monotone along each side, so that its ends are at corners.
    let angles = [
      (re.lower, im.lower), (re.lower, im.upper), (re.upper, im.lower), (re.upper, im.upper),
    ]
    .map { Complex($0.0, $0.1).angle }
    let (low, high) = (angles.min() ?? 0, angles.max() ?? 0)
    return ComplexBox(
      Interval(0.5) * size, Interval(low, high).widenedForFunctions)
  }
}
