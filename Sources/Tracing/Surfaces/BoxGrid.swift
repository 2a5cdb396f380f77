import Geometry

/// Boxes of the picture sorted into a grid, so that those near a place are found at once.
struct BoxGrid {
  private let extent: Box
  private let side: Int
  private var starts: [Int32]
  private var members: [Int32] = []

  /// The grid of `boxes`, which are finite.
  init(_ boxes: [Box]) {
    let all = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    extent = all ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0)
    side = min(max(Int(Double(boxes.count).squareRoot()), 1), 96)
    starts = Array(repeating: 0, count: side * side + 1)
    for box in boxes { visit(box) { starts[$0 + 1] += 1 } }
    for index in 0..<(side * side) { starts[index + 1] += starts[index] }
    members = Array(repeating: 0, count: Int(starts[side * side]))
    var next = starts
    for (number, box) in boxes.enumerated() {
      visit(box) { bucket in
        members[Int(next[bucket])] = Int32(number)
        next[bucket] += 1
      }
    }
  }

  /// Calls `body` with the numbers of boxes that may meet `box`; some may come more than once.
  func candidates(near box: Box, _ body: (Int) -> Void) {
    guard box.intersects(extent) else { return }
    visit(box) { bucket in
      for place in starts[bucket]..<starts[bucket + 1] { body(Int(members[Int(place)])) }
    }
  }

  private func visit(_ box: Box, _ body: (Int) -> Void) {
    let columns = range(box.minX, box.maxX, extent.minX, extent.width)
    for row in range(box.minY, box.maxY, extent.minY, extent.height) {
      for column in columns { body(row * side + column) }
    }
  }

  private func range(
    _ low: Double, _ high: Double, _ origin: Double, _ length: Double
  ) -> ClosedRange<Int> {
    guard length > 0 else { return 0...0 }
    func index(_ value: Double) -> Int {
      Int(min(max((value - origin) / length * Double(side), 0), Double(side - 1)))
    }
    return index(low)...index(max(low, high))
  }
}
