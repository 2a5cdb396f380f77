/// The iteration itself: takes steps and stops at the first rule that applies.
struct NewtonRaphsonRun {
  /// How a run ended.
  struct Ending {
    let outcome: NewtonRaphson.Outcome
    var period: Int?
    /// The limit of a linear convergence, extrapolated.
    var limit: Double?

    init(_ outcome: NewtonRaphson.Outcome, period: Int? = nil, limit: Double? = nil) {
      self.outcome = outcome
      self.period = period
      self.limit = limit
    }
  }

  private let points: PointEvaluator
  private let boxes: IntervalEvaluator
  private let budget: Int
  /// The iterates x₀, x₁, … so far.
  private(set) var iterates: [Double]
  /// xₖ₊₁ − xₖ as it was computed, one fewer than the iterates.
  private(set) var steps: [Double] = []

  init(_ f: Expression, _ slope: Expression, start: Double, budget: Int) {
    let program = Program([f, slope])
    self.init(PointEvaluator(program), IntervalEvaluator(program), start: start, budget: budget)
  }

  /// A run whose evaluators of f and f′ serve other starts as well.
  init(_ points: PointEvaluator, _ boxes: IntervalEvaluator, start: Double, budget: Int) {
    self.points = points
    self.boxes = boxes
    iterates = [start]
    self.budget = budget
  }

  /// The size that x has at the start; what counts as far or near is measured by it.
  private var startSize: Double { iterates[0] == 0 ? 1 : abs(iterates[0]) }

  /// Steps until a rule applies.
  ///
  /// The order of the rules matters.
  mutating func run() -> Ending {
    for _ in 0..<budget {
      let x = iterates[iterates.count - 1]
      let values = points.values(at: [x])
      if let ending = ending(at: x, value: values[0], slope: values[1]) { return ending }
      let step = -values[0] / values[1]
      let next = x + step
      guard next.isFinite else { return Ending(.diverged) }
      if isThrownByFlatness(x, step) { return Ending(.stationary) }
      iterates.append(next)
      steps.append(step)
      if let ending = endingAfterStep(to: next, step) { return ending }
    }
    return endingOfBudget()
  }

  // MARK: Rules at an iterate

  private func ending(at x: Double, value f: Double, slope: Double) -> Ending? {
    if f == 0, let ending = endingOfZero(at: x, slope: slope) { return ending }
    if f.isNaN || slope.isNaN {
      // Rounding among the smallest numbers may throw x^(5/3) below 0 at the very end.
      if let limit = steadyLimit(near: x, share: 1e-9) { return Ending(.converged, limit: limit) }
      return Ending(isOverflow(at: x) ? .diverged : .leftDomain)
    }
    if f.isInfinite || slope.isInfinite {
      return Ending(isFar(x) || isDefined(at: x) ? .diverged : .leftDomain)
    }
    if slope != 0 { return nil }
    // tanh from 1.2 is thrown so far out that f′ underflows: that is no place where f′ = 0.
    return Ending(hasUnderflown(boxes.values(on: [Interval(x)])[1]) ? endlessly(1) : .stationary)
  }

  /// f = 0 in doubles: a root, unless f merely underflowed.
  ///
  /// A value that is 0 without rounding is a root. Else f′ must not have underflowed with f, or the
  /// steps must have been shrinking towards a point close by.
  private func endingOfZero(at x: Double, slope: Double) -> Ending? {
    let exact = enclosure(around: x, ulps: 0)
    if exact.isZero && exact.isContinuous { return Ending(.converged) }
    if abs(slope) > NewtonRaphsonRun.underflow { return Ending(.converged) }
    if slope.isNaN { return nil }
    if let (_, factor) = latestSteadyFactor(before: steps.count), let last = steps.last,
      abs(last) * factor / (1 - factor) <= 1e-9 * startSize
    {
      return Ending(.converged, limit: x)
    }
    // Where the slope is 0 but for rounding, not for underflow, it is 0 and f with it.
    if slope == 0, !hasUnderflown(exact), !hasUnderflown(boxes.values(on: [Interval(x)])[1]) {
      return Ending(.converged)
    }
    return Ending(endlessly(min(6, steps.count)))
  }

