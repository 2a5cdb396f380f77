import Calculus
import Geometry

/// A vertex of the quadtree by its dyadic indices.
struct Vertex: Hashable, Sendable {
  let i: Int32
  let j: Int32

  /// Both indices as one number, which is quicker to hash.
  var key: Int64 { Int64(i) << 32 | Int64(j) }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// A side between two vertices of the quadtree, from left to right or from below upwards.
struct Side: Hashable, Sendable {
  let from: Vertex
  let to: Vertex

  func hash(into hasher: inout Hasher) {
    // The sides of one start differ in direction and length: a few bits tell them apart.
    hasher.combine(from.key ^ Int64(to.i &- from.i) << 8 ^ Int64(to.j &- from.j) << 1)
  }

  var isHorizontal: Bool { from.j == to.j }
  var middle: Vertex { Vertex(i: (from.i + to.i) / 2, j: (from.j + to.j) / 2) }
}

/// A cell of the quadtree with its place.
struct Cell: Sendable {
  let i: Int32
  let j: Int32
  /// The number of index steps along a side: a power of two.
  let size: Int32
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  var box: Box {
    Box(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }

  func vertex(_ di: Int32, _ dj: Int32) -> Vertex {
    Vertex(i: i + di * size, j: j + dj * size)
  }

  /// The four sides: bottom, right, top, left.
  var sides: [Side] {
    let (a, b, c, d) = (vertex(0, 0), vertex(1, 0), vertex(1, 1), vertex(0, 1))
    return [
      Side(from: a, to: b), Side(from: b, to: c), Side(from: d, to: c), Side(from: a, to: d),
    ]
  }
}

/// The subdivision of a window into cells, split off their middle.
///
/// Symmetric functions have their features on the middle lines of a window, where a cell border is
/// the worst place for them; so cells are split at 0.4877 of their width and 0.5113 of their height
/// (unequal, because diagonals would meet the corners). Cells of one column share their abscissas to
/// the last bit, so neighbours of any size agree on their common vertices.
struct Quadtree {
  /// Where a cell is split, as parts of its width and of its height.
  struct SplitRatio: Hashable, Sendable {
    var x = 0.4877
    var y = 0.5113
  }

  static let depthLimit = 24
  let window: Box
  let ratio: SplitRatio
  private var columns: [Int32: Double]
  private var rows: [Int32: Double]
  /// The vertices at which sides are divided.
  private var divisions: Set<Vertex> = []

  init(window: Box, ratio: SplitRatio = SplitRatio()) {
    self.window = window
    self.ratio = ratio
    let last = Int32(1) << Int32(Self.depthLimit)
    columns = [0: window.minX, last: window.maxX]
    rows = [0: window.minY, last: window.maxY]
  }

  var root: Cell {
    Cell(
      i: 0, j: 0, size: 1 << Int32(Self.depthLimit), x: window.minX...window.maxX,
      y: window.minY...window.maxY)
  }

  /// The four parts of a cell; remembers where its sides are divided.
  mutating func split(_ cell: Cell) -> [Cell] {
    let half = cell.size / 2
    let (a, b) = (cell.x.lowerBound, cell.x.upperBound)
    let (c, d) = (cell.y.lowerBound, cell.y.upperBound)
    let x = min(max(a + ratio.x * (b - a), a), b)
    let y = min(max(c + ratio.y * (d - c), c), d)
    columns[cell.i + half] = x
    rows[cell.j + half] = y
    for (i, j) in [(half, 0), (half, cell.size), (0, half), (cell.size, half)] {
      divisions.insert(Vertex(i: cell.i + i, j: cell.j + j))
    }
    return [
      Cell(i: cell.i, j: cell.j, size: half, x: a...x, y: c...y),
      Cell(i: cell.i + half, j: cell.j, size: half, x: x...b, y: c...y),
      Cell(i: cell.i, j: cell.j + half, size: half, x: a...x, y: y...d),
      Cell(i: cell.i + half, j: cell.j + half, size: half, x: x...b, y: y...d),
    ]
  }

  /// Where a vertex lies.
  func point(_ vertex: Vertex) -> Point {
    Point(columns[vertex.i] ?? .nan, rows[vertex.j] ?? .nan)
  }

  /// The undivided sides of which a side consists, in order.
  func pieces(of side: Side) -> [Side] {
    var pieces: [Side] = []
    var stack = [side]
    while let next = stack.popLast() {
      if divisions.contains(next.middle) && next.middle != next.from {
        stack.append(Side(from: next.middle, to: next.to))
        stack.append(Side(from: next.from, to: next.middle))
      } else {
        pieces.append(next)
      }
    }
    return pieces
  }
}
