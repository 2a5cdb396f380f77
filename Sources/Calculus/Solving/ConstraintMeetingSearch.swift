/// The search for all points in a window where two constraints hold: g = 0 and h = 0.
///
///     let g = try Expression("x^2 + y^2 - 25", variables: ["x", "y"])
///     let h = try Expression("x y - 12", variables: ["x", "y"])
///     ConstraintMeetingSearch(of: g, on: (g, h), in: (x: -6...6, y: -6...6)).points().points.count  // 4
///
/// Two constraints in the plane leave no freedom: every point where they cross is a Lagrange point of
/// every function, with multipliers from ∇f = λ∇g + μ∇h, and its kind is `degenerate`. Searched as
/// `CriticalPointSearch` does it, with the same promises. Where the curves only touch, ∇g and ∇h are
/// parallel and there need be no multipliers: such points are singular ones.
public struct ConstraintMeetingSearch: Sendable {
  /// The function.
  public let function: Expression
  /// The constraints g and h, that are to be 0.
  public let constraints: (Expression, Expression)
  /// The window; its edge belongs to it.
  public let window: SearchBox
  /// The greatest number of boxes to look at.
  public let budget: Int

  /// A search on two constraints in two variables, which all expressions must have.
  ///
  /// Other numbers of variables give a result that leaves the whole window unsettled.
  public init(
    of function: Expression, on constraints: (Expression, Expression),
    in window: (x: ClosedRange<Double>, y: ClosedRange<Double>),
    budget: Int = CriticalPointSearch.defaultBudget
  ) {
    self.function = function
    self.constraints = constraints
    self.window = SearchBox(x: window.x, y: window.y)
    self.budget = max(budget, 1)
  }

  /// Searches the window.
  public func points() -> LagrangePointSet {
    let (g, h) = constraints
    guard function.variables.count == 2, g.variables == function.variables,
      h.variables == function.variables
    else {
      return LagrangePointSet(
        variables: function.variables, points: [], singularPoints: [], nonsmoothPoints: [],
        isContinuum: false,
        isConstraintEmpty: nil, unsettled: [window], boxesVisited: 0)
    }
    let found = IntersectionSearch(of: g, h, in: (window.x, window.y), budget: budget).points()
    let values = PointEvaluator(Program([function] + (function.gradient + g.gradient + h.gradient)))
    let points = found.crossings.map { Self.point(at: $0, values) }.filter(\.value.isFinite)
    let singular = found.touchings.map { at in
      values.evaluate(at[0], at[1])
      return SingularConstraintPoint(at: at, value: values.result(0))
    }
    let isMet = !found.crossings.isEmpty || found.isContinuum
    let isOpen = !singular.isEmpty || !found.unsettled.isEmpty
    let boxes = found.unsettled.map { PlaneBox($0) }
    return LagrangePointSet(
      variables: function.variables,
      points: points.sorted {
        ($0.value, $0.at[0], $0.at[1]) < ($1.value, $1.at[0], $1.at[1])
      },
      singularPoints: singular.sorted { ($0.at[0], $0.at[1]) < ($1.at[0], $1.at[1]) },
      nonsmoothPoints: [], isContinuum: found.isContinuum,
      isConstraintEmpty: isMet ? false : isOpen ? nil : true,
      unsettled: BoxClusters.merged(boxes, in: PlaneBox(window)).map(\.searchBox),
      boxesVisited: found.boxesVisited)
  }

  /// The point with its multipliers by Cramer's rule on the columns ∇g, ∇h, scaled to length 1 first
  /// so that no product overflows.
  private static func point(at p: [Double], _ values: PointEvaluator) -> LagrangePoint {
    values.evaluate(p[0], p[1])
    let (u, v) = (values.result(1), values.result(2))
    func column(_ index: Int) -> (x: Double, y: Double, length: Double) {
      let (x, y) = (values.result(index), values.result(index + 1))
      let size = max(abs(x), abs(y))
      let length = ((x / size) * (x / size) + (y / size) * (y / size)).squareRoot() * size
      return (x / length, y / length, length)
    }
    let (g, h) = (column(3), column(5))
    let determinant = g.x * h.y - g.y * h.x
    let first = (u * h.y - v * h.x) / determinant / g.length
    let second = (g.x * v - g.y * u) / determinant / h.length
    return LagrangePoint(
      at: p.map { $0 == 0 ? 0 : $0 },
      multipliers: [first, second].map { $0 == 0 ? 0 : $0 }, value: values.result(0),
      kind: .degenerate)
  }
}
