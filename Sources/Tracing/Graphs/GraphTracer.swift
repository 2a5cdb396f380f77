import Calculus
import Geometry

/// A graph as a picture shows it.
public struct GraphTrace: Sendable {
  /// A connected line inside the window, directed to the right.
  public struct Line: Hashable, Sendable {
    /// The index of the branch it belongs to.
    public let branch: Int
    /// The line as few cubics.
    public let cubics: [CubicCurve]
  }

  /// The lines from left to right.
  public let lines: [Line]
  /// Areas that the graph fills: from the least to the greatest value of each column of pixels.
  public let bands: [Path]
  /// Whether the graph leaves the window.
  public let isClipped: Bool

  /// The lines as one path.
  public var path: Path { Path(lines.map { Subpath(cubics: $0.cubics) }) }
}

/// Traces the graph of a function in a window.
///
/// Intervals decide where the graph is a line that a picture can show (`CellSearch`), cubics are fitted
/// to it to the tolerance (`GraphFit`), and where it turns more often than there are pixels the area it
/// fills is given instead. No line crosses a break or the edge of the window.
public struct GraphTracer {
  private let graph: FunctionGraph
  private let function: SlopedFunction
  private let view: GraphView

  /// A tracer of a graph in a window whose abscissas are the graph's interval.
  public init(of graph: FunctionGraph, in window: Box, at resolution: Resolution) {
    self.graph = graph
    function = SlopedFunction(graph.expression)
    view = GraphView(window: window, resolution: resolution)
  }

  /// The lines and areas of the graph.
  public func trace() -> GraphTrace {
    var lines: [GraphTrace.Line] = []
    var bands: [BandOutline] = []
    var isClipped = false
    for (index, branch) in graph.branches.enumerated() {
      var chain: [CubicCurve] = []
      for piece in branch.pieces {
        let (cubics, clipped) = trace(piece, &bands)
        isClipped = isClipped || clipped
        for part in cubics {
          if let last = chain.last, let next = part.first, touches(last.p3, next.p0) {
            chain += part
          } else {
            if !chain.isEmpty { lines.append(GraphTrace.Line(branch: index, cubics: chain)) }
            chain = part
          }
        }
      }
      if !chain.isEmpty { lines.append(GraphTrace.Line(branch: index, cubics: chain)) }
    }
    for span in graph.crowded {
      var cells = CellSearch(function, view) { function.f.value($0) }
      cells.searchCrowd(from: span.lowerBound, to: span.upperBound)
      for element in cells.elements { BandOutline.add(element, to: &bands) }
    }
    return GraphTrace(
      lines: lines, bands: bands.map { $0.path(pixelHeight: view.pixelHeight) },
      isClipped: isClipped)
  }

  private func touches(_ a: Point, _ b: Point) -> Bool {
    view.pixels(a.x, a.y).distance(to: view.pixels(b.x, b.y)) < 1e-3
  }

  /// The lines of a piece, and whether it leaves the window; bands go to `bands`.
  private func trace(
    _ piece: GraphPiece, _ bands: inout [BandOutline]
  ) -> (lines: [[CubicCurve]], isClipped: Bool) {
    guard piece.start.inner < piece.end.inner else { return ([], false) }
    var knots = GraphKnots(function, view, piece)
    let places = knots
    var cells = CellSearch(function, view) { places.knot(at: $0).y }
    cells.search(from: piece.start.inner, to: piece.end.inner)
    for element in cells.condensed() {
      if case .line(let from, let to) = element {
        knots.add(from: from, to: to)
      } else {
        knots.finish()
        BandOutline.add(element, to: &bands)
      }
    }
    knots.finish()
    let fits = knots.runs.map { GraphFit(function, view, $0).cubics() }
    return (fits.filter { !$0.isEmpty }, knots.isClipped || cells.hidesSome)
  }
}

/// The outline of columns that the graph fills, side by side.
struct BandOutline {
  private var from: Double
  private var to: Double
  private var columns: [(middle: Double, lower: Double, upper: Double)] = []

  /// Adds a band to the last outline where it continues it, else as a new one.
  static func add(_ element: GraphElement, to outlines: inout [BandOutline]) {
    guard case .band(let from, let to, let lower, let upper) = element else { return }
    if outlines.last?.to != from { outlines.append(BandOutline(from: from, to: to)) }
    outlines[outlines.count - 1].to = to
    outlines[outlines.count - 1].columns.append((from / 2 + to / 2, lower, upper))
  }

  private init(from: Double, to: Double) {
    self.from = from
    self.to = to
  }

  /// The outline as a polygon: over the columns, back under them.
  func path(pixelHeight: Double) -> Path {
    guard let first = columns.first, let last = columns.last else { return Path() }
    let top =
      [Point(from, first.upper)] + columns.map { Point($0.middle, $0.upper) }
      + [Point(to, last.upper)]
    let bottom =
      [Point(from, first.lower)] + columns.map { Point($0.middle, $0.lower) }
      + [Point(to, last.lower)]
    return Path(
      polygon: Self.thinned(top, pixelHeight) + Self.thinned(bottom, pixelHeight).reversed())
  }

  /// The points without those that a line between others passes within a tenth of a pixel.
  ///
  /// From each point the line is drawn as far as the cone that all points in between leave open.
  private static func thinned(_ points: [Point], _ pixelHeight: Double) -> [Point] {
    var result = [points[0]]
    var (low, high) = (-Double.infinity, Double.infinity)
    let slack = 0.1 * pixelHeight
    for index in 1..<points.count {
      let (anchor, point) = (result[result.count - 1], points[index])
      let run = point.x - anchor.x
      guard run > 0 else { continue }
      let slope = (point.y - anchor.y) / run
      if slope < low || slope > high {
        let kept = points[index - 1]
        result.append(kept)
        let rest = point.x - kept.x
        low = rest > 0 ? (point.y - slack - kept.y) / rest : -.infinity
        high = rest > 0 ? (point.y + slack - kept.y) / rest : .infinity
      } else {
        low = max(low, (point.y - slack - anchor.y) / run)
        high = min(high, (point.y + slack - anchor.y) / run)
      }
    }
    return result + [points[points.count - 1]]
  }
}
