import Plotting

/// A map (u, v) of the plane with its Jacobian matrix.
struct PlaneMapping {
  let components: [Expression]
  /// The rows of the Jacobian matrix as expressions.
  let derivatives: [[Expression]]
  let determinant: Expression?
  private let program: Program

  init(_ u: String, _ v: String, in setting: Setting) throws(FigureError) {
    components = try [u, v].map { source throws(FigureError) in
      try setting.expression(source, in: ["x", "y"])
    }
    derivatives = components.map { part in ["x", "y"].map { part.derivative(by: $0) } }
    let d = derivatives.map { $0.map { "(\($0.text))" } }
    let isShort = d.joined().allSatisfy { $0.count < 4000 }
    determinant =
      isShort
      ? try? Expression(
        "\(d[0][0])*\(d[1][1]) - \(d[0][1])*\(d[1][0])", variables: ["x", "y"]) : nil
    program = Program(components + derivatives.flatMap { $0 })
  }

  /// An evaluator of the map and its Jacobian matrix.
  var evaluator: PlaneMappingEvaluator {
    let cost = (components + derivatives.joined()).reduce(0) { $0 + $1.operationCount }
    return PlaneMappingEvaluator(PointEvaluator(program), cost: cost)
  }
}

/// Evaluates a map of the plane at points.
struct PlaneMappingEvaluator {
  private let points: PointEvaluator
  /// How often a piece of a segment may be halved: less for formulas of thousands of operations.
  private let deepest: Int

  init(_ points: PointEvaluator, cost: Int) {
    self.points = points
    deepest = (3...10).last { cost << $0 <= 4_000_000 } ?? 3
  }

  /// The image of a point, and the columns of the Jacobian matrix there.
  func jet(_ p: Point) -> (image: Point, alongX: Point, alongY: Point) {
    points.evaluate(p.x, p.y)
    return (
      Point(points.result(0), points.result(1)), Point(points.result(2), points.result(4)),
      Point(points.result(3), points.result(5))
    )
  }

  /// The image of a segment as cubics that have its directions, in pieces where it breaks.
  ///
  /// Each cubic is halved until its middle is within `tolerance` of the true one; a piece that does
  /// not come so near after some ten halvings crosses a break and is left out.
  func image(from a: Point, to b: Point, tolerance: Double) -> Path {
    var chains: [[CubicCurve]] = [[]]
    let parts = 8
    for part in 0..<parts {
      add(
        a.interpolated(to: b, at: Double(part) / Double(parts)),
        a.interpolated(to: b, at: Double(part + 1) / Double(parts)), tolerance, 0, &chains)
    }
    return Path(chains.filter { !$0.isEmpty }.map { Subpath(cubics: $0) })
  }

  private func add(
    _ a: Point, _ b: Point, _ tolerance: Double, _ depth: Int, _ chains: inout [[CubicCurve]]
  ) {
    let (start, end) = (jet(a), jet(b))
    let third = (b - a) / 3
    let curve = CubicCurve(
      start.image, start.image + start.alongX * third.x + start.alongY * third.y,
      end.image - end.alongX * third.x - end.alongY * third.y, end.image)
    let isWhole = [curve.p0, curve.p1, curve.p2, curve.p3].allSatisfy(\.isFinite)
    let middle = jet(a.interpolated(to: b, at: 0.5)).image
    let drawn = (curve.p0 + curve.p1 * 3 + curve.p2 * 3 + curve.p3) / 8
    if isWhole, middle.isFinite, middle.distance(to: drawn) <= tolerance {
      if chains.last?.last?.p3 == curve.p0 {
        chains[chains.count - 1].append(curve)
      } else {
        chains.append([curve])
      }
    } else if depth < deepest {
      let half = a.interpolated(to: b, at: 0.5)
      add(a, half, tolerance, depth + 1, &chains)
      add(half, b, tolerance, depth + 1, &chains)
    }
  }
}
