import CVector

extension NewtonRaphsonRun {
  /// What is known of the limit of a run that converged.
  struct Limit {
    var root: Double?
    var order: Double?
    var multiplicity: Double?
  }

  /// The limit, the order and the multiplicity, measured on the steps that stand above rounding.
  func limit(after ending: Ending) -> Limit {
    guard ending.outcome == .converged else { return Limit() }
    var root = ending.limit ?? iterates[iterates.count - 1]
    let usable = usableSteps
    if let (end, factor) = latestSteadyFactor(before: usable) {
      let extrapolated = iterates[end] + steps[end - 1] * factor / (1 - factor)
      // Where rounding ended the approach, the steps before it know the root better.
      if ending.limit == nil, enclosure(around: extrapolated, ulps: 4).contains(0),
        residual(at: extrapolated) <= residual(at: root)
      {
        root = extrapolated
      }
      return Limit(root: root, order: 1, multiplicity: 1 / (1 - factor))
    }
    return Limit(root: root, order: order(of: usable))
  }

  /// The number of steps before the first whose residual is mere rounding, or whose size is.
  var usableSteps: Int {
    var end = steps.count
    while end > 0 {
      let x = iterates[end - 1]
      let residual = enclosure(around: x, ulps: 0)
      let isNoise =
        residual.isEmpty || residual.contains(0) || abs(steps[end - 1]) < 64 * x.ulp
        || max(-residual.lower, residual.upper) < Self.underflow
      if !isNoise { break }
      end -= 1
    }
    return end
  }

  /// The last place where eight steps shrank steadily, if it is near the end, and the factor.
  ///
  /// The very last steps may be unsteady: residuals among the subnormal numbers have few digits.
  func latestSteadyFactor(before end: Int) -> (Int, Double)? {
    for place in stride(from: end, through: max(end - 16, 0), by: -1) {
      guard let factor = steadyFactor(endingAt: place) else { continue }
      // Steps that fall much faster afterwards belong to a simple root that looked like a multiple one.
      let predicted = abs(steps[place - 1]) * pow(factor, Double(end - place))
      return abs(steps[end - 1]) >= 0.1 * predicted ? (place, factor) : nil
    }
    return nil
  }

  /// The order p of |sₖ₊₁| ≈ C |sₖ|^p: ln(s₂/s₁) / ln(s₁/s₀) on the last three steps.
  private func order(of count: Int) -> Double? {
    guard count >= 3 else { return nil }
    let (a, b, c) = (abs(steps[count - 3]), abs(steps[count - 2]), abs(steps[count - 1]))
    guard c > 0, c < b, b < a else { return nil }
    let order = log(c / b) / log(b / a)
    return order.isFinite && order > 0.5 && order < 20 ? order : nil
  }
}
