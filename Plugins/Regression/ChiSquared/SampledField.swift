import Plotting

/// Values on a lattice, with the borders of the areas above a level (marching squares: Lorensen &
/// Cline 1987 in the plane).
struct SampledField {
  let values: [Double]
  let columns: Int, rows: Int

  /// What lies beyond the lattice is below every level, so every border closes.
  private func value(_ column: Int, _ row: Int) -> Double {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return -.infinity }
    let value = values[row * columns + column]
    return value.isNaN ? -.infinity : value
  }

  /// The borders of the area above a level, in units of the lattice, with the area to their left.
  func loops(above level: Double) -> [[Point]] {
    var next: [Int: Int] = [:]
    for row in -1..<rows {
      for column in -1..<columns { link(column, row, level, &next) }
    }
    var loops: [[Point]] = []
    for start in next.keys.sorted() {
      var loop: [Point] = []
      var edge = start
      while let following = next.removeValue(forKey: edge) {
        let point = crossing(edge, level)
        if loop.last != point { loop.append(point) }
        edge = following
      }
      if loop.count > 2 { loops.append(loop) }
    }
    return loops
  }

  /// The number of an edge: that to the right of a point is even, that above it odd.
  private func edge(_ column: Int, _ row: Int, isUpright: Bool) -> Int {
    2 * ((row + 1) * (columns + 2) + column + 1) + (isUpright ? 1 : 0)
  }

  /// Where a border leaves a cell it comes to the cell's edge from inside the area: joins the edges
  /// in pairs.
  private func link(_ column: Int, _ row: Int, _ level: Double, _ next: inout [Int: Int]) {
    let corners = [
      value(column, row), value(column + 1, row), value(column + 1, row + 1),
      value(column, row + 1),
    ]
    let isIn = corners.map { $0 > level }
    guard isIn.contains(true), isIn.contains(false) else { return }
    let edges = [
      edge(column, row, isUpright: false), edge(column + 1, row, isUpright: true),
      edge(column, row + 1, isUpright: false), edge(column, row, isUpright: true),
    ]
    // Around the cell: an edge on which the area ends, and one on which it begins.
    let exits = (0..<4).filter { isIn[$0] && !isIn[($0 + 1) % 4] }
    let entries = (0..<4).filter { !isIn[$0] && isIn[($0 + 1) % 4] }
    if exits.count == 1 {
      next[edges[exits[0]]] = edges[entries[0]]
      return
    }
    let isJoined = corners.reduce(0, +) / 4 > level
    for exit in exits {
      // The entry before an exit belongs to the same corner; the other one is across the cell.
      let own = (exit + 3) % 4
      let other = entries.first { $0 != own } ?? own
      next[edges[exit]] = edges[isJoined ? other : own]
    }
  }

  /// Where a level crosses an edge; beyond the lattice it is on its rim.
  private func crossing(_ edge: Int, _ level: Double) -> Point {
    let index = edge / 2
    let (column, row) = (index % (columns + 2) - 1, index / (columns + 2) - 1)
    let isUpright = edge % 2 == 1
    let (a, b) = (
      value(column, row), value(column + (isUpright ? 0 : 1), row + (isUpright ? 1 : 0))
    )
    let first = Point(
      Double(min(max(column, 0), columns - 1)), Double(min(max(row, 0), rows - 1)))
    let second = Point(
      Double(min(max(column + (isUpright ? 0 : 1), 0), columns - 1)),
      Double(min(max(row + (isUpright ? 1 : 0), 0), rows - 1)))
    if a == -.infinity { return second }
    if b == -.infinity { return first }
    return first.interpolated(to: second, at: (level - a) / (b - a))
  }
}
