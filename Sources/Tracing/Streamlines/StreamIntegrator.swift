import Calculus
import Geometry

/// Follows the direction of a field step by step, to a tolerance far below what can be seen.
///
/// A step is taken when its error estimate is below 5e-8 pixels and when interval arithmetic shows
/// that the field is continuous and not zero on a box around it: no step leaps over a pole, a jump or
/// a zero. What intervals cannot show at 1/50 of a pixel is decided by comparing values along the
/// step. Lines end on the window's edge, at the given distance from a known zero, and within 1/50 of
/// a pixel of everything else where the field stops.
struct StreamIntegrator {
  let field: DirectionField
  let zeros: PlaceGrid
  /// Lines end at this distance from a zero.
  let clearance: Double

  /// The error of a step in pixels: some hundred steps to a line stay below 1e-5 or so.
  private static let tolerance = 5e-8
  private static let longestStep = 16.0
  /// Steps below this size may have greater errors: at kinks of the field.
  private static let finestStep = 0.02
  private static let kinkTolerance = 1e-5
  /// After so many steps that intervals could not decide, but values could, intervals are not asked.
  private static let doubtLimit = 200

  /// Follows the field from a place, or goes against it for `sign` −1, until something ends the line.
  ///
  /// `visit` sees each step and whether it is the last one, and may cut it and end the line.
  func run(
    from start: Point, sign: Double = 1, limit: Double,
    visit: (inout StreamStep, Bool) -> TrailEnd?
  ) -> (steps: [StreamStep], end: TrailEnd) {
    guard var along = field.direction(start) else { return ([], .singularity) }
    var steps: [StreamStep] = []
    var place = start
    var length = 0.0
    var size = 1.0
    var doubts = 0
    while abs(length) < limit {
      if field.isExhausted { return (steps, .limit) }
      guard
        var step = attempt(
          from: place, along, length: length, sign: sign, size: &size, doubts: &doubts)
      else { return (steps, .singularity) }
      let last = meetsZero(&step) ?? leavesWindow(&step)
      let end = visit(&step, last != nil) ?? last
      if step.share > 0 { steps.append(step) }
      if let end { return (steps, end) }
      place = step.end
      along = step.endDirection
      length = step.endLength
    }
    return (steps, .limit)
  }

  /// The next step, as long as the tolerance and the intervals allow; `size` becomes a guess for the
  /// one after it.
  private func attempt(
    from place: Point, _ along: Point, length: Double, sign: Double, size: inout Double,
    doubts: inout Int
  ) -> StreamStep? {
    while true {
      let isFinest = size <= Self.finestStep
      guard
        let step = StreamStep(
          from: place, along: along, size: sign * size, start: length, in: field)
      else {
        if isFinest || field.isExhausted { return nil }
        size /= 4
        continue
      }
      let error = step.error / (isFinest ? Self.kinkTolerance : Self.tolerance)
      guard error <= 1 else {
        if isFinest || field.isExhausted { return nil }
        size = max(size * max(0.2, 0.9 * Powers.value(error, -0.2)), Self.finestStep)
        continue
      }
      if doubts < Self.doubtLimit && !field.isRegular(on: hull(of: step)) {
        guard isFinest else {
          size = max(size / 2, Self.finestStep)
          continue
        }
        guard isEven(step) else { return nil }
        doubts += 1
      }
      let growth = isFinest ? 2 : min(3, 0.9 * Powers.value(max(error, 1e-6), -0.2))
      size = min(max(size * growth, Self.finestStep), Self.longestStep)
      return step
    }
  }

  /// The part of the window that a step runs through, with a margin.
  private func hull(of step: StreamStep) -> Box {
    let (a, b) = (step.point(0), step.point(1))
    let (c, d) = (step.point(1.0 / 3), step.point(2.0 / 3))
    let margin = abs(step.size) * 0.02
    return Box(
      minX: max(min(a.x, b.x, c.x, d.x) - margin, 0),
      minY: max(min(a.y, b.y, c.y, d.y) - margin, 0),
      maxX: min(max(a.x, b.x, c.x, d.x) + margin, field.extent.x),
      maxY: min(max(a.y, b.y, c.y, d.y) + margin, field.extent.y))
  }

  /// Whether the field hardly changes along a short step, as it would beside a pole, zero or jump.
  private func isEven(_ step: StreamStep) -> Bool {
    var (least, greatest) = (Double.infinity, 0.0)
    for index in 0...8 {
      let p = step.point(Double(index) / 8)
      guard field.contains(p) else { break }
      let speed = field.speed(p)
      guard speed.isFinite else { return false }
      least = min(least, speed)
      greatest = max(greatest, speed)
    }
    return least > 0 && greatest <= 1.5 * least
  }

  private func leavesWindow(_ step: inout StreamStep) -> TrailEnd? {
    for share in [0.25, 0.5, 0.75, 1]
    where share <= step.share && !field.contains(step.point(share)) {
      let isOutside = !field.contains(step.point(0))
      step.share = isOutside ? 0 : step.firstShare(upTo: share) { !field.contains($0) }
      return .edge
    }
    return nil
  }

  private func meetsZero(_ step: inout StreamStep) -> TrailEnd? {
    let start = step.point(0)
    let near = zeros.places(within: clearance + abs(step.size), of: start)
    for zero in near where start.distance(to: zero) >= clearance {
      for share in [0.25, 0.5, 0.75, 1] where share <= step.share {
        if field.contains(step.point(share)) && step.point(share).distance(to: zero) < clearance {
          step.share = step.firstShare(upTo: share) { $0.distance(to: zero) < clearance }
          return .zero
        }
      }
    }
    return nil
  }
}
