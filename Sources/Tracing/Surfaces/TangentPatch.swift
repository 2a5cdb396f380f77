import Geometry

/// A piece of a plane that touches a surface, over a rectangle of the floor.
public struct TangentPatch: Sendable {
  /// The plane.
  public let plane: SpacePlane
  /// The corners, counter-clockwise as seen from above.
  public let corners: [SpacePoint]

  /// The patch that reaches `reach` in x and in y from the point of the plane.
  public init(of plane: SpacePlane, reach: Point) {
    self.plane = plane
    let centre = plane.point.floor
    corners = Box(
      minX: centre.x - reach.x, minY: centre.y - reach.y, maxX: centre.x + reach.x,
      maxY: centre.y + reach.y
    ).corners.map { SpacePoint(over: $0, plane.height(over: $0)) }
  }

  /// The patch in the picture, counter-clockwise.
  public func outline(from view: SpaceView) -> [Point] {
    let points = corners.map { view($0) }
    return view.isAbove(plane) ? points : points.reversed()
  }

  /// Its sides.
  public var sides: [SpaceCubic] {
    corners.indices.map { SpaceCubic(line: corners[$0], corners[($0 + 1) % corners.count]) }
  }
}

extension SurfaceMesh {
  /// Regions of one colour that show the surface when they are painted in order.
  ///
  /// `pixel` is the extent of a pixel in picture units.
  public func regions(from view: SpaceView, pixel: Double) -> [ShadedRegion] {
    var painter = SurfacePainter(self, from: view, pixel: pixel)
    return painter.regions { [$0] }
  }

  /// What of the surface is in front of a plane, inside the outline of a patch of it.
  ///
  /// Painted after the whole surface and the patch it makes the picture of both: the plane is the
  /// root of a binary space partition, so that what is behind it can never hide what is in front.
  /// Faces that the plane cuts are cut along it.
  public func regions(
    inFrontOf patch: TangentPatch, from view: SpaceView, pixel: Double
  ) -> [ShadedRegion] {
    let outline = patch.outline(from: view)
    guard outline.allSatisfy(\.isFinite) else { return [] }
    var painter = SurfacePainter(self, from: view, pixel: pixel)
    let regions = painter.regions { $0.parts(inFrontOf: patch.plane, from: view) }
    return regions.compactMap { region in
      let inside = region.outline.clipped(to: outline)
      return inside.isEmpty
        ? nil : ShadedRegion(outline: inside, height: region.height, light: region.light)
    }
  }
}

extension SurfaceFace {
  /// Itself, pieces of it or nothing: what is between a plane and the eye.
  func parts(inFrontOf plane: SpacePlane, from view: SpaceView) -> [SurfaceFace] {
    let side: Double = view.isAbove(plane) ? 1 : -1
    let isNear = corners.map { side * plane.elevation(of: $0) >= 0 }
    if isNear.allSatisfy({ $0 }) { return [self] }
    if !isNear.contains(true) { return [] }
    return triangles(facing: view.eye).compactMap { triangle in
      let near = triangle.corners.clipped { side * plane.elevation(of: $0) }
      return near.isEmpty ? nil : triangle.part(near)
    }
  }
}
