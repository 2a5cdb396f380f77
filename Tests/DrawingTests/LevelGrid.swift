import Drawing
import Geometry

/// Values on a square grid, and the level curves between them by marching squares.
struct LevelGrid {
  private let box: Box
  private let cells: Int
  private let values: [Double]

  init(of function: (Point) -> Double, in box: Box, cells: Int) {
    self.box = box
    self.cells = cells
    var values: [Double] = []
    for row in 0...cells {
      for column in 0...cells {
        values.append(
          function(
            Point(
              box.minX + box.width * Double(column) / Double(cells),
              box.minY + box.height * Double(row) / Double(cells))))
      }
    }
    self.values = values
  }

  /// A side of a cell: its lower left node, and whether it goes up.
  private struct Side: Hashable {
    let column: Int, row: Int
    let isUp: Bool
  }

  /// The level curve, open where it leaves the box.
  func curve(at level: Double) -> Path { path(at: level, margin: 0) }

  /// The region above a level, its edges a cell outside the box.
  func region(above level: Double) -> Path { path(at: level, margin: 1) }

  private func value(_ column: Int, _ row: Int) -> Double {
    guard (0...cells).contains(column), (0...cells).contains(row) else { return -1e3 }
    return values[row * (cells + 1) + column]
  }

  private func path(at level: Double, margin: Int) -> Path {
    var links: [Side: [Side]] = [:]
    var order: [Side] = []
    for row in -margin..<(cells + margin) {
      for column in -margin..<(cells + margin) {
        for (a, b) in crossings(column, row, level) {
          for side in [a, b] where links[side] == nil { order.append(side) }
          links[a, default: []].append(b)
          links[b, default: []].append(a)
        }
      }
    }
    var subpaths: [Subpath] = []
    var used: Set<Side> = []
    for start in order.filter({ links[$0]?.count == 1 }) + order where !used.contains(start) {
      var chain = [start]
      used.insert(start)
      while let next = links[chain[chain.count - 1]]?.first(where: { !used.contains($0) }) {
        chain.append(next)
        used.insert(next)
      }
      let isClosed = links[start]?.count == 2
      let points = chain.map { point(of: $0, level: level) }
      if points.count > 2 { subpaths.append(Self.smooth(points, isClosed: isClosed)) }
    }
    return Path(subpaths)
  }

  private func crossings(_ column: Int, _ row: Int, _ level: Double) -> [(Side, Side)] {
    let corners = [
      value(column, row), value(column + 1, row), value(column + 1, row + 1),
      value(column, row + 1),
    ]
    let sides = [
      Side(column: column, row: row, isUp: false), Side(column: column + 1, row: row, isUp: true),
      Side(column: column, row: row + 1, isUp: false), Side(column: column, row: row, isUp: true),
    ]
    let cut = (0..<4).filter { (corners[$0] > level) != (corners[($0 + 1) % 4] > level) }
    if cut.count == 2 { return [(sides[cut[0]], sides[cut[1]])] }
    if cut.count == 4 { return [(sides[0], sides[1]), (sides[2], sides[3])] }
    return []
  }

  private func point(of side: Side, level: Double) -> Point {
    let a = value(side.column, side.row)
    let b = side.isUp ? value(side.column, side.row + 1) : value(side.column + 1, side.row)
    let t = (level - a) / (b - a)
    let column = Double(side.column) + (side.isUp ? 0 : t)
    let row = Double(side.row) + (side.isUp ? t : 0)
    return Point(
      box.minX + box.width * column / Double(cells), box.minY + box.height * row / Double(cells))
  }

  /// Every third point, joined by cubics with the tangents of Catmull and Rom.
  private static func smooth(_ points: [Point], isClosed: Bool) -> Subpath {
    var thin = points.enumerated().filter { $0.offset.isMultiple(of: 3) }.map(\.element)
    if !isClosed, let last = points.last { thin.append(last) }
    if thin.count < 3 { thin = points }
    let count = thin.count
    func at(_ index: Int) -> Point {
      isClosed ? thin[(index + count) % count] : thin[min(max(index, 0), count - 1)]
    }
    let cubics = (0..<(isClosed ? count : count - 1)).map { i in
      CubicCurve(
        at(i), at(i) + (at(i + 1) - at(i - 1)) / 6, at(i + 1) - (at(i + 2) - at(i)) / 6, at(i + 1))
    }
    return Subpath(cubics: cubics, isClosed: isClosed)
  }
}
