import Geometry

/// A chain of cubics with its length, so that places on it can be found by the way to them.
///
/// The lengths are those of an inscribed polygon with sides of about `spacing`: enough to place a
/// label, not to measure.
struct MeasuredCurve: Sendable {
  /// A point of the polygon.
  struct Sample: Sendable {
    /// Where it is.
    let point: Point
    /// The length of the polygon up to it.
    let length: Double
    /// The cubic that it lies on, and its parameter there.
    let cubic: Int, parameter: Double
  }

  /// The cubics; where the chain is closed, the last ends where the first begins.
  let cubics: [CubicCurve]
  /// The polygon; of a closed chain, its last point is its first again.
  let samples: [Sample]
  /// Whether the chain is closed.
  let isClosed: Bool

  /// The length of the polygon.
  var length: Double { samples.last?.length ?? 0 }

  /// The measured chain of a subpath; `nil` where it has no pieces.
  init?(_ subpath: Subpath, spacing: Double = 9) {
    var cubics = subpath.cubics
    guard let first = cubics.first, let last = cubics.last else { return nil }
    if subpath.isClosed, last.p3.distance(to: first.p0) > 1e-6 {
      cubics.append(CubicCurve(line: last.p3, first.p0))
    }
    isClosed = subpath.isClosed || last.p3.distance(to: first.p0) < 1e-6
    var samples = [Sample(point: first.p0, length: 0, cubic: 0, parameter: 0)]
    var length = 0.0
    var previous = first.p0
    for (index, cubic) in cubics.enumerated() {
      let polygon =
        cubic.p0.distance(to: cubic.p1) + cubic.p1.distance(to: cubic.p2)
        + cubic.p2.distance(to: cubic.p3)
      let count = polygon.isFinite ? Int(min(max(polygon / spacing, 1), 200).rounded(.up)) : 1
      for step in 1...count {
        let parameter = Double(step) / Double(count)
        let point = step == count ? cubic.p3 : cubic.point(at: parameter)
        length += previous.distance(to: point)
        previous = point
        samples.append(
          Sample(point: point, length: length, cubic: index, parameter: parameter))
      }
    }
    self.cubics = cubics
    self.samples = samples
  }

  /// A length on a closed chain counted from its start; on an open one, cut to its ends.
  private func counted(_ length: Double) -> Double {
    guard isClosed, self.length > 0 else { return min(max(length, 0), self.length) }
    let turns = (length / self.length).rounded(.down)
    return length - turns * self.length
  }

  /// The number of the side of the polygon that contains a counted length.
  private func side(at length: Double) -> Int {
    var (low, high) = (0, samples.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if samples[middle].length <= length { low = middle } else { high = middle }
    }
    return low
  }

  /// The point at a length from the start.
  func point(at length: Double) -> Point {
    guard samples.count > 1 else { return cubics[0].p0 }
    let length = counted(length)
    let low = side(at: length)
    let (a, b) = (samples[low], samples[low + 1])
    let t = b.length > a.length ? (length - a.length) / (b.length - a.length) : 0
    return a.point.interpolated(to: b.point, at: t)
  }

  /// The cubic and the parameter at a length from the start.
  private func place(at length: Double) -> (cubic: Int, parameter: Double) {
    let length = counted(length)
    let low = side(at: length)
    let (a, b) = (samples[low], samples[low + 1])
    let start = a.cubic == b.cubic && low > 0 ? a.parameter : 0
    let t = b.length > a.length ? (length - a.length) / (b.length - a.length) : 0
    return (b.cubic, start + (b.parameter - start) * t)
  }

  /// The chain from one length to another; on a closed one it may pass the start.
  func part(from start: Double, to end: Double) -> [CubicCurve] {
    guard samples.count > 1, end > start else { return [] }
    let from = place(at: start)
    let to = place(at: end)
    if from.cubic == to.cubic, from.parameter < to.parameter {
      return [cubics[from.cubic].part(from: from.parameter, to: to.parameter)]
    }
    var parts: [CubicCurve] = []
    if from.parameter < 1 { parts.append(cubics[from.cubic].part(from: from.parameter, to: 1)) }
    var index = from.cubic + 1
    let laps = to.cubic > from.cubic ? 0 : cubics.count
    while index < to.cubic + laps {
      parts.append(cubics[index % cubics.count])
      index += 1
    }
    if to.parameter > 0 { parts.append(cubics[to.cubic].part(from: 0, to: to.parameter)) }
    return parts
  }

  /// The chain without `half` of its length on both sides of `middle`, as open pieces.
  func without(_ half: Double, around middle: Double) -> [Subpath] {
    let stretches: [(Double, Double)] =
      isClosed
      ? [(middle + half, middle - half + length)]
      : [(0, middle - half), (middle + half, length)]
    return stretches.compactMap { start, end in
      let cubics = part(from: start, to: end)
      return cubics.isEmpty ? nil : Subpath(cubics: cubics)
    }
  }
}
