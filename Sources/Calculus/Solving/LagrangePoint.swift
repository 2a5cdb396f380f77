/// A point of a constraint where the function is stationary along it: ∇f = Σ λⱼ ∇gⱼ.
public struct LagrangePoint: Hashable, Sendable, Codable {
  /// The coordinates, in the order of the variables.
  public let at: [Double]
  /// The multipliers λ, one for each constraint.
  public let multipliers: [Double]
  /// The value of the function.
  public let value: Double
  /// What the function does along the constraint; a saddle is neither minimum nor maximum.
  public let kind: CriticalPoint.Kind

  /// A Lagrange point with all that is known of it.
  public init(at: [Double], multipliers: [Double], value: Double, kind: CriticalPoint.Kind) {
    self.at = at
    self.multipliers = multipliers
    self.value = value
    self.kind = kind
  }
}

/// A point of a constraint where its gradient is zero: a node, a cusp or an isolated point.
///
/// Extrema may lie there without any multiplier.
public struct SingularConstraintPoint: Hashable, Sendable, Codable {
  /// The coordinates.
  public let at: [Double]
  /// The value of the function.
  public let value: Double

  /// A singular point with all that is known of it.
  public init(at: [Double], value: Double) {
    self.at = at
    self.value = value
  }
}

/// All Lagrange points in a window, and what could not be settled.
public struct LagrangePointSet: Hashable, Sendable, Codable {
  /// The names of the coordinates.
  public let variables: [String]
  /// The isolated Lagrange points, by value, then by their coordinates.
  public let points: [LagrangePoint]
  /// The points of the constraint where its gradient is zero: found, not proved.
  public let singularPoints: [SingularConstraintPoint]
  /// Extrema along the constraint where the function or the constraint has a kink: found by
  /// comparing values, not proved.
  public let nonsmoothPoints: [NonsmoothPoint]
  /// Whether the function is stationary along whole pieces of the constraint.
  public let isContinuum: Bool
  /// Whether no point of the window satisfies the constraint (proved), some does (proved), or `nil`
  /// where neither was settled.
  public let isConstraintEmpty: Bool?
  /// Boxes of which nothing was proved within the budget: empty when the list is complete.
  public let unsettled: [SearchBox]
  /// The number of boxes looked at.
  public let boxesVisited: Int

  /// Whether every Lagrange point of the window is accounted for.
  public var isComplete: Bool { unsettled.isEmpty }
}
