import Calculus
import Geometry

/// The pixels of a window while it is found which of them hold a point of a zero set.
///
/// Boxes of pixels are halved both ways, all of one size before the next, and dropped where
/// interval values hold no zero. The signs at the corners of all pixels come from one evaluation on a grid;
/// pixels whose corners agree are looked at inside.
struct PixelRaster {
  enum State: UInt8 { case empty, undecided, proved }

  let window: Box
  let columns: Int
  let rows: Int
  private(set) var states: [State]
  /// The operations that may still be spent: a second or two in all.
  private var left = 250_000_000

  /// What an operation on intervals costs, by one on numbers.
  private static let intervalCost = 3
  /// How many operations on a grid cost as much as one on a number.
  private static let gridGain = 8
  /// How many points inside a pixel are looked at.
  private static let pointLimit = 28

  init(window: Box, columns: Int, rows: Int) {
    self.window = window
    self.columns = columns
    self.rows = rows
    states = Array(repeating: .empty, count: columns * rows)
  }

  func x(_ i: Int) -> Double { window.minX + window.width * Double(i) / Double(columns) }
  func y(_ j: Int) -> Double { window.minY + window.height * Double(j) / Double(rows) }

  /// What one piece proves another one cannot make undone.
  private mutating func raise(_ block: PixelBlock, to state: State) {
    let index = block.j * columns + block.i
    if state.rawValue > states[index].rawValue { states[index] = state }
  }

  /// Looks at all pixels for points of a piece.
  mutating func fill(_ piece: ZeroPiece) {
    let cost = piece.functions[0].operationCount
    let program = Program([piece.functions[0]])
    let pixels = openPixels(of: piece, program, cost: cost)
    for pixel in pixels { raise(pixel, to: .undecided) }
    let price = (columns + 1) * (rows + 1) / Self.gridGain * cost
    guard !pixels.isEmpty, price <= left else { return }
    left -= price
    let signs = CornerSigns(
      program.values(columns: (0...columns).map { x($0) }, rows: (0...rows).map { y($0) }))
    var dull: [PixelBlock] = []
    for pixel in pixels where pixel.isSure {
      if signs.change(around: pixel) { raise(pixel, to: .proved) } else { dull.append(pixel) }
    }
    let count = min(Self.pointLimit, left / max(1, dull.count * cost))
    left -= count * dull.count * cost
    let field = PointEvaluator(program)
    for pixel in dull where changesSign(field, pixel, signs.around(pixel), places: count) {
      raise(pixel, to: .proved)
    }
  }

  /// The pixels that interval values do not drop; where the work runs out, all of a box.
  private mutating func openPixels(
    of piece: ZeroPiece, _ program: Program, cost: Int
  ) -> [PixelBlock] {
    let values = IntervalEvaluator(program)
    let conditions = piece.conditions.map(FieldCondition.init)
    var pixels: [PixelBlock] = []
    var open = [PixelBlock(i: 0, j: 0, width: columns, height: rows)]
    while !open.isEmpty {
      let price = open.count * cost * Self.intervalCost
      guard price <= left / 2 else { return pixels + open.flatMap(\.pixels) }
      left -= price
      var next: [PixelBlock] = []
      for var block in open {
        let horizontal = Interval(x(block.i), x(block.i + block.width))
        let vertical = Interval(y(block.j), y(block.j + block.height))
        values.evaluate(horizontal, vertical)
        let range = values.result(0)
        if range.isEmpty || !range.contains(0) { continue }
        let verdicts = conditions.map { $0.holds(horizontal, vertical) }
        if verdicts.contains(false) { continue }
        block.isSure = range.isContinuous && verdicts.allSatisfy { $0 == true }
        if block.isPixel { pixels.append(block) } else { next += block.quarters }
      }
      open = next
    }
    return pixels
  }

  /// Whether the function has both signs at places that fill a pixel evenly (the sequence of the
  /// golden ratio's kin; Roberts 2018), those at its corners counted.
  private func changesSign(
    _ f: PointEvaluator, _ pixel: PixelBlock, _ corners: CornerSigns.Signs, places: Int
  ) -> Bool {
    let corner = Point(x(pixel.i), y(pixel.j))
    let size = Point(x(pixel.i + 1) - corner.x, y(pixel.j + 1) - corner.y)
    var signs = corners
    var (u, v) = (0.0, 1.0)
    for _ in 0..<places {
      (u, v) = (u + 0.754_877_666_246_693, v + 0.569_840_290_998_053)
      (u, v) = (u - u.rounded(.down), v - v.rounded(.down))
      f.evaluate(corner.x + u * size.x, corner.y + v * size.y)
      signs.formUnion(CornerSigns.Signs(of: f.result(0)))
      if signs == .both { return true }
    }
    return false
  }
}

/// A box of pixels of a raster.
private struct PixelBlock {
  let i: Int, j: Int, width: Int, height: Int
  /// Whether the function is known to be continuous on it, and all conditions to hold.
  var isSure = false

  var isPixel: Bool { width <= 1 && height <= 1 }

  var quarters: [PixelBlock] {
    let (left, below) = ((width + 1) / 2, (height + 1) / 2)
    return [(0, left), (left, width - left)].flatMap { i, width in
      [(0, below), (below, height - below)].map { j, height in
        PixelBlock(i: self.i + i, j: self.j + j, width: width, height: height, isSure: isSure)
      }
    }
    .filter { $0.width > 0 && $0.height > 0 }
  }

  var pixels: [PixelBlock] {
    (j..<j + height).flatMap { j in
      (i..<i + width).map { PixelBlock(i: $0, j: j, width: 1, height: 1, isSure: isSure) }
    }
  }
}

/// The signs of a function at the corners of all pixels.
private struct CornerSigns {
  struct Signs: OptionSet {
    let rawValue: UInt8
    static let both: Signs = [Signs(rawValue: 1), Signs(rawValue: 2)]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A zero has both; what is undefined has none.
    init(of value: Double) { self.init(rawValue: (value >= 0 ? 1 : 0) | (value <= 0 ? 2 : 0)) }
  }

  private let values: GridValues

  init(_ values: GridValues) { self.values = values }

  func around(_ pixel: PixelBlock) -> Signs {
    var signs = Signs()
    for (row, column) in [(0, 0), (1, 1), (0, 1), (1, 0)] {
      signs.formUnion(
        Signs(of: values[0, row: pixel.j + row, column: pixel.i + column]))
    }
    return signs
  }

  func change(around pixel: PixelBlock) -> Bool { around(pixel) == .both }
}
