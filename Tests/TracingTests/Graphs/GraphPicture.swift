import Geometry
import Tracing

/// A traced graph on a panel of a slide.
struct GraphPicture {
  let window: Box
  let resolution: Resolution
  let trace: GraphTrace

  init(_ graph: FunctionGraph, _ ordinates: ClosedRange<Double>) {
    window = Box(
      minX: graph.interval.lowerBound, minY: ordinates.lowerBound,
      maxX: graph.interval.upperBound, maxY: ordinates.upperBound)
    resolution = Resolution(window: window, pixels: Point(1010, 560))
    trace = GraphTracer(of: graph, in: window, at: resolution).trace()
  }

  /// A point in pixels.
  func pixels(_ p: Point) -> Point {
    Point(
      (p.x - window.minX) / resolution.pixelWidth, (p.y - window.minY) / resolution.pixelHeight)
  }

  /// How far a point is from all that is drawn, in pixels.
  func distance(to point: Point) -> Double {
    let p = pixels(point)
    if trace.bands.contains(where: { isInside($0, p) }) { return 0 }
    var least = Double.infinity
    for cubic in trace.lines.flatMap(\.cubics) {
      let curve = CubicCurve(
        pixels(cubic.p0), pixels(cubic.p1), pixels(cubic.p2), pixels(cubic.p3))
      guard curve.hull.grown(by: least).contains(p) else { continue }
      var previous = curve.p0
      for step in 1...400 {
        let next = curve.point(at: Double(step) / 400)
        least = min(least, distance(p, previous, next))
        previous = next
      }
    }
    return least
  }

  private func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let way = b - a
    let square = way.dot(way)
    let t = square > 0 ? min(max((p - a).dot(way) / square, 0), 1) : 0
    return p.distance(to: a.interpolated(to: b, at: t))
  }

  /// Whether a point is inside a band, or within a third of a pixel of its outline.
  private func isInside(_ band: Path, _ p: Point) -> Bool {
    guard let outline = band.subpaths.first else { return false }
    let corners = ([outline.start] + outline.segments.map(\.end)).map(pixels)
    var isInside = false
    for (a, b) in zip(corners, corners.dropFirst() + [corners[0]]) {
      if distance(p, a, b) < 0.3 { return true }
      if (a.y > p.y) != (b.y > p.y), p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) {
        isInside.toggle()
      }
    }
    return isInside
  }
}