  /// Below this size a number is taken to have underflowed.
  static let underflow = 1e-305

  /// Whether a value that is 0 in doubles is one that is too small for them, and no zero.
  ///
  /// Such a value has a sign; what is 0 but for rounding has none.
  private func hasUnderflown(_ value: Interval) -> Bool {
    if value.isEmpty || value.isZero { return false }
    return value.lower == 0 || value.upper == 0
      || max(-value.lower, value.upper) < Self.underflow
  }

  /// Whether f is defined at x, and NaN only because one of its parts overflows.
  private func isOverflow(at x: Double) -> Bool { isFar(x) && isDefined(at: x) }

  /// Whether f and f′ have values at x, though they may be beyond the doubles.
  private func isDefined(at x: Double) -> Bool {
    boxes.values(on: [Interval(x)]).allSatisfy { !$0.isEmpty && !$0.isPartial }
  }

  private func isFar(_ x: Double) -> Bool { abs(x) > 1e3 * max(1, abs(iterates[0])) }

  /// The verdict on iterates that run out of the doubles: no f′ = 0 was met.
  ///
  /// exp(−1/x²) creeps towards 0 by steps x³/2 until f underflows: far from any limit, it wanders.
  private func endlessly(_ count: Int) -> NewtonRaphson.Outcome {
    hasGrown(over: count) ? .diverged : .wandering
  }

  /// Whether a huge step comes from a slope that vanishes within a unit in the last place of x.
  ///
  /// sin from π/2 is thrown to 1.6e16 only because π/2 is no double.
  private func isThrownByFlatness(_ x: Double, _ step: Double) -> Bool {
    guard abs(step) > 1e6 * max(1, abs(x)) else { return false }
    let values = boxes.values(on: [Interval(x.nextDown, x.nextUp)])
    return values[1].contains(0) && !values[0].contains(0)
  }

  // MARK: Rules after a step

  private func endingAfterStep(to x: Double, _ step: Double) -> Ending? {
    if hasSettled(at: x, step) { return Ending(.converged) }
    if let limit = linearLimit(near: x, step) { return Ending(.converged, limit: limit) }
    if let limit = noisyLimit(near: x) { return Ending(.converged, limit: limit) }
    if let period = period() { return Ending(.cycle, period: period) }
    if abs(x) > 1e12 * max(1, abs(iterates[0])), hasGrown(over: 20) { return Ending(.diverged) }
    return nil
  }

  /// Whether the step is at rounding level, or stalls where the residual is.
  private func hasSettled(at x: Double, _ step: Double) -> Bool {
    guard steps.count >= 2 else { return false }
    let before = abs(steps[steps.count - 2])
    let size = abs(x)
    // A start beside a pole has a tiny step too, but the next one is greater.
    if abs(step) <= before {
      if abs(step) <= 9e-16 * size { return true }
      if abs(step) <= 1e-13 * size && before < 1e-6 * size { return true }
    }
    // At a multiple root written out, rounding in f ends the approach long before.
    if abs(step) <= 1e-6 * size && abs(step) >= before / 2 {
      let residual = enclosure(around: x, ulps: 0)
      return residual.isContinuous && residual.contains(0)
    }
    return false
  }

  /// The limit of steps that shrink by a steady factor, if f can vanish there.
  private func linearLimit(near x: Double, _ step: Double) -> Double? {
    guard abs(step) < 1e-9 * abs(x), let factor = steadyFactor(endingAt: steps.count) else {
      return nil
    }
    let limit = x + step * factor / (1 - factor)
    return enclosure(around: limit, ulps: 4).contains(0) ? limit : nil
  }

