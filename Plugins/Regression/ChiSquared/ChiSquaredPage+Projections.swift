import Plotting

extension ChiSquaredPage {
  static let projectionPen = Pen(.role(.orange), width: 6)
  static let jointPen = Pen(.role(.ink), width: 3)

  /// How far from the axis the bars of one parameter and of both together stand, in page units.
  private static let insets = (single: 14.0, joint: 34.0)

  /// On each axis ±1σ of that parameter alone, and the reach of the joint 68 % region.
  ///
  /// Lines lead from the former to where the ellipse of Δχ² = 1 ends.
  var projections: [Mark] {
    guard let unit = problem.ellipses.first(where: { $0.delta == 1 }) else { return [] }
    let (p, q, r) = problem.covariance
    let (x, y) = inset(Self.insets.single)
    var marks: [Mark] = []
    for side in [-1.0, 1.0] {
      let right = Point(
        unit.centre.x + side * p.squareRoot(), unit.centre.y + side * q / p.squareRoot())
      let top = Point(
        unit.centre.x + side * q / r.squareRoot(), unit.centre.y + side * r.squareRoot())
      for line in [Path(line: Point(right.x, y), right), Path(line: Point(x, top.y), top)] {
        marks.append(.curve(line, Pen(.role(.orange), width: 1.8, dash: .drop), label: nil))
      }
    }
    if let joint = problem.jointReach {
      marks += bars((joint.x, joint.y), at: Self.insets.joint, Self.jointPen)
    }
    let single = (
      x: JointReach.Extent(
        low: unit.centre.x - p.squareRoot(), high: unit.centre.x + p.squareRoot()),
      y: JointReach.Extent(
        low: unit.centre.y - r.squareRoot(), high: unit.centre.y + r.squareRoot())
    )
    return marks + bars(single, at: Self.insets.single, Self.projectionPen)
  }

  /// The place of a distance from the axes, in the coordinates of the map.
  private func inset(_ distance: Double) -> (x: Double, y: Double) {
    let window = problem.window
    return (
      window.minX + distance * window.width / box.width,
      window.minY + distance * window.height / box.height
    )
  }

  /// Extents as bars beside both axes, with a cap where they end, else to the edge of the window.
  private func bars(
    _ extent: (x: JointReach.Extent, y: JointReach.Extent), at distance: Double, _ pen: Pen
  ) -> [Mark] {
    let (x, y) = inset(distance)
    let window = problem.window
    let cap = Point(8 * window.width / box.width, 8 * window.height / box.height)
    let (left, right) = (extent.x.low ?? window.minX, extent.x.high ?? window.maxX)
    let (low, high) = (extent.y.low ?? window.minY, extent.y.high ?? window.maxY)
    let bars = [
      Path(line: Point(left, y), Point(right, y)), Path(line: Point(x, low), Point(x, high)),
    ]
    let caps =
      [extent.x.low, extent.x.high].compactMap(\.self)
      .map { Path(line: Point($0, y - cap.y), Point($0, y + cap.y)) }
      + [extent.y.low, extent.y.high].compactMap(\.self)
      .map { Path(line: Point(x - cap.x, $0), Point(x + cap.x, $0)) }
    let casing = (bars + caps).map { Mark.curve($0, Pen(.role(.paper), width: 9), label: nil) }
    return casing + bars.map { .curve($0, pen, label: nil) }
      + caps.map { .curve($0, Pen(pen.paint, width: 2.6), label: nil) }
  }
}
