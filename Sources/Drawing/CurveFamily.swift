import CVector
import Geometry

/// A ray on which the labels of a family stand.
struct Ladder: Hashable, Sendable {
  /// Where the ray begins.
  let origin: Point
  /// Its direction, of length one.
  let direction: Point
  /// Whether it goes both ways.
  let isLine: Bool
  /// What it costs to be this ladder rather than the one preferred.
  let handicap: Double
  /// The radius of a ring around the origin, on which the labels stand instead.
  var ring: Double?

  /// What a level without a label on the ladder costs.
  static let missing = 40.0

  /// The part of the cost of a place that its distance from the ladder makes.
  func cost(_ point: Point) -> Double {
    let way = point - origin
    if let ring { return 0.35 * abs(way.length - ring) }
    let along = way.dot(direction)
    let distance = along < 0 && !isLine ? way.length : abs(way.cross(direction))
    return 0.35 * distance
  }
}

/// Curves whose labels belong together: loops around one another, or curves side by side.
struct CurveFamily: Hashable, Sendable {
  /// The numbers of its curves, from the innermost loop outwards.
  let members: [Int]
  /// The middle of the innermost loop, or `nil` where there is none.
  let centre: Point?
  /// Whether its labels stand on a ladder.
  let hasLadder: Bool
  /// The point in which most of its open curves end, as those of an angle do.
  var hub: Point?

  /// The families of `curves`, those with most members first.
  ///
  /// A loop around several inmost loops goes with that of the largest family. Open curves join the
  /// only family there is, make one where there are no loops, and stand alone otherwise.
  static func families(of curves: [MeasuredCurve]) -> [CurveFamily] {
    let loops = curves.indices.filter { curves[$0].isClosed && curves[$0].samples.count > 2 }
    let opens = curves.indices.filter { !loops.contains($0) }
    let nest = Nest(loops.map { curves[$0] })
    let inmost = loops.indices.filter { nest.inside[$0].isEmpty }
    var members: [Int: [Int]] = [:]
    for loop in loops.indices {
      let cores = inmost.filter { $0 == loop || nest.inside[loop].contains($0) }
      if cores.count == 1 { members[cores[0], default: []].append(loop) }
    }
    let own = members
    for loop in loops.indices {
      let cores = inmost.filter { $0 == loop || nest.inside[loop].contains($0) }
      guard cores.count > 1 else { continue }
      let largest = cores.max { a, b in
        let (first, second) = (own[a]?.count ?? 0, own[b]?.count ?? 0)
        return first != second ? first < second : a > b
      }
      if let largest { members[largest, default: []].append(loop) }
    }
    var families = inmost.map { core in
      let numbers = (members[core] ?? []).sorted {
        (nest.inside[$0].count, $0) < (nest.inside[$1].count, $1)
      }
      let all = numbers.map { loops[$0] } + (inmost.count == 1 ? opens : [])
      return CurveFamily(members: all, centre: nest.centres[core], hasLadder: all.count > 1)
    }
    let order = families.indices.sorted {
      let (a, b) = (families[$0].members.count, families[$1].members.count)
      return a != b ? a > b : $0 < $1
    }
    families = order.map { families[$0] }
    if inmost.count == 1 || opens.isEmpty && inmost.isEmpty { return families }
    // Without any loop they are one family; among several loops each stands for itself.
    return families + [
      CurveFamily(
        members: opens, centre: nil, hasLadder: inmost.isEmpty && opens.count > 2,
        hub: inmost.isEmpty ? hub(of: opens.map { curves[$0] }) : nil)
    ]
  }

  /// The point near which most of some open curves end, where there is one.
  private static func hub(of curves: [MeasuredCurve]) -> Point? {
    let ends = curves.flatMap { [$0.samples.first?.point, $0.samples.last?.point] }.compactMap(
      \.self)
    guard (3...200).contains(curves.count) else { return nil }
    var best: (count: Int, point: Point)?
    for end in ends {
      let count = ends.count { $0.distance(to: end) < 24 }
      if count > best?.count ?? 0 { best = (count, end) }
    }
    guard let best, best.count >= max(3, (curves.count + 1) / 2) else { return nil }
    return best.point
  }

  /// The rays that are tried: to the corners of the panel first, then all around.
  func ladders(in panel: Box) -> [Ladder] {
    guard hasLadder else { return [] }
    if let hub {
      let room = min(
        hub.x - panel.minX, panel.maxX - hub.x, hub.y - panel.minY, panel.maxY - hub.y)
      // Where lines run together labels would as well: they stand around that place.
      if room > 80 {
        let ring = Ladder(
          origin: hub, direction: Point(1, 0), isLine: false, handicap: 0, ring: 0.62 * room)
        return [ring]
      }
    }
    let origin = centre ?? panel.centre
    let corners = [1, 0, 2, 3].map { panel.corners[$0] }
    let room = corners.map { $0.distance(to: origin) }
    var ladders: [Ladder] = []
    for (number, corner) in corners.enumerated() {
      guard let direction = (corner - origin).direction else { continue }
      // The upper right is preferred, unless another corner has more room.
      let handicap = 0.03 * ((room.max() ?? 0) - room[number]) + (number == 0 ? 0 : 3)
      ladders.append(
        Ladder(
          origin: origin, direction: direction, isLine: centre == nil, handicap: handicap))
    }
    for step in 0..<12 {
      let angle = (90 - 30 * Double(step)) * Double.pi / 180
      // Labels above a summit are read first; those below the middle are the last resort.
      let handicap = step == 0 ? 2.0 : sin(angle) < -0.1 ? 9 : 5
      ladders.append(
        Ladder(
          origin: origin, direction: Point(cos(angle), -sin(angle)), isLine: centre == nil,
          handicap: handicap))
    }
    return ladders
  }
}

/// Which loops lie inside which.
private struct Nest {
  /// For each loop, the loops inside it.
  var inside: [Set<Int>]
  /// The middles of the loops.
  let centres: [Point]

  init(_ loops: [MeasuredCurve]) {
    let points = loops.map { $0.samples.dropLast().map(\.point) }
    let boxes = points.map { Box(containing: $0) ?? Box(x: 0, y: 0, width: 0, height: 0) }
    centres = points.map { loop in
      loop.reduce(Point.zero, +) / Double(max(loop.count, 1))
    }
    inside = loops.map { _ in [] }
    for outer in loops.indices {
      for inner in loops.indices where inner != outer {
        guard boxes[outer].contains(Point(boxes[inner].minX, boxes[inner].minY)),
          boxes[outer].contains(Point(boxes[inner].maxX, boxes[inner].maxY)),
          boxes[outer] != boxes[inner],
          Self.polygon(points[outer], contains: points[inner][0])
        else { continue }
        inside[outer].insert(inner)
      }
    }
  }

  /// Whether a point lies inside a polygon, by the even-odd rule.
  private static func polygon(_ polygon: [Point], contains point: Point) -> Bool {
    var isInside = false
    var previous = polygon[polygon.count - 1]
    for corner in polygon {
      if (corner.y > point.y) != (previous.y > point.y),
        point.x < (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y)
          + corner.x
      {
        isInside.toggle()
      }
      previous = corner
    }
    return isInside
  }
}
