/// The points in which two curves f = 0 and g = 0 of a window meet.
public struct Intersections: Sendable {
  /// Where they cross at an angle: proved to exist, to be alone, and to be all.
  public let crossings: [[Double]]
  /// Where they touch, as far as rounding tells.
  public let touchings: [[Double]]
  /// Where neither could be settled.
  public let unsettled: [SearchBox]
  /// Whether they share whole pieces.
  public let isContinuum: Bool
  /// The number of boxes that were looked at.
  public let boxesVisited: Int
}

/// The search for the points in which two curves of the plane meet.
///
/// Interval Newton branch and bound, as for critical points (see `CriticalPointSearch`).
public struct IntersectionSearch: Sendable {
  private let first: Expression
  private let second: Expression
  private let window: SearchBox
  private let budget: Int

  /// A search for the common zeros of two expressions in two variables.
  public init(
    of first: Expression, _ second: Expression,
    in window: (x: ClosedRange<Double>, y: ClosedRange<Double>), budget: Int
  ) {
    self.first = first
    self.second = second
    self.window = SearchBox(x: window.x, y: window.y)
    self.budget = budget
  }

  /// Searches the window.
  public func points() -> Intersections {
    let system = PlaneSystem(first, second, witnesses: [first, second])
    var search = RootSearch(system, in: PlaneBox(window), budget: budget)
    search.run()
    let leftovers = search.settledLeftovers()
    return Intersections(
      crossings: search.roots.map(\.at.coordinates),
      touchings: leftovers.points.map(\.coordinates),
      unsettled: (leftovers.unsettled + search.unsettled + search.kinks).map(\.searchBox),
      isContinuum: leftovers.isContinuum, boxesVisited: search.visited)
  }
}
