import CCairo
import Geometry

extension Painter {
  /// How far from the origin a coordinate may be, in output units.
  ///
  /// Cairo counts in 24.8 fixed point and fails silently beyond eight million.
  static let farthest = 1e6

  /// Makes `path` the current path; `false` where nothing of it can be drawn.
  func append(_ path: Path, isFilled: Bool) -> Bool {
    append(path, factor: factor, isFilled: isFilled)
  }

  /// As above, with the path in units of its own.
  func append(_ path: Path, factor: Double, isFilled: Bool) -> Bool {
    cairo_new_path(context)
    var hasSegments = false
    for subpath in path.subpaths {
      var pen = PathPen(context: context, factor: factor, joinsGaps: isFilled)
      pen.move(to: subpath.start)
      for segment in subpath.segments { pen.draw(segment) }
      if subpath.isClosed { pen.close() }
      hasSegments = hasSegments || pen.hasSegments
    }
    return hasSegments
  }
}

/// Writes a subpath to Cairo, leaving out what is not finite.
///
/// A point that is no number breaks a line: it goes on at the next good point. An area has no
/// breaks, so there the next good point is joined by a straight line.
private struct PathPen {
  let context: OpaquePointer
  let factor: Double
  let joinsGaps: Bool
  /// Whether anything can be drawn.
  var hasSegments = false
  private var isDown = false
  private var hasGap = false

  init(context: OpaquePointer, factor: Double, joinsGaps: Bool) {
    self.context = context
    self.factor = factor
    self.joinsGaps = joinsGaps
  }

  mutating func move(to point: Point) {
    guard let p = place(point) else { return lift() }
    cairo_move_to(context, p.x, p.y)
    isDown = true
  }

  mutating func draw(_ segment: Segment) {
    guard let end = place(segment.end) else { return lift() }
    guard isDown else {
      if joinsGaps && hasSegments {
        cairo_line_to(context, end.x, end.y)
      } else {
        cairo_move_to(context, end.x, end.y)
      }
      isDown = true
      return
    }
    hasSegments = true
    if case .cubic(let first, let second, _) = segment, let a = place(first), let b = place(second)
    {
      cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
    } else {
      cairo_line_to(context, end.x, end.y)
    }
  }

  /// Joins the end to the start; a line with a gap is not closed, for its start may be lost.
  mutating func close() {
    guard joinsGaps || !hasGap, hasSegments else { return }
    cairo_close_path(context)
  }

  private mutating func lift() {
    isDown = false
    hasGap = true
  }

  /// The place in output units, brought within reach, or `nil` where it is no number.
  private func place(_ point: Point) -> Point? {
    let x = point.x * factor
    let y = point.y * factor
    guard !x.isNaN, !y.isNaN else { return nil }
    let far = Painter.farthest
    return Point(min(max(x, -far), far), min(max(y, -far), far))
  }
}
