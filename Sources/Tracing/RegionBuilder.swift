import Geometry

/// Builds the boundary of the set where f ≥ c from level curves and walls.
///
/// The boundary consists of the level curves and of walls: the border of the window, and the sides
/// of cells that were given up (each counts as inside or outside by the value at its centre), which
/// also are the border of the domain of f. All pieces are directed with the set on their left, so at
/// every vertex as many end as start, and following them closes every loop.
struct RegionBuilder {
  /// A place where pieces of the boundary meet.
  private enum Joint: Hashable {
    case vertex(Vertex)
    case root(Int)
  }

  private struct Piece {
    let start: Joint
    let end: Joint
    let segments: [Segment]
    let from: Point
  }

  private let quadtree: Quadtree
  private let field: ScalarField
  private let levels: [Double]
  private var edges: EdgeRoots
  private let cores: [Cell]
  private let coreValues: [Double]
  private var coreOfPlace: [Vertex: Int] = [:]
  private var coreSides: Set<Side> = []

  init(subdivision: Subdivision, field: ScalarField, levels: [Double], edges: EdgeRoots) {
    quadtree = subdivision.quadtree
    self.field = field
    self.levels = levels
    self.edges = edges
    cores = subdivision.cores
    coreValues = cores.map { field.value($0.box.centre.x, $0.box.centre.y) }
    for (index, cell) in cores.enumerated() {
      coreOfPlace[Vertex(i: cell.i, j: cell.j)] = index
      coreSides.formUnion(cell.sides)
    }
  }

  /// The set where f is defined.
  mutating func domain() -> Path { path(level: nil, curves: []) }

  /// The set where f is at least the level at `index`.
  mutating func region(_ index: Int, curves: [TracedChain]) -> Path {
    path(level: index, curves: curves)
  }

  private mutating func path(level: Int?, curves: [TracedChain]) -> Path {
    var loops: [Subpath] = []
    var pieces: [Piece] = []
    for curve in curves {
      if curve.chain.isClosed {
        loops.append(Subpath(cubics: curve.cubics, isClosed: true))
      } else {
        pieces.append(
          Piece(
            start: .root(curve.chain.start), end: .root(curve.chain.end),
            segments: curve.cubics.map { .cubic($0.p1, $0.p2, $0.p3) }, from: curve.cubics[0].p0))
      }
    }
    addBorder(level, &pieces)
    for index in cores.indices { addWalls(of: index, level, &pieces) }
    return Path(loops + Self.loops(of: pieces))
  }

  private func isInside(_ value: Double, _ level: Int?) -> Bool {
    guard let level else { return !value.isNaN }
    return value >= levels[level]
  }

  // MARK: Walls

  private mutating func addBorder(_ level: Int?, _ pieces: inout [Piece]) {
    for (number, side) in quadtree.root.sides.enumerated() {
      for piece in quadtree.pieces(of: side) where !coreSides.contains(piece) {
        addSmooth(piece, level, isLeftInside: true, isAlong: number < 2, &pieces)
      }
    }
  }

  private mutating func addWalls(of index: Int, _ level: Int?, _ pieces: inout [Piece]) {
    let cell = cores[index]
    let isIn = isInside(coreValues[index], level)
    let offsets: [(Int32, Int32)] = [(0, -1), (1, 0), (0, 1), (-1, 0)]
    let limit = quadtree.root.size
    for (number, side) in cell.sides.enumerated() {
      let place = Vertex(
        i: cell.i + offsets[number].0 * cell.size, j: cell.j + offsets[number].1 * cell.size)
      let isAlong = number < 2
      if place.i < 0 || place.j < 0 || place.i >= limit || place.j >= limit {
        if isIn { add(side, [], isAlong: isAlong, &pieces) { _ in true } }
      } else if let neighbour = coreOfPlace[place] {
        if isIn && !isInside(coreValues[neighbour], level) {
          add(side, [], isAlong: isAlong, &pieces) { _ in true }
        }
      } else {
        // The cell across is smooth: its part of the set ends here where ours does not go on.
        addSmooth(side, level, isLeftInside: isIn, isAlong: isAlong, facing: true, &pieces)
      }
    }
  }

  /// A side whose other cell is smooth (`facing`) or, on the border, whose inner cell is.
  private mutating func addSmooth(
    _ side: Side, _ level: Int?, isLeftInside: Bool, isAlong: Bool, facing: Bool = false,
    _ pieces: inout [Piece]
  ) {
    let roots = edges.roots(on: quadtree.placed(side)).filter { edges.roots[$0].level == level }
    if !facing {
      add(side, roots, isAlong: isAlong, &pieces) { isInside($0, level) }
    } else if isLeftInside {
      add(side, roots, isAlong: isAlong, &pieces) { !isInside($0, level) }
    } else {
      add(side, roots, isAlong: !isAlong, &pieces) { isInside($0, level) }
    }
  }

  /// Adds the parts of a side between its roots for which `isWanted` says so of the value of f in
  /// their middle; along the side or against it.
  private func add(
    _ side: Side, _ roots: [Int], isAlong: Bool, _ pieces: inout [Piece],
    where isWanted: (Double) -> Bool
  ) {
    var joints: [(Joint, Point)] = [(.vertex(side.from), quadtree.point(side.from))]
    joints += roots.map { (.root($0), edges.roots[$0].point) }
    joints.append((.vertex(side.to), quadtree.point(side.to)))
    for index in 1..<joints.count {
      let (a, b) = (joints[index - 1], joints[index])
      let middle = a.1.interpolated(to: b.1, at: 0.5)
      guard isWanted(field.value(middle.x, middle.y)) else { continue }
      let (start, end) = isAlong ? (a, b) : (b, a)
      pieces.append(
        Piece(start: start.0, end: end.0, segments: [.line(end.1)], from: start.1))
    }
  }

  // MARK: Loops

  private static func loops(of pieces: [Piece]) -> [Subpath] {
    var starting: [Joint: [Int]] = [:]
    for (index, piece) in pieces.enumerated() { starting[piece.start, default: []].append(index) }
    var isUsed = Array(repeating: false, count: pieces.count)
    var loops: [Subpath] = []
    for first in pieces.indices where !isUsed[first] {
      var loop = Subpath(start: pieces[first].from, isClosed: true)
      var index = first
      while true {
        isUsed[index] = true
        loop.segments += pieces[index].segments
        guard let next = starting[pieces[index].end]?.first(where: { !isUsed[$0] }) else { break }
        index = next
      }
      loops.append(straightened(loop))
    }
    return loops
  }

  /// The loop without the points in the middle of straight lines.
  private static func straightened(_ loop: Subpath) -> Subpath {
    var result = Subpath(start: loop.start, isClosed: true)
    var from = loop.start
    for segment in loop.segments {
      if case .line(let end) = segment, case .line(let middle)? = result.segments.last {
        let isOneLine =
          from.x == middle.x && middle.x == end.x || from.y == middle.y && middle.y == end.y
        if isOneLine {
          result.segments[result.segments.count - 1] = segment
          continue
        }
      }
      from = result.end
      result.segments.append(segment)
    }
    return result
  }
}
