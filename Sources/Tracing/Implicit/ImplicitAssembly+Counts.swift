import Geometry

/// The last step: singular points named, curves joined, components counted.
extension ImplicitAssembly {
  /// The finished set.
  func finished() -> ImplicitSet {
    var result = self
    result.nameMeetings()
    let joining = StrandJoining(strands, at: result.sites)
    result.set.curves = joining.curves.map { result.curve($0) }
    result.set.holes = result.sites.sites.filter { $0.kind == .hole }.map(\.point)
    result.dropRepeatedPoints()
    result.count(joining.curves)
    return result.set
  }

  private func curve(_ curve: StrandJoining.Curve) -> ImplicitSet.Curve {
    let ends = [curve.start, curve.end].compactMap { site -> ImplicitSet.End? in
      guard site >= 0 else { return nil }
      switch sites[site].kind {
      case .boundary: return nil
      case .openEnd: return sites[site].passing.isEmpty ? .open : .closed
      case .hole, .loose: return .open
      default: return .closed
      }
    }
    let multiplicity = curve.strands.map { strands[$0].multiplicity }.max() ?? 1
    return ImplicitSet.Curve(
      cubics: curve.cubics, isClosed: curve.isClosed, multiplicity: multiplicity, ends: ends)
  }

  /// Points where pieces meet are singular unless a curve only goes on there.
  private mutating func nameMeetings() {
    for index in sites.indices {
      let site = sites[index]
      // Where curves are the border of an area nothing is singular.
      let isOnArea = set.regions.contains { $0.contains(site.point, within: resolution.pixelWidth) }
      if case .closedEnd = site.kind, site.ends.count > 2, site.passing.isEmpty, !isOnArea {
        set.singularPoints.append(.init(at: site.point, kind: kind(ofEndsAt: site)))
      }
      guard case .meeting(let isTouching) = site.kind else { continue }
      let branches = 2 * site.passing.count + site.ends.count
      if branches <= 2 { continue }
      let isPair = site.passing.count == 2 && site.ends.isEmpty
      let kind: ImplicitSet.SingularPoint.Kind =
        isPair ? isTouching ? .tacnode : .node : .other
      set.singularPoints.append(.init(at: site.point, kind: kind))
    }
  }

  /// Four ends of which opposite ones go on straight are two branches that cross.
  private func kind(ofEndsAt site: Site) -> ImplicitSet.SingularPoint.Kind {
    let tangents = site.ends.compactMap { end -> Point? in
      let cubics = strands[end.strand].cubics
      let cubic = end.isStart ? cubics[0] : cubics[cubics.count - 1].reversed
      return cubic.derivative(at: 0).direction ?? (cubic.point(at: 0.1) - cubic.p0).direction
    }.sorted { $0.turn < $1.turn }
    guard tangents.count == 4 else { return .other }
    let goOn = (0..<2).allSatisfy { (tangents[$0] + tangents[$0 + 2]).length < 1e-6 }
    return goOn ? .node : .other
  }

  /// One singular point for each place; what lies on a curve is not isolated.
  private mutating func dropRepeatedPoints() {
    let slack = 1e-8 * max(window.width, window.height)
    var kept: [ImplicitSet.SingularPoint] = []
    for point in set.singularPoints {
      if let known = kept.firstIndex(where: { $0.at.distance(to: point.at) <= slack }) {
        if kept[known].kind == .isolated { kept[known] = point }
        continue
      }
      if point.kind == .isolated, sites.index(near: point.at) != nil { continue }
      kept.append(point)
    }
    set.singularPoints = kept.sorted { ($0.at.x, $0.at.y) < ($1.at.x, $1.at.y) }
  }

  // MARK: Counting

