import Geometry

extension Path {
  /// The number of loops that run around something: with the inside on their left.
  var outerLoopCount: Int { subpaths.count { $0.signedArea > 0 } }

  /// Whether a point lies inside by the even-odd rule, or within `distance` of the border.
  func contains(_ p: Point, within distance: Double) -> Bool {
    var isInside = false
    for subpath in subpaths {
      let points = subpath.polygon
      for index in points.indices {
        let (a, b) = (points[index], points[(index + 1) % points.count])
        if (a.y > p.y) != (b.y > p.y) {
          let x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)
          if x > p.x { isInside.toggle() }
        }
        let way = b - a
        let square = way.dot(way)
        let t = square > 0 ? min(max((p - a).dot(way) / square, 0), 1) : 0
        if p.distance(to: a + t * way) <= distance { return true }
      }
    }
    return isInside
  }
}

extension Subpath {
  /// Points along the pieces: sixteen of a cubic.
  fileprivate var polygon: [Point] {
    var points = [start]
    for cubic in cubics {
      for step in 1...16 { points.append(cubic.point(at: Double(step) / 16)) }
    }
    return points
  }

  fileprivate var signedArea: Double {
    let points = polygon
    var twice = 0.0
    for index in points.indices {
      twice += (points[index] - start).cross(points[(index + 1) % points.count] - start)
    }
    return twice / 2
  }
}
