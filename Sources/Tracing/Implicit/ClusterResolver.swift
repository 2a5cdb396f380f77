import Calculus
import Geometry

/// Looks closely at the cells of a piece that the subdivision gave up, and says what is there.
struct ClusterResolver {
  /// A chain with the sites at its ends, where they are known.
  struct Route {
    var chain: ArcChain
    var start: Int?
    var end: Int?
    /// Whether it lies within the reach of a singular point and is drawn by its spokes.
    var isSwallowed = false
  }

  /// An end of a route at a cluster.
  struct Arm {
    let route: Int
    let isStart: Bool
  }

  let function: Expression
  let window: Box
  let resolution: Resolution
  let trustsRounding: Bool
  var trace: PieceTrace
  var routes: [Route]
  var spokes: [Spoke] = []
  /// Closed curves that lie within a cluster, far below a pixel.
  var ovals: [[CubicCurve]] = []
  var singularPoints: [ImplicitSet.SingularPoint] = []
  var unresolved: [UnresolvedPlace] = []
  let pixels: PixelField

  /// A cluster up to this size (pixels) that holds nothing special is passed over straight.
  private static let smallSize = 3.0
  /// A cluster of more than this part of the window is no point.
  private static let pointShare = 0.3

  init(
    _ trace: PieceTrace, _ function: Expression, window: Box, resolution: Resolution,
    trustsRounding: Bool
  ) {
    self.trace = trace
    self.function = function
    self.window = window
    self.resolution = resolution
    self.trustsRounding = trustsRounding
    routes = trace.chains.map { Route(chain: $0) }
    pixels = PixelField(trace.field, window: window, resolution: resolution)
  }

  /// Looks at all clusters.
  mutating func resolve(_ sites: inout SiteList) {
    let clusters = CoreClusters(trace.subdivision, edges: trace.edges)
    guard !trace.subdivision.isCutShort else {
      unresolved += clusters.boxes.map { UnresolvedPlace(box: $0, reason: .budget) }
      return
    }
    var arms: [Int: [Arm]] = [:]
    for (index, route) in routes.enumerated() where !route.chain.isClosed {
      for isStart in [true, false] {
        let root = isStart ? route.chain.start : route.chain.end
        guard let cluster = clusters.cluster(ofRoot: root) else { continue }
        arms[cluster, default: []].append(Arm(route: index, isStart: isStart))
      }
    }
    let cores = clusters.clusters.indices.map { number in
      Core(
        cells: clusters.cells(of: number), hull: clusters.clusters[number].box,
        arms: arms[number] ?? [])
    }
    for core in gathered(cores) { resolve(core, &sites) }
  }

  /// A cluster with the ends of curves at it.
  private struct Core {
    var cells: [Cell]
    var hull: Box
    var arms: [Arm]
  }

  /// The clusters, where those within the reach of the same singular point are one.
  ///
  /// Along a cusp or between touching branches the cells that are left open come in pieces.
  private func gathered(_ cores: [Core]) -> [Core] {
    guard cores.count > 1, cores.count <= 400 else { return cores }
    var result = cores
    var index = 0
    while index < result.count {
      if let form = self.form(of: result[index]), form.vanishes == .yes {
        let centre = pixels.pixels(form.point)
        var isGrowing = true
        while isGrowing {
          isGrowing = false
          let reach = 1.3 * radius(of: result[index].cells, around: centre)
          for other in result.indices.reversed() where other != index {
            guard distance(of: result[other].hull, to: centre) <= reach else { continue }
            result[index].cells += result[other].cells
            result[index].hull = result[index].hull.union(result[other].hull)
            result[index].arms += result[other].arms
            result.remove(at: other)
            if other < index { index -= 1 }
            isGrowing = true
          }
        }
      }
      index += 1
    }
    return result
  }

  private func distance(of box: Box, to p: Point) -> Double {
    let (low, high) = (
      pixels.pixels(Point(box.minX, box.minY)), pixels.pixels(Point(box.maxX, box.maxY))
    )
    let nearest = Point(min(max(p.x, low.x), high.x), min(max(p.y, low.y), high.y))
    return nearest.distance(to: p)
  }

  private func radius(of cells: [Cell], around centre: Point) -> Double {
    var radius = 0.0
    for cell in cells {
      for corner in cell.box.corners {
        radius = max(radius, pixels.pixels(corner).distance(to: centre))
      }
    }
    return radius
  }

  private func size(of hull: Box) -> Point {
    Point(hull.width / resolution.pixelWidth, hull.height / resolution.pixelHeight)
  }

  private func isPoint(_ hull: Box) -> Bool {
    hull.width <= Self.pointShare * window.width && hull.height <= Self.pointShare * window.height
  }

  private func isSmooth(_ cells: [Cell]) -> Bool {
    cells.allSatisfy { cell in
      let range = trace.field.enclosure(Interval(cell.x), Interval(cell.y))
      return range.isContinuous && range.lower > -.infinity && range.upper < .infinity
    }
  }

  private func form(of core: Core) -> LocalForm? {
    guard isPoint(core.hull), isSmooth(core.cells) else { return nil }
    return LocalForm(
      of: function, near: Self.middle(of: core.cells), reach: size(of: core.hull).length,
      resolution: resolution, trustsRounding: trustsRounding)
  }

