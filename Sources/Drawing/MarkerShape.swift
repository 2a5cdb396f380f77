import Geometry

extension Marker {
  /// How far the shape reaches from its place, its casing left out.
  static let reach = 12.8
  /// The width of the casing that sets a marker off from what is under it.
  static let casing = 3.0

  /// The marker at `centre` with a casing in the colour of the paper.
  func items(
    at centre: Point, ink: Colour, paper: Colour, scale: Double = 1, isCased: Bool = true
  ) -> [PageItem] {
    let casing = isCased ? Self.casing : 0
    switch self {
    case .maximum, .minimum:
      let triangle = Self.triangle(
        at: centre, radius: Self.reach * scale, pointsUp: self == .maximum)
      let edge = PageItem.stroke(triangle, paper, LineStyle(width: 2 * casing))
      return (isCased ? [edge] : []) + [.fill(triangle, ink)]
    case .saddle:
      let arm = 7.7 * scale
      let halo = Self.cross(at: centre, arm: arm + casing / 2.0.squareRoot())
      let edge = PageItem.stroke(halo, paper, LineStyle(width: 5 * scale + 2 * casing))
      let cross = Self.cross(at: centre, arm: arm)
      return (isCased ? [edge] : []) + [.stroke(cross, ink, LineStyle(width: 5 * scale))]
    case .degenerate:
      let half = 9 * scale
      let square = Path(Box(x: centre.x, y: centre.y, width: 0, height: 0).grown(by: half))
      let style = LineStyle(width: 3 * scale, join: .miter)
      let edge = PageItem.stroke(square, paper, LineStyle(width: 3 * scale + 2 * casing))
      return (isCased ? [edge] : []) + [.fill(square, paper), .stroke(square, ink, style)]
    }
  }

  private static func triangle(at centre: Point, radius: Double, pointsUp: Bool) -> Path {
    let sign = pointsUp ? -1.0 : 1.0
    let across = radius * 3.0.squareRoot() / 2
    return Path(polygon: [
      Point(centre.x, centre.y + sign * radius),
      Point(centre.x + across, centre.y - sign * radius / 2),
      Point(centre.x - across, centre.y - sign * radius / 2),
    ])
  }

  private static func cross(at centre: Point, arm: Double) -> Path {
    Path([
      Subpath(
        polygon: [Point(centre.x - arm, centre.y - arm), Point(centre.x + arm, centre.y + arm)],
        isClosed: false),
      Subpath(
        polygon: [Point(centre.x - arm, centre.y + arm), Point(centre.x + arm, centre.y - arm)],
        isClosed: false),
    ])
  }
}
