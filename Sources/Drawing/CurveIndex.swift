import Geometry

/// The points of all curves of a panel in square cells, so that those near a place are found fast.
struct CurveIndex: Sendable {
  /// A point of a curve.
  struct Entry: Sendable {
    let point: Point
    /// The number of its curve.
    let curve: Int
    /// The length of the curve up to it.
    let length: Double
  }

  private let origin: Point
  private let columns: Int, rows: Int
  /// The entries cell by cell, and where each cell begins.
  private let entries: [Entry]
  private let starts: [Int]

  private static let cell = 32.0

  /// The index of the points of `curves` within `panel`.
  init(_ curves: [MeasuredCurve], in panel: Box) {
    origin = Point(panel.minX, panel.minY)
    columns = min(max(Int(panel.width / Self.cell) + 1, 1), 4000)
    rows = min(max(Int(panel.height / Self.cell) + 1, 1), 4000)
    var counts = [Int](repeating: 0, count: columns * rows + 1)
    var found: [(cell: Int, entry: Entry)] = []
    for (number, curve) in curves.enumerated() {
      for sample in curve.samples where panel.contains(sample.point) {
        let column = Int((sample.point.x - origin.x) / Self.cell)
        let row = Int((sample.point.y - origin.y) / Self.cell)
        let cell = min(row, rows - 1) * columns + min(column, columns - 1)
        counts[cell + 1] += 1
        found.append(
          (cell, Entry(point: sample.point, curve: number, length: sample.length)))
      }
    }
    for cell in 0..<(columns * rows) { counts[cell + 1] += counts[cell] }
    starts = counts
    var next = counts
    var sorted = found.map(\.entry)
    for (cell, entry) in found {
      sorted[next[cell]] = entry
      next[cell] += 1
    }
    entries = sorted
  }

  /// Whether some point in `box` satisfies `condition`; points just outside may be asked too.
  func contains(in box: Box, where condition: (Entry) -> Bool) -> Bool {
    func clamped(_ value: Double, _ count: Int) -> Int {
      Int(min(max(value / Self.cell, 0), Double(count - 1)))
    }
    let left = clamped(box.minX - origin.x, columns)
    let right = clamped(box.maxX - origin.x, columns)
    let top = clamped(box.minY - origin.y, rows)
    let bottom = clamped(box.maxY - origin.y, rows)
    for row in top...max(top, bottom) {
      for column in left...max(left, right) {
        let cell = row * columns + column
        for index in starts[cell]..<starts[cell + 1] where condition(entries[index]) {
          return true
        }
      }
    }
    return false
  }
}
