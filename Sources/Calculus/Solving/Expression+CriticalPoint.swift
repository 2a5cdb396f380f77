extension Expression {
  /// The minimum, or else the critical point, that a descent from a start reaches, in any number of
  /// variables.
  ///
  ///     try Expression("(u-1)^2 + v^2", variables: ["u", "v"]).criticalPoint(from: [3, 4])
  ///
  /// Newton's method on ∇f with the eigenvalues of the Hessian replaced by their sizes (Greenstadt
  /// 1967), so that every step descends, halved until the value falls enough (Armijo 1966). At a
  /// regular minimum it ends with full precision; at a degenerate one it slows down to linear
  /// convergence. A start where the gradient is exactly 0 is its own answer. Where f falls for ever,
  /// Newton's method for a critical point of any kind starts anew (`StationaryNewton`). Cost: n³ a
  /// step.
  ///
  /// - Returns: `nil` where the start has the wrong number of coordinates or the function or its
  ///   derivatives are not finite there.
  public func criticalPoint(
    from start: [Double], steps limit: Int = 500
  ) -> LocalSolution<CriticalPoint>? {
    guard start.count == variables.count, !start.isEmpty else { return nil }
    var descent = NewtonDescent(self, from: start)
    guard descent.isDefined else { return nil }
    while descent.steps < limit && descent.advance() {}
    if !descent.isConverged,
      let found = StationaryNewton(self, []).solution(
        from: start, multipliers: [], steps: min(limit, 100))
    {
      let end = NewtonDescent(self, from: found.at)
      return LocalSolution(point: end.point, steps: found.steps, isConverged: true)
    }
    return LocalSolution(
      point: descent.point, steps: descent.steps, isConverged: descent.isConverged)
  }
}

/// Newton's method for minima with a line search.
private struct NewtonDescent {
  private let field: DerivativeField
  private var at: [Double]
  private var jet: DerivativeField.Jet
  private(set) var steps = 0
  private(set) var isConverged = false
  private var lastLength = Double.infinity
  private let startValue: Double

  init(_ function: Expression, from start: [Double]) {
    field = DerivativeField([function])
    at = start
    jet = field.jets(at: start)[0]
    startValue = jet.value
  }

  var isDefined: Bool { Self.isDefined(jet) }

  private static func isDefined(_ jet: DerivativeField.Jet) -> Bool {
    jet.value.isFinite && jet.gradient.allSatisfy(\.isFinite)
      && jet.hessian.elements.allSatisfy(\.isFinite)
  }

  var point: CriticalPoint {
    let eigenvalues = SymmetricEigensystem(jet.hessian).values
    return CriticalPoint(
      at: at, value: jet.value, gradientNorm: Vector.length(jet.gradient),
      eigenvalues: eigenvalues, kind: CriticalPoint.Kind(inertia: eigenvalues))
  }

  /// One step; `false` where the iteration has come to rest or can go no further.
  mutating func advance() -> Bool {
    if jet.gradient.allSatisfy({ $0 == 0 }) {
      isConverged = true
      return false
    }
    let step = descentStep()
    let length = Vector.length(step)
    guard length.isFinite else { return false }
    let slope = Vector.dot(jet.gradient, step)
    if length <= 4e-16 * Vector.length(at) || isNoise(length, slope) {
      isConverged = true
      return false
    }
    guard let next = lineSearch(step, slope) else {
      // No smaller value along a descent direction: the rounding of the value is reached.
      isConverged = abs(slope) <= 1e-12 * max(abs(jet.value), 1e-300)
      return false
    }
    (at, jet) = next
    steps += 1
    lastLength = length
    return true
  }

  /// Whether the value cannot tell steps apart any more and they have stopped shrinking, or all that
  /// is to be gained is nothing beside what was gained: a degenerate minimum is crept up to forever.
  private func isNoise(_ length: Double, _ slope: Double) -> Bool {
    abs(slope) <= 1e-15 * abs(jet.value) && length >= 0.5 * lastLength
      || abs(slope) <= 1e-32 * abs(startValue - jet.value)
  }

  private func descentStep() -> [Double] {
    let system = SymmetricEigensystem(jet.hessian)
    let largest = system.values.reduce(0) { max($0, abs($1)) }
    let floor = max(1e-16 * largest, 1e-300)
    var step = Array(repeating: 0.0, count: at.count)
    for column in system.values.indices {
      let axis = at.indices.map { system.vectors[$0, column] }
      let share = -Vector.dot(axis, jet.gradient) / max(abs(system.values[column]), floor)
      step = Vector.moved(step, share, axis)
    }
    let length = Vector.length(step)
    let limit = 100 * (1 + Vector.length(at))
    return length > limit ? step.map { $0 * limit / length } : step
  }

  private func lineSearch(
    _ step: [Double], _ slope: Double
  ) -> (at: [Double], jet: DerivativeField.Jet)? {
    // Below the rounding of the value a full step that lowers the gradient is progress.
    let isBelowNoise = abs(slope) <= 1e-13 * abs(jet.value)
    var scale = 1.0
    for _ in 0..<60 {
      let there = Vector.moved(at, scale, step)
      if there == at { return nil }
      let value = field.values(at: there)[0]
      if value <= jet.value + 1e-4 * scale * slope || isBelowNoise {
        let next = field.jets(at: there)[0]
        let isBetter =
          !isBelowNoise || Vector.length(next.gradient) < Vector.length(jet.gradient)
        if Self.isDefined(next) && isBetter { return (there, next) }
        if isBelowNoise { return nil }
      }
      scale /= 2
    }
    return nil
  }
}
