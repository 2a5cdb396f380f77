extension RootSearch {
  /// The share of the window up to which a group of least boxes is taken for one point.
  private static let pointShare = 1e-3
  /// The share of the window within which two degenerate roots cannot be told apart.
  private static let mergingShare = 1e-4

  /// What the boxes that are left stand for.
  struct Remains {
    /// Degenerate roots, likely but not proved.
    var points: [PlanePoint] = []
    /// Groups of boxes without one.
    var unsettled: [PlaneBox] = []
    /// Whether curves or areas of roots were found, by then or now.
    var isContinuum = false
    /// Whether equations too small for doubles leave more open than one point.
    var isFlat = false
  }

  /// Degenerate roots in the groups of least boxes, and the groups without one.
  ///
  /// A group belongs to a degenerate root where damped least-squares steps end beside it at a zero
  /// within rounding: likely, but not proved. Near such a root the equations are so flat that several
  /// groups may lead to it. A root with others around it belongs to a curve of them.
  func settledLeftovers() -> Remains {
    var remains = Remains(isContinuum: isContinuum)
    var points: [(at: PlanePoint, size: Double)] = []
    let boxes = leftovers + flats
    for group in BoxClusters.gathered(boxes, gap: (x: 2 * least.x, y: 2 * least.y)) {
      guard let hull = BoxClusters.hull(group) else { continue }
      guard let p = degenerateRoot(beside: hull) else {
        if group.contains(where: { isFlat(system.residual(on: $0)) }) {
          remains.isFlat = true
          remains.unsettled += group
        } else if !remains.isContinuum || group.count <= 64 {
          remains.unsettled.append(hull)
        }
        continue
      }
      if roots.contains(where: { isClose($0.at, p, 1e-6) }) { continue }
      if isOnContinuum(p) {
        remains.isContinuum = true
        continue
      }
      let jet = system.jet(p)
      let size = max(abs(jet.first), abs(jet.second))
      if let known = points.firstIndex(where: { isClose($0.at, p, Self.mergingShare) }) {
        if size < points[known].size { points[known] = (p, size) }
      } else {
        points.append((p, size))
      }
    }
    remains.points = points.map(\.at)
    return remains
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
