import Geometry

/// Places where different components come nearer to each other than two pixels.
///
/// Points along the curves, two pixels apart, are sorted into cells of four pixels; of each cell and
/// its neighbours one point of each curve is compared. So the cost grows with the length of the
/// curves, however many of them crowd in a place.
struct CloseApproaches {
  private(set) var found: [ImplicitSet.CloseApproach] = []

  /// Nearer than this (pixels) two curves look like one.
  private static let reach = 2.0
  private static let cellSize = 4.0
  /// Points further apart than this (pixels) are not looked at closely.
  private static let candidateReach = 5.0
  /// The greatest number that is listed.
  private static let limit = 100
  private static let pointLimit = 400_000
  /// Of a cell with more curves only so many are compared.
  private static let crowd = 6

  private struct Sample {
    let curve: Int
    let cubic: Int
    let t: Double
    let point: Point
    let place: Place
  }

  private struct Place: Hashable {
    let i: Int32, j: Int32
  }

  private struct Pair: Hashable {
    let a: Int, b: Int, i: Int32, j: Int32
  }

  private let curves: [[CubicCurve]]
  private let unit: Point
  private let origin: Point

  init(_ curves: [[CubicCurve]], groups: [Int], window: Box, resolution: Resolution) {
    self.curves = curves
    unit = Point(resolution.pixelWidth, resolution.pixelHeight)
    origin = Point(window.minX, window.minY)
    guard Set(groups).count > 1 else { return }
    let samples = samples()
    guard samples.count < Self.pointLimit else { return }
    var cells: [Place: [Int]] = [:]
    for (index, sample) in samples.enumerated() {
      var members = cells[sample.place] ?? []
      let isKnown = members.contains { samples[$0].curve == sample.curve }
      if isKnown || members.count >= Self.crowd { continue }
      members.append(index)
      cells[sample.place] = members
    }
    let near = candidates(samples, cells, groups)
    for (a, b) in near.prefix(4 * Self.limit) where found.count < Self.limit {
      add(samples[a], samples[b])
    }
  }

  /// Pairs of points of different components, the nearest first; one for each two curves and place.
  private func candidates(
    _ samples: [Sample], _ cells: [Place: [Int]], _ groups: [Int]
  ) -> [(Int, Int)] {
    var best: [Pair: (gap: Double, a: Int, b: Int)] = [:]
    for (place, members) in cells {
      for (i, j): (Int32, Int32) in [(0, 0), (1, 0), (0, 1), (1, 1), (1, -1)] {
        guard let others = cells[Place(i: place.i + i, j: place.j + j)] else { continue }
        for a in members {
          for b in others where groups[samples[a].curve] != groups[samples[b].curve] {
            let gap = pixels(samples[a].point).distance(to: pixels(samples[b].point))
            guard gap < Self.candidateReach else { continue }
            let (first, second) = (min(a, b), max(a, b))
            let pair = Pair(
              a: samples[first].curve, b: samples[second].curve, i: place.i / 8, j: place.j / 8)
            let known = best[pair] ?? (.infinity, Int.max, Int.max)
            if (gap, first, second) < known { best[pair] = (gap, first, second) }
          }
        }
      }
    }
    return best.values.sorted { ($0.gap, $0.a, $0.b) < ($1.gap, $1.a, $1.b) }.map { ($0.a, $0.b) }
  }

  private func pixels(_ p: Point) -> Point {
    Point((p.x - origin.x) / unit.x, (p.y - origin.y) / unit.y)
  }

  private func place(_ p: Point) -> Place {
    let q = pixels(p)
    func whole(_ value: Double) -> Int32 {
      Int32(max(min(value / Self.cellSize, 1e8), -1e8).rounded(.down))
    }
    return Place(i: whole(q.x), j: whole(q.y))
  }

  private func samples() -> [Sample] {
    var samples: [Sample] = []
    for (number, cubics) in curves.enumerated() {
      for (index, cubic) in cubics.enumerated() {
        let p = [cubic.p0, cubic.p1, cubic.p2, cubic.p3].map(pixels)
        let length = p[0].distance(to: p[1]) + p[1].distance(to: p[2]) + p[2].distance(to: p[3])
        let count = Int(max(min(length / 2, 4000), 2).rounded(.up))
        for step in 0...count {
          let t = Double(step) / Double(count)
          let point = cubic.point(at: t)
          samples.append(
            Sample(curve: number, cubic: index, t: t, point: point, place: place(point)))
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
    guard pixels(p).distance(to: pixels(q)) < Self.reach else { return }
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
