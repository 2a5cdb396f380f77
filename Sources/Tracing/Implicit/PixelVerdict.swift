import Calculus
import Geometry

/// What is known of the pixels of a window about a curve that is too fine to be traced.
///
/// After Tupper 2001: interval values drop boxes down to the size of a pixel; of the pixels that are
/// left those that show a change of sign, where the function is continuous, hold a point of the set;
/// the others are undecided and said to be so.
public struct PixelVerdict: Sendable {
  /// The pixels that hold a point of the set, as rows of rectangles.
  public let proved: Path
  /// The pixels of which it is not known.
  public let undecided: Path
  /// How many pixels hold a point.
  public let provedCount: Int
  /// How many are undecided.
  public let undecidedCount: Int

  /// Boxes of several pixels that cover all pixels which may hold a point, merged along the rows.
  public let boxes: [Box]

  /// The side of such a box in pixels.
  private static let blockSize = 8

  init(of pieces: [ZeroPiece], in window: Box, at resolution: Resolution) {
    let columns = Self.count(window.width / resolution.pixelWidth)
    let rows = Self.count(window.height / resolution.pixelHeight)
    var raster = Raster(window: window, columns: columns, rows: rows)
    for piece in pieces { raster.fill(piece) }
    proved = raster.path(of: .proved)
    undecided = raster.path(of: .undecided)
    provedCount = raster.states.count { $0 == .proved }
    undecidedCount = raster.states.count { $0 == .undecided }
    boxes = raster.boxes(of: Self.blockSize)
  }

  private static func count(_ size: Double) -> Int {
    size.isFinite ? min(max(Int(min(size, 4096).rounded()), 1), 2048) : 1
  }
}

/// The pixels of a window while they are looked at.
private struct Raster {
  enum State: UInt8 { case empty, undecided, proved }

  let window: Box
  let columns: Int
  let rows: Int
  var states: [State]
  private var visited = 0

  private static let boxLimit = 3_000_000

  init(window: Box, columns: Int, rows: Int) {
    self.window = window
    self.columns = columns
    self.rows = rows
    states = Array(repeating: .empty, count: columns * rows)
  }

  private struct Block {
    let i: Int, j: Int, width: Int, height: Int
  }

  private func x(_ i: Int) -> Double { window.minX + window.width * Double(i) / Double(columns) }
  private func y(_ j: Int) -> Double { window.minY + window.height * Double(j) / Double(rows) }

  /// What one piece proves another one cannot make undone.
  private mutating func raise(_ index: Int, to state: State) {
    if state.rawValue > states[index].rawValue { states[index] = state }
  }

  mutating func fill(_ piece: ZeroPiece) {
    let values = IntervalEvaluator(Program([piece.functions[0]]))
    let field = PointEvaluator(Program([piece.functions[0]]))
    let conditions = piece.conditions.map(FieldCondition.init)
    var stack = [Block(i: 0, j: 0, width: columns, height: rows)]
    while let block = stack.popLast() {
      visited += 1
      let horizontal = Interval(x(block.i), x(block.i + block.width))
      let vertical = Interval(y(block.j), y(block.j + block.height))
      values.evaluate(horizontal, vertical)
      let range = values.result(0)
      if range.isEmpty || !range.contains(0) { continue }
      if conditions.contains(where: { $0.holds(horizontal, vertical) == false }) { continue }
      if block.width <= 1 && block.height <= 1 {
        let isSure =
          range.isContinuous && conditions.allSatisfy { $0.holds(horizontal, vertical) == true }
        let index = block.j * columns + block.i
        raise(index, to: isSure && changesSign(field, block) ? .proved : .undecided)
        continue
      }
      if visited > Self.boxLimit {
        for j in block.j..<block.j + block.height {
          for i in block.i..<block.i + block.width { raise(j * columns + i, to: .undecided) }
        }
        continue
      }
      let (left, below) = ((block.width + 1) / 2, (block.height + 1) / 2)
      for (i, width) in [(0, left), (left, block.width - left)] where width > 0 {
        for (j, height) in [(0, below), (below, block.height - below)] where height > 0 {
          stack.append(Block(i: block.i + i, j: block.j + j, width: width, height: height))
        }
      }
    }
  }

  /// Whether the function has both signs at points of a pixel: its corners, then points that fill it
  /// evenly (the sequence of the golden ratio's kin; Roberts 2018).
  private func changesSign(_ f: PointEvaluator, _ block: Block) -> Bool {
    let corner = Point(x(block.i), y(block.j))
    let size = Point(x(block.i + 1) - corner.x, y(block.j + 1) - corner.y)
    var hasPositive = false
    var hasNegative = false
    var (u, v) = (0.0, 0.0)
    for step in 0..<32 {
      switch step {
      case 0: (u, v) = (0, 0)
      case 1: (u, v) = (1, 1)
      case 2: (u, v) = (1, 0)
      case 3: (u, v) = (0, 1)
      default:
        (u, v) = (u + 0.754_877_666_246_693, v + 0.569_840_290_998_053)
        (u, v) = (u - u.rounded(.down), v - v.rounded(.down))
      }
      f.evaluate(corner.x + u * size.x, corner.y + v * size.y)
      let value = f.result(0)
      hasPositive = hasPositive || value >= 0
      hasNegative = hasNegative || value <= 0
      if hasPositive && hasNegative { return true }
    }
    return false
  }

  /// Blocks of pixels that are not all empty, those side by side as one box.
  func boxes(of size: Int) -> [Box] {
    var boxes: [Box] = []
    for j in stride(from: 0, to: rows, by: size) {
      let top = min(j + size, rows)
      var start: Int?
      for i in stride(from: 0, through: columns, by: size) {
        let isUsed =
          i < columns
          && (j..<top).contains { row in
            (i..<min(i + size, columns)).contains { states[row * columns + $0] != .empty }
          }
        if isUsed && start == nil { start = i }
        if !isUsed || i + size > columns, let first = start {
          let end = isUsed ? columns : min(i, columns)
          boxes.append(Box(minX: x(first), minY: y(j), maxX: x(end), maxY: y(top)))
          start = nil
        }
      }
    }
    return boxes
  }

  /// The pixels of a state as rectangles along the rows.
  func path(of state: State) -> Path {
    var subpaths: [Subpath] = []
    for j in 0..<rows {
      var i = 0
      while i < columns {
        guard states[j * columns + i] == state else {
          i += 1
          continue
        }
        let start = i
        while i < columns && states[j * columns + i] == state { i += 1 }
        let box = Box(minX: x(start), minY: y(j), maxX: x(i), maxY: y(j + 1))
        subpaths.append(Subpath(polygon: box.corners))
      }
    }
    return Path(subpaths)
  }
}
