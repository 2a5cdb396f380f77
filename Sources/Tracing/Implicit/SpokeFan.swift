import Geometry

/// A branch of a curve from a singular point out to a circle, as an angle for each radius.
struct Spoke {
  /// The singular point, in pixels.
  let centre: Point
  /// The radius of the circle, in pixels.
  let radius: Double
  /// The direction in which the branch leaves the point, of length one.
  let tangent: Point
  /// Radii from the circle inwards with the turn of the branch there and how far it is alone.
  fileprivate let steps: [Step]
  fileprivate let field: PixelField

  fileprivate struct Step {
    let radius: Double
    let turn: Double
    /// The branch is the only one between turn − before and turn + after.
    let before: Double
    let after: Double
  }

  /// The point of the branch at `t` of the radius.
  func point(at t: Double) -> Point { point(radius: t * radius) }

  private func point(radius r: Double) -> Point {
    guard let last = steps.last else { return centre + r * tangent }
    if r <= last.radius {
      // Further in nothing can be told apart: the angle goes over into that of the tangent.
      let part = last.radius > 0 ? r / last.radius : 0
      let direction = (part * Point(turn: last.turn) + (1 - part) * tangent).direction
      return centre + r * (direction ?? tangent)
    }
    var index = 0
    while index + 1 < steps.count && steps[index + 1].radius >= r { index += 1 }
    let step = steps[index]
    let (low, high) = (step.turn - step.before, step.turn + step.after)
    let (a, b) = (value(r, low), value(r, high))
    guard (a > 0) != (b > 0) else { return centre + r * Point(turn: step.turn) }
    let turn = Bracketing.root(from: low, a, to: high, b) { value(r, $0) }
    return centre + r * Point(turn: turn)
  }

  private func value(_ r: Double, _ turn: Double) -> Double {
    field.value(centre + r * Point(turn: turn))
  }

  /// The distance of a place from the branch along the circle through it, and the direction along
  /// that circle; `nil` outside the circle or on the other side of the point.
  func offset(_ p: Point) -> (Double, Point)? {
    let arm = p - centre
    let r = arm.length
    guard r <= radius, let direction = arm.direction else { return nil }
    let q = point(radius: r)
    guard (q - centre).dot(arm) >= 0 else { return nil }
    let normal = direction.perpendicular
    return ((p - q).dot(normal), normal)
  }
}

/// All branches that meet in a singular point, followed inwards together.
///
/// Neighbouring branches are kept apart by the sign of the function between them; where the signs
/// stop alternating the function is below its rounding, or the point is not what it was taken for.
struct SpokeFan {
  private(set) var spokes: [Spoke] = []

  /// Further in than this (pixels) branches are not followed.
  private static let innermost = 0.02
  /// Signs must tell the branches apart down to this radius (pixels).
  private static let needed = 0.3
  private static let shrinking = 0.75

  /// The branches through points of a circle (in pixels, by ascending turn); `nil` where they cannot
  /// be followed to the centre.
  init?(
    through points: [Point], around centre: Point, radius: Double, tangents: [Point]?,
    field: PixelField
  ) {
    var turns = points.map { ($0 - centre).turn }
    guard turns.count >= 2, turns == turns.sorted() else { return nil }
    var steps: [[Spoke.Step]] = turns.map { _ in [] }
    var r = radius
    func value(_ turn: Double) -> Double { field.value(centre + r * Point(turn: turn)) }
    while true {
      let walls = Self.walls(between: turns)
      let values = walls.map(value)
      guard Self.alternate(values) else { break }
      for index in turns.indices {
        let before = index == 0 ? walls.count - 1 : index - 1
        let low = index == 0 ? walls[before] - 4 : walls[before]
        let (a, b) = (values[before], values[index])
        let turn = Bracketing.root(from: low, a, to: walls[index], b, value)
        turns[index] = turn
        steps[index].append(
          Spoke.Step(radius: r, turn: turn, before: turn - low, after: walls[index] - turn))
      }
      if r <= Self.innermost || steps[0].count > 60 { break }
      r *= Self.shrinking
    }
    guard let reached = steps[0].last?.radius, reached <= Self.needed || reached <= radius * 0.1
    else { return nil }
    for (index, steps) in steps.enumerated() {
      let direction = Point(turn: turns[index])
      let tangent = tangents?.max { $0.dot(direction) < $1.dot(direction) } ?? direction
      spokes.append(
        Spoke(centre: centre, radius: radius, tangent: tangent, steps: steps, field: field))
    }
  }

  /// Turns midway between neighbours; the last one lies beyond the last branch.
  private static func walls(between turns: [Double]) -> [Double] {
    turns.indices.map { index in
      let next = index + 1 < turns.count ? turns[index + 1] : turns[0] + 4
      return (turns[index] + next) / 2
    }
  }

  private static func alternate(_ values: [Double]) -> Bool {
    guard values.count % 2 == 0 else { return false }
    for (index, value) in values.enumerated() {
      let next = values[(index + 1) % values.count]
      if value == 0 || !value.isFinite || (value > 0) == (next > 0) { return false }
    }
    return true
  }
}
