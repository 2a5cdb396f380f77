/// A function and a constraint in the plane, with the equations of their Lagrange points.
struct ConstraintField {
  /// g = 0, f_x g_y − f_y g_x = 0.
  let system: PlaneSystem
  /// ∇g = 0.
  private let singularities: PlaneSystem
  /// f, g and their gradients.
  private let values: PointEvaluator

  init(_ function: Expression, _ constraint: Expression) {
    let (df, dg) = (function.gradient, constraint.gradient)
    let determinant = Expression.combining(df + dg) { graph, d in
      graph.difference(graph.product(d[0], d[3]), graph.product(d[1], d[2]))
    }
    system = PlaneSystem(
      constraint, determinant, witnesses: [function, constraint] + df + dg)
    singularities = PlaneSystem(dg[0], dg[1], witnesses: [constraint] + dg)
    values = PointEvaluator(Program([function, constraint] + df + dg))
  }

  func value(at p: PlanePoint) -> Double {
    values.evaluate(p.x, p.y)
    return values.result(0)
  }

  /// g and ∇g.
  func constraint(at p: PlanePoint) -> (value: Double, slope: PlanePoint) {
    values.evaluate(p.x, p.y)
    return (values.result(1), PlanePoint(x: values.result(4), y: values.result(5)))
  }

  // MARK: Regular points

  /// The point with its kind by the proved sign of det ∂(g, D)/∂(x, y).
  func point(at p: PlanePoint) -> LagrangePoint {
    let sign = system.determinantSign(at: p)
    return point(at: p, sign < 0 ? .minimum : sign > 0 ? .maximum : .degenerate)
  }

  private func point(at p: PlanePoint, _ kind: CriticalPoint.Kind) -> LagrangePoint {
    values.evaluate(p.x, p.y)
    let (a, b) = (values.result(4), values.result(5))
    // λ = ∇f·∇g/|∇g|², scaled so that no square overflows.
    let size = max(abs(a), abs(b))
    let (u, v) = (a / size, b / size)
    let multiplier = (values.result(2) * u + values.result(3) * v) / ((u * u + v * v) * size)
    return LagrangePoint(
      at: p.coordinates.map { $0 == 0 ? 0 : $0 }, multipliers: [multiplier == 0 ? 0 : multiplier],
      value: values.result(0), kind: kind)
  }

  // MARK: Degenerate points

  /// A point where the curvature along the constraint is 0, judged by values to its two sides.
  ///
  /// Steps of 0.003 of the window along the constraint: greater values on both sides make a minimum,
  /// smaller ones a maximum. That is evidence, not a proof; anything else stays `degenerate`.
  func degeneratePoint(at p: PlanePoint, in window: PlaneBox) -> LagrangePoint {
    let here = value(at: p)
    let sides = [1.0, -1.0].map { direction -> Double in
      guard let q = step(from: p, 0.003 * direction, in: window) else { return .nan }
      return value(at: q) - here
    }
    if sides[0] > 0 && sides[1] > 0 { return point(at: p, .minimum) }
    if sides[0] < 0 && sides[1] < 0 { return point(at: p, .maximum) }
    return point(at: p, .degenerate)
  }

  /// The point of the constraint at a share of the window beside `p`, by Newton steps along ∇g.
  private func step(from p: PlanePoint, _ share: Double, in window: PlaneBox) -> PlanePoint? {
    let slope = constraint(at: p).slope
    let length = (slope.x * slope.x + slope.y * slope.y).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    let reach = share * max(window.x.width, window.y.width)
    return projected(
      PlanePoint(x: p.x - reach * slope.y / length, y: p.y + reach * slope.x / length))
  }

  /// The point of the constraint that Newton steps along its gradient reach.
  private func projected(_ start: PlanePoint) -> PlanePoint? {
    var q = start
    for _ in 0..<20 {
      let (g, slope) = constraint(at: q)
      let square = slope.x * slope.x + slope.y * slope.y
      let next = PlanePoint(x: q.x - g * slope.x / square, y: q.y - g * slope.y / square)
      guard next.isFinite else { return g == 0 ? q : nil }
      if next == q { break }
      q = next
    }
    return q
  }

  // MARK: Singular points of the constraint

  /// The share of the window within which singular points cannot be told apart.
  private static let share = 1e-4

  func isClose(_ a: PlanePoint, _ b: PlanePoint, in window: PlaneBox) -> Bool {
    abs(a.x - b.x) <= Self.share * window.x.width && abs(a.y - b.y) <= Self.share * window.y.width
  }

  /// The zero of ∇g beside a group of boxes on which g may be 0.
  func singularPoint(beside group: [PlaneBox], in window: PlaneBox) -> PlanePoint? {
    guard let hull = BoxClusters.hull(group),
      let p = singularities.leastSquaresPoint(from: hull.middle, steps: 400)
    else { return nil }
    let reach = hull.inflated(Self.share * window.x.width, Self.share * window.y.width)
    guard reach.contains(p) else { return nil }
    let (g, slope) = constraint(at: p)
    let scale = scales(in: window)
    let size = max(abs(slope.x) * window.x.width, abs(slope.y) * window.y.width)
    return abs(g) <= 1e-9 * scale.value && size <= 1e-5 * scale.slope ? p : nil
  }

  /// The greatest size of g and of its change along the window, over a coarse grid.
  private func scales(in window: PlaneBox) -> (value: Double, slope: Double) {
    var result = (value: 0.0, slope: 0.0)
    for row in 0...4 {
      for column in 0...4 {
        let p = PlanePoint(
          x: window.x.lower + window.x.width * Double(column) / 4,
          y: window.y.lower + window.y.width * Double(row) / 4)
        let (g, slope) = constraint(at: p)
        let size = max(abs(slope.x) * window.x.width, abs(slope.y) * window.y.width)
        if g.isFinite { result.value = max(result.value, abs(g)) }
        if size.isFinite { result.slope = max(result.slope, size) }
      }
    }
    return result
  }
}
