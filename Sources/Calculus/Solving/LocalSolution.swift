/// Where an iteration from a start ended.
public struct LocalSolution<Point: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  /// The last point.
  public let point: Point
  /// The number of steps.
  public let steps: Int
  /// Whether the iteration came to rest, so that `point` is a solution within rounding.
  public let isConverged: Bool
}
