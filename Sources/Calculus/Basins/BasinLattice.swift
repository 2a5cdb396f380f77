/// Starts in the middles of the cells of a window, row by row from the lowest.
struct BasinLattice: Sendable {
  /// The coordinates of the columns and of the rows.
  let x: [Double]
  private(set) var y: [Double]

  /// The starts that are taken together, so that there are lanes enough when most of them have ended.
  static let stretch = 16_384

  /// A lattice with these numbers of starts across and up.
  init(_ columns: Int, _ rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = Self.middles(columns, in: x)
    self.y = Self.middles(rows, in: y)
  }

  /// The lower half of the rows, with the one in the middle.
  var lowerHalf: BasinLattice {
    var half = self
    half.y.removeLast(y.count / 2)
    return half
  }

  /// The number of starts.
  var count: Int { x.count * y.count }

  /// The parts of which each is a task of its own, whoever does it.
  var stretches: [Range<Int>] {
    stride(from: 0, to: count, by: Self.stretch).map { $0..<min($0 + Self.stretch, count) }
  }

  private static func middles(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map {
      let t = (Double($0) + 0.5) / Double(count)
      return range.lowerBound * (1 - t) + range.upperBound * t
    }
  }
}
