import Calculus
import Geometry

/// The arcs of one piece of a zero set, clipped by its conditions and joined into chains.
struct PieceTrace {
  /// How a curve ends where a condition begins to fail.
  enum Cut: Hashable {
    /// The end belongs to the set.
    case closed
    /// The end does not belong to the set.
    case open
    /// A single point is missing.
    case hole
  }

  let piece: ZeroPiece
  let field: ScalarField
  let conditions: [FieldCondition]
  let subdivision: Subdivision
  private(set) var edges: EdgeRoots
  /// The roots on sides of cells, then the ends of clipped arcs and of spokes.
  var roots: [Root]
  private(set) var arcs: [Arc] = []
  /// The roots at which arcs were cut.
  private(set) var cuts: [Int: Cut] = [:]
  private(set) var chains: [ArcChain] = []

  /// More open cells than this say that the curve is too fine for the picture.
  private static let openLimit = 40_000

  init(
    _ piece: ZeroPiece, _ function: Expression, window: Box, resolution: Resolution,
    ratio: Quadtree.SplitRatio
  ) {
    self.piece = piece
    field = ScalarField(function)
    conditions = piece.conditions.map(FieldCondition.init)
    subdivision = Subdivision(
      of: field, levels: [0], conditions: conditions, window: window, resolution: resolution,
      findsDomain: false, ratio: ratio, openLimit: Self.openLimit)
    edges = EdgeRoots(field: field, levels: [0], resolution: resolution, patience: 200)
    roots = []
    // What is too fine to be traced is shown otherwise.
    if subdivision.isCutShort { return }
    var graphs: [(Subdivision.Graph, Int)] = []
    for graph in subdivision.graphs {
      let found = CellArcs.arcs(of: graph, subdivision.quadtree, &edges, field, [0])
      graphs.append((graph, found.count))
      arcs += found
    }
    roots = edges.roots
    if !conditions.isEmpty { clip(graphs) }
    chains = ArcChain.chains(of: arcs, rootCount: roots.count)
  }

  private mutating func clip(_ graphs: [(graph: Subdivision.Graph, count: Int)]) {
    var kept: [Arc] = []
    var next = 0
    for (graph, count) in graphs {
      var found = Array(arcs[next..<next + count])
      next += count
      for index in graph.straddled { found = found.flatMap { clipped($0, by: conditions[index]) } }
      kept += found
    }
    arcs = kept
  }

  private mutating func clipped(_ arc: Arc, by condition: FieldCondition) -> [Arc] {
    let (a, b) = (roots[arc.start].point, roots[arc.end].point)
    let (ca, cb) = (condition.field.value(a.x, a.y), condition.field.value(b.x, b.y))
    let (inA, inB) = (ca >= 0, cb >= 0)
    if inA == inB { return inA || condition.kind == .nonZero ? [arc] : [] }
    let t = Bracketing.root(from: 0, ca, to: 1, cb) { t in
      let p = arc.point(at: t, from: a, to: b, field, 0)
      return condition.field.value(p.x, p.y)
    }
    let point = arc.point(at: t, from: a, to: b, field, 0)
    func end(_ cut: Cut) -> Int {
      roots.append(Root(level: arc.level, point: point))
      cuts[roots.count - 1] = cut
      return roots.count - 1
    }
    switch condition.kind {
    case .nonZero:
      return [
        arc.with(start: arc.start, end: end(.hole)), arc.with(start: end(.hole), end: arc.end),
      ]
    case .atLeastZero, .positive:
      let cut = end(condition.kind == .positive ? .open : .closed)
      return [inA ? arc.with(start: arc.start, end: cut) : arc.with(start: cut, end: arc.end)]
    }
  }

  /// The chain and the root at which the curve passes through a point, to within `tolerance`.
  func chains(through p: Point, within tolerance: Point) -> [Int] {
    var found: [Int] = []
    for (index, chain) in chains.enumerated() {
      let isNear = chain.links.contains { link in
        passes(link.arc, through: p, within: tolerance)
      }
      if isNear { found.append(index) }
    }
    return found
  }

  private func passes(_ arc: Arc, through p: Point, within tolerance: Point) -> Bool {
    guard arc.spoke < 0 else { return false }
    let (a, b) = (roots[arc.start].point, roots[arc.end].point)
    let box = arc.cell.box
    guard p.x >= box.minX - tolerance.x, p.x <= box.maxX + tolerance.x,
      p.y >= box.minY - tolerance.y, p.y <= box.maxY + tolerance.y
    else { return false }
    let (low, high, place) = arc.isOverX ? (a.x, b.x, p.x) : (a.y, b.y, p.y)
    let slack = arc.isOverX ? tolerance.x : tolerance.y
    guard place >= low - slack, place <= high + slack else { return false }
    let t = high > low ? (place - low) / (high - low) : 0
    let q = arc.point(at: t, from: a, to: b, field, 0)
    return abs(q.x - p.x) <= tolerance.x && abs(q.y - p.y) <= tolerance.y
  }
}
