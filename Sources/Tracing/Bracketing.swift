/// Roots of continuous functions between two places where the signs differ.
enum Bracketing {
  /// A place where `f` changes sign, to the last bits of the argument.
  ///
  /// Secants and inverse parabolas, halving where they dawdle (Brent 1973, ch. 4): never outside the
  /// bracket. The last step is not evaluated: after steps that shrink fast, what it leaves is below
  /// rounding. `fa` and `fb` are the values at the ends; a zero at an end is returned.
  static func root(
    from a: Double, _ fa: Double, to b: Double, _ fb: Double, _ f: (Double) -> Double
  ) -> Double {
    if fa == 0 { return a }
    if fb == 0 { return b }
    let near = 1e-18 * (b - a) * (b - a)
    // The latest place, the one before, and the other end of the bracket.
    var (b, fb, a, fa) = abs(fa) < abs(fb) ? (a, fa, b, fb) : (b, fb, a, fa)
    var (c, fc) = (a, fa)
    var (step, earlier) = (b - a, b - a)
    for _ in 0..<100 {
      let half = (c - b) / 2
      if abs(half) <= 2e-16 * abs(b) { break }
      var next = move(b, fb, a, fa, c, fc)
      if next / half > 0 && abs(next) < 1.5 * abs(half) && abs(next) < abs(earlier) / 2 {
        let isShrinking = abs(next) < abs(step) / 8
        if isShrinking && abs(next * step) <= near || abs(next) <= 2e-16 * abs(b) {
          return b + next
        }
      } else {
        (next, step) = (half, half)
      }
      (earlier, step) = (step, next)
      (a, fa) = (b, fb)
      b += next
      if b == a { break }
      fb = f(b)
      if fb == 0 { break }
      if (fb > 0) == (fc > 0) {
        (c, fc) = (a, fa)
        (earlier, step) = (b - a, b - a)
      }
      if abs(fc) < abs(fb) { (a, fa, b, fb, c, fc) = (b, fb, c, fc, b, fb) }
    }
    return b
  }

  /// The step from `b` to the zero of the line or the inverse parabola through the places.
  @inline(__always)
  private static func move(
    _ b: Double, _ fb: Double, _ a: Double, _ fa: Double, _ c: Double, _ fc: Double
  ) -> Double {
    let s = fb / fa
    if a == c { return s * (c - b) / (s - 1) }
    let (q, r) = (fa / fc, fb / fc)
    let p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1))
    return -p / ((q - 1) * (r - 1) * (s - 1))
  }
}
