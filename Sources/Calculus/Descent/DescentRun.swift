/// A descent under way: the place, what is known there, and the verdict when it ends.
struct DescentRun {
  /// f, its gradient and its Hessian at a point.
  struct Local {
    let value: Double
    let gradient: [Double]
    let hessian: [[Double]]
    let eigen: SymmetricEigen?

    var isFinite: Bool { value.isFinite && gradient.allSatisfy(\.isFinite) }
    var gradientNorm: Double { gradient.norm }
  }

  let settings: Descent.Settings
  private let derivatives: PointEvaluator
  private let valueAlone: PointEvaluator
  private(set) var points: [[Double]]
  private(set) var values: [Double?] = []
  private(set) var steps: [Double] = []
  private var stepper: DescentStepper

  init(_ f: Expression, from start: [Double], _ settings: Descent.Settings) {
    self.settings = settings
    let gradient = f.gradient
    var outputs = [f] + gradient
    for (row, slope) in gradient.enumerated() {
      for name in f.variables[row...] { outputs.append(slope.derivative(by: name)) }
    }
    derivatives = PointEvaluator(Program(outputs))
    valueAlone = PointEvaluator(Program([f]))
    points = [start]
    stepper = DescentStepper(settings, dimension: start.count)
  }

  /// f at a point.
  func value(at point: [Double]) -> Double { valueAlone.values(at: point)[0] }

  /// f, g and H at a point.
  func local(at point: [Double]) -> Local {
    let n = point.count
    let outputs = derivatives.values(at: point)
    var hessian = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    var next = n + 1
    for row in 0..<n {
      for column in row..<n {
        hessian[row][column] = outputs[next]
        hessian[column][row] = outputs[next]
        next += 1
      }
    }
    return Local(
      value: outputs[0], gradient: Array(outputs[1...n]), hessian: hessian,
      eigen: SymmetricEigen(hessian))
  }

  // MARK: The loop

  /// Steps until a rule applies.
  mutating func run() -> Descent {
    var here = local(at: points[0])
    values.append(here.value.isFinite ? here.value : nil)
    for _ in 0..<settings.steps {
      if let outcome = ending(at: here) { return descent(outcome, here) }
      guard let step = stepper.step(from: points[points.count - 1], here, self) else {
        return descent(isNearlyStationary(here) ? .stationary : .stalled, here)
      }
      let next = points[points.count - 1].moved(by: step)
      guard next.allSatisfy(\.isFinite) else { return descent(.diverged, here) }
      let there = local(at: next)
      points.append(next)
      values.append(there.value.isFinite ? there.value : nil)
      steps.append(step.norm)
      stepper.remember(step, from: here, to: there)
      here = there
      if let period = period() { return descent(.cycle, here, period: period) }
    }
    return descent(ending(at: here) ?? .stepLimit, here)
  }

  private func descent(
    _ outcome: Descent.Outcome, _ here: Local, period: Int? = nil
  ) -> Descent {
    let norm = here.gradientNorm
    let hasArrived = [.converged, .reachedSaddle, .reachedMaximum].contains(outcome)
    // One more step of Newton's is far nearer to the stationary point than the path.
    let goal = here.eigen.map {
      zip(points[points.count - 1], $0.solution(of: here.gradient)).map(-)
    }
    let speed = hasArrived ? goal.map(convergenceSpeed) : nil
    return Descent(
      settings: settings, points: points, values: values, outcome: outcome,
      gradientNorm: norm.isFinite ? norm : nil, eigenvalues: here.eigen?.values ?? [],
      order: speed?.order, contractionFactor: speed?.factor, period: period)
  }

  // MARK: Rules

  private func ending(at here: Local) -> Descent.Outcome? {
    let point = points[points.count - 1]
    let reach = point.distance(from: points[0])
    let isFar = reach > 1e8 * max(1, points[0].norm)
    if here.value == -.infinity || isFar { return .diverged }
    if !here.isFinite { return here.value == .infinity ? .diverged : .leftDomain }
    if let window = settings.window,
      !zip(point, window).allSatisfy({ $1.contains($0) })
    {
      return .leftWindow
    }
    return arrival(at: here)
  }

  /// What stationary point is within the tolerance, if there is one.
  private func arrival(at here: Local) -> Descent.Outcome? {
    if here.gradientNorm == 0 && here.eigen == nil { return .stationary }
    guard let eigen = here.eigen else { return nil }
    let size = max(1, points[points.count - 1].norm)
    if eigen.isSingular { return isStationary(here, eigen, size) ? .stationary : nil }
    let distance = eigen.solution(of: here.gradient, withSizes: true).norm
    guard distance <= settings.tolerance * size else { return nil }
    let isPositive = (eigen.values.first ?? 0) > 0
    let isNegative = (eigen.values.last ?? 0) < 0
    return isPositive ? .converged : isNegative ? .reachedMaximum : .reachedSaddle
  }

  /// Whether the gradient is 0 where the Hessian is singular: a line of minima, or a flat place.
  ///
  /// In the directions that bend, the Newton step measures it; in the others it must be rounding.
  private func isStationary(_ here: Local, _ eigen: SymmetricEigen, _ size: Double) -> Bool {
    let greatest = max(abs(eigen.values.first ?? 0), abs(eigen.values.last ?? 0))
    return zip(eigen.values, eigen.vectors).allSatisfy { value, vector in
      let share = abs(vector.dot(here.gradient))
      if abs(value) > 1e-14 * greatest { return share <= settings.tolerance * size * abs(value) }
      return share <= 1e-15 * greatest * size
    }
  }

  /// Whether the gradient is rounding beside the gradient at the start.
  private func isNearlyStationary(_ here: Local) -> Bool {
    here.gradientNorm <= 1e-12 * local(at: points[0]).gradientNorm
  }

  /// The shortest period up to 4 with which the points repeat to 1e-12.
  private func period() -> Int? {
    let last = points.count - 1
    for period in 2...4 where points.count >= 3 * period + 1 {
      let movement = steps.suffix(period).max() ?? 0
      guard movement > 1e-6 * max(1, points[last].norm) else { continue }
      let repeats = (0...2 * period).allSatisfy { back in
        guard back + period <= last else { return false }
        let difference = points[last - back].distance(from: points[last - back - period])
        return difference <= 1e-12 * max(movement, points[last].norm)
      }
      if repeats { return period }
    }
    return nil
  }
}
