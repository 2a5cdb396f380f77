extension RootSearch {
  /// The share of the window up to which a group of least boxes is taken for one point.
  private static let pointShare = 1e-3
  /// The share of the window within which two degenerate roots cannot be told apart.
  private static let mergingShare = 1e-4
  /// The share of the window within which a point that is a root only nearly gives way to a root.
  private static let valleyShare = 1e-2

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
    remains.points = withoutValleys(points.map(\.at))
    return remains
  }

  /// The points without those at which the equations are small, but not 0, beside one where they are.
  ///
  /// A flat root has valleys in which descent makes no headway: x³y + 6x²y − 4xy⁴ is hardly steeper on
  /// 3x = y³ than at the origin.
  private func withoutValleys(_ points: [PlanePoint]) -> [PlanePoint] {
    let exact = points.filter { isZero(at: $0) }
    return points.filter { p in
      exact.contains(p) || !exact.contains { isClose($0, p, Self.valleyShare) }
    }
  }

  /// Whether both equations are 0 at a point within the rounding of their values there.
  private func isZero(at p: PlanePoint) -> Bool {
    let value = system.residual(at: p)
    return value.first.contains(0) && value.second.contains(0)
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
    return value.first.contains(0) && value.second.contains(0) ? simplified(p) : nil
  }

  /// The root with the simplest numbers beside it that fulfil the equations as well.
  ///
  /// Steps towards a degenerate root lose half of the digits or more in the direction in which the
  /// equations are flat; in textbooks, its coordinates are often short. Each coordinate is tried on
  /// its own too.
  private func simplified(_ p: PlanePoint) -> PlanePoint {
    let reach = (x: Self.mergingShare * window.x.width, y: Self.mergingShare * window.y.width)
    let short = PlaneBox(around: p, reach.x, reach.y).simplestPoint
    func size(_ q: PlanePoint) -> Double {
      let jet = system.jet(q)
      return max(abs(jet.first), abs(jet.second))
    }
    let own = size(p)
    let candidates = [short, PlanePoint(x: p.x, y: short.y), PlanePoint(x: short.x, y: p.y)]
    return candidates.first { window.contains($0) && (isZero(at: $0) || size($0) <= own) } ?? p
  }
}
