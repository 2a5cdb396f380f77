/// What the iteration x ← x − f(x)/f′(x) did from a start.
///
///     let f = try Expression("x^2 - 2", variables: ["x"])
///     let run = try f.newtonRaphson(from: 1)
///     run.outcome  // .converged
///     run.root     // 1.4142135623730951
///     run.order    // about 2
public struct NewtonRaphson: Sendable, Hashable, Codable {
  /// What happened.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// Step and residual came down to rounding level.
    case converged
    /// The iterates repeat to 1e-9.
    case cycle
    /// |x| grew for good, or overflowed, and no root was approached.
    case diverged
    /// f′ = 0 at an iterate that is no root: there is no next one.
    case stationary
    /// The function or its derivative is undefined at the last iterate.
    case leftDomain
    /// None of these within the steps allowed.
    case wandering
  }

  /// What is looked for.
  public enum Target: String, Sendable, Hashable, Codable, CaseIterable {
    /// A root of f.
    case root
    /// An extremum of f: a root of f′, so that the step is −f′/f″.
    case extremum
  }

  /// What an extremum is, by the sign of f″ with its rounding errors bounded.
  public enum Kind: String, Sendable, Hashable, Codable {
    case minimum, maximum, degenerate
  }

  /// What was looked for.
  public let target: Target
  /// x₀, x₁, …: all iterates, all of them finite.
  public let iterates: [Double]
  /// What happened.
  public let outcome: Outcome
  /// The root, where the iteration converged; at a multiple root the limit, extrapolated.
  public let root: Double?
  /// The length of the cycle, where there is one.
  public let period: Int?
  /// The measured order of convergence: 2 at a simple root, 1 at a multiple one; `nil` where too few
  /// steps stand above rounding.
  public let order: Double?
  /// The measured multiplicity 1/(1 − q) of a root approached linearly with the factor q.
  public let multiplicity: Double?
  /// What kind of extremum was reached, where one was looked for.
  public let kind: Kind?
}

extension Expression {
  /// Newton–Raphson from a start, with a verdict.
  ///
  /// xₖ₊₁ = xₖ − f(xₖ)/f′(xₖ) with the exact derivative (Newton 1669, Raphson 1690), undamped, as it
  /// is taught. The verdict never rests on the residual alone: x·exp(−x) underflows to 0 on its way to
  /// infinity and is called diverged. What is promised: `converged` means that the step fell to rounding
  /// level, or f vanished, or the step shrank by a steady factor towards a point whose residual is
  /// rounding. `diverged` and `wandering` are judgements over finitely many steps, not theorems.
  ///
  /// - Parameters:
  ///   - start: x₀; it may lie outside the domain, which is then the verdict.
  ///   - target: a root of f, or an extremum: a root of f′.
  ///   - steps: the greatest number of steps; the verdict is on these alone.
  /// - Complexity: one evaluation of f and f′ a step.
  public func newtonRaphson(
    from start: Double, seeking target: NewtonRaphson.Target = .root,
    steps: Int = NewtonRaphson.defaultSteps
  ) throws(UnivariateError) -> NewtonRaphson {
    let name = try onlyVariable
    guard start.isFinite else { throw .notFinite(start) }
    guard (1...NewtonRaphson.stepLimit).contains(steps) else {
      throw .badBudget(steps, limit: NewtonRaphson.stepLimit)
    }
    let f = target == .root ? self : derivative(by: name)
    let slope = f.derivative(by: name)
    var run = NewtonRaphsonRun(f, slope, start: start, budget: steps)
    let ending = run.run()
    let limit = run.limit(after: ending)
    var kind: NewtonRaphson.Kind?
    if target == .extremum, let root = limit.root {
      // A multiple root of f′ is a root of f″.
      kind = limit.multiplicity == nil ? run.kind(at: root) : .degenerate
    }
    return NewtonRaphson(
      target: target, iterates: run.iterates, outcome: ending.outcome, root: limit.root,
      period: ending.period, order: limit.order, multiplicity: limit.multiplicity, kind: kind)
  }
}

extension NewtonRaphson {
  /// The places of the cycle in their order, from the least; `nil` where there is none.
  public var cycle: [Double]? {
    period.map { Self.cycle(at: iterates.suffix($0)) }
  }

  /// Places that follow one another in a circle, from the least of them.
  static func cycle(at places: some BidirectionalCollection<Double>) -> [Double] {
    let places = Array(places)
    guard let first = places.indices.min(by: { places[$0] < places[$1] }) else { return [] }
    return Array(places[first...] + places[..<first])
  }

  /// Enough steps for every honest convergence of the conformance set, at most 207.
  public static let defaultSteps = 1000
  /// The greatest number of steps that may be asked for.
  public static let stepLimit = 100_000
}
