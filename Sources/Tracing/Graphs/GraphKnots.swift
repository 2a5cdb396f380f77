import Calculus
import Geometry

/// A point of a graph with its slope.
struct GraphKnot {
  let x: Double
  let y: Double
  let slope: Double
}

/// Strings the cells of a piece together: runs of knots inside the window, cut where they leave it.
struct GraphKnots {
  private let function: SlopedFunction
  private let view: GraphView
  private let piece: GraphPiece
  /// The runs, each with at least two knots.
  private(set) var runs: [[GraphKnot]] = []
  private var run: [GraphKnot] = []
  /// Whether the graph leaves the window.
  private(set) var isClipped = false

  init(_ function: SlopedFunction, _ view: GraphView, _ piece: GraphPiece) {
    self.function = function
    self.view = view
    self.piece = piece
  }

  /// Adds a cell that continues where the one before ended.
  mutating func add(from: Double, to: Double) {
    let (a, b) = (knot(at: from), knot(at: to))
    if run.isEmpty && view.contains(a.y) { run = [a] }
    if !view.contains(a.y), let edge = edge(passed: a.y, b.y) {
      run = [crossing(of: edge, from, to)]
    }
    if view.contains(b.y) {
      if !run.isEmpty { run.append(b) }
    } else {
      isClipped = true
      if let edge = edge(passed: b.y, a.y), !run.isEmpty {
        run.append(crossing(of: edge, from, to))
      }
      finish()
    }
  }

  /// Ends the run: a gap follows.
  mutating func finish() {
    if run.count > 1 { runs.append(run) }
    run = []
  }

  /// The point at a place; at an end of the piece the limit.
  func knot(at x: Double) -> GraphKnot {
    for (end, sign) in [(piece.start, 1.0), (piece.end, -1.0)]
    where end.inner == x {
      guard case .finite(let value) = end.limit else { break }
      switch end.slope {
      case .finite(let slope): return GraphKnot(x: end.at, y: value, slope: slope)
      case .infinite(let isPositive):
        return GraphKnot(x: end.at, y: value, slope: isPositive ? .infinity : -.infinity)
      case .undefined, .none:
        return GraphKnot(
          x: end.at, y: value,
          slope: view.slope(of: function, at: x + sign * view.pixelWidth * 1e-6))
      }
    }
    return GraphKnot(x: x, y: function.f.value(x), slope: view.slope(of: function, at: x))
  }

  /// The edge of the window between an ordinate outside and another one.
  private func edge(passed outside: Double, _ other: Double) -> Double? {
    if outside > view.window.maxY && other <= view.window.maxY { return view.window.maxY }
    if outside < view.window.minY && other >= view.window.minY { return view.window.minY }
    return nil
  }

  /// Where the graph crosses an edge in a cell, by bisection: exact in the abscissa and the slope.
  private func crossing(of edge: Double, _ from: Double, _ to: Double) -> GraphKnot {
    var (low, high) = (from, to)
    let isAbove = knot(at: from).y > edge
    for _ in 0..<60 {
      let middle = low / 2 + high / 2
      guard low < middle && middle < high else { break }
      if (function.f.value(middle) > edge) == isAbove { low = middle } else { high = middle }
    }
    let place = low / 2 + high / 2
    return GraphKnot(x: place, y: edge, slope: view.slope(of: function, at: place))
  }
}
