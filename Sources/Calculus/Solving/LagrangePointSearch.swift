/// The search for all points in a window where f is stationary along the curve g = 0.
///
///     let f = try Expression("x + y", variables: ["x", "y"])
///     let g = try Expression("x^2 + y^2 - 1", variables: ["x", "y"])
///     LagrangePointSearch(of: f, on: g, in: (x: -2...2, y: -2...2)).points().points.count  // 2
///
/// The multiplier is eliminated: the roots of g = 0 and D = f_x g_y − f_y g_x = 0 are searched as
/// `CriticalPointSearch` does it, with the same promises. At a regular root
/// det ∂(g, D)/∂(x, y) = −|∇g|²·c with c = tᵀ(∇²f − λ∇²g)t, the curvature of f along the constraint:
/// its proved sign gives the kind, which is what the bordered Hessian says.
public struct LagrangePointSearch: Sendable {
  /// The function.
  public let function: Expression
  /// The constraint g, that is to be 0.
  public let constraint: Expression
  /// The window; its edge belongs to it.
  public let window: SearchBox
  /// The greatest number of boxes to look at.
  public let budget: Int

  /// A search on one constraint in two variables, which both expressions must have.
  ///
  /// Other numbers of variables give a result that leaves the whole window unsettled.
  public init(
    of function: Expression, on constraint: Expression,
    in window: (x: ClosedRange<Double>, y: ClosedRange<Double>),
    budget: Int = CriticalPointSearch.defaultBudget
  ) {
    self.function = function
    self.constraint = constraint
    self.window = SearchBox(x: window.x, y: window.y)
    self.budget = max(budget, 1)
  }

  /// Searches the window.
  public func points() -> LagrangePointSet {
    guard function.variables.count == 2, constraint.variables == function.variables else {
      return LagrangePointSet(
        variables: function.variables, points: [], singularPoints: [], nonsmoothPoints: [],
        isContinuum: false,
        isConstraintEmpty: nil, unsettled: [window], boxesVisited: 0)
    }
    let constraint = constraint.fillingRemovablePoints
    let field = ConstraintField(function.fillingRemovablePoints, constraint)
    let box = PlaneBox(window)
    var search = RootSearch(field.system, in: box, budget: budget)
    search.run()
    var points = search.roots.map { field.point(at: $0.at) }
    var singular: [PlanePoint] = []
    var rest = search
    rest.leftovers = []
    for group in BoxClusters.gathered(
      search.leftovers, gap: (x: 2 * search.least.x, y: 2 * search.least.y))
    {
      if let p = field.singularPoint(beside: group, in: box) {
        if !singular.contains(where: { field.isClose($0, p, in: box) }) { singular.append(p) }
      } else {
        rest.leftovers += group
      }
    }
    let ends = rest.settledLeftovers()
    for p in ends.points { points.append(field.degeneratePoint(at: p, in: box)) }
    let extrema = field.extrema(onKinks: search.kinks, in: box)
      .sorted { ($0.value, $0.at[0], $0.at[1]) < ($1.value, $1.at[0], $1.at[1]) }
    let hasPoint = !search.roots.isEmpty
    return LagrangePointSet(
      variables: function.variables,
      points: points.filter(\.value.isFinite).sorted {
        ($0.value, $0.at[0], $0.at[1]) < ($1.value, $1.at[0], $1.at[1])
      },
      singularPoints: singular.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.map {
        SingularConstraintPoint(at: $0.coordinates, value: field.value(at: $0))
      },
      nonsmoothPoints: extrema, isContinuum: ends.isContinuum,
      isConstraintEmpty: hasPoint ? false : ZeroSet(of: constraint).isEmpty(in: box),
      unsettled: BoxClusters.merged(ends.unsettled + search.unsettled, in: box).map(\.searchBox),
      boxesVisited: search.visited)
  }
}
