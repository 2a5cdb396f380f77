extension Path {
  /// Whether a point lies inside by the even-odd rule, with each curve as eight straight lines.
  public func contains(_ point: Point) -> Bool {
    guard hull?.contains(point) == true else { return false }
    var isInside = false
    func cross(_ a: Point, _ b: Point) {
      guard (a.y > point.y) != (b.y > point.y) else { return }
      if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    for subpath in subpaths {
      var from = subpath.start
      for segment in subpath.segments {
        if case .cubic(let a, let b, let end) = segment {
          let curve = CubicCurve(from, a, b, end)
          for step in 1...8 {
            let next = curve.point(at: Double(step) / 8)
            cross(from, next)
            from = next
          }
        } else {
          cross(from, segment.end)
        }
        from = segment.end
      }
      cross(from, subpath.start)
    }
    return isInside
  }
}
