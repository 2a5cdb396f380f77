import Calculus
import Geometry

/// Puts the pieces of a zero set together: sites, strands, areas, single points.
struct ImplicitAssembly {
  let window: Box
  let resolution: Resolution
  var set = ImplicitSet()
  var sites: SiteList
  var strands: [Strand] = []
  var hits: [BoundaryHits.Hit] = []
  /// Points that pieces consist of.
  private var lonePoints: [Point] = []
  /// Whether something kept the counts from being settled.
  var isUnsettled = false

  init(window: Box, resolution: Resolution) {
    self.window = window
    self.resolution = resolution
    sites = SiteList(window: window)
  }

  var ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    (window.minX...window.maxX, window.minY...window.maxY)
  }

  // MARK: Areas and points

  /// The area in which all conditions of a piece hold.
  mutating func addRegion(of piece: ZeroPiece, _ ratio: Quadtree.SplitRatio) {
    guard let least = Expression.minimum(of: piece.conditions.map(\.function)) else {
      set.regions.append(Path(window))
      return
    }
    var tracer = LevelSetTracer(of: least, in: window, at: resolution, ratio: ratio)
    tracer.followsSingularLevels = false
    let found = tracer.trace(levels: [0], withRegions: true)
    for region in found.regions where !region.path.isEmpty { set.regions.append(region.path) }
    set.unresolved += found.unresolved
  }

  /// The points at which several functions are zero.
  mutating func addPoints(of piece: ZeroPiece) {
    let found = IntersectionSearch(
      of: piece.functions[0], piece.functions[1], in: ranges, budget: 20_000
    ).points()
    let conditions = piece.conditions.map(FieldCondition.init)
    let others = piece.functions.dropFirst(2).map { ScalarField($0) }
    let slack = 1e-9 * window.width
    for at in found.crossings + found.touchings {
      let p = Point(at[0], at[1])
      let holds =
        conditions.allSatisfy { $0.holds(at: p, within: slack) }
        && others.allSatisfy { other in
          let (value, slope) = other.jet(p.x, p.y)
          return abs(value) <= slack * slope.length
        }
      if holds { lonePoints.append(p) }
    }
    if found.isContinuum { isUnsettled = true }
    set.unresolved += found.unsettled.map { UnresolvedPlace(box: Box($0), reason: .pixel) }
  }

  /// The pixels in which pieces may lie that are too fine to be traced.
  mutating func addPixels(of pieces: [ZeroPiece]) {
    guard !pieces.isEmpty else { return }
    set.pixels = PixelVerdict(of: pieces, in: window, at: resolution)
  }

  // MARK: Curves

  mutating func addCurves(_ traces: [PieceTrace], trustsRounding: Bool) {
    var resolvers: [ClusterResolver] = []
    for trace in traces {
      var resolver = ClusterResolver(
        trace, trace.piece.functions[0], window: window, resolution: resolution,
        trustsRounding: trustsRounding)
      resolver.resolve(&sites)
      set.singularPoints += resolver.singularPoints
      set.unresolved += resolver.unresolved
      resolvers.append(resolver)
    }
    let meetings = PieceMeetings(traces, window: window, resolution: resolution)
    set.unresolved += meetings.unresolved
    var strandOfRoute: [[Int?]] = []
    for (index, resolver) in resolvers.enumerated() {
      let repeated = meetings.repeated[index]
      strandOfRoute.append(
        repeated == nil
          ? fit(resolver, piece: index, meetings.extraMultiplicity[index] ?? 0)
          : resolver.routes.map { _ in nil })
    }
    for (index, resolver) in resolvers.enumerated() where meetings.repeated[index] == nil {
      let multiplicity = resolver.trace.piece.multiplicity
      strands += resolver.ovals.map {
        Strand(
          piece: index, multiplicity: multiplicity, cubics: $0, isClosed: true, start: -1, end: -1)
      }
    }
    for meeting in meetings.found { add(meeting, strandOfRoute) }
    for (index, trace) in traces.enumerated() where meetings.repeated[index] == nil {
      addHits(of: trace, strandOfRoute[index])
    }
    for p in lonePoints { add(lone: p, traces) }
  }

  /// A single point: the end of curves that end there, a part of a curve or an area, or isolated.
  private mutating func add(lone p: Point, _ traces: [PieceTrace]) {
    if let site = sites.index(near: p) {
      switch sites[site].kind {
      case .openEnd, .hole, .loose: sites[site].kind = .closedEnd
      default: break
      }
      return
    }
    let near = Point(1e-9 * window.width, 1e-9 * window.height)
    let isOnCurve = traces.contains { trace in
      !trace.chains(through: p, within: near).isEmpty
        && trace.conditions.allSatisfy { $0.holds(at: p, within: near.x) }
    }
    if isOnCurve || set.regions.contains(where: { $0.contains(p, within: near.x) }) { return }
    set.singularPoints.append(.init(at: p, kind: .isolated))
  }

  private mutating func fit(
    _ resolver: ClusterResolver, piece: Int, _ extra: Int
  ) -> [Int?] {
    let trace = resolver.trace
    let fitter = ChainFitter(
      field: trace.field, window: window, resolution: resolution, spokes: resolver.spokes)
    return resolver.routes.map { route in
      guard !route.isSwallowed,
        let fit = fitter.fitted(route.chain, trace.roots, level: 0)
      else { return nil }
      set.unresolved += fit.unresolved
      var (start, end) = (-1, -1)
      if !route.chain.isClosed {
        let isReversed = fit.chain.start != route.chain.start
        let first = route.start ?? site(ofRoot: route.chain.start, trace)
        let last = route.end ?? site(ofRoot: route.chain.end, trace)
        (start, end) = isReversed ? (last, first) : (first, last)
      }
      strands.append(
        Strand(
          piece: piece, multiplicity: trace.piece.multiplicity + extra, cubics: fit.cubics,
          isClosed: route.chain.isClosed, start: start, end: end))
      let index = strands.count - 1
      if start >= 0 { sites[start].ends.append(.init(strand: index, isStart: true)) }
      if end >= 0 { sites[end].ends.append(.init(strand: index, isStart: false)) }
      return index
    }
  }

  /// The site of an end that is no cluster: the edge of the window, a cut, or nothing known.
  private mutating func site(ofRoot root: Int, _ trace: PieceTrace) -> Int {
    let p = trace.roots[root].point
    switch trace.cuts[root] {
    case .closed?: return sites.site(at: p, .closedEnd)
    case .open?: return sites.site(at: p, .openEnd)
    case .hole?: return sites.site(at: p, .hole)
    case nil: break
    }
    if p.x == window.minX || p.x == window.maxX || p.y == window.minY || p.y == window.maxY {
      return sites.site(at: p, .boundary)
    }
    set.unresolved.append(UnresolvedPlace(box: Box(around: p, resolution), reason: .pixel))
    return sites.site(at: p, .loose)
  }

  /// A point that several pieces have in common.
  private mutating func add(_ meeting: PieceMeetings.Meeting, _ strandOfRoute: [[Int?]]) {
    var passing: Set<Int> = []
    for (piece, route) in meeting.routes {
      if let strand = strandOfRoute[piece][route] { passing.insert(strand) }
    }
    let known = sites.index(near: meeting.point)
    let site = known ?? sites.newSite(at: meeting.point, .meeting(isTouching: meeting.isTouching))
    if case .singular = sites[site].kind {
      sites[site].kind = .singular(.other, crosses: true)
      let place = sites[site].point
      set.singularPoints.removeAll { $0.at == place }
      set.singularPoints.append(.init(at: place, kind: .other))
    }
    if case .boundary = sites[site].kind {
      sites[site].kind = .meeting(isTouching: meeting.isTouching)
    }
    // A strand that ends here does not pass.
    let ending = Set(sites[site].ends.map(\.strand))
    for strand in passing.subtracting(ending) where !sites[site].passing.contains(strand) {
      sites[site].passing.append(strand)
      if known != nil, sites[site].passing.count > 0, case .closedEnd = sites[site].kind {
        sites[site].kind = .meeting(isTouching: meeting.isTouching)
      }
    }
  }

  private mutating func addHits(of trace: PieceTrace, _ strandOfRoute: [Int?]) {
    let found = BoundaryHits(of: trace, in: window, at: resolution)
    if !found.isSettled { isUnsettled = true }
    hits += found.hits.map { hit in
      var hit = hit
      hit.strands = hit.routes.compactMap { strandOfRoute[$0] }
      return hit
    }
  }
}

extension Box {
  /// The box of a search.
  init(_ box: SearchBox) {
    self.init(
      minX: box.x.lowerBound, minY: box.y.lowerBound, maxX: box.x.upperBound,
      maxY: box.y.upperBound)
  }
}
