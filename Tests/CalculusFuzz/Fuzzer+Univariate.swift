import Calculus

extension Fuzzer {
  /// Roots, Newton's method and difference quotients of functions of one variable.
  mutating func checkUnivariate() {
    guard let f = expression(in: ["x"], depth: 3) else { return }
    checkRoots(of: f)
    let start = random.number(hostileOnceIn: 8)
    let target = random.element([NewtonRaphson.Target.root, .extremum])
    let steps = random.element([1, 2, 10, 100, 0, -1, 1000])
    note("newton", "\(f.text) from \(start), \(target), \(steps) steps")
    if let run = try? f.newtonRaphson(from: start, seeking: target, steps: steps) {
      expect(run.iterates.allSatisfy(\.isFinite), "iterates are finite", "\(run.iterates)")
      expect(run.iterates.count <= steps + 1, "Newton keeps to its steps")
      expect((run.root != nil) == (run.outcome == .converged), "a converged run has a root")
      expect((run.period != nil) == (run.outcome == .cycle), "a cycle has a period")
    }
    note("difference quotients", "\(f.text) at \(start)")
    if let table = try? f.finiteDifferences(at: start) {
      expect(table.value.isFinite && table.derivative.isFinite, "a table has a derivative")
    }
  }

  private mutating func checkRoots(of f: Expression) {
    let interval = random.range()
    let budget = random.element([1, 5, 50, 500, 3000, 0])
    note("roots", "\(f.text) in \(interval), budget \(budget)")
    guard let answer = try? f.realRoots(in: interval, budget: budget) else { return }
    expect(
      answer.roots.allSatisfy { interval.contains($0.location) }, "roots lie in the interval",
      "\(answer.roots)")
    expect(
      zip(answer.roots, answer.roots.dropFirst()).allSatisfy { $0.location <= $1.location },
      "roots ascend", "\(answer.roots)")
    let enclosures = IntervalEvaluator(Program([f]))
    func range(_ lower: Double, _ upper: Double) -> Interval {
      enclosures.values(on: [Interval(lower, upper)])[0]
    }
    let width = interval.upperBound - interval.lowerBound
    let places = (0...12).map {
      min(interval.lowerBound + width * Double($0) / 12, interval.upperBound)
    }
    let settled =
      answer.roots.map(\.enclosure) + answer.zeroIntervals + answer.unsettled + answer.breaks
    for (a, b) in zip(places, places.dropFirst()) where a < b && range(a, b).isContinuous {
      let (left, right) = (range(a, a), range(b, b))
      guard !left.isEmpty, !right.isEmpty, (left.upper < 0) == (right.lower > 0),
        (left.lower > 0) == (right.upper < 0), left.upper < 0 || left.lower > 0
      else { continue }
      expect(
        settled.contains { $0.lowerBound <= b && $0.upperBound >= a },
        "a proved change of sign has a root or is called unsettled", "\(a), \(b): \(answer)")
    }
  }
}
