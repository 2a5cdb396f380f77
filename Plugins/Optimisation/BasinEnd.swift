import Plotting

/// A point where starts of a basin end, and how it is written.
struct BasinEnd {
  /// Where it is; a root x + iy of a function of one variable as (x, y).
  let at: Point
  /// The part of all starts that end there.
  let share: Double
  /// What kind of critical point it is; `nil` for a root.
  let kind: CriticalPoint.Kind?
  /// The place in TeX and in plain text.
  let tex: String, text: String

  /// A root on the complex plane; numbers below rounding in a window of this extent are zero.
  init(root end: Basins.End, of f: Expression, extent: Double) {
    let x = Wording.settled(end.x, scale: extent)
    let y = Wording.settled(end.y, scale: extent)
    at = Point(end.x, end.y)
    share = end.share
    kind = nil
    // The conjugate is a root as well, so the exact form of one of both says both.
    let exact = f.complexParts.flatMap { ExactNumber.solution(near: [x, abs(y)], of: $0) }
    let parts = ExactWording.written([x, abs(y)], exact).map(\.tex)
    let factor = Self.isSum(parts[1]) ? "(\(parts[1]))" : parts[1]
    let sum = Self.sum(x, parts[0], y, factor, minus: "-", unit: "\\, i")
    tex = "$\(f.variables[0]) = \(sum)$"
    text = Self.sum(x, Wording.text(x), y, Wording.text(abs(y)), minus: "−", unit: "i")
  }

  /// A critical point; numbers below rounding in a window of this extent are zero.
  init(critical end: Basins.End, of f: Expression, extent: Double) {
    let x = Wording.settled(end.x, scale: extent)
    let y = Wording.settled(end.y, scale: extent)
    at = Point(end.x, end.y)
    share = end.share
    kind = Self.kind(f.derivatives(at: [end.x, end.y]).hessian)
    tex = ExactWording.place(Point(x, y), of: f.gradient)
    text = "(\(Wording.text(x)), \(Wording.text(y)))"
  }

  /// x + iy from its parts and how they are written, the second without its sign.
  private static func sum(
    _ x: Double, _ real: String, _ y: Double, _ size: String, minus: String, unit: String
  ) -> String {
    if y == 0 { return real }
    let imaginary = abs(y) == 1 ? "i" : size + unit
    return x == 0
      ? (y < 0 ? minus : "") + imaginary : "\(real) \(y < 0 ? minus : "+") \(imaginary)"
  }

  private static func isSum(_ tex: String) -> Bool {
    tex.dropFirst().contains { $0 == "+" || $0 == "-" } && !tex.hasPrefix("\\frac")
  }

  private static func kind(_ hessian: [[Double]]) -> CriticalPoint.Kind {
    let (a, b, d) = (hessian[0][0], hessian[0][1], hessian[1][1])
    let determinant = a * d - b * b
    let slack = 1e-8 * (a * a + 2 * b * b + d * d)
    if determinant < -slack { return .saddle }
    return determinant > slack ? (a > 0 ? .minimum : .maximum) : .degenerate
  }
}
