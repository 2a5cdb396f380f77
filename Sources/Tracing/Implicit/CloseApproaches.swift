import Geometry

/// Places where different components come nearer to each other than two pixels.
struct CloseApproaches {
  private(set) var found: [ImplicitSet.CloseApproach] = []

  /// Nearer than this (pixels) two curves look like one.
  private static let reach = 2.0
  /// The greatest number that is listed.
  private static let limit = 100
  private static let pointLimit = 400_000

  private struct Sample {
    let curve: Int
    let cubic: Int
    let t: Double
    let point: Point
  }

  private let curves: [[CubicCurve]]
  private let unit: Point

  init(_ curves: [[CubicCurve]], groups: [Int], window: Box, resolution: Resolution) {
    self.curves = curves
    unit = Point(resolution.pixelWidth, resolution.pixelHeight)
    guard Set(groups).count > 1 else { return }
    let samples = samples()
    guard samples.count < Self.pointLimit else { return }
    var places: [Place: [Int]] = [:]
    for (index, sample) in samples.enumerated() {
      places[place(sample.point), default: []].append(index)
    }
    var best: [Pair: (Double, Int, Int)] = [:]
    for (index, sample) in samples.enumerated() {
      let here = place(sample.point)
      for i in -1...1 {
        for j in -1...1 {
          for other in places[Place(i: here.i + i, j: here.j + j)] ?? [] where other > index {
            let second = samples[other]
            guard groups[second.curve] != groups[sample.curve] else { continue }
            let gap = pixels(sample.point).distance(to: pixels(second.point))
            let pair = Pair(
              a: min(sample.curve, second.curve), b: max(sample.curve, second.curve),
              i: here.i / 16, j: here.j / 16)
            if gap < Self.reach, gap < best[pair]?.0 ?? .infinity {
              best[pair] = (gap, index, other)
            }
          }
        }
      }
    }
    let order = best.values.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    for (_, a, b) in order {
      if found.count >= Self.limit { break }
      add(samples[a], samples[b])
    }
  }

  private struct Place: Hashable {
    let i: Int, j: Int
  }

  private struct Pair: Hashable {
    let a: Int, b: Int, i: Int, j: Int
  }

  private func pixels(_ p: Point) -> Point { Point(p.x / unit.x, p.y / unit.y) }

  private func place(_ p: Point) -> Place {
    let q = pixels(p)
    func whole(_ value: Double) -> Int {
      Int(max(min(value / Self.reach, 1e15), -1e15).rounded(.down))
    }
    return Place(i: whole(q.x), j: whole(q.y))
  }

  private func samples() -> [Sample] {
    var samples: [Sample] = []
    for (number, cubics) in curves.enumerated() {
      for (index, cubic) in cubics.enumerated() {
        let p = [cubic.p0, cubic.p1, cubic.p2, cubic.p3].map(pixels)
        let length = p[0].distance(to: p[1]) + p[1].distance(to: p[2]) + p[2].distance(to: p[3])
        let count = Int(max(min(length, 4000), 2).rounded(.up))
        for step in 0...count {
          let t = Double(step) / Double(count)
          samples.append(Sample(curve: number, cubic: index, t: t, point: cubic.point(at: t)))
        }
        if samples.count > Self.pointLimit { return samples }
      }
    }
    return samples
  }

  /// Walks both points along their curves to where they are nearest, and lists the place once.
  private mutating func add(_ a: Sample, _ b: Sample) {
    var (p, q) = (a.point, b.point)
    for _ in 0..<40 {
      p = nearest(to: q, on: a)
      q = nearest(to: p, on: b)
    }
    let gap = p.distance(to: q)
    let middle = p.interpolated(to: q, at: 0.5)
    let isKnown = found.contains { pixels($0.at).distance(to: pixels(middle)) < 16 }
    if !isKnown { found.append(.init(at: middle, gap: gap)) }
  }

  /// The point of the cubics around a sample that is nearest to `p`.
  private func nearest(to p: Point, on sample: Sample) -> Point {
    var best = sample.point
    var least = Double.infinity
    let cubics = curves[sample.curve]
    for index in max(sample.cubic - 1, 0)...min(sample.cubic + 1, cubics.count - 1) {
      var t = index == sample.cubic ? sample.t : index < sample.cubic ? 1 : 0
      let cubic = cubics[index]
      for _ in 0..<12 {
        let offset = cubic.point(at: t) - p
        let slope = cubic.derivative(at: t)
        let speed = slope.dot(slope)
        guard speed > 0 else { break }
        t = min(max(t - offset.dot(slope) / speed, 0), 1)
      }
      let q = cubic.point(at: t)
      if q.distance(to: p) < least { (least, best) = (q.distance(to: p), q) }
    }
    return best
  }
}
