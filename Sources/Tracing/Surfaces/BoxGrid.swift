import Geometry

/// Boxes of the picture sorted into a grid, so that those near a place are found at once.
struct BoxGrid {
  private let buckets: Buckets
  private let starts: [Int32]
  private let members: [Int32]

  /// The grid of `boxes`, which are finite.
  init(_ boxes: [Box]) {
    let buckets = Buckets(boxes)
    var starts: [Int32] = Array(repeating: 0, count: buckets.count + 1)
    for box in boxes { buckets.visit(box) { starts[$0 + 1] += 1 } }
    for index in 0..<buckets.count { starts[index + 1] += starts[index] }
    var members: [Int32] = Array(repeating: 0, count: Int(starts[buckets.count]))
    var next = starts
    for (number, box) in boxes.enumerated() {
      buckets.visit(box) { bucket in
        members[Int(next[bucket])] = Int32(number)
        next[bucket] += 1
      }
    }
    (self.buckets, self.starts, self.members) = (buckets, starts, members)
  }

  /// Calls `body` with the numbers of boxes that may meet `box`; some may come more than once.
  func candidates(near box: Box, _ body: (Int) -> Void) {
    guard box.intersects(buckets.extent) else { return }
    buckets.visit(box) { bucket in
      for place in starts[bucket]..<starts[bucket + 1] { body(Int(members[Int(place)])) }
    }
  }
}

/// The buckets of a grid over boxes, without what is in them.
private struct Buckets {
  let extent: Box
  private let side: Int

  init(_ boxes: [Box]) {
    let all = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    extent = all ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0)
    side = min(max(Int(Double(boxes.count).squareRoot()), 1), 96)
  }

  var count: Int { side * side }

  /// Calls `body` with the buckets that a box meets.
  func visit(_ box: Box, _ body: (Int) -> Void) {
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
