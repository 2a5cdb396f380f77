import Geometry
import Typesetting

/// The names beside marked points: eight directions are tried, right and up first.
struct PointNames {
  /// A point that asks for a name.
  struct Wanted {
    let centre: Point
    let box: TextBox
  }

  /// A name with its place.
  struct Placed {
    let origin: Point
    let box: TextBox
    /// Whether a curve runs under it, so that it needs paper of its own.
    let isOverCurve: Bool

    /// What the name covers.
    var bounds: Box { box.bounds(at: origin) }
  }

  /// The points of all curves by place.
  let index: CurveIndex
  /// The frame, the markers and the vectors; the names placed before are added one by one.
  var obstacles: LabelObstacles

  private static let directions: [(x: Double, y: Double)] = [
    (1, -1), (1, 1), (-1, -1), (-1, 1), (0, 1), (0, -1), (1, 0), (-1, 0),
  ]

  /// The names in the order of `wanted`; `nil` for one that has no free place.
  mutating func placed(_ wanted: [Wanted]) -> [Placed?] {
    wanted.enumerated().map { number, name in
      // Nobody reads more names than this; the rest would only be looked for in vain.
      guard number < 300 else { return nil }
      var best: (cost: Double, placed: Placed)?
      for (rank, direction) in Self.directions.enumerated() {
        let origin = Self.origin(of: name, towards: direction)
        let bounds = name.box.bounds(at: origin)
        guard isFree(bounds, beside: name.centre) else { continue }
        let meets = index.contains(in: bounds.grown(by: 4)) {
          bounds.grown(by: 4).contains($0.point)
        }
        let cost = Double(rank) + (meets ? 20 : 0)
        if cost < best?.cost ?? .infinity {
          best = (cost, Placed(origin: origin, box: name.box, isOverCurve: meets))
        }
      }
      if let best { obstacles.names.append(best.placed.bounds) }
      return best?.placed
    }
  }

  /// The origin of a name whose box begins just outside the marker.
  private static func origin(of name: Wanted, towards direction: (x: Double, y: Double)) -> Point {
    let isDiagonal = direction.x != 0 && direction.y != 0
    let gap = isDiagonal ? (x: 13.0, y: 10.0) : (x: 22.0, y: 23.0)
    let box = name.box
    let centre = Point(
      name.centre.x + direction.x * (gap.x + box.width / 2),
      name.centre.y + direction.y * (gap.y + (box.height + box.depth) / 2))
    return Point(centre.x - box.width / 2, centre.y + (box.height - box.depth) / 2)
  }

  private func isFree(_ bounds: Box, beside centre: Point) -> Bool {
    let inside = obstacles.panel.grown(by: -4)
    guard bounds.minX >= inside.minX, bounds.maxX <= inside.maxX, bounds.minY >= inside.minY,
      bounds.maxY <= inside.maxY
    else { return false }
    let reach = bounds.grown(by: Marker.reach + Marker.casing)
    let near = obstacles.markers(from: reach.minX, to: reach.maxX)
    if near.contains(where: { $0 != centre && reach.contains($0) }) { return false }
    if obstacles.names.contains(where: { $0.grown(by: 4).intersects(bounds) }) { return false }
    return !obstacles.vectors.contains { $0.shaft.distance(to: bounds) < $0.width / 2 + 4 }
  }
}
