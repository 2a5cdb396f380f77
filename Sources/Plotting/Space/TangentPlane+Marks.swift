/// What is drawn of a tangent plane.
extension TangentPlane {
  private static let pen = Pen(.role(.orange), width: 2)

  /// The plane with what of the surface is in front of it: the surface itself, and lines on it.
  public func marks(in picture: SurfacePicture, _ lines: [LiftedLine]) -> [Mark] {
    guard let patch else { return [] }
    let frame = picture.frame
    let outline = Path(polygon: patch.outline(from: frame.view))
    // Together 52 % in front of the surface and 14 % behind it.
    var marks: [Mark] = [.region(outline, .glaze(.orange, 0.44))]
    marks += SurfacePicture.marks(
      picture.mesh.regions(inFrontOf: patch, from: frame.view, pixel: frame.pixel))
    marks += line(picture.meshLines, SurfacePicture.meshPen, picture)
    marks += line(picture.levelChains, SurfacePicture.levelPen, picture)
    for line in lines {
      marks += SurfacePicture.cased(inFront(of: line.chains, picture), line.pen)
    }
    marks.append(.region(outline, .glaze(.orange, 0.14)))
    let sides = patch.sides.map { picture.sight.seen([$0], on: nil) }
    let visible = Path(sides.flatMap(\.visible.subpaths))
    let hidden = Path(sides.flatMap(\.hidden.subpaths))
    if !hidden.isEmpty {
      marks.append(.curve(hidden, Pen(.role(.orange), width: 1.6, dash: .drop), label: nil))
    }
    return marks + SurfacePicture.cased(visible, Self.pen)
  }

  /// The parts of chains that are seen in front of the plane, inside its outline.
  private func line(
    _ chains: [[SpaceCubic]], _ pen: Pen, _ picture: SurfacePicture
  ) -> [Mark] {
    let path = inFront(of: chains, picture)
    return path.isEmpty ? [] : [.curve(path, pen, label: nil)]
  }

  private func inFront(of chains: [[SpaceCubic]], _ picture: SurfacePicture) -> Path {
    guard let patch else { return Path([]) }
    return Path(chains.flatMap { picture.sight.seen($0, before: patch).inFront.subpaths })
  }

  /// The tangents of the sections through the point, which lie in the plane, and the point and the
  /// two tangent vectors along x and y on them, with their names.
  public func vectorMarks(in picture: SurfacePicture, areLabelled: Bool = true) -> [Mark] {
    guard let patch else { return [] }
    return tangents(patch, picture) + vectors(patch, picture.frame, areLabelled)
  }

  /// The tangents as far as the plane is drawn, dotted where the surface is before them.
  private func tangents(_ patch: TangentPatch, _ picture: SurfacePicture) -> [Mark] {
    let centre = patch.plane.point
    let reach = Self.patchReach * step
    let ways = [
      (SpacePoint(reach, 0, reach * patch.plane.slope.x), TangentSections.xPen),
      (SpacePoint(0, reach, reach * patch.plane.slope.y), TangentSections.yPen),
    ]
    return ways.flatMap { way, pen -> [Mark] in
      let line = SpaceCubic(
        line: SpacePoint(centre.x - way.x, centre.y - way.y, centre.z - way.z),
        SpacePoint(centre.x + way.x, centre.y + way.y, centre.z + way.z))
      let seen = picture.sight.seen([line], on: nil)
      let hidden: [Mark] =
        seen.hidden.isEmpty
        ? []
        : [.curve(seen.hidden, Pen(pen.paint, width: 1.6, dash: .drop), label: nil)]
      return hidden + SurfacePicture.cased(seen.visible, Pen(pen.paint, width: 2.2))
    }
  }

  /// The point and the two tangent vectors along x and y.
  private func vectors(
    _ patch: TangentPatch, _ frame: SpaceFrame, _ areLabelled: Bool
  ) -> [Mark] {
    let start = patch.plane.point
    let tail = frame.view(start)
    let factor = step == 1 ? "" : Wording.tex(step) + "\\,"
    let tips = [
      (SpacePoint(start.x + step, start.y, start.z + step * patch.plane.slope.x), "(1, 0, f_x)"),
      (SpacePoint(start.x, start.y + step, start.z + step * patch.plane.slope.y), "(0, 1, f_y)"),
    ]
    var marks: [Mark] = []
    for (index, (tip, name)) in tips.enumerated() {
      let place = frame.view(tip)
      let other = frame.view(tips[1 - index].0) - tail
      marks.append(.vector(tail: tail, tip: place, Pen(.role(.ink), width: 4)))
      guard areLabelled, let direction = (place - tail).direction else { continue }
      // On the side away from the other vector.
      let isLeft = direction.cross(other) < 0
      let normal = isLeft ? direction.perpendicular : -direction.perpendicular
      // Beside a long arrow, beyond the tip of a short one.
      let isLong = tail.distance(to: place) > 110 * frame.unit
      let way = isLong ? normal : direction
      let anchor: Anchor =
        abs(way.x) < 0.4
        ? way.y > 0 ? .bottom : .top
        : abs(way.y) < 0.4 || !isLong
          ? way.x > 0 ? .left : .right
          : way.x > 0
            ? way.y > 0 ? .bottomLeft : .topLeft : way.y > 0 ? .bottomRight : .topRight
      marks.append(
        .text(
          "$\(factor)\(name)$", at: isLong ? tail.interpolated(to: place, at: 0.72) : place,
          anchor: anchor, offset: Point(12 * way.x, -12 * way.y), .tick, .role(.ink)))
    }
    marks.append(.dot(at: tail, radius: 8, .role(.ink), isOpen: false, label: nil))
    return marks
  }
}
