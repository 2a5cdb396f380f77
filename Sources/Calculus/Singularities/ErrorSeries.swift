import CVector

/// The error function of series: its constant by the series about 0, the rest from its derivative.
struct ErrorSeries {
  /// The number of coefficients of a constant.
  let count: Int

  /// Farther from 0 the series loses its digits.
  private static let farthest = 5.0

  func form(_ function: Function, _ u: LocalSeries) -> LocalForm? {
    guard u.isZero || u.order >= 0 else { return .branch }
    guard u[0].size <= Self.farthest,
      let density = (-(u * u)).exponential(count: count)
    else { return nil }
    // erf(u)′ = 2/√π e^(−u²) u′, term by term.
    let last = u.isZero ? 0 : u.order + u.terms.count - 1
    var terms = [Self.value(u[0])]
    for k in 1...max(last, 1) where k <= last {
      var sum = Complex(0)
      for j in 1...k { sum = sum + u[j] * density[k - j] * Double(j) }
      terms.append(sum * (2 / Double.pi.squareRoot() / Double(k)))
    }
    while terms.count < count { terms.append(Complex(0)) }
    let erf = LocalSeries(order: 0, terms: terms)
    return .series(function == .erf ? erf : LocalSeries(Complex(1), count: count) - erf)
  }

  /// The error function on a rectangle near 0, by its mean value form; nothing farther off.
  static func enclosure(on z: ComplexBox) -> ComplexBox? {
    let middle = Complex(z.re.middle, z.im.middle)
    guard middle.size <= farthest else { return nil }
    let value = value(middle)
    let noise = Interval(-1, 1) * Interval(1e-11 * (1 + value.size))
    let density = (-z.raised(to: 2)).exponential * ComplexBox(Complex(2 / Double.pi.squareRoot()))
    let start = ComplexBox(Interval(value.re) + noise, Interval(value.im) + noise)
    return start + density * (z - ComplexBox(middle))
  }

  /// 2/√π e^(−z²) Σ 2ⁿ z^(2n + 1)/(2n + 1)!!.
  private static func value(_ z: Complex) -> Complex {
    let square = z * z
    var (term, sum) = (z, z)
    for n in 1..<200 {
      term = term * square * (2 / Double(2 * n + 1))
      sum = sum + term
      if term.size <= 1e-17 * sum.size { break }
    }
    return sum * (-square).exponential * (2 / Double.pi.squareRoot())
  }
}
