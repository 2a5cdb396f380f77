import Geometry

/// The piece of a level curve inside one accepted cell: a graph over x or over y between two roots.
struct Arc: Sendable {
  let cell: Cell
  let isOverX: Bool
  let level: Int
  /// The roots where it starts and ends: the lesser coordinate first.
  let start: Int
  let end: Int
  /// The index of the spoke that it is, or −1 for a piece inside a cell.
  var spoke = -1

  /// A part of the same arc between other roots.
  func with(start: Int, end: Int) -> Arc {
    Arc(cell: cell, isOverX: isOverX, level: level, start: start, end: end)
  }
}

/// Joins the roots on the sides of an accepted cell by the arcs between them.
enum CellArcs {
  /// The arcs of all levels in a cell.
  static func arcs(
    of graph: Subdivision.Graph, _ quadtree: Quadtree, _ edges: inout EdgeRoots,
    _ field: ScalarField, _ levels: [Double]
  ) -> [Arc] {
    var rootsOfLevel: [Int: [Int]] = [:]
    for side in graph.cell.sides {
      // A curve over x is one along which f is monotone in y, and the other way round.
      let isMonotone = side.isHorizontal != graph.isOverX
      for piece in quadtree.pieces(of: side) {
        for root in edges.roots(on: piece, quadtree, isMonotone: isMonotone) {
          rootsOfLevel[edges.roots[root].level, default: []].append(root)
        }
      }
    }
    var arcs: [Arc] = []
    for level in graph.levels {
      guard var roots = rootsOfLevel[level], roots.count >= 2 else { continue }
      let isOverX = graph.isOverX
      roots.sort { a, b in
        let (p, q) = (edges.roots[a].point, edges.roots[b].point)
        return isOverX ? (p.x, p.y, a) < (q.x, q.y, b) : (p.y, p.x, a) < (q.y, q.x, b)
      }
      var index = 0
      while index + 1 < roots.count {
        let (a, b) = (edges.roots[roots[index]].point, edges.roots[roots[index + 1]].point)
        if isInside(graph, from: a, to: b, field, levels[level]) {
          arcs.append(
            Arc(
              cell: graph.cell, isOverX: isOverX, level: level, start: roots[index],
              end: roots[index + 1]))
        }
        index += 1
      }
    }
    return arcs
  }

  /// Whether the curve runs inside the cell between two neighbouring roots: f − c has different signs
  /// on the two sides of the cell that lie across.
  private static func isInside(
    _ graph: Subdivision.Graph, from a: Point, to b: Point, _ field: ScalarField, _ level: Double
  ) -> Bool {
    let cell = graph.cell
    if graph.isOverX {
      let x = (a.x + b.x) / 2
      return (field.value(x, cell.y.lowerBound) >= level)
        != (field.value(x, cell.y.upperBound) >= level)
    }
    let y = (a.y + b.y) / 2
    return (field.value(cell.x.lowerBound, y) >= level)
      != (field.value(cell.x.upperBound, y) >= level)
  }
}

extension Arc {
  /// The point of the arc at `t` of its way along its axis, 0 at the lesser end, to the last bits.
  func point(at t: Double, from a: Point, to b: Point, _ field: ScalarField, _ c: Double) -> Point {
    if t <= 0 { return a }
    if t >= 1 { return b }
    if isOverX {
      let x = a.x + t * (b.x - a.x)
      let y = crossing(cell.y, near: (a.y, b.y)) { field.value(x, $0) - c }
      return Point(x, y)
    }
    let y = a.y + t * (b.y - a.y)
    let x = crossing(cell.x, near: (a.x, b.x)) { field.value($0, y) - c }
    return Point(x, y)
  }

  /// The root on a line across the cell, where f is monotone.
  ///
  /// The ends of the arc tell where to look first.
  private func crossing(
    _ range: ClosedRange<Double>, near ends: (Double, Double), _ f: (Double) -> Double
  ) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    var (fLow, fHigh) = (f(low), f(high))
    let guess = (ends.0 + ends.1) / 2
    if guess > low && guess < high {
      let value = f(guess)
      if (value > 0) == (fLow > 0) {
        (low, fLow) = (guess, value)
      } else {
        (high, fHigh) = (guess, value)
      }
    }
    // Rounding may hide the change of sign where the curve grazes the border of its cell.
    if (fLow > 0) == (fHigh > 0) && fLow != 0 && fHigh != 0 {
      return abs(fLow) < abs(fHigh) ? low : high
    }
    return Bracketing.root(from: low, fLow, to: high, fHigh, f)
  }
}
