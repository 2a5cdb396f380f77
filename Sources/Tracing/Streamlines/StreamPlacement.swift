import Geometry

/// The streamlines that were placed so far, and the rule that keeps them apart.
///
/// No place of a line is nearer to another line than `ruleShare` of the separation (Jobard & Lefer
/// 1997, d_test), nor to a part of the same line that is more than three such distances away along
/// it. Exempt are separatrices among each other and beside limit cycles, which they approach: they end
/// where the eye no longer tells them apart.
final class StreamPlacement {
  /// How a line is checked while it is followed.
  enum Mode {
    /// It is given up when it meets another line.
    case whole
    /// It ends where it meets another line.
    case truncated
    /// It ends where it merges with another line, but not beside a saddle.
    case separatrix
  }

  let integrator: StreamIntegrator
  let separation: Double
  /// The least distance between lines, in pixels.
  let rule: Double
  /// The distance at which places of a line are written down.
  private let spacing: Double
  private var grid: PlaceGrid
  private(set) var lines: [(trail: Trail, kind: Streamline.Kind)] = []
  /// The zeros where separatrices meet.
  let saddles: PlaceGrid
  /// Closed orbits with a smaller diagonal, in pixels, are left out.
  let leastLoop: Double

  /// What part of the separation is kept everywhere; a little more is asked while lines are followed.
  static let ruleShare = 0.5
  private static let askedShare = 0.54
  /// A line that comes back within this distance, in pixels, is closed.
  static let closingDistance = 5e-5

  /// Separatrices nearer to each other than this, in pixels, have merged.
  private static let mergingDistance = 3.5

  init(
    _ integrator: StreamIntegrator, separation: Double, saddles: PlaceGrid, leastLoop: Double
  ) {
    self.integrator = integrator
    self.leastLoop = leastLoop
    self.separation = separation
    self.saddles = saddles
    rule = separation * Self.askedShare
    spacing = min(rule / 4, 5)
    grid = PlaceGrid(extent: integrator.field.extent, cell: separation)
  }

  private var field: DirectionField { integrator.field }

  /// The greatest length of a line on one side of its beginning.
  var lengthLimit: Double { 12 * (field.extent.x + field.extent.y) }

  /// Whether no line is nearer to a place than the separation.
  func isFree(_ place: Point) -> Bool {
    field.contains(place) && !grid.hasEntry(within: 0.97 * separation, of: place)
      && integrator.zeros.places(within: integrator.clearance * 1.2, of: place).isEmpty
  }

  /// Whether a line runs nearer to a place than `distance`.
  func hasLine(within distance: Double, of place: Point) -> Bool {
    grid.hasEntry(within: distance, of: place)
  }

  /// Adds a line.
  func place(_ trail: Trail, _ kind: Streamline.Kind) {
    let count = max(2, Int(min(trail.length / spacing, 1e6)) + 1)
    for index in 0...count {
      let s = trail.from + trail.length * Double(index) / Double(count)
      grid.insert(trail.point(s), line: lines.count, length: s)
    }
    lines.append((trail, kind))
  }

  /// The line through a place in both directions, or `nil` where there is none of that kind.
  func line(through seed: Point, _ mode: Mode) -> Trail? {
    var walk = Walk(seed: seed, direction: field.direction(seed), mode: mode)
    defer { grid.remove(line: lines.count, at: walk.places) }
    let after = follow(&walk, sign: 1)
    if after.end == .neighbour && mode == .whole { return nil }
    if after.end == .closed {
      return Trail(after: after.steps, ends: (.closed, .closed))
    }
    let before = follow(&walk, sign: -1)
    if before.end == .neighbour && mode == .whole { return nil }
    guard !(after.steps.isEmpty && before.steps.isEmpty) else { return nil }
    let trail = Trail(
      after: after.steps, before: before.steps, ends: (before.end, after.end))
    return trimmed(trail, mode)
  }

  /// The line from a place to one side only.
  func ray(from seed: Point, sign: Double) -> Trail? {
    var walk = Walk(seed: seed, direction: field.direction(seed), mode: .separatrix)
    defer { grid.remove(line: lines.count, at: walk.places) }
    let part = follow(&walk, sign: sign)
    guard !part.steps.isEmpty else { return nil }
    let trail =
      sign > 0
      ? Trail(after: part.steps, ends: (.zero, part.end))
      : Trail(after: [], before: part.steps, ends: (part.end, .zero))
    return trimmed(trail, .separatrix)
  }

