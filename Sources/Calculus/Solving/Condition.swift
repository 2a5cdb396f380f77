/// Something that a result claims, or does not: a sentence, and whether it holds.
public struct Condition: Hashable, Sendable, Codable {
  /// The claim, as a sentence without a full stop.
  public let claim: String
  /// Whether it holds.
  public let isMet: Bool

  init(_ claim: String, _ isMet: Bool) { (self.claim, self.isMet) = (claim, isMet) }
}

extension CriticalPointSet {
  /// What the list claims to be.
  public var conditions: [Condition] {
    [
      Condition("every critical point of the window is accounted for", isComplete),
      Condition("the critical points are isolated", !isContinuum),
      Condition(
        "the second derivatives decide the kinds", !points.contains { $0.kind == .degenerate }),
    ]
  }
}

extension LagrangePointSet {
  /// What the list claims to be; the constraint has a point where that is proved.
  public var conditions: [Condition] {
    [
      Condition("every Lagrange point of the window is accounted for", isComplete),
      Condition("the Lagrange points are isolated", !isContinuum),
      Condition("the constraint has a point in the window", isConstraintEmpty == false),
      Condition("the constraint has a gradient everywhere on it", singularPoints.isEmpty),
    ]
  }
}

extension RealRoots {
  /// What the list claims to be.
  public var conditions: [Condition] {
    [
      Condition("every root of the interval is accounted for", isComplete),
      Condition("every root is proved", roots.allSatisfy(\.isCertified)),
      Condition("the roots are isolated", zeroIntervals.isEmpty),
    ]
  }
}

extension NewtonRaphson {
  /// What the run claims.
  public var conditions: [Condition] {
    [
      Condition("the iteration converged", outcome == .converged),
      Condition("the root is simple", outcome == .converged && multiplicity == nil),
    ]
  }
}

extension Descent {
  /// What the path claims.
  public var conditions: [Condition] {
    [
      Condition("a minimum is within the tolerance", outcome == .converged),
      Condition(
        "the value falls at every step",
        zip(values, values.dropFirst()).allSatisfy { ($1 ?? .nan) <= ($0 ?? .nan) }),
    ]
  }
}

extension FitResult {
  /// What the fit claims.
  public var conditions: [Condition] {
    let isDetermined = parameters.allSatisfy { $0.role != .free || $0.standardError != nil }
    return [
      Condition("a minimum was reached", [.solved, .converged, .exact].contains(verdict)),
      Condition("the data determine every parameter", isDetermined),
      Condition("no parameter is at a bound", !parameters.contains { $0.role == .atBound }),
      Condition("every row was used", skippedRows.isEmpty),
    ]
  }
}
