import CVector
import Geometry
import Typesetting

/// A connected curve that asks for a label.
struct LabelledCurve {
  /// The number of the curve among all curves of the panel.
  let curve: Int
  /// Which curves say the same: the source of the label.
  let level: String
  /// The label.
  let box: TextBox
}

/// A label in a gap of its curve.
struct CurveLabel {
  /// The number of the curve among all curves of the panel.
  let curve: Int
  /// The label.
  let box: TextBox
  /// Where the gap is: its middle and half its length along the curve.
  let middle: Double, half: Double
  /// The middle line of the text, from left to right.
  let line: Stretch

  /// The angle of the text in radians, clockwise on the page.
  var angle: Double { atan2(line.end.y - line.start.y, line.end.x - line.start.x) }

  /// The origin of the text, so that its ink is centred on the middle line.
  var origin: Point {
    let down = (line.end - line.start).direction?.perpendicular ?? Point(0, 1)
    return line.start + down * ((box.height - box.depth) / 2)
  }
}

/// The placement of the labels of all curves of a panel in one pass.
///
/// A place costs 4 × the deviation of the curve from its chord + 6 × the angle of the text (radians)
/// + 0.35 × the distance to the ladder of its family. Places too near to the frame, to other
/// curves, markers, names, vectors or labels are not legal; a curve without a legal place stays
/// without a label. Closed loops around one another are a family, whose labels stand on one ray.
struct CurveLabels {
  /// All curves of the panel.
  let curves: [MeasuredCurve]
  /// Their points by place.
  let index: CurveIndex
  /// What else is in the panel.
  let obstacles: LabelObstacles
  /// The size of the labels.
  let size: Double

  private static let padding = 6.0
  /// A second label of one level is at least this far from the first.
  private static let repetition = 260.0
  /// A label is not written in a bend that leaves its chord by more, per unit of size.
  private static let mostBent = 0.3
  /// More curves than this are not looked at: nobody reads so many labels.
  private static let mostCurves = 600

  /// A place for a label.
  struct Place {
    let middle: Double, half: Double
    let line: Stretch
    let centre: Point
    /// The cost without the ladder.
    let cost: Double
    /// Whether it is legal beside everything but other labels; `nil` before it was looked at.
    var isLegal: Bool?
  }

  /// The labels that have a place, in the order of `labelled`.
  func labels(for labelled: [LabelledCurve]) -> [CurveLabel] {
    let wanted = Array(labelled.prefix(Self.mostCurves))
    var places = wanted.map { self.places(for: $0) }
    var placed: [(label: CurveLabel, level: String, number: Int)] = []
    for family in CurveFamily.families(of: wanted.map { curves[$0.curve] }) {
      let ladder = self.ladder(of: family, wanted: wanted, places: &places)
      var labelledLevels: Set<String> = []
      for number in family.members {
        let level = wanted[number].level
        if ladder != nil, labelledLevels.contains(level) { continue }
        let others = ladder == nil ? [number] : family.members.filter { wanted[$0].level == level }
        var best: (number: Int, place: Place, cost: Double)?
        for other in others {
          for slot in places[other].indices {
            let cost = places[other][slot].cost + (ladder?.cost(places[other][slot].centre) ?? 0)
            guard cost < best?.cost ?? .infinity, isLegal(slot, of: other, wanted, &places),
              isFree(places[other][slot], level: level, among: placed)
            else { continue }
            best = (other, places[other][slot], cost)
          }
        }
        labelledLevels.insert(level)
        guard let best else { continue }
        let label = CurveLabel(
          curve: wanted[best.number].curve, box: wanted[best.number].box,
          middle: best.place.middle, half: best.place.half, line: best.place.line)
        placed.append((label, level, best.number))
      }
    }
    return placed.sorted { $0.number < $1.number }.map(\.label)
  }