  // MARK: Following

  /// What is known of a line while it is followed.
  private struct Walk {
    let seed: Point
    let direction: Point?
    let mode: Mode
    var places: [Point] = []
    var reached = 0.0
  }

  private func follow(
    _ walk: inout Walk, sign: Double
  ) -> (steps: [StreamStep], end: TrailEnd) {
    walk.reached = 0
    return integrator.run(from: walk.seed, sign: sign, limit: lengthLimit) { step, isLast in
      if sign > 0, walk.mode != .separatrix, let end = self.closing(&step, walk) { return end }
      return self.meetsLine(&step, &walk, isLast: isLast)
    }
  }

  /// Whether a step crosses the line across the seed, near to it: a closed orbit, or a spiral.
  private func closing(_ step: inout StreamStep, _ walk: Walk) -> TrailEnd? {
    guard let along = walk.direction, step.start > 0,
      step.point(0).distance(to: walk.seed) < abs(step.size) + rule
    else { return nil }
    func height(_ p: Point) -> Double { (p - walk.seed).dot(along) }
    guard height(step.point(0)) < 0, height(step.end) >= 0 else { return nil }
    let share = step.firstShare(upTo: step.share) { height($0) >= 0 }
    let offset = (step.point(share) - walk.seed).length
    guard offset < rule else { return nil }
    step.share = share
    return offset <= Self.closingDistance ? .closed : .spiral
  }

  private func meetsLine(
    _ step: inout StreamStep, _ walk: inout Walk, isLast: Bool
  ) -> TrailEnd? {
    let end = abs(step.endLength)
    while walk.reached + spacing <= end || isLast && walk.reached < end {
      walk.reached = min(walk.reached + spacing, end)
      let share = (walk.reached - abs(step.start)) / abs(step.size)
      let place = step.point(share)
      let length = step.start < 0 || step.size < 0 ? -walk.reached : walk.reached
      if isTooNear(place, length, walk.mode, sparesSeed: true) {
        let mode = walk.mode
        let isOwn = !isTooNear(place, nil, mode, sparesSeed: true)
        step.share = step.firstShare(upTo: share) {
          self.isTooNear($0, length, mode, sparesSeed: true)
        }
        return isOwn ? .spiral : .neighbour
      }
      walk.places.append(place)
      grid.insert(place, line: lines.count, length: length)
    }
    return nil
  }

  /// Whether another line is too near to a place, or the same line where a length is given.
  ///
  /// The surroundings of the seed are spared: a closed orbit comes back there.
  private func isTooNear(
    _ place: Point, _ length: Double?, _ mode: Mode, sparesSeed: Bool
  ) -> Bool {
    if mode == .separatrix && isBesideSaddle(place) { return false }
    let square = mode == .separatrix ? Self.mergingDistance * Self.mergingDistance : rule * rule
    return grid.hasEntry(within: rule, of: place) { entry in
      if entry.line != self.lines.count {
        let offset = entry.place - place
        return offset.dot(offset) < square
      }
      guard let length else { return false }
      if sparesSeed && abs(entry.length) < 2 * self.rule { return false }
      return abs(entry.length - length) > 3 * self.rule
    }
  }

  /// Whether a place is so near to a saddle that separatrices may meet there.
  func isBesideSaddle(_ place: Point) -> Bool {
    saddles.hasEntry(within: 2 * separation, of: place)
  }

  /// The trail without ends that come too near to a line or to its own parts: an end where the field
  /// stops is not looked at on the way, nor are the seed's surroundings.
  private func trimmed(_ trail: Trail, _ mode: Mode) -> Trail {
    func isTooNear(_ s: Double) -> Bool {
      self.isTooNear(trail.point(s), s, mode, sparesSeed: false)
    }
    var (from, to) = (trail.from, trail.to)
    while to > from && isTooNear(to) { to -= spacing / 4 }
    while from < to && isTooNear(from) { from += spacing / 4 }
    return trail.cut(from: from, to: max(from, to))
  }
}
