import CVector

extension DescentRun {
  /// The order of convergence and, where it is 1, the factor, from the lengths of the last steps.
  ///
  /// A momentum path spirals, so the factor is the geometric mean over up to twenty steps. Where the
  /// last three lengths fall much faster than those before, the order is ln(s₂/s₁)/ln(s₁/s₀).
  var convergenceSpeed: (order: Double?, factor: Double?) {
    let size = points.last.map { max($0.norm, 1e-300) } ?? 1
    let usable = steps.prefix { $0 > 0 }.filter { $0 > 1e-14 * size }
    guard usable.count >= 3 else { return (nil, nil) }
    let last = Array(usable.suffix(3))
    if last[2] < last[1] && last[1] < last[0] {
      let order = log(last[2] / last[1]) / log(last[1] / last[0])
      if order > 1.3 { return (order, nil) }
    }
    let window = Array(usable.suffix(21))
    let count = Double(window.count - 1)
    let factor = pow(window[window.count - 1] / window[0], 1 / count)
    return factor < 1 ? (1, factor) : (nil, nil)
  }
}

extension [Double] {
  /// √Σxₖ², without overflow on the way.
  var norm: Double {
    let size = reduce(0) { Swift.max($0, abs($1)) }
    if size == 0 || !size.isFinite { return allSatisfy { !$0.isNaN } ? size : .nan }
    return size * reduce(0) { $0 + ($1 / size) * ($1 / size) }.squareRoot()
  }

  /// The point after a step.
  func moved(by step: [Double], times factor: Double = 1) -> [Double] {
    zip(self, step).map { $0 + factor * $1 }
  }

  /// The distance of two points.
  func distance(from other: [Double]) -> Double { zip(self, other).map { $0 - $1 }.norm }

  /// The inner product.
  func dot(_ other: [Double]) -> Double { zip(self, other).reduce(0) { $0 + $1.0 * $1.1 } }
}
