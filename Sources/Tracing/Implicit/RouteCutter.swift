import Geometry

/// Cuts the chains that end at a singular point where they cross a circle around it.
///
/// Inside the circle the subdivision is ragged; branches are drawn there by spokes.
struct RouteCutter {
  /// Where a chain crosses the circle.
  struct Found {
    let route: Int
    let isStart: Bool
    /// The link on which it crosses, counted from the end that is cut.
    let link: Int
    /// The place, in pixels.
    let point: Point
  }

  private let resolver: ClusterResolver
  private let centre: Point
  private let radius: Double
  private(set) var found: [Found] = []
  /// Routes that stay inside the circle.
  private(set) var swallowed: [Int] = []

  init(_ resolver: ClusterResolver, centre: Point, radius: Double) {
    self.resolver = resolver
    self.centre = centre
    self.radius = radius
  }

  private func place(_ root: Int) -> Point {
    resolver.pixels.pixels(resolver.trace.roots[root].point)
  }

  /// Cuts all ends; false where a chain ends inside the circle and nowhere near the point.
  mutating func cut(_ arms: [ClusterResolver.Arm]) -> Bool {
    for arm in arms {
      let route = resolver.routes[arm.route]
      let chain = arm.isStart ? route.chain : route.chain.reversed
      guard
        let index = chain.links.firstIndex(where: {
          place($0.end).distance(to: centre) > radius
        })
      else {
        // It comes back to the same cluster, or it ends for another reason: at the edge, at a cut.
        let isReturning = arms.contains { $0.route == arm.route && $0.isStart != arm.isStart }
        if !isReturning { return false }
        swallowed.append(arm.route)
        continue
      }
      found.append(
        Found(
          route: arm.route, isStart: arm.isStart, link: index,
          point: crossing(chain.links[index])))
    }
    return true
  }

  /// Where a link leaves the circle, by halving.
  private func crossing(_ link: ArcChain.Link) -> Point {
    let arc = link.arc
    let roots = resolver.trace.roots
    let (a, b) = (roots[arc.start].point, roots[arc.end].point)
    func point(_ t: Double) -> Point {
      let forward = link.isForward ? t : 1 - t
      return resolver.pixels.pixels(
        arc.point(at: forward, from: a, to: b, resolver.trace.field, 0))
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if point(middle).distance(to: centre) > radius { high = middle } else { low = middle }
    }
    return point(high)
  }
}
