import Calculus
import Geometry

/// The points at which a piece meets the edge of the window, touching points included.
struct BoundaryHits {
  /// A point with the routes that reach it.
  struct Hit {
    let point: Point
    let routes: [Int]
    var strands: [Int] = []
  }

  private(set) var hits: [Hit] = []
  private(set) var isSettled = true

  private static let budget = 4_000

  init(of trace: PieceTrace, in window: Box, at resolution: Resolution) {
    let f = trace.piece.functions[0]
    let (x, y) = (f.variables[0], f.variables[1])
    let tolerance = Point(0.02 * resolution.pixelWidth, 0.02 * resolution.pixelHeight)
    let slack = 1e-9 * max(window.width, window.height)
    func add(_ p: Point) {
      guard trace.conditions.allSatisfy({ $0.holds(at: p, within: slack) }) else { return }
      hits.append(Hit(point: p, routes: trace.chains(through: p, within: tolerance)))
    }
    for side in [window.minY, window.maxY] {
      for place in search(f.restricted(y, to: side), window.minX...window.maxX) {
        add(Point(place, side))
      }
    }
    for side in [window.minX, window.maxX] {
      for place in search(f.restricted(x, to: side), window.minY...window.maxY) {
        add(Point(side, place))
      }
    }
  }

  private mutating func search(_ f: Expression, _ range: ClosedRange<Double>) -> [Double] {
    if f.number != nil { return [] }
    guard let answer = try? f.realRoots(in: range, budget: Self.budget) else {
      isSettled = false
      return []
    }
    if !answer.isComplete { isSettled = false }
    return answer.roots.map(\.location)
  }
}
