import Geometry

/// Finds isolated closed orbits: fixed points of the map that takes a place on a short line across
/// the field to where its orbit comes back to that line (Poincaré).
///
/// Every closed orbit runs around a zero, so a ray from the zero meets it. From places along such rays
/// the field is followed and gone against, with the line across moved on each time the length has
/// doubled; where the orbit comes back near to it, the secant method finds the fixed point.
struct LimitCycles {
  private let integrator: StreamIntegrator
  private let separation: Double

  private static let secantSteps = 16
  private static let triesPerProbe = 6
  /// Displacements are known to about this, in pixels.
  private static let noise = 4e-6

  init(_ integrator: StreamIntegrator, separation: Double) {
    self.integrator = integrator
    self.separation = separation
  }

  private var field: DirectionField { integrator.field }
  private var orbitLimit: Double { 6 * (field.extent.x + field.extent.y) }

  /// A short line across the field.
  private struct Section {
    let origin: Point
    let along: Point

    func height(_ p: Point) -> Double { (p - origin).dot(along) }
    func offset(_ p: Point) -> Double { (p - origin).dot(along.perpendicular) }
    func point(_ offset: Double) -> Point { origin + along.perpendicular * offset }
  }

  /// The cycles around some of the hubs, each once.
  func cycles(around hubs: [Point]) -> [Trail] {
    var found: [Trail] = []
    var visited = PlaceGrid(extent: field.extent, cell: separation)
    let budget = field.budget
    for hub in hubs {
      let reach = field.extent.x - hub.x >= hub.x ? field.extent.x - hub.x : -hub.x
      let count = max(1, Int(abs(reach) / separation))
      for index in 0..<min(count, 200) {
        let place = hub + Point(reach * (Double(index) + 0.5) / Double(count), 0)
        if visited.hasEntry(within: 0.7 * separation, of: place) { continue }
        // At most a third of all work is for this.
        if field.budget < budget * 2 / 3 { return found }
        for sign in [1.0, -1] {
          guard let cycle = probe(from: place, sign: sign, &visited) else { continue }
          if !found.contains(where: { isSame($0, cycle) }) { found.append(cycle) }
        }
      }
    }
    return found
  }

  /// Whether an orbit runs through the beginning of another one.
  private func isSame(_ a: Trail, _ b: Trail) -> Bool {
    let origin = b.point(b.from)
    let count = max(8, Int(a.length))
    return (0..<count).contains { index in
      a.point(a.from + a.length * Double(index) / Double(count)).distance(to: origin) < 0.8
    }
  }

  /// Follows the field from a place and looks for a return.
  private func probe(from place: Point, sign: Double, _ visited: inout PlaceGrid) -> Trail? {
    guard let along = field.direction(place) else { return nil }
    var section = Section(origin: place, along: along * sign)
    var next = 50.0
    var tries = Self.triesPerProbe
    var result: Trail?
    var places: [Point] = []
    _ = integrator.run(from: place, sign: sign, limit: 5 * orbitLimit) { step, _ in
      places.append(step.point(0))
      if let offset = self.crossing(&step, section), abs(offset) < self.separation {
        tries -= 1
        switch self.refine(section, firstOffset: offset, sign: sign) {
        case .cycle(let trail):
          result = trail
          return .closed
        case .family: return .closed
        case .none: return tries > 0 ? nil : .limit
        }
      }
      if abs(step.endLength) > next {
        section = Section(origin: step.point(1), along: step.endDirection * sign)
        next = abs(step.endLength) * 1.5
      }
      return nil
    }
    for place in places { visited.insert(place) }
    return result
  }

  /// Where a step crosses a section in its direction, as an offset along the section.
  private func crossing(_ step: inout StreamStep, _ section: Section) -> Double? {
    let start = step.point(0)
    guard start.distance(to: section.origin) < 2 * separation + abs(step.size),
      section.height(start) < 0, section.height(step.end) >= 0
    else { return nil }
    let share = step.firstShare(upTo: step.share) { section.height($0) >= 0 }
    return section.offset(step.point(share))
  }

  private enum Outcome {
    case cycle(Trail)
    /// All orbits around are closed.
    case family
    case none
  }

  /// The fixed point of the return map by the secant method.
  private func refine(_ section: Section, firstOffset: Double, sign: Double) -> Outcome {
    var (x, change) = (0.0, firstOffset)
    var next = abs(firstOffset) < 0.01 ? 0.5 : firstOffset
    for _ in 0..<Self.secantSteps {
      guard let (back, trail) = orbit(section, from: next, sign: sign) else { return .none }
      let nextChange = back - next
      let slope = (nextChange - change) / (next - x)
      if abs(change) < Self.noise && abs(nextChange) < Self.noise && abs(next - x) > 0.1 {
        return .family
      }
      if abs(nextChange) < Self.noise {
        return trail.length > separation / 2 ? .cycle(trail) : .none
      }
      let target = next - nextChange / slope
      guard target.isFinite, abs(target) < 3 * separation, target != next else { return .none }
      (x, change) = (next, nextChange)
      next = target
    }
    return .none
  }

  /// Where the orbit from a place of the section comes back to it, and the orbit.
  private func orbit(
    _ section: Section, from offset: Double, sign: Double
  ) -> (Double, Trail)? {
    let start = section.point(offset)
    guard field.contains(start) else { return nil }
    var back: Double?
    let part = integrator.run(from: start, sign: sign, limit: orbitLimit) { step, _ in
      guard abs(step.start) > 0, let offset = self.crossing(&step, section) else { return nil }
      step.share = step.firstShare(upTo: step.share) { section.height($0) >= 0 }
      back = offset
      return .closed
    }
    guard let back, part.end == .closed else { return nil }
    return sign > 0
      ? (back, Trail(after: part.steps, ends: (.closed, .closed)))
      : (back, Trail(after: [], before: part.steps, ends: (.closed, .closed)))
  }
}
