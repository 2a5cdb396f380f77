/// The search for all critical points of f(x, y) in a window: ∇f = 0.
///
///     let f = try Expression("x^2 + y^2", variables: ["x", "y"])
///     CriticalPointSearch(of: f, in: (x: -2...2, y: -2...2)).points().points[0].kind  // .minimum
///
/// Branch and bound with interval Newton steps (Hansen, Sengupta 1981; Neumaier 1990) on the exact
/// gradient and Hessian. Regular points are proved to exist, to be alone, and to be all; their kinds
/// follow from the signs of an interval determinant, so no threshold is involved. Points with a
/// singular Hessian are found to about 1e-6 of the window and are called `degenerate`, without a
/// proof; curves of critical points are recognised by sampling. A sum of two squares that is too
/// badly scaled for this is split: ∇(r² + s²) = 0 where r = s = 0 or where det ∂(r, s) = 0.
/// Removable points such as the origin of sin(x² + y²)/(x² + y²) count as filled in, with the limit as
/// their value.
/// Cost: a few microseconds a box, some tens to some thousands of boxes a function.
public struct CriticalPointSearch: Sendable {
  /// The function.
  public let function: Expression
  /// The window; its edge belongs to it.
  public let window: SearchBox
  /// The greatest number of boxes to look at; fewer for formulas of many hundred operations.
  public let budget: Int

  /// The budget of a search that is not told otherwise: well below a second for usual formulas.
  public static let defaultBudget = 100_000

  /// A search for the critical points of a function of two variables.
  ///
  /// A function of more or fewer variables gives a result that leaves the whole window unsettled.
  public init(
    of function: Expression, in window: (x: ClosedRange<Double>, y: ClosedRange<Double>),
    budget: Int = CriticalPointSearch.defaultBudget
  ) {
    self.function = function
    self.window = SearchBox(x: window.x, y: window.y)
    self.budget = max(budget, 1)
  }

  /// Searches the window.
  public func points() -> CriticalPointSet {
    guard function.variables.count == 2 else {
      return CriticalPointSet(
        variables: function.variables, points: [], nonsmoothPoints: [], isContinuum: false,
        unsettled: [window], hasFlatParts: false, boxesVisited: 0)
    }
    let function = function.fillingRemovablePoints
    let squares = SumOfSquares(function)
    let firstBudget = squares == nil ? budget : min(4000, (budget + 1) / 2)
    let field = GradientField(function)
    if let power = PowerOfFunction(function),
      let search = power.search(in: PlaneBox(window), budget: budget)
    {
      return result(of: search, power, field)
    }
    var search = RootSearch(field.search, in: PlaneBox(window), budget: firstBudget)
    search.run()
    let plain = result(of: search, field)
    guard let squares, !plain.isComplete || plain.isContinuum else { return plain }
    let split = squares.points(
      in: PlaneBox(window), budget: budget - search.visited, field: field)
    if let split {
      return finished(split.points, [], RootSearch.Remains(), search.visited + split.visited)
    }
    if plain.isComplete || budget <= 2 * firstBudget { return plain }
    var full = RootSearch(field.search, in: PlaneBox(window), budget: budget)
    full.run()
    return result(of: full, field)
  }

  private func result(of search: RootSearch, _ field: GradientField) -> CriticalPointSet {
    var points = search.roots.map { field.point(at: $0.at) }
    var ends = search.settledLeftovers()
    for p in ends.points { points.append(field.degeneratePoint(at: p)) }
    ends.unsettled += search.unsettled
    return finished(points, extrema(of: field, in: search), ends, search.visited)
  }

  /// The points off the curve u = 0 of a power of u: degenerate ones are known to 1e-4 of the window.
  private func result(
    of search: RootSearch, _ power: PowerOfFunction, _ field: GradientField
  ) -> CriticalPointSet {
    var ends = search.settledLeftovers()
    func off(_ points: [PlanePoint], _ share: Double) -> [PlanePoint] {
      points.filter { power.isAway(from: $0, in: search.window, share: share) }
    }
    let points =
      off(search.roots.map(\.at), 1e-12).map { field.point(at: $0) }
      + off(ends.points, 1e-4).map { field.degeneratePoint(at: $0) }
    ends.unsettled += search.unsettled
    ends.isContinuum = true
    return finished(points, extrema(of: field, in: search), ends, search.visited)
  }

  private func extrema(of field: GradientField, in search: RootSearch) -> [NonsmoothPoint] {
    KinkExtrema(of: field, in: search.window).extrema(on: search.kinks)
      .sorted { ($0.value, $0.at[0], $0.at[1]) < ($1.value, $1.at[0], $1.at[1]) }
  }

  private func finished(
    _ points: [CriticalPoint], _ extrema: [NonsmoothPoint], _ ends: RootSearch.Remains,
    _ visited: Int
  ) -> CriticalPointSet {
    // The formula of a gradient may be defined where the function is not: (ln x)′ = 1/x for x < 0.
    let sorted = points.filter(\.value.isFinite).sorted {
      ($0.value, $0.at[0], $0.at[1]) < ($1.value, $1.at[0], $1.at[1])
    }
    return CriticalPointSet(
      variables: function.variables, points: sorted, nonsmoothPoints: extrema,
      isContinuum: ends.isContinuum,
      unsettled: BoxClusters.merged(ends.unsettled, in: PlaneBox(window)).map(\.searchBox),
      hasFlatParts: ends.isFlat, boxesVisited: visited)
  }
}
