/// What becomes of Newton–Raphson from each start of an interval.
///
///     let f = try Expression("x^3 - 2x + 2", variables: ["x"])
///     let starts = try f.newtonStarts(in: -3...2, count: 500)
///     starts.fates  // .root(-1.769…), .cycle([0, 1])
///
/// Each start runs under the rules of `newtonRaphson`, with fewer steps; so what is promised there is
/// promised here, and a start that needs more steps than `newtonStartSteps` is said to wander.
public struct NewtonStarts: Sendable, Hashable {
  /// Where iterates go that grow for good.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case up, down
    /// To one side and to the other in turn.
    case alternating
  }

  /// How a run from a start ends.
  public enum Fate: Sendable, Hashable {
    /// At this root.
    case root(Double)
    /// At one of so many roots that they are not told apart.
    case furtherRoot
    /// In a cycle of these places, from the least of them.
    case cycle([Double])
    /// In one of so many cycles of this length that they are not told apart.
    case furtherCycle(period: Int)
    /// Out of all bounds.
    case diverged(Direction)
    /// At a place where f′ = 0 and f is not.
    case stationary
    /// At a place where f or f′ is undefined.
    case leftDomain
    /// None of these within the steps allowed.
    case wandering
  }

  /// The interval of the starts, which stand in the middles of cells of one size.
  public let range: ClosedRange<Double>
  /// The fates: roots ascending, then cycles by their length, then the others.
  public let fates: [Fate]
  /// For each start the number of its fate.
  public let labels: [Int]
  /// For each start the number of its steps.
  public let steps: [Int]

  /// The part of all starts that has a fate.
  public func share(of fate: Int) -> Double {
    Double(labels.count { $0 == fate }) / Double(max(labels.count, 1))
  }

  /// Roots that are told apart, and cycles of a length: those of the most starts.
  public static let mostRoots = 12, mostCycles = 4
}

extension Expression {
  /// The greatest number of steps from each start of `newtonStarts`.
  public static let newtonStartSteps = 250

  /// What becomes of Newton–Raphson from `count` starts across an interval.
  ///
  /// Roots, and the places of cycles, that are nearer than 1e-5 of the interval's width are one. Cost: at
  /// most `newtonStartSteps` evaluations of f and f′ a start.
  public func newtonStarts(
    in range: ClosedRange<Double>, count: Int
  ) throws(UnivariateError) -> NewtonStarts {
    let name = try onlyVariable
    let width = range.upperBound - range.lowerBound
    guard width.isFinite, width > 0 else {
      throw .badInterval(lower: range.lowerBound, upper: range.upperBound)
    }
    let program = Program([self, derivative(by: name)])
    let (points, boxes) = (PointEvaluator(program), IntervalEvaluator(program))
    var gathered = GatheredFates(within: 1e-5 * width)
    var steps: [Int] = []
    for index in 0..<max(count, 0) {
      let part = (Double(index) + 0.5) / Double(count)
      let start = range.lowerBound * (1 - part) + range.upperBound * part
      var run = NewtonRaphsonRun(points, boxes, start: start, budget: Self.newtonStartSteps)
      gathered.add(run.fate())
      steps.append(run.iterates.count - 1)
    }
    let (fates, labels) = gathered.ordered()
    return NewtonStarts(range: range, fates: fates, labels: labels, steps: steps)
  }
}

extension NewtonRaphsonRun {
  /// Runs to the end, and says what it was.
  fileprivate mutating func fate() -> NewtonStarts.Fate {
    let ending = run()
    switch ending.outcome {
    case .converged: return .root(limit(after: ending).root ?? iterates[iterates.count - 1])
    case .cycle: return .cycle(NewtonRaphson.cycle(at: iterates.suffix(ending.period ?? 1)))
    case .diverged: return .diverged(NewtonStarts.Direction(of: iterates))
    case .stationary: return .stationary
    case .leftDomain: return .leftDomain
    case .wandering: return .wandering
    }
  }
}

extension NewtonStarts.Direction {
  /// The signs of the last iterates tell.
  public init(of iterates: [Double]) {
    let last = iterates.suffix(4)
    if last.allSatisfy({ $0 > 0 }) {
      self = .up
    } else {
      self = last.allSatisfy { $0 < 0 } ? .down : .alternating
    }
  }
}
