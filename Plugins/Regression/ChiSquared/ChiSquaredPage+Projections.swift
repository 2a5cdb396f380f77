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
      marks += bars(joint, at: Self.insets.joint, Self.jointPen)
    }
    let single = Box(
      minX: unit.centre.x - p.squareRoot(), minY: unit.centre.y - r.squareRoot(),
      maxX: unit.centre.x + p.squareRoot(), maxY: unit.centre.y + r.squareRoot())
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

  /// The sides of a box as bars with caps, beside both axes.
  private func bars(_ extent: Box, at distance: Double, _ pen: Pen) -> [Mark] {
    let (x, y) = inset(distance)
    let cap = Point(
      8 * problem.window.width / box.width, 8 * problem.window.height / box.height)
    let bars = [
      Path(line: Point(extent.minX, y), Point(extent.maxX, y)),
      Path(line: Point(x, extent.minY), Point(x, extent.maxY)),
    ]
    let caps =
      [extent.minX, extent.maxX].map { Path(line: Point($0, y - cap.y), Point($0, y + cap.y)) }
      + [extent.minY, extent.maxY].map { Path(line: Point(x - cap.x, $0), Point(x + cap.x, $0)) }
    let casing = (bars + caps).map { Mark.curve($0, Pen(.role(.paper), width: 9), label: nil) }
    return casing + bars.map { .curve($0, pen, label: nil) }
      + caps.map { .curve($0, Pen(pen.paint, width: 2.6), label: nil) }
  }
}
