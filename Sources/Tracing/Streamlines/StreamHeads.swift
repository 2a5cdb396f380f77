import Geometry

/// Places for arrowheads on a streamline, and its mean speed.
struct StreamHeads {
  private let trail: Trail
  private let field: DirectionField
  /// Places along the trail with the length of the field there.
  private let samples: [(length: Double, place: Point, speed: Double)]
  /// The mean of the field's length over places at equal distances.
  let meanSpeed: Double

  init(on trail: Trail, field: DirectionField) {
    self.trail = trail
    self.field = field
    let count = max(8, Int(min(trail.length / 6, 4000)))
    samples = (0..<count).map { index in
      let s = trail.from + trail.length * (Double(index) + 0.5) / Double(count)
      let place = trail.point(s)
      return (s, place, field.speed(place))
    }
    let speeds = samples.map(\.speed).filter(\.isFinite)
    // Divided first: the sum of huge speeds would overflow.
    meanSpeed = speeds.reduce(0) { $0 + $1 / Double(speeds.count) }
  }

  /// One place for each `spacing` of length, at least one: the fastest of the middle of each part.
  ///
  /// Where the speed is the same everywhere, that is the middle.
  func places(every spacing: Double) -> [Streamline.Head] {
    let count = max(1, Int((trail.length / spacing).rounded()))
    return (0..<min(count, samples.count)).compactMap { part in
      let low = Double(samples.count) * (Double(part) + 0.2) / Double(count)
      let high = Double(samples.count) * (Double(part) + 0.8) / Double(count)
      let range = Int(low)..<max(Int(low) + 1, min(Int(high) + 1, samples.count))
      let middle = range.lowerBound + range.count / 2
      let best = range.max { a, b in
        let (u, v) = (samples[a].speed, samples[b].speed)
        if abs(u - v) <= 1e-3 * max(u, v) { return abs(a - middle) > abs(b - middle) }
        return u < v
      }
      guard let best, let direction = field.direction(samples[best].place) else { return nil }
      return Streamline.Head(at: field.data(samples[best].place), direction: direction)
    }
  }
}
