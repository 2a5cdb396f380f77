import CVector

extension DescentRun {
  /// The order of convergence and, where it is 1, the factor.
  ///
  /// The order is ln(e₂/e₁)/ln(e₁/e₀) of the last distances from the stationary point that rounding
  /// leaves, where these fall ever faster. Otherwise the factor is that of the lengths of the last
  /// steps: their geometric mean over up to twenty. A momentum path spirals, and is late or early on a
  /// turn: there the trend over the second half of the path counts, and a quick turn is no sign of a
  /// higher order.
  func convergenceSpeed(to goal: [Double]) -> (order: Double?, factor: Double?) {
    let size = points.last.map { max($0.norm, 1e-300) } ?? 1
    let usable = steps.prefix { $0 > 0 }.filter { $0 > 1e-14 * size }
    guard usable.count >= 3 else { return (nil, nil) }
    if settings.method == .momentum || settings.method == .nesterov {
      let factor = Self.trend(of: usable.suffix(max(21, usable.count / 2)).map { log($0) })
      return factor < 1 ? (1, factor) : (nil, nil)
    }
    if let order = order(to: goal, above: 1e-14 * size), order > 1.3 { return (order, nil) }
    let window = Array(usable.suffix(21))
    let count = Double(window.count - 1)
    let factor = pow(window[window.count - 1] / window[0], 1 / count)
    return factor < 1 ? (1, factor) : (nil, nil)
  }

  /// The factor from each to the next of numbers with these logarithms, by least squares.
  private static func trend(of logarithms: [Double]) -> Double {
    let middle = Double(logarithms.count - 1) / 2
    let (rise, square) = logarithms.enumerated().reduce((0.0, 0.0)) { sum, entry in
      let x = Double(entry.offset) - middle
      return (sum.0 + x * entry.element, sum.1 + x * x)
    }
    return exp(rise / square)
  }

  /// ln(e₂/e₁)/ln(e₁/e₀) of the last three distances above rounding, where they fall.
  ///
  /// Nothing unless the way that is left is far shorter than the last step: beside a degenerate minimum
  /// Newton's next step is two thirds of it, and no measure of the way.
  private func order(to goal: [Double], above floor: Double) -> Double? {
    let left = points[points.count - 1].distance(from: goal)
    guard let step = steps.last(where: { $0 > 0 }), left < 0.2 * step else { return nil }
    let errors = points.suffix(8).map { $0.distance(from: goal) }.filter { $0 > floor }
    let last = Array(errors.suffix(3))
    guard last.count == 3, last[2] < last[1], last[1] < last[0] else { return nil }
    return log(last[2] / last[1]) / log(last[1] / last[0])
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
