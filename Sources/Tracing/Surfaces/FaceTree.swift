import Geometry

/// Plane faces in the order of painting, those cut in two that pierce each other.
///
/// A binary space partition (Fuchs, Kedem & Naylor 1980): the plane of one face divides the others,
/// what is on the far side is painted before it and what is on the near side after it. It serves the
/// few faces over one cell, where it is exact at no cost; cells are put in order by the floor.
struct FaceTree {
  private let view: SpaceView
  /// What rounding may do to a corner on a plane, measured along z.
  private let slack: Double

  init(facing view: SpaceView, heights: ClosedRange<Double>) {
    self.view = view
    slack = 1e-12 * (heights.upperBound - heights.lowerBound)
  }

  /// The faces back to front.
  ///
  /// Upright faces take part but divide nothing.
  func ordered(_ faces: [SurfaceFace]) -> [SurfaceFace] {
    guard faces.count > 1,
      let root = faces.indices.first(where: { plane(of: faces[$0]) != nil }),
      let plane = plane(of: faces[root])
    else { return faces }
    let side: Double = view.isAbove(plane) ? 1 : -1
    var far: [SurfaceFace] = []
    var near: [SurfaceFace] = []
    for (index, face) in faces.enumerated() where index != root {
      let elevations = face.corners.map { side * plane.elevation(of: $0) }
      if elevations.allSatisfy({ $0 <= slack }) {
        far.append(face)
      } else if elevations.allSatisfy({ $0 >= -slack }) {
        near.append(face)
      } else {
        let before = face.corners.clipped { -side * plane.elevation(of: $0) }
        let behind = face.corners.clipped { side * plane.elevation(of: $0) }
        if !before.isEmpty { far.append(face.part(before)) }
        if !behind.isEmpty { near.append(face.part(behind)) }
      }
    }
    return ordered(far) + [faces[root]] + ordered(near)
  }

  /// The plane through the first three corners that are not in line.
  private func plane(of face: SurfaceFace) -> SpacePlane? {
    for index in 1..<(face.corners.count - 1) {
      let u = face.corners[index] - face.corners[0]
      let v = face.corners[index + 1] - face.corners[0]
      let normal = u.cross(v)
      let slope = Point(-normal.x / normal.z, -normal.y / normal.z)
      if slope.isFinite { return SpacePlane(through: face.corners[0], slope: slope) }
    }
    return nil
  }
}
