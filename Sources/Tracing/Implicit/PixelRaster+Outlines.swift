import Geometry

extension PixelRaster {
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
