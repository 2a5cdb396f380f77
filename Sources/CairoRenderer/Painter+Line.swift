import CCairo
import Drawing
import Geometry

extension Painter {
  /// The most dashes of a line: more cannot be told apart on any picture, and Cairo takes its time
  /// and memory for each, those far outside the picture included.
  private static let mostDashes = 100_000.0

  /// Sets width, dashes, cap and join; `false` where the line has no width and nothing shows.
  func apply(_ style: LineStyle, to path: Path) -> Bool {
    let width = style.width * factor
    guard width > 0, width.isFinite else { return false }
    cairo_set_line_width(context, min(width, Self.farthest))
    let dash = dashes(of: style, along: path)
    cairo_set_dash(context, dash, Int32(clamping: dash.count), 0)
    cairo_set_line_cap(context, cap(style.cap))
    cairo_set_line_join(
      context, style.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    return true
  }

  /// Dashes and gaps in output units; none where they make no sense or could not be seen.
  private func dashes(of style: LineStyle, along path: Path) -> [Double] {
    guard !style.dash.isEmpty else { return [] }
    let dash = style.dash.map { min($0 * factor, Self.farthest) }
    let period = dash.reduce(0, +)
    guard dash.allSatisfy({ $0 >= 0 }), period > 0,
      length(of: path) / period * Double(dash.count) < Self.mostDashes
    else { return [] }
    return dash
  }

  /// The length of the polygon through all handles, an upper bound for that of the path.
  private func length(of path: Path) -> Double {
    var sum = 0.0
    for subpath in path.subpaths {
      var last = subpath.start
      func go(to point: Point) {
        let step = last.distance(to: point) * factor
        if !step.isNaN { sum += min(step, 4 * Self.farthest) }
        last = point
      }
      for segment in subpath.segments {
        if case .cubic(let a, let b, _) = segment {
          go(to: a)
          go(to: b)
        }
        go(to: segment.end)
      }
      if subpath.isClosed { go(to: subpath.start) }
    }
    return sum
  }

  private func cap(_ cap: LineStyle.Cap) -> cairo_line_cap_t {
    switch cap {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}
