import Geometry
import Typesetting

/// The names beside marked points: eight directions are tried, right and up first, then the same
/// farther away with a leader to the point.
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
    /// The line to the point, where the name stands too far away to be taken for its.
    let leader: Stretch?

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
  /// How much farther than beside its point a name may move.
  private static let distances = [0.0, 34, 62]
  private static let marginOfCurves = 4.0

  /// The names in the order of `wanted`; `nil` for one that has no free place.
  mutating func placed(_ wanted: [Wanted]) -> [Placed?] {
    wanted.enumerated().map { number, name in
      // Nobody reads more names than this; the rest would only be looked for in vain.
      guard number < 300 else { return nil }
      let placed = best(for: name)
      if let placed {
        obstacles.names.append(placed.bounds)
        if let leader = placed.leader { obstacles.vectors.append((leader, 1.8)) }
      }
      return placed
    }
  }

  /// The cheapest free place of a name: near, off the curves, right and up.
  private func best(for name: Wanted) -> Placed? {
    var best: (cost: Double, placed: Placed)?
    for (ring, distance) in Self.distances.enumerated() {
      for (rank, direction) in Self.directions.enumerated() {
        let origin = Self.origin(of: name, towards: direction, farther: distance)
        let bounds = name.box.bounds(at: origin)
        guard isFree(bounds, beside: name.centre) else { continue }
        let room = bounds.grown(by: Self.marginOfCurves)
        let meets = index.contains(in: room) { room.contains($0.point) }
        // A place on a curve is worse than a leader, and a leader worse than any near place.
        let cost = Double(rank) + 12 * Double(ring) + (meets ? 40 : 0)
        guard cost < best?.cost ?? .infinity else { continue }
        let leader = ring == 0 ? nil : leader(from: bounds, to: name.centre)
        if ring > 0, leader == nil { continue }
        best = (
          cost, Placed(origin: origin, box: name.box, isOverCurve: meets, leader: leader)
        )
      }
    }
    return best?.placed
  }

  /// The origin of a name whose box begins just outside the marker, or farther away.
  private static func origin(
    of name: Wanted, towards direction: (x: Double, y: Double), farther distance: Double
  ) -> Point {
    let isDiagonal = direction.x != 0 && direction.y != 0
    let gap = isDiagonal ? (x: 13.0, y: 10.0) : (x: 22.0, y: 23.0)
    let share = isDiagonal ? 0.5.squareRoot() : 1
    let box = name.box
    let centre = Point(
      name.centre.x + direction.x * (gap.x + distance * share + box.width / 2),
      name.centre.y + direction.y * (gap.y + distance * share + (box.height + box.depth) / 2))
    return Point(centre.x - box.width / 2, centre.y + (box.height - box.depth) / 2)
  }

  /// The line from the nearest edge of a name to just outside its marker, unless something that it
  /// would cross stands there.
  private func leader(from bounds: Box, to centre: Point) -> Stretch? {
    let start = Point(
      min(max(centre.x, bounds.minX), bounds.maxX), min(max(centre.y, bounds.minY), bounds.maxY))
    guard let way = (centre - start).direction else { return nil }
    let line = Stretch(
      start + way * 3, centre - way * (Marker.reach + Marker.casing + 2))
    if obstacles.names.contains(where: { line.distance(to: $0) < 3 }) { return nil }
    if obstacles.vectors.contains(where: { $0.shaft.distance(to: line) < $0.width / 2 + 2 }) {
      return nil
    }
    let reach = line.box.grown(by: Marker.reach)
    let near = obstacles.markers(from: reach.minX, to: reach.maxX)
    let isClear = near.allSatisfy { $0 == centre || line.distance(to: $0) > Marker.reach + 2 }
    return isClear ? line : nil
  }

  private func isFree(_ bounds: Box, beside centre: Point) -> Bool {
    guard obstacles.panel.grown(by: -8).contains(bounds) else { return false }
    let reach = bounds.grown(by: Marker.reach + Marker.casing)
    let near = obstacles.markers(from: reach.minX, to: reach.maxX)
    if near.contains(where: { $0 != centre && reach.contains($0) }) { return false }
    if obstacles.names.contains(where: { $0.grown(by: 4).intersects(bounds) }) { return false }
    return !obstacles.vectors.contains { $0.shaft.distance(to: bounds) < $0.width / 2 + 4 }
  }
}
