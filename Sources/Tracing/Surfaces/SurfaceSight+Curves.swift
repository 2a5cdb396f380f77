import Geometry

/// The parts of a curve in the picture.
public struct SeenCurve: Hashable, Sendable {
  /// What is seen.
  public var visible = Path()
  /// What is behind a surface.
  public var hidden = Path()
  /// What is seen in front of the plane of a patch, inside its outline.
  public var inFront = Path()
}

extension SurfaceSight {
  /// The parts of a chain of cubics that are seen, hidden, and in front of a patch.
  ///
  /// `layer` is the surface that the chain lies on, or `nil` for a chain in free space. Heights of a
  /// chain on a surface may differ from those of the mesh: the mesh's own count for what is hidden.
  public func seen(
    _ chain: [SpaceCubic], on layer: Int? = 0, before patch: TangentPatch? = nil
  ) -> SeenCurve {
    var result = SeenCurve()
    var classes = (SightedPart(), SightedPart(), SightedPart())
    let outline = patch?.outline(from: view) ?? []
    for cubic in chain where cubic.isFinite {
      let flat = view(cubic)
      let cuts = cuts(of: cubic, flat, layer, patch, outline)
      for (start, end) in zip(cuts, cuts.dropFirst()) {
        let middle = start / 2 + end / 2
        let isBehind = isHidden(standing(cubic.point(at: middle), on: layer), on: layer)
        let isInFront =
          !isBehind && patch.map { isNear(cubic.point(at: middle), $0, outline) } == true
        classes.0.add(flat, start, end, !isBehind)
        classes.1.add(flat, start, end, isBehind)
        classes.2.add(flat, start, end, isInFront)
      }
    }
    result.visible = Path(classes.0.finished(longerThan: pixel / 4))
    result.hidden = Path(classes.1.finished(longerThan: pixel / 4))
    result.inFront = Path(classes.2.finished(longerThan: pixel / 4))
    return result
  }

  /// A point of a surface brought to the height of its mesh.
  private func standing(_ point: SpacePoint, on layer: Int?) -> SpacePoint {
    guard let layer, let height = mesh.height(over: point.floor, layer: layer) else {
      return point
    }
    return SpacePoint(over: point.floor, height)
  }

  private func isNear(
    _ point: SpacePoint, _ patch: TangentPatch, _ outline: [Point]
  ) -> Bool {
    let place = view(point)
    let isInside = outline.indices.allSatisfy { index in
      let start = outline[index]
      return (outline[(index + 1) % outline.count] - start).cross(place - start) >= 0
    }
    return isInside && (patch.plane.elevation(of: point) >= 0) == view.isAbove(patch.plane)
  }

  /// The parameters where something may change, with 0 and 1.
  private func cuts(
    of cubic: SpaceCubic, _ flat: CubicCurve, _ layer: Int?, _ patch: TangentPatch?,
    _ outline: [Point]
  ) -> [Double] {
    let steps = min(max(Int((flat.length(steps: 4) / (6 * pixel)).rounded(.up)), 2), 64)
    var cuts = [0.0, 1.0]
    let sides = outline.indices.map {
      PictureEdge(start: outline[$0], end: outline[($0 + 1) % outline.count])
    }
    var before = flat.p0
    for step in 1...steps {
      let after = flat.point(at: Double(step) / Double(steps))
      func note(_ edge: PictureEdge) {
        if let t = edge.crossing(from: before, to: after) {
          cuts.append((Double(step - 1) + t) / Double(steps))
        }
      }
      let way = PictureEdge(start: before, end: after)
      edgeGrid.candidates(near: way.box) { note(edges[$0]) }
      for side in sides { note(side) }
      before = after
    }
    for other in mesh.layers.indices where other != layer {
      cuts += crossings(of: cubic, steps) { p in
        mesh.height(over: p.floor, layer: other).map { p.z - $0 }
      }
    }
    if let patch { cuts += crossings(of: cubic, steps) { patch.plane.elevation(of: $0) } }
    cuts.sort()
    var distinct: [Double] = []
    for cut in cuts where cut - (distinct.last ?? -1) > 1e-9 { distinct.append(cut) }
    if distinct.count > 1 { distinct[distinct.count - 1] = 1 }
    return distinct
  }

  /// Where a function of space changes its sign on a curve, by bisection between steps.
  private func crossings(
    of cubic: SpaceCubic, _ steps: Int, _ value: (SpacePoint) -> Double?
  ) -> [Double] {
    var found: [Double] = []
    var before = value(cubic.p0)
    for step in 1...steps {
      var end = Double(step) / Double(steps)
      let after = value(cubic.point(at: end))
      if let a = before, let b = after, (a < 0) != (b < 0) {
        var start = Double(step - 1) / Double(steps)
        for _ in 0..<24 {
          let middle = start / 2 + end / 2
          guard let c = value(cubic.point(at: middle)) else { break }
          if (c < 0) == (a < 0) { start = middle } else { end = middle }
        }
        found.append(start / 2 + end / 2)
      } else if (before == nil) != (after == nil) {
        found.append(end)
      }
      before = after
    }
    return found
  }
}

/// Collects the parts of a curve that are of one kind as connected paths.
private struct SightedPart {
  private var done: [Subpath] = []
  private var cubics: [CubicCurve] = []
  /// The part of the last cubic that is collected but not yet cut out.
  private var pending: (curve: CubicCurve, start: Double, end: Double)?

  mutating func add(_ curve: CubicCurve, _ start: Double, _ end: Double, _ isMember: Bool) {
    guard isMember else {
      finishPart()
      finishChain()
      return
    }
    if let open = pending, open.end == start, open.curve == curve {
      pending = (curve, open.start, end)
    } else {
      finishPart()
      pending = (curve, start, end)
    }
  }

  private mutating func finishPart() {
    guard let (curve, start, end) = pending else { return }
    cubics.append(curve.part(from: start, to: end))
    pending = nil
  }

  private mutating func finishChain() {
    if !cubics.isEmpty { done.append(Subpath(cubics: cubics)) }
    cubics = []
  }

  mutating func finished(longerThan least: Double) -> [Subpath] {
    finishPart()
    finishChain()
    return done.filter { path in
      path.cubics.reduce(0) { $0 + $1.length(steps: 4) } > least
    }
  }
}
