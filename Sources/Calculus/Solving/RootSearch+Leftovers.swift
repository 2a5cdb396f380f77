extension RootSearch {
  /// The share of the window up to which a group of least boxes is taken for one point.
  private static let pointShare = 1e-3
  /// The share of the window within which two degenerate roots cannot be told apart.
  private static let mergingShare = 1e-4

  /// Degenerate roots in the groups of least boxes, and the groups without one.
  ///
  /// A group belongs to a degenerate root where damped least-squares steps end beside it at a zero
  /// within rounding: likely, but not proved. Near such a root the equations are so flat that several
  /// groups may lead to it.
  func settledLeftovers() -> (points: [PlanePoint], unsettled: [PlaneBox]) {
    var points: [(at: PlanePoint, size: Double)] = []
    var open: [PlaneBox] = []
    for group in BoxClusters.gathered(leftovers, gap: (x: 2 * least.x, y: 2 * least.y)) {
      guard let hull = BoxClusters.hull(group) else { continue }
      if isContinuum && group.count > 64 { continue }
      guard let p = degenerateRoot(beside: hull) else {
        open.append(hull)
        continue
      }
      if roots.contains(where: { isClose($0.at, p, 1e-6) }) { continue }
      let jet = system.jet(p)
      let size = max(abs(jet.first), abs(jet.second))
      if let known = points.firstIndex(where: { isClose($0.at, p, Self.mergingShare) }) {
        if size < points[known].size { points[known] = (p, size) }
      } else {
        points.append((p, size))
      }
    }
    return (points.map(\.at), open)
  }

  private func isClose(_ a: PlanePoint, _ b: PlanePoint, _ share: Double) -> Bool {
    abs(a.x - b.x) <= share * window.x.width && abs(a.y - b.y) <= share * window.y.width
  }

  private func degenerateRoot(beside hull: PlaneBox) -> PlanePoint? {
    let limit = (x: Self.pointShare * window.x.width, y: Self.pointShare * window.y.width)
    guard hull.x.width <= limit.x, hull.y.width <= limit.y,
      let p = system.leastSquaresPoint(from: hull.middle, steps: 400),
      hull.inflated(limit.x, limit.y).contains(p)
    else { return nil }
    let value = system.residual(on: PlaneBox(around: p, least.x, least.y))
    return value.first.contains(0) && value.second.contains(0) ? p : nil
  }
}
