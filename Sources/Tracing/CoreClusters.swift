import Geometry

/// The cells that were given up, gathered into connected clusters.
///
/// A cluster of a few pixels is the core of one singular point. The curves that end at it are joined
/// through it in pairs that go on most nearly straight, so that a crossing is drawn as a crossing.
struct CoreClusters {
  struct Cluster {
    var cells: [Int]
    var box: Box
  }

  private let cores: [Cell]
  private let quadtree: Quadtree
  private(set) var clusters: [Cluster] = []
  private var clusterOfRoot: [Int: Int] = [:]

  init(_ subdivision: Subdivision, edges: EdgeRoots) {
    cores = subdivision.cores
    quadtree = subdivision.quadtree
    gather()
    for (number, cluster) in clusters.enumerated() {
      for cell in cluster.cells {
        for side in cores[cell].sides {
          for root in edges.known(on: side) { clusterOfRoot[root] = number }
        }
      }
    }
  }

  /// Flood fill over cells that share a side or a corner.
  private mutating func gather() {
    guard let size = cores.first?.size else { return }
    var indexOfPlace: [Vertex: Int] = [:]
    for (index, cell) in cores.enumerated() {
      indexOfPlace[Vertex(i: cell.i / size, j: cell.j / size)] = index
    }
    var isSeen = Array(repeating: false, count: cores.count)
    for first in cores.indices where !isSeen[first] {
      isSeen[first] = true
      var cluster = Cluster(cells: [], box: cores[first].box)
      var stack = [first]
      while let index = stack.popLast() {
        let cell = cores[index]
        cluster.cells.append(index)
        cluster.box = cluster.box.union(cell.box)
        for di: Int32 in -1...1 {
          for dj: Int32 in -1...1 {
            let place = Vertex(i: cell.i / size + di, j: cell.j / size + dj)
            if let next = indexOfPlace[place], !isSeen[next] {
              isSeen[next] = true
              stack.append(next)
            }
          }
        }
      }
      clusters.append(cluster)
    }
  }

  // MARK: Joining

  /// An end of a curve at a cluster.
  private struct Arm {
    let curve: Int
    let isStart: Bool
    let point: Point
    /// The direction into the cluster.
    let inwards: Point
  }

  /// Where the curve goes on after one of its ends.
  private struct Junction {
    let node: Point
    let curve: Int
    let isStart: Bool
  }

  private struct End: Hashable {
    let curve: Int
    let isStart: Bool
  }

  /// The curves, joined through the clusters of at most three pixels; also the clusters that were
  /// understood so.
  func joined(_ traced: [TracedChain], pixel: Point) -> (curves: [LevelCurve], settled: Set<Int>) {
    var arms: [Int: [Arm]] = [:]
    for (index, curve) in traced.enumerated() where !curve.chain.isClosed {
      for isStart in [true, false] {
        guard let cluster = clusterOfRoot[isStart ? curve.chain.start : curve.chain.end] else {
          continue
        }
        arms[cluster, default: []].append(Self.arm(curve, index, isStart: isStart))
      }
    }
    var junctions: [End: Junction] = [:]
    var settled: Set<Int> = []
    for (number, all) in arms.sorted(by: { $0.key < $1.key }) {
      let box = clusters[number].box
      guard box.width <= 3 * pixel.x, box.height <= 3 * pixel.y else { continue }
      let levels = Dictionary(grouping: all) { traced[$0.curve].level }
      var isWhole = true
      for (_, arms) in levels.sorted(by: { $0.key < $1.key }) {
        isWhole = Self.pair(arms, around: box.centre, &junctions) && isWhole
      }
      if isWhole { settled.insert(number) }
    }
    return (Self.walk(traced, junctions), settled)
  }

  private static func arm(_ curve: TracedChain, _ index: Int, isStart: Bool) -> Arm {
    let cubic = isStart ? curve.cubics[0] : curve.cubics[curve.cubics.count - 1]
    let inwards = isStart ? cubic.p0 - cubic.p1 : cubic.p3 - cubic.p2
    return Arm(
      curve: index, isStart: isStart, point: isStart ? cubic.p0 : cubic.p3,
      inwards: inwards.direction ?? Point(1, 0))
  }

  /// Pairs the arms of one level that go on most nearly straight; whether none is left over.
  private static func pair(
    _ arms: [Arm], around centre: Point, _ junctions: inout [End: Junction]
  ) -> Bool {
    var rest = arms
    let node = arms.count == 2 ? arms[0].point.interpolated(to: arms[1].point, at: 0.5) : centre
    while rest.count >= 2 {
      var best = (cosine: Double.infinity, 0, 1)
      for i in rest.indices {
        for j in rest.indices where j > i {
          let cosine = rest[i].inwards.dot(rest[j].inwards)
          if cosine < best.cosine { best = (cosine, i, j) }
        }
      }
      let (a, b) = (rest[best.1], rest[best.2])
      junctions[End(curve: a.curve, isStart: a.isStart)] = Junction(
        node: node, curve: b.curve, isStart: b.isStart)
      junctions[End(curve: b.curve, isStart: b.isStart)] = Junction(
        node: node, curve: a.curve, isStart: a.isStart)
      rest.remove(at: best.2)
      rest.remove(at: best.1)
    }
    return rest.isEmpty
  }

  /// Follows the junctions: open curves from their free ends, then closed ones.
  private static func walk(
    _ traced: [TracedChain], _ junctions: [End: Junction]
  ) -> [LevelCurve] {
    var isUsed = Array(repeating: false, count: traced.count)
    var curves: [LevelCurve] = []
    func follow(from first: Int, isForward: Bool) {
      var cubics: [CubicCurve] = []
      var (index, forward) = (first, isForward)
      while !isUsed[index] {
        isUsed[index] = true
        let curve = traced[index]
        cubics += forward ? curve.cubics : curve.cubics.reversed().map(\.reversed)
        guard let next = junctions[End(curve: index, isStart: !forward)] else { break }
        let start = traced[next.curve].cubics
        let entry = next.isStart ? start[0].p0 : start[start.count - 1].p3
        if let end = cubics.last?.p3 {
          cubics.append(CubicCurve(line: end, next.node))
          cubics.append(CubicCurve(line: next.node, entry))
        }
        (index, forward) = (next.curve, next.isStart)
      }
      let isClosed = cubics.first.map { $0.p0 == cubics[cubics.count - 1].p3 } ?? false
      curves.append(
        LevelCurve(level: traced[first].level, isClosed: isClosed, cubics: cubics))
    }
    for index in traced.indices where !isUsed[index] {
      if traced[index].chain.isClosed || junctions[End(curve: index, isStart: true)] == nil {
        follow(from: index, isForward: true)
      } else if junctions[End(curve: index, isStart: false)] == nil {
        follow(from: index, isForward: false)
      }
    }
    for index in traced.indices where !isUsed[index] { follow(from: index, isForward: true) }
    return curves
  }

  /// The clusters that were not settled by joining.
  func unresolved(except settled: Set<Int>, isCutShort: Bool) -> [UnresolvedPlace] {
    clusters.indices.filter { !settled.contains($0) }.map {
      UnresolvedPlace(box: clusters[$0].box, reason: isCutShort ? .budget : .pixel)
    }
  }
}
