import Calculus
import Geometry

/// Clusters without a singular point: places where a curve goes on, ends, or nothing is.
extension ClusterResolver {
  /// The curves beside a place where nothing singular was found.
  mutating func passThrough(
    _ hull: Box, _ arms: [Arm], _ cells: [Cell], isSmall: Bool, _ isConditional: Bool,
    _ form: LocalForm?, _ sites: inout SiteList
  ) {
    if arms.isEmpty, let oval = form?.oval, let centre = form.map({ pixels.pixels($0.point) }) {
      add(oval, around: centre, within: hull)
    }
    if arms.isEmpty && (form != nil || isConditional) { return }
    guard isSmall else {
      giveUp(cells, .pixel, arms, &sites)
      return
    }
    switch arms.count {
    case 1 where isConditional:
      let isClosed = trace.conditions.allSatisfy { condition in
        condition.kind == .atLeastZero
          || condition.holds(Interval(cells[0].x), Interval(cells[0].y)) != nil
      }
      join(arms, at: hull.centre, isClosed ? .closedEnd : .openEnd, &sites)
    case 2:
      let middle = point(of: arms[0]).interpolated(to: point(of: arms[1]), at: 0.5)
      join(arms, at: middle, .through, &sites)
    case 4:
      guard let form, form.rank == 2, form.order == 2 else {
        giveUp(cells, .pixel, arms, &sites)
        return
      }
      separate(arms, around: form, &sites)
    default: giveUp(cells, .pixel, arms, &sites)
    }
  }

  /// A closed curve smaller than the cells: an ellipse, to second order.
  private mutating func add(_ axes: (u: Point, v: Point), around centre: Point, within hull: Box) {
    let size = Point(hull.width / resolution.pixelWidth, hull.height / resolution.pixelHeight)
    guard max(axes.u.length, axes.v.length) < size.length,
      window.contains(pixels.data(centre)),
      trace.conditions.allSatisfy({ $0.holds(at: pixels.data(centre), within: 0) })
    else { return }
    // A quarter of a circle of radius 1.
    let handle = 4 * (2.0.squareRoot() - 1) / 3
    let corners = [axes.u, axes.v, -axes.u, -axes.v]
    ovals.append(
      corners.indices.map { index in
        let (a, b) = (corners[index], corners[(index + 1) % 4])
        return CubicCurve(
          pixels.data(centre + a), pixels.data(centre + a + handle * b),
          pixels.data(centre + b + handle * a), pixels.data(centre + b))
      })
  }

  /// The two branches of a hyperbola that the subdivision did not tell apart.
  ///
  /// Around a saddle with the value w ≠ 0 the function is w + along·u² + across·v²: the branches cross
  /// the axis on which the form has the sign of −w.
  private mutating func separate(
    _ arms: [Arm], around form: LocalForm, _ sites: inout SiteList
  ) {
    let crossesAcross = (form.across > 0) != (form.value > 0)
    let axis = crossesAcross ? form.axis.perpendicular : form.axis
    let centre = pixels.pixels(form.point)
    for isPositive in [true, false] {
      let side = arms.filter {
        ((pixels.pixels(point(of: $0)) - centre).dot(axis) > 0) == isPositive
      }
      guard side.count == 2 else {
        unresolved.append(UnresolvedPlace(box: Box(around: form.point, resolution), reason: .pixel))
        return
      }
      let middle = point(of: side[0]).interpolated(to: point(of: side[1]), at: 0.5)
      // Both branches may lie within rounding of one place: the sites must stay two.
      join(side, at: middle, .through, &sites, isOwn: true)
    }
  }

  func point(of arm: Arm) -> Point {
    let chain = routes[arm.route].chain
    return trace.roots[arm.isStart ? chain.start : chain.end].point
  }

  mutating func join(
    _ arms: [Arm], at point: Point, _ kind: Site.Kind, _ sites: inout SiteList,
    isOwn: Bool = false
  ) {
    let site = isOwn ? sites.newSite(at: point, kind) : sites.site(at: point, kind)
    for arm in arms {
      if arm.isStart { routes[arm.route].start = site } else { routes[arm.route].end = site }
    }
  }

  // MARK: Breaks

  /// An edge of the domain, a pole or a jump that the form of the function does not show.
  mutating func resolveBreak(
    _ hull: Box, _ arms: [Arm], _ isSmall: Bool, _ sites: inout SiteList
  ) {
    let edge = edgeOfDomain(near: hull)
    for arm in arms {
      let place = point(of: arm)
      let end = isSmall ? edge?.point ?? place : place
      join([arm], at: end, edge?.isClosed ?? false ? .closedEnd : .openEnd, &sites)
    }
    if isSmall && edge != nil && !arms.isEmpty { return }
    if isPole(hull) { return }
    unresolved.append(UnresolvedPlace(box: hull, reason: .pixel))
  }

  /// The nearest point of the edge of the domain, and whether it belongs to the domain.
  private func edgeOfDomain(near hull: Box) -> (point: Point, isClosed: Bool)? {
    let (x, y) = (Interval(hull.minX, hull.maxX), Interval(hull.minY, hull.maxY))
    for condition in function.domainConditions.map(FieldCondition.init)
    where condition.holds(x, y) == nil {
      var p = hull.centre
      for _ in 0..<20 {
        let (value, slope) = condition.field.jet(p.x, p.y)
        let square = slope.dot(slope)
        guard square > 0, value.isFinite else { break }
        p = p - slope * (value / square)
      }
      guard hull.grown(by: max(hull.width, hull.height)).contains(p) else { continue }
      return (p, condition.kind == .atLeastZero)
    }
    return nil
  }

  /// Whether the size of the function only grows towards a place, whatever its sign.
  ///
  /// Seen, not proved: |f| at the corners of the hull is far above its size around.
  private func isPole(_ hull: Box) -> Bool {
    let near = hull.corners.map { abs(trace.field.value($0.x, $0.y)) }
    let wide = hull.grown(by: 8 * max(hull.width, hull.height))
    let far = wide.corners.map { abs(trace.field.value($0.x, $0.y)) }
    guard let least = near.min(), let most = far.max(), least.isFinite else { return false }
    return least > 2 * most
  }

  // MARK: Giving up

  /// Lists the cells, at most a few hundred boxes of them; the curves that end there end loose.
  mutating func giveUp(
    _ cells: [Cell], _ reason: UnresolvedPlace.Reason, _ arms: [Arm], _ sites: inout SiteList
  ) {
    for arm in arms { join([arm], at: point(of: arm), .loose, &sites, isOwn: true) }
    unresolved += CoreClusters.merged(cells).map {
      UnresolvedPlace(box: $0, reason: reason)
    }
  }
}

extension Box {
  /// The pixel around a point.
  init(around p: Point, _ resolution: Resolution) {
    self.init(
      minX: p.x - resolution.pixelWidth / 2, minY: p.y - resolution.pixelHeight / 2,
      maxX: p.x + resolution.pixelWidth / 2, maxY: p.y + resolution.pixelHeight / 2)
  }
}

extension Interval {
  /// The numbers of a range.
  init(_ range: ClosedRange<Double>) { self.init(range.lowerBound, range.upperBound) }
}