  /// All places along a curve that is at least three labels long.
  private func places(for labelled: LabelledCurve) -> [Place] {
    let curve = curves[labelled.curve]
    let width = labelled.box.width
    let half = width / 2 + Self.padding
    guard width > 0, curve.length > 3 * width, curve.length > 2 * half + 8 else { return [] }
    // A loop that loses more than a fifth to the gap is no longer seen as a loop.
    if curve.isClosed, curve.length < 10 * half { return [] }
    let ends = curve.isClosed ? 0...curve.length : (half + 4)...(curve.length - half - 4)
    let count = min(max(Int((ends.upperBound - ends.lowerBound) / 8), 1), 400)
    return (0...count).compactMap { step in
      place(
        on: curve, width: width, half: half,
        at: ends.lowerBound + (ends.upperBound - ends.lowerBound) * Double(step) / Double(count))
    }
  }

  private func place(
    on curve: MeasuredCurve, width: Double, half: Double, at middle: Double
  ) -> Place? {
    var start = curve.point(at: middle - half)
    var end = curve.point(at: middle + half)
    // Never upside down; all labels within three degrees of the vertical read from below, so that
    // neighbours do not read in opposite directions.
    let way = end - start
    if way.x < 0.05 * way.y { swap(&start, &end) }
    let chord = start.distance(to: end)
    guard chord > 1.7 * half, let along = (end - start).direction else { return nil }
    let bent = curve.point(at: middle)
    let deviation =
      [-0.5, 0, 0.5].map { part in
        abs(along.cross(curve.point(at: middle + part * half) - start))
      }.max() ?? 0
    guard deviation < Self.mostBent * size else { return nil }
    // Text stands between the chord and the curve, where both ends of the gap point at it.
    let centre = start.interpolated(to: end, at: 0.5).interpolated(to: bent, at: 0.5)
    let line = Stretch(centre - along * (width / 2), centre + along * (width / 2))
    let cost = 4 * deviation + 6 * abs(atan2(along.y, along.x))
    return Place(middle: middle, half: half, line: line, centre: centre, cost: cost)
  }

  /// Whether a place is legal beside everything but other labels; each is looked at once.
  private func isLegal(
    _ slot: Int, of number: Int, _ wanted: [LabelledCurve], _ places: inout [[Place]]
  ) -> Bool {
    if let known = places[number][slot].isLegal { return known }
    let answer = isLegal(places[number][slot], of: wanted[number].curve)
    places[number][slot].isLegal = answer
    return answer
  }

  private func isLegal(_ place: Place, of number: Int) -> Bool {
    guard obstacles.allow(place.line, size: size) else { return false }
    let room = 0.85 * size
    let own = place.half + 1.5 * size
    let total = curves[number].length
    let isClosed = curves[number].isClosed
    return !index.contains(in: place.line.box.grown(by: room)) { entry in
      if entry.curve == number {
        var way = abs(entry.length - place.middle)
        if isClosed { way = min(way, total - way) }
        if way < own { return false }
      }
      return place.line.distance(to: entry.point) < room
    }
  }

  private func isFree(
    _ place: Place, level: String, among placed: [(label: CurveLabel, level: String, number: Int)]
  ) -> Bool {
    placed.allSatisfy { other in
      let nearest = 2 * LabelObstacles.halfHeight * size + 5
      let distance = other.label.line.distance(to: place.line)
      return distance >= (other.level == level ? Self.repetition : nearest)
    }
  }
}

extension CurveLabels {
  /// The ladder on which most levels of a family find a cheap place.
  private func ladder(
    of family: CurveFamily, wanted: [LabelledCurve], places: inout [[Place]]
  ) -> Ladder? {
    let candidates = family.ladders(in: obstacles.panel)
    guard candidates.count > 1 else { return candidates.first }
    var best: (cost: Double, ladder: Ladder)?
    for ladder in candidates {
      var levels: [String: Double] = [:]
      for number in family.members where !places[number].isEmpty {
        let level = wanted[number].level
        var cheapest = levels[level] ?? Ladder.missing
        for slot in places[number].indices {
          let cost = places[number][slot].cost + ladder.cost(places[number][slot].centre)
          if cost < cheapest, isLegal(slot, of: number, wanted, &places) { cheapest = cost }
        }
        levels[level] = cheapest
      }
      // Sorted, so that the sum does not depend on the order of the dictionary.
      let cost = levels.values.sorted().reduce(ladder.handicap, +)
      if cost < (best?.cost ?? .infinity) - 1e-6 { best = (cost, ladder) }
    }
    return best?.ladder
  }
}