  private mutating func count(_ curves: [StrandJoining.Curve]) {
    let loops = set.regions.flatMap(\.outerLoops)
    var groups = UnionFind(count: strands.count + loops.count)
    for site in sites.sites {
      var members = site.ends.map(\.strand) + site.passing
      if site.kind == .openEnd && site.passing.isEmpty { members = [] }
      for member in members.dropFirst() { groups.join(members[0], member) }
    }
    join(loops, &groups)
    let isolated = set.singularPoints.filter { $0.kind == .isolated }.count
    let points = boundaryPoints()
    set.closeApproaches =
      CloseApproaches(
        curves.map { $0.cubics }, groups: curves.map { groups.root(of: $0.strands[0]) },
        window: window, resolution: resolution
      ).found
    guard set.unresolved.isEmpty, set.pixels == nil, !isUnsettled else {
      if set.pixels == nil && !isUnsettled && set.unresolved.isEmpty { set.boundaryHits = points }
      return
    }
    set.boundaryHits = points
    let all = Set((0..<strands.count + loops.count).map { groups.root(of: $0) })
    set.components = all.count + isolated + lonelyHits()
    set.closedLoops = self.loops(curves, &groups)
  }

  /// A curve that touches an area belongs to it; areas that overlap are one.
  private func join(_ loops: [[Point]], _ groups: inout UnionFind) {
    for (index, loop) in loops.enumerated() {
      for (number, strand) in strands.enumerated() {
        let points = [strand.cubics[0].p0, strand.cubics[strand.cubics.count - 1].p3]
        let isInside = points.contains { loop.contains($0, within: 2 * resolution.pixelWidth) }
        if isInside { groups.join(strands.count + index, number) }
      }
      for other in loops.indices.prefix(index)
      where loop.meets(loops[other], for: 4 * max(resolution.pixelWidth, resolution.pixelHeight)) {
        groups.join(strands.count + index, strands.count + other)
      }
    }
  }

  /// The hits of all pieces, each place once.
  private func boundaryPoints() -> [Point] {
    let slack = 1e-8 * max(window.width, window.height)
    var points: [Point] = []
    for hit in hits where !points.contains(where: { $0.distance(to: hit.point) <= slack }) {
      points.append(hit.point)
    }
    return points
  }

  /// Points of the edge that no curve reaches: the set only touches the window there.
  private func lonelyHits() -> Int {
    var points: [Point] = []
    let slack = 1e-8 * max(window.width, window.height)
    for hit in hits where hit.strands.isEmpty {
      let isKnown =
        points.contains { $0.distance(to: hit.point) <= slack }
        || set.singularPoints.contains { $0.at.distance(to: hit.point) <= slack }
        || sites.index(near: hit.point) != nil
      if !isKnown { points.append(hit.point) }
    }
    return points.count
  }

  /// Components that are one simple closed curve inside the window.
  private func loops(_ curves: [StrandJoining.Curve], _ groups: inout UnionFind) -> Int {
    var curvesOfGroup: [Int: [StrandJoining.Curve]] = [:]
    for curve in curves {
      curvesOfGroup[groups.root(of: curve.strands[0]), default: []].append(curve)
    }
    var spoiled = Set(hits.flatMap(\.strands))
    for site in sites.sites {
      switch site.kind {
      case .singular(let kind, _) where kind != .cusp: spoiled.formUnion(site.ends.map(\.strand))
      case .hole, .openEnd: spoiled.formUnion(site.ends.map(\.strand))
      case .meeting where 2 * site.passing.count + site.ends.count > 2:
        spoiled.formUnion(site.ends.map(\.strand))
        spoiled.formUnion(site.passing)
      default: break
      }
    }
    return curvesOfGroup.values.count { curves in
      curves.count == 1 && curves[0].isClosed
        && !curves[0].strands.contains(where: spoiled.contains)
    }
  }
}

/// Sets that are joined step by step (Galler & Fischer 1964).
struct UnionFind {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var here = element
    while parents[here] != here {
      parents[here] = parents[parents[here]]
      here = parents[here]
    }
    return here
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (p, q) = (root(of: a), root(of: b))
    if p != q { parents[max(p, q)] = min(p, q) }
  }
}
