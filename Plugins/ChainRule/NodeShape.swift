import Plotting

/// The outline of a node: a circle, or for a long symbol two half circles with straight sides.
struct NodeShape: Hashable {
  let centre: Point
  /// The radius of the half circles: half the height.
  let radius: Double
  /// Half the length of the straight sides.
  let side: Double

  init(at centre: Point, radius: Double, width: Double) {
    self.centre = centre
    self.radius = radius
    side = max(width / 2 - radius, 0)
  }

  /// Half the width.
  var reach: Double { radius + side }

  /// The box around it.
  var box: Box {
    Box(
      minX: centre.x - reach, minY: centre.y - radius, maxX: centre.x + reach,
      maxY: centre.y + radius)
  }

  /// How far a point is outside; negative inside.
  func distance(to point: Point) -> Double {
    let near = min(max(point.x, centre.x - side), centre.x + side)
    return point.distance(to: Point(near, centre.y)) - radius
  }

  /// The outline.
  var path: Path {
    guard side > 0 else { return Path(circle: centre, radius: radius) }
    // The handles of a quarter of a circle.
    let k = radius * 0.552_284_749_830_793_4
    let r = radius
    func at(_ x: Double, _ y: Double, _ sign: Double) -> Point {
      Point(centre.x + sign * (side + x), centre.y + y)
    }
    return Path([
      Subpath(
        start: at(0, -r, 1),
        segments: [
          .cubic(at(k, -r, 1), at(r, -k, 1), at(r, 0, 1)),
          .cubic(at(r, k, 1), at(k, r, 1), at(0, r, 1)), .line(at(0, r, -1)),
          .cubic(at(k, r, -1), at(r, k, -1), at(r, 0, -1)),
          .cubic(at(r, -k, -1), at(k, -r, -1), at(0, -r, -1)),
        ], isClosed: true)
    ])
  }
}

extension Box {
  /// Whether a straight line between two points meets the box (Liang & Barsky 1984).
  func isMet(byLineFrom a: Point, to b: Point) -> Bool {
    var (first, last) = (0.0, 1.0)
    let way = b - a
    for (speed, low, high) in [
      (way.x, minX - a.x, maxX - a.x), (way.y, minY - a.y, maxY - a.y),
    ] {
      if speed == 0 {
        if low > 0 || high < 0 { return false }
        continue
      }
      let (s, t) = (low / speed, high / speed)
      first = max(first, min(s, t))
      last = min(last, max(s, t))
    }
    return first <= last
  }
}
