import Geometry

extension Path {
  /// The loops that run around something, with the inside on their left, as polygons.
  var outerLoops: [[Point]] { subpaths.map(\.polygon).filter { $0.signedArea > 0 } }

  /// Whether a point lies inside by the even-odd rule, or within `distance` of the border.
  func contains(_ p: Point, within distance: Double) -> Bool {
    var isInside = false
    for subpath in subpaths {
      let points = subpath.polygon
      if points.distance(to: p) <= distance { return true }
      if points.winds(around: p) { isInside.toggle() }
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
}

/// Polygons.
extension [Point] {
  /// The corners, each with the next.
  private var edges: Zip2Sequence<[Point], [Point]> {
    zip(self, Array(dropFirst()) + prefix(1))
  }

  fileprivate var signedArea: Double {
    guard let start = first else { return 0 }
    return edges.reduce(0) { $0 + ($1.0 - start).cross($1.1 - start) } / 2
  }

  /// Whether a point lies inside or within `distance` of the border.
  func contains(_ p: Point, within distance: Double) -> Bool {
    winds(around: p) || self.distance(to: p) <= distance
  }

  /// Whether a point lies inside.
  fileprivate func winds(around p: Point) -> Bool {
    var isInside = false
    for (a, b) in edges where (a.y > p.y) != (b.y > p.y) {
      if a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) > p.x { isInside.toggle() }
    }
    return isInside
  }

  /// The distance of a point from the border.
  fileprivate func distance(to p: Point) -> Double {
    edges.reduce(.infinity) { least, edge in
      let way = edge.1 - edge.0
      let square = way.dot(way)
      let t = square > 0 ? Swift.min(Swift.max((p - edge.0).dot(way) / square, 0), 1) : 0
      return Swift.min(least, p.distance(to: edge.0 + t * way))
    }
  }

  /// Whether a border runs inside the other polygon or along its border for at least a length.
  ///
  /// Those that only touch in a point, or overlap there by rounding, do not meet.
  func meets(_ other: [Point], for length: Double) -> Bool {
    guard let own = Box(containing: self), let hull = Box(containing: other),
      own.intersects(hull)
    else { return false }
    let slack = 1e-4 * Swift.min(own.width + own.height, hull.width + hull.height)
    func shared(_ polygon: [Point], _ other: [Point]) -> Double {
      polygon.edges.reduce(0) { sum, edge in
        let middle = edge.0.interpolated(to: edge.1, at: 0.5)
        let isShared = other.winds(around: middle) || other.distance(to: middle) <= slack
        return isShared ? sum + edge.0.distance(to: edge.1) : sum
      }
    }
    return shared(self, other) >= length || shared(other, self) >= length
  }
}
