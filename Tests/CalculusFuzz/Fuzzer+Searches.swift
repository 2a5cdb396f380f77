import Calculus

extension Fuzzer {
  /// Critical and Lagrange points with small budgets; what a descent finds must be among them.
  mutating func checkSearches() {
    let isTame = !random.isOnce(in: 3)
    guard let f = expression(in: ["x", "y"], depth: 3, isTame: isTame) else { return }
    let window =
      isTame && !random.isOnce(in: 5)
      ? (x: -3.0...3.0, y: -2.0...2.5) : (x: random.range(), y: random.range())
    let budget = random.element([1, 7, 60, 600, 4000])
    let text = "\(f.text) in \(window), budget \(budget)"
    note("critical points", text)
    let answer = CriticalPointSearch(of: f, in: window, budget: budget).points()
    expect(answer.boxesVisited <= budget, "a search keeps to its budget", "\(answer.boxesVisited)")
    for point in answer.points {
      expect(
        isInside(point.at, window) && point.value.isFinite, "critical points lie in the window",
        "\(point)")
    }
    checkZeros(f.gradient, at: answer.points.map(\.at), window)
    let start = [random.uniform(-3, 3), random.uniform(-2, 2.5)]
    note("descent to a critical point", "\(text) from \(start)")
    if let end = f.criticalPoint(from: start, steps: 60), end.isConverged, answer.isComplete,
      !answer.isContinuum, [.minimum, .saddle, .maximum].contains(end.point.kind),
      isWellConditioned(end.point), window.x.contains(end.point.at[0]),
      window.y.contains(end.point.at[1]), f.isSmooth(near: end.point.at)
    {
      expect(
        answer.points.contains { isNear($0.at, end.point.at, window) },
        "a complete search has the points that a descent finds", "\(end.point), \(answer.points)")
    }
    note("winding", text)
    _ = CriticalPointSearch(of: f, in: window, budget: budget).gradientWinding()
    checkLagrange(f, window, budget)
  }

  private mutating func checkLagrange(
    _ f: Expression, _ window: (x: ClosedRange<Double>, y: ClosedRange<Double>), _ budget: Int
  ) {
    guard let g = expression(in: ["x", "y"], depth: 2, isTame: true) else { return }
    let text = "\(f.text) on \(g.text) = 0 in \(window), budget \(budget)"
    note("lagrange points", text)
    let answer = LagrangePointSearch(of: f, on: g, in: window, budget: budget).points()
    for point in answer.points {
      expect(isInside(point.at, window), "Lagrange points lie in the window", "\(point)")
    }
    checkZeros([g], at: answer.points.map(\.at), window)
    if !answer.points.isEmpty {
      expect(answer.isConstraintEmpty != true, "a constraint with a point on it is not empty")
    }
    let start = [random.uniform(-3, 3), random.uniform(-2, 2.5)]
    note("descent to a Lagrange point", "\(text) from \(start)")
    _ = f.lagrangePoint(subjectTo: [g], from: start, steps: 40)
  }

  /// Around a listed point every function that should be 0 there may be 0.
  private mutating func checkZeros(
    _ functions: [Expression], at points: [[Double]],
    _ window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  ) {
    let enclosures = IntervalEvaluator(Program(functions))
    let reach = [window.x, window.y].map { 1e-6 * ($0.upperBound - $0.lowerBound) }
    for point in points {
      let box = zip(point, reach).map { Interval($0 - $1, $0 + $1) }
      expect(
        enclosures.values(on: box).allSatisfy { $0.contains(0) },
        "what should be 0 at a listed point may be 0 beside it", "\(point)")
    }
  }

  private func isInside(
    _ point: [Double], _ window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  ) -> Bool {
    zip(point, [window.x, window.y]).allSatisfy { value, side in
      let slack = 1e-9 * (side.upperBound - side.lowerBound) + 16 * value.ulp
      return value >= side.lowerBound - slack && value <= side.upperBound + slack
    }
  }

  private func isNear(
    _ a: [Double], _ b: [Double], _ window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  ) -> Bool {
    zip(zip(a, b), [window.x, window.y]).allSatisfy { pair, side in
      abs(pair.0 - pair.1) <= 1e-4 * (side.upperBound - side.lowerBound)
    }
  }

  private func isWellConditioned(_ point: CriticalPoint) -> Bool {
    let sizes = point.eigenvalues.map { abs($0) }
    guard let least = sizes.min(), let greatest = sizes.max(), greatest.isFinite else {
      return false
    }
    return least > 1e-4 * greatest && least > 1e-6 && point.gradientNorm <= 1e-9 * least
  }
}

extension Expression {
  /// Whether the function and its slopes are continuous in a small box around a point.
  fileprivate func isSmooth(near point: [Double]) -> Bool {
    let box = point.map { Interval($0 - 1e-7, $0 + 1e-7) }
    let second = gradient.flatMap(\.gradient)
    return IntervalEvaluator(Program([self] + gradient + second)).values(on: box)
      .allSatisfy { $0.isContinuous && $0.width.isFinite }
  }
}
