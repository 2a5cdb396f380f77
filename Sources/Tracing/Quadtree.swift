import Calculus
import Geometry

/// A vertex of the quadtree by its dyadic indices.
struct Vertex: Hashable, Sendable {
  let i: Int32
  let j: Int32

  /// Both indices as one number below 2⁵⁷ (those within the window have 25 bits each).
  var key: UInt64 { UInt64(UInt32(bitPattern: i)) << 32 | UInt64(UInt32(bitPattern: j)) }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// A side between two vertices of the quadtree, from left to right or from below upwards.
struct Side: Hashable, Sendable {
  let from: Vertex
  let to: Vertex

  /// The start, the direction and the length, a power of two, as one number.
  var key: UInt64 {
    let length = isHorizontal ? to.i - from.i : to.j - from.j
    return from.key << 6 | UInt64(length.trailingZeroBitCount) << 1 | (isHorizontal ? 1 : 0)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }

  var isHorizontal: Bool { from.j == to.j }
  var middle: Vertex { Vertex(i: (from.i + to.i) / 2, j: (from.j + to.j) / 2) }
}

/// A side with the places of its ends.
struct PlacedSide {
  let side: Side
  let start: Point
  let end: Point
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

  /// The four sides, bottom, right, top, left, with their places.
  var placedSides: [PlacedSide] {
    let (a, b, c, d) = (vertex(0, 0), vertex(1, 0), vertex(1, 1), vertex(0, 1))
    let (left, right) = (x.lowerBound, x.upperBound)
    let (low, high) = (y.lowerBound, y.upperBound)
    let (p, q) = (Point(left, low), Point(right, low))
    let (r, s) = (Point(right, high), Point(left, high))
    return [
      PlacedSide(side: Side(from: a, to: b), start: p, end: q),
      PlacedSide(side: Side(from: b, to: c), start: q, end: r),
      PlacedSide(side: Side(from: d, to: c), start: s, end: r),
      PlacedSide(side: Side(from: a, to: d), start: p, end: s),
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
  private var columns = KeyTable(filler: Double.nan)
  private var rows = KeyTable(filler: Double.nan)
  /// The vertices at which sides are divided.
  private var divisions = KeyTable(filler: true)

  init(window: Box, ratio: SplitRatio = SplitRatio()) {
    self.window = window
    self.ratio = ratio
    let last = Int32(1) << Int32(Self.depthLimit)
    for (i, x) in [(0, window.minX), (last, window.maxX)] { columns.set(x, for: UInt64(i)) }
    for (j, y) in [(0, window.minY), (last, window.maxY)] { rows.set(y, for: UInt64(j)) }
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
    columns.set(x, for: UInt64(cell.i + half))
    rows.set(y, for: UInt64(cell.j + half))
    for (i, j) in [(half, 0), (half, cell.size), (0, half), (cell.size, half)] {
      divisions.set(true, for: Vertex(i: cell.i + i, j: cell.j + j).key)
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
    Point(columns[UInt64(vertex.i)] ?? .nan, rows[UInt64(vertex.j)] ?? .nan)
  }

  /// A side with its places.
  func placed(_ side: Side) -> PlacedSide {
    PlacedSide(side: side, start: point(side.from), end: point(side.to))
  }

  /// Whether a side consists of others.
  func isDivided(_ side: Side) -> Bool {
    side.middle != side.from && divisions.contains(side.middle.key)
  }

  /// The undivided sides of which a side consists, in order.
  func pieces(of side: Side) -> [Side] {
    var pieces: [Side] = []
    var stack = [side]
    while let next = stack.popLast() {
      if isDivided(next) {
        stack.append(Side(from: next.middle, to: next.to))
        stack.append(Side(from: next.from, to: next.middle))
      } else {
        pieces.append(next)
      }
    }
    return pieces
  }
}
