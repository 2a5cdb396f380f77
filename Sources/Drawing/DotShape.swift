import CVector
import Geometry

/// A round dot with a casing in the colour of the paper, filled or a ring.
struct DotShape: Hashable, Sendable {
  /// Its middle.
  let centre: Point
  /// Its radius in u; of a ring, that of the middle of its line.
  let radius: Double
  /// Whether it is a ring.
  let isOpen: Bool

  /// The items of the dot in a colour.
  func items(_ colour: Colour, paper: Colour) -> [PageItem] {
    guard radius > 0, radius < 1000 else { return [] }
    let circle = Self.circle(at: centre, radius: radius)
    guard isOpen else {
      let casing = Self.circle(at: centre, radius: radius + 2)
      return [.fill(casing, paper), .fill(circle, colour)]
    }
    let width = max(2, radius * 0.4)
    return [
      .fill(Self.circle(at: centre, radius: radius + width / 2 + 2), paper),
      .stroke(circle, colour, LineStyle(width: width)),
    ]
  }

  /// The circle as four cubics, within 0.03 % of its radius.
  private static func circle(at centre: Point, radius: Double) -> Path {
    let handle = radius * 0.552_284_749_830_793_4
    func at(_ x: Double, _ y: Double) -> Point { Point(centre.x + x, centre.y + y) }
    let (r, h) = (radius, handle)
    return Path([
      Subpath(
        start: at(r, 0),
        segments: [
          .cubic(at(r, h), at(h, r), at(0, r)), .cubic(at(-h, r), at(-r, h), at(-r, 0)),
          .cubic(at(-r, -h), at(-h, -r), at(0, -r)), .cubic(at(h, -r), at(r, -h), at(r, 0)),
        ], isClosed: true)
    ])
  }
}