  /// The limit of an approach that has sunk into the rounding of f, as at the double root 0 of
  /// eˣ − 1 − x, where no step is ever small beside x.
  private func noisyLimit(near x: Double) -> Double? {
    guard steps.count > 8, abs(x) <= 1e-6 * startSize else { return nil }
    let residual = enclosure(around: x, ulps: 0)
    guard residual.isContinuous, residual.contains(0) else { return nil }
    return steadyLimit(near: x, share: 1e-6)
  }

  /// The limit to which the last steady steps lead, if x is within a share of the start's size of it.
  private func steadyLimit(near x: Double, share: Double) -> Double? {
    guard let (end, factor) = latestSteadyFactor(before: usableSteps) else { return nil }
    let limit = iterates[end] + steps[end - 1] * factor / (1 - factor)
    return abs(x - limit) <= share * startSize && abs(limit) <= share * startSize ? limit : nil
  }

  /// The shortest period with which the last iterates repeat.
  private func period() -> Int? {
    let last = iterates.count - 1
    for period in 2...8 where iterates.count >= 2 * period + 2 {
      var size = 0.0
      var movement = 0.0
      var difference = 0.0
      for back in 0..<(period + 2) {
        let x = iterates[last - back]
        size = max(size, abs(x))
        movement = max(movement, abs(steps[last - back - 1]))
        difference = max(difference, abs(x - iterates[last - back - period]))
      }
      if difference <= 1e-9 * size && movement > 1e-6 * size { return period }
    }
    return nil
  }

  // MARK: The end of the budget

  private func endingOfBudget() -> Ending {
    let x = iterates[iterates.count - 1]
    let values = points.values(at: [x])
    if let ending = ending(at: x, value: values[0], slope: values[1]) { return ending }
    // Roots at 0 are approached through ever smaller numbers: no step is small beside x.
    if let last = steps.last, abs(last) < 1e-9 * startSize,
      let factor = steadyFactor(endingAt: steps.count)
    {
      let limit = x + last * factor / (1 - factor)
      if enclosure(around: limit, ulps: 4).contains(0) { return Ending(.converged, limit: limit) }
    }
    // exp(−x) − 1e-40 grows for 98 honest steps, so growth is judged only now.
    let window = budget >= 120 ? 60 : budget >= 20 ? 20 : 6
    return hasGrown(over: window) ? Ending(.diverged) : Ending(.wandering)
  }

  /// Whether |x| grew at each of the last `count` steps.
  private func hasGrown(over count: Int) -> Bool {
    guard count > 0, steps.count >= count else { return false }
    return (iterates.count - count..<iterates.count).allSatisfy {
      abs(iterates[$0]) > abs(iterates[$0 - 1])
    }
  }

  // MARK: Measures

  /// The factor of the last eight steps before `end`, where they shrink steadily.
  func steadyFactor(endingAt end: Int) -> Double? {
    let count = 8
    guard end > count else { return nil }
    var least = Double.infinity
    var greatest = 0.0
    for index in end - count..<end {
      let ratio = steps[index] / steps[index - 1]
      guard ratio > 0.3 && ratio < 0.99 else { return nil }
      least = min(least, ratio)
      greatest = max(greatest, ratio)
    }
    return greatest - least <= 0.02 ? steps[end - 1] / steps[end - 2] : nil
  }

  /// |f(x)|.
  func residual(at x: Double) -> Double { abs(points.values(at: [x])[0]) }

  /// All values of f within some units in the last place of x.
  func enclosure(around x: Double, ulps: Double) -> Interval {
    boxes.values(on: [Interval(x - ulps * x.ulp, x + ulps * x.ulp)])[0]
  }

  /// What the point is, for the f whose slope is iterated.
  func kind(at x: Double) -> NewtonRaphson.Kind {
    let curvature = boxes.values(on: [Interval(x - 4 * x.ulp, x + 4 * x.ulp)])[1]
    if curvature.isEmpty || curvature.contains(0) { return .degenerate }
    return curvature.lower > 0 ? .minimum : .maximum
  }
}
