import Plotting

/// A line through points of a smooth function, as cubics.
enum SmoothLine {
  /// Cubics through points in ascending order of x, with the slopes of parabolas through three.
  static func cubics(_ points: [Point]) -> [CubicCurve] {
    guard points.count > 1 else { return [] }
    let slopes = points.indices.map { slope(at: $0, points) }
    return points.indices.dropLast().map { index in
      let (a, b) = (points[index], points[index + 1])
      let third = (b.x - a.x) / 3
      return CubicCurve(
        a, Point(a.x + third, a.y + third * slopes[index]),
        Point(b.x - third, b.y - third * slopes[index + 1]), b)
    }
  }

  /// The area between two lines over the same places.
  static func area(_ places: [Double], lower: [Double], upper: [Double]) -> Path {
    let top = cubics(zip(places, upper).map { Point($0, $1) })
    let bottom = cubics(zip(places, lower).map { Point($0, $1) }).reversed().map(\.reversed)
    guard let first = top.first, let corner = bottom.first else { return Path() }
    let end = top[top.count - 1].p3
    let sides = [CubicCurve(line: end, corner.p0)]
    let close = CubicCurve(line: bottom[bottom.count - 1].p3, first.p0)
    return Path([Subpath(cubics: top + sides + bottom + [close], isClosed: true)])
  }

  private static func slope(at index: Int, _ points: [Point]) -> Double {
    func chord(_ i: Int) -> Double {
      (points[i + 1].y - points[i].y) / (points[i + 1].x - points[i].x)
    }
    if points.count == 2 { return chord(0) }
    if index == 0 {
      return 1.5 * chord(0) - 0.5 * chord(1)
    }
    if index == points.count - 1 {
      return 1.5 * chord(index - 1) - 0.5 * chord(index - 2)
    }
    let before = points[index].x - points[index - 1].x
    let after = points[index + 1].x - points[index].x
    return (chord(index - 1) * after + chord(index) * before) / (before + after)
  }
}
