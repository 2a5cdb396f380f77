import Geometry

/// Joins strands at their sites to the curves that are drawn.
struct StrandJoining {
  /// A drawn curve with the strands that it consists of.
  struct Curve {
    var cubics: [CubicCurve]
    var isClosed: Bool
    var strands: [Int]
    /// The sites at its ends; −1 for a closed one.
    var start: Int
    var end: Int
  }

  private let strands: [Strand]
  private let sites: SiteList
  private var partner: [Site.End: Site.End] = [:]
  private(set) var curves: [Curve] = []

  init(_ strands: [Strand], at sites: SiteList) {
    self.strands = strands
    self.sites = sites
    for index in sites.indices { pair(sites[index]) }
    walk()
  }

  // MARK: Pairs

  private mutating func pair(_ site: Site) {
    switch site.kind {
    case .boundary, .openEnd, .hole, .loose: return
    case .singular(_, let crosses): pairAround(site, crosses: crosses)
    case .through, .closedEnd, .meeting:
      if site.ends.count == 2 && site.passing.isEmpty { pair(site.ends[0], site.ends[1]) }
      if site.ends.count == 4 && site.passing.isEmpty { pairAround(site, crosses: true) }
    }
  }

  private mutating func pair(_ a: Site.End, _ b: Site.End) {
    partner[a] = b
    partner[b] = a
  }

  /// Branches around a singular point in the order of their angles: those that cross go over to the
  /// one opposite, those that touch stay on their side.
  private mutating func pairAround(_ site: Site, crosses: Bool) {
    let order = site.ends.map { ($0, direction(of: $0, from: site.point).turn) }
      .sorted { $0.1 < $1.1 }
    let count = order.count
    guard count > 0, count % 2 == 0 else { return }
    if crosses {
      for index in 0..<count / 2 { pair(order[index].0, order[index + count / 2].0) }
      return
    }
    // Neighbours with the widest gaps between them belong to one branch.
    func gap(_ index: Int) -> Double {
      let next = index + 1 < count ? order[index + 1].1 : order[0].1 + 4
      return next - order[index].1
    }
    let first = count > 2 && gap(0) < gap(1) ? 1 : 0
    for index in stride(from: first, to: first + count, by: 2) {
      pair(order[index % count].0, order[(index + 1) % count].0)
    }
  }

  private func direction(of end: Site.End, from p: Point) -> Point {
    let cubics = strands[end.strand].cubics
    let cubic = end.isStart ? cubics[0] : cubics[cubics.count - 1].reversed
    return cubic.point(at: 0.2) - p
  }

  // MARK: Walks

  private mutating func walk() {
    var isUsed = Array(repeating: false, count: strands.count)
    for (index, strand) in strands.enumerated() where strand.isClosed {
      isUsed[index] = true
      curves.append(
        Curve(cubics: strand.cubics, isClosed: true, strands: [index], start: -1, end: -1))
    }
    for isStart in [true, false] {
      for index in strands.indices where !isUsed[index] {
        if partner[Site.End(strand: index, isStart: isStart)] == nil {
          follow(from: index, isForward: isStart, &isUsed)
        }
      }
    }
    for index in strands.indices where !isUsed[index] {
      follow(from: index, isForward: true, &isUsed)
    }
  }

  private mutating func follow(from first: Int, isForward: Bool, _ isUsed: inout [Bool]) {
    var curve = Curve(cubics: [], isClosed: false, strands: [], start: -1, end: -1)
    var (index, forward) = (first, isForward)
    curve.start = isForward ? strands[first].start : strands[first].end
    while !isUsed[index] {
      isUsed[index] = true
      curve.strands.append(index)
      append(strands[index], isForward: forward, to: &curve)
      curve.end = forward ? strands[index].end : strands[index].start
      guard let next = partner[Site.End(strand: index, isStart: !forward)] else { break }
      if next.strand == first && next.isStart == isForward {
        curve.isClosed = true
        if let last = curve.cubics.indices.last { curve.cubics[last].p3 = curve.cubics[0].p0 }
        (curve.start, curve.end) = (-1, -1)
        break
      }
      (index, forward) = (next.strand, next.isStart)
    }
    curves.append(curve)
  }

  /// Adds a strand whose ends are brought to its sites: by less than a pixel, or by a line.
  private func append(_ strand: Strand, isForward: Bool, to curve: inout Curve) {
    var cubics = strand.cubics
    if strand.start >= 0 { reach(sites[strand.start], atStart: true, &cubics) }
    if strand.end >= 0 { reach(sites[strand.end], atStart: false, &cubics) }
    curve.cubics += isForward ? cubics : cubics.reversed().map(\.reversed)
  }

  private func reach(_ site: Site, atStart: Bool, _ cubics: inout [CubicCurve]) {
    if case .loose = site.kind { return }
    let end = atStart ? cubics[0].p0 : cubics[cubics.count - 1].p3
    if end == site.point { return }
    let cubic = atStart ? cubics[0] : cubics[cubics.count - 1]
    let size = cubic.p0.distance(to: cubic.p3)
    if end.distance(to: site.point) < 1e-3 * size {
      if atStart { cubics[0].p0 = site.point } else { cubics[cubics.count - 1].p3 = site.point }
    } else if atStart {
      cubics.insert(CubicCurve(line: site.point, end), at: 0)
    } else {
      cubics.append(CubicCurve(line: end, site.point))
    }
  }
}
