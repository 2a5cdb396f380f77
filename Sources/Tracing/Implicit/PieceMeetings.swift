import Calculus
import Geometry

/// The points that two pieces of a zero set have in common.
struct PieceMeetings {
  /// A common point with the routes that pass there or end there.
  struct Meeting {
    let point: Point
    let isTouching: Bool
    /// The piece and the route.
    let routes: [(Int, Int)]
  }

  private(set) var found: [Meeting] = []
  private(set) var unresolved: [UnresolvedPlace] = []
  /// Pieces that lie on another piece, with that piece.
  private(set) var repeated: [Int: Int] = [:]
  /// How often a piece occurs beyond its own multiplicity.
  private(set) var extraMultiplicity: [Int: Int] = [:]

  private let traces: [PieceTrace]
  private let window: Box
  private let resolution: Resolution
  /// Boxes that may still be looked at.
  private var budget = 400_000
  private static let pairBudget = 20_000

  init(_ traces: [PieceTrace], window: Box, resolution: Resolution) {
    self.traces = traces
    self.window = window
    self.resolution = resolution
    let boxes = traces.map { trace in
      (trace.subdivision.graphs.map(\.cell.box) + trace.subdivision.cores.map(\.box)).sorted {
        $0.minX < $1.minX
      }
    }
    for i in traces.indices {
      for j in traces.indices where j > i {
        let (f, g) = (traces[i].piece.functions[0], traces[j].piece.functions[0])
        if f.isParallel(to: g) || !Self.overlap(boxes[i], boxes[j]) { continue }
        search(i, j, f, g)
      }
    }
  }

  /// Whether a box of one list meets a box of the other; both ascend by their left sides.
  private static func overlap(_ a: [Box], _ b: [Box]) -> Bool {
    var start = 0
    let widest = b.map(\.width).max() ?? 0
    for box in a {
      while start < b.count && b[start].minX + widest < box.minX { start += 1 }
      var index = start
      while index < b.count && b[index].minX <= box.maxX {
        if b[index].intersects(box) { return true }
        index += 1
      }
    }
    return false
  }

  private mutating func search(_ i: Int, _ j: Int, _ f: Expression, _ g: Expression) {
    if repeated[i] != nil || repeated[j] != nil { return }
    if isRepetition(j, of: i) {
      repeated[j] = i
      extraMultiplicity[i, default: 0] += traces[j].piece.multiplicity
      return
    }
    guard budget > 0 else {
      unresolved.append(UnresolvedPlace(box: window, reason: .budget))
      return
    }
    let result = IntersectionSearch(
      of: f, g, in: (window.minX...window.maxX, window.minY...window.maxY),
      budget: Self.pairBudget
    ).points()
    budget -= result.boxesVisited
    for (points, isTouching) in [(result.crossings, false), (result.touchings, true)] {
      for at in points {
        let p = Point(at[0], at[1])
        add(isTouching ? refined(p, f, g) : p, isTouching, i, j)
      }
    }
    for box in result.unsettled {
      let box = Box(box)
      let isNear = [i, j].allSatisfy { index in
        traces[index].arcs.contains { $0.cell.box.intersects(box) }
      }
      if isNear { unresolved.append(UnresolvedPlace(box: box, reason: .pixel)) }
    }
  }

  /// The point at which two curves touch, to rounding: there the product of their functions has a
  /// degenerate critical point.
  private func refined(_ p: Point, _ f: Expression, _ g: Expression) -> Point {
    let form = LocalForm(
      of: f.times(g), near: p, reach: 1, resolution: resolution, trustsRounding: true)
    return form?.point ?? p
  }

  private mutating func add(_ p: Point, _ isTouching: Bool, _ i: Int, _ j: Int) {
    let slack = 1e-9 * max(window.width, window.height)
    guard window.grown(by: slack).contains(p) else { return }
    for index in [i, j] {
      let conditions = traces[index].conditions
      if !conditions.allSatisfy({ $0.holds(at: p, within: slack) }) { return }
    }
    let reach = isTouching ? 0.2 : 0.02
    let tolerance = Point(resolution.pixelWidth * reach, resolution.pixelHeight * reach)
    var routes: [(Int, Int)] = []
    for index in [i, j] {
      routes += traces[index].chains(through: p, within: tolerance).map { (index, $0) }
    }
    found.append(Meeting(point: p, isTouching: isTouching, routes: routes))
  }

  /// Whether a piece lies on another one: the other function is zero at all of its roots.
  private func isRepetition(_ j: Int, of i: Int) -> Bool {
    guard traces[j].conditions.isEmpty && traces[i].conditions.isEmpty else { return false }
    let roots = traces[j].roots
    guard roots.count > 2 else { return false }
    return roots.allSatisfy { root in
      let (value, slope) = traces[i].field.jet(root.point.x, root.point.y)
      return abs(value) <= 1e-10 * window.width * slope.length
    }
  }
}