  private mutating func resolve(_ core: Core, _ sites: inout SiteList) {
    let (cells, hull, arms) = (core.cells, core.hull, core.arms)
    let size = self.size(of: hull)
    let isSmall = max(size.x, size.y) <= Self.smallSize
    if !isSmooth(cells) {
      resolveBreak(hull, arms, isSmall, &sites)
      return
    }
    if !isPoint(hull) {
      giveUp(cells, .pixel, arms, &sites)
      return
    }
    let isConditional = trace.conditions.contains { condition in
      cells.contains { condition.holds(Interval($0.x), Interval($0.y)) == nil }
    }
    guard let form = self.form(of: core) else {
      passThrough(hull, arms, cells, isSmall: isSmall, isConditional, nil, &sites)
      return
    }
    resolve(form, cells, hull, arms, isSmall: isSmall, isConditional, &sites)
  }

  private static func middle(of cells: [Cell]) -> Point {
    var sum = Point.zero
    for cell in cells { sum = sum + cell.box.centre }
    return sum / Double(max(cells.count, 1))
  }

  // MARK: Around a critical point

  private mutating func resolve(
    _ form: LocalForm, _ cells: [Cell], _ hull: Box, _ arms: [Arm], isSmall: Bool,
    _ isConditional: Bool, _ sites: inout SiteList
  ) {
    switch form.vanishes {
    case .no:
      passThrough(hull, arms, cells, isSmall: isSmall, isConditional, form, &sites)
    case .open:
      giveUp(cells, .noise, arms, &sites)
    case .yes:
      if trace.conditions.contains(where: { !$0.holds(at: form.point, within: 1e-9 * window.width) }
      ) {
        passThrough(hull, arms, cells, isSmall: isSmall, isConditional, nil, &sites)
        return
      }
      let expected = form.tangents?.count ?? (arms.count % 2 == 0 ? arms.count : -1)
      if expected == 0 && arms.isEmpty {
        if isInWindow(form.point) {
          singularPoints.append(.init(at: form.point, kind: .isolated))
        }
      } else if !joinSpokes(form, cells, arms, expected, &sites) {
        giveUp(cells, .pixel, arms, &sites)
      }
    }
  }

  private func isInWindow(_ p: Point) -> Bool {
    window.grown(by: 1e-12 * max(window.width, window.height)).contains(p)
  }

  private func kind(of form: LocalForm) -> ImplicitSet.SingularPoint.Kind {
    guard form.rank == 2 else { return .other }
    switch form.order {
    case 2: return .node
    case 3, 5: return .cusp
    case 4, 6: return .tacnode
    default: return .other
    }
  }

  /// Draws the branches at a singular point from a circle around the cluster inwards.
  private mutating func joinSpokes(
    _ form: LocalForm, _ cells: [Cell], _ arms: [Arm], _ expected: Int, _ sites: inout SiteList
  ) -> Bool {
    let centre = pixels.pixels(form.point)
    let radius = 1.02 * self.radius(of: cells, around: centre)
    var cutter = RouteCutter(self, centre: centre, radius: radius)
    guard cutter.cut(arms) else { return false }
    let ends = cutter.found.sorted { ($0.point - centre).turn < ($1.point - centre).turn }
    var points = ends.map(\.point)
    if points.count < expected { points += outside(around: centre, radius, form, points) }
    points.sort { ($0 - centre).turn < ($1 - centre).turn }
    guard points.count == expected,
      let fan = SpokeFan(
        through: points, around: centre, radius: radius, tangents: form.tangents, field: pixels)
    else { return false }
    let crosses = form.rank > 2 || form.order == 2 || form.order == 6
    let site = sites.site(at: form.point, .singular(kind(of: form), crosses: crosses))
    if isInWindow(form.point) {
      singularPoints.append(.init(at: form.point, kind: kind(of: form)))
    }
    for end in ends {
      guard let index = points.firstIndex(of: end.point) else { return false }
      attach(fan.spokes[index], end, at: form.point, site)
    }
    for route in cutter.swallowed { routes[route].isSwallowed = true }
    return true
  }

  /// Where branches leave the circle outside the window: no chain leads there.
  private func outside(
    around centre: Point, _ radius: Double, _ form: LocalForm, _ known: [Point]
  ) -> [Point] {
    let count = 720
    var found: [Point] = []
    func value(_ turn: Double) -> Double { pixels.value(centre + radius * Point(turn: turn)) }
    for step in 0..<count {
      let (a, b) = (4 * Double(step) / Double(count), 4 * Double(step + 1) / Double(count))
      let (fa, fb) = (value(a), value(b))
      guard (fa > 0) != (fb > 0) else { continue }
      let p = centre + radius * Point(turn: Bracketing.root(from: a, fa, to: b, fb, value))
      if !window.contains(pixels.data(p)), !known.contains(where: { $0.distance(to: p) < 1e-6 }) {
        found.append(p)
      }
    }
    return found
  }

  private mutating func attach(
    _ spoke: Spoke, _ end: RouteCutter.Found, at point: Point, _ site: Int
  ) {
    spokes.append(spoke)
    trace.roots.append(Root(level: 0, point: point))
    let centre = trace.roots.count - 1
    trace.roots.append(Root(level: 0, point: pixels.data(end.point)))
    let rim = trace.roots.count - 1
    let chain = end.isStart ? routes[end.route].chain : routes[end.route].chain.reversed
    let link = chain.links[end.link]
    let inner = Arc(
      cell: link.arc.cell, isOverX: link.arc.isOverX, level: 0, start: centre, end: rim,
      spoke: spokes.count - 1)
    let outer =
      link.isForward
      ? link.arc.with(start: rim, end: link.end) : link.arc.with(start: link.end, end: rim)
    let first = [
      ArcChain.Link(arc: inner, isForward: true),
      ArcChain.Link(arc: outer, isForward: link.isForward),
    ]
    let joined = chain.replacingStart(end.link + 1, by: first)
    routes[end.route].chain = end.isStart ? joined : joined.reversed
    if end.isStart { routes[end.route].start = site } else { routes[end.route].end = site }
  }
}
