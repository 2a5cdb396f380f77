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
    var roots: [Int] = []
    for placed in graph.cell.placedSides {
      let known = EdgeRoots.Known(
        slope: placed.side.isHorizontal ? graph.slopes.x : graph.slopes.y, levels: graph.levels)
      if quadtree.isDivided(placed.side) {
        for piece in quadtree.pieces(of: placed.side) {
          roots += edges.roots(on: quadtree.placed(piece), known: known)
        }
      } else {
        roots += edges.roots(on: placed, known: known)
      }
    }
    if roots.count < 2 { return [] }
    let isOverX = graph.isOverX
    roots.sort { first, second in
      let (a, b) = (edges.roots[first], edges.roots[second])
      if a.level != b.level { return a.level < b.level }
      let (p, q) = (a.point, b.point)
      return isOverX
        ? (p.x, p.y, first) < (q.x, q.y, second) : (p.y, p.x, first) < (q.y, q.x, second)
    }
    var arcs: [Arc] = []
    for (start, end) in zip(roots, roots.dropFirst()) {
      let (a, b) = (edges.roots[start], edges.roots[end])
      if a.level == b.level, isInside(graph, from: a.point, to: b.point, field, levels[a.level]) {
        arcs.append(
          Arc(cell: graph.cell, isOverX: isOverX, level: a.level, start: start, end: end))
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
    place(at: t, from: a, to: b, field, c).point
  }

  /// The point of the arc at `t`, with the gradient there where the search came by it.
  ///
  /// Newton steps from the chord, on the line across the cell, on which f is monotone; bracketing
  /// where they do not converge inside the cell.
  func place(
    at t: Double, from a: Point, to b: Point, _ field: ScalarField, _ c: Double
  ) -> (point: Point, gradient: Point?) {
    if t <= 0 { return (a, nil) }
    if t >= 1 { return (b, nil) }
    var p = a.interpolated(to: b, at: t)
    let across = isOverX ? cell.y : cell.x
    let near = 1e-8 * (across.upperBound - across.lowerBound)
    for step in 0..<Self.newtonLimit {
      let (value, gradient) = field.jet(p.x, p.y)
      let move = (c - value) / (isOverX ? gradient.y : gradient.x)
      if isOverX { p.y += move } else { p.x += move }
      guard across.contains(isOverX ? p.y : p.x) else { break }
      if step > 0 && abs(move) <= near { return (p, gradient) }
    }
    if isOverX {
      return (Point(p.x, crossing(across, near: (a.y, b.y)) { field.value(p.x, $0) - c }), nil)
    }
    return (Point(crossing(across, near: (a.x, b.x)) { field.value($0, p.y) - c }, p.y), nil)
  }

  private static let newtonLimit = 6

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
