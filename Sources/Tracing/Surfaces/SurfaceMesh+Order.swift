import Geometry

extension SurfaceMesh {
  /// All faces in the order of painting: what may be hidden before what may hide it.
  ///
  /// Exact for the triangles of the mesh, from any side. A surface over a convex cell can hide only
  /// what lies over cells behind it, as the eye sees the floor; so cells are taken in the order of
  /// the floor, and only surfaces that meet over one cell are cut (`FaceTree`).
  public func faces(from view: SpaceView) -> [SurfaceFace] {
    var faces: [SurfaceFace] = []
    faces.reserveCapacity(cells * cells * layers.count)
    for row in Self.order(cells, facing: view.eye.y) {
      for column in Self.order(cells, facing: view.eye.x) {
        appendFaces(column, row, from: view, to: &faces)
      }
    }
    return faces
  }

  /// The indices of cells along an axis, those far from an eye on its positive side first.
  static func order(_ count: Int, facing eye: Double) -> [Int] {
    eye > 0 ? Array(0..<count) : Array((0..<count).reversed())
  }

  /// The faces over a cell, in the order of painting.
  func appendFaces(
    _ column: Int, _ row: Int, from view: SpaceView, to faces: inout [SurfaceFace]
  ) {
    var found: [[SurfaceFace]] = []
    for layer in layers.indices {
      let own = self.faces(layer, column, row, from: view)
      if !own.isEmpty { found.append(own) }
    }
    guard found.count > 1 else {
      faces += found.first ?? []
      return
    }
    let ranges = found.map { own in
      own.reduce(own[0].heights) { range, face in
        let heights = face.heights
        return min(
          range.lowerBound, heights.lowerBound)...max(
            range.upperBound, heights.upperBound)
      }
    }
    let upwards = found.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    let isStacked = zip(upwards, upwards.dropFirst()).allSatisfy {
      ranges[$0].upperBound < ranges[$1].lowerBound
    }
    if isStacked && view.eye.z != 0 {
      for index in view.eye.z > 0 ? upwards : upwards.reversed() { faces += found[index] }
    } else {
      let triangles = found.flatMap { $0.flatMap { $0.triangles(facing: view.eye) } }
      faces += FaceTree(facing: view, heights: heights).ordered(triangles)
    }
  }

  /// The faces of one surface over a cell, in the order of painting.
  func faces(
    _ layer: Int, _ column: Int, _ row: Int, from view: SpaceView
  ) -> [SurfaceFace] {
    switch patch(layer, column, row) {
    case .empty: return []
    case .face(let corners) where covers(corners, column, row):
      return [
        SurfaceFace(layer: layer, column: column, row: row, corners: corners, isCell: true)
      ]
    case let other:
      var polygons: [[SpacePoint]] = []
      other.appendFaces(facing: view.eye, to: &polygons)
      return polygons.map {
        SurfaceFace(layer: layer, column: column, row: row, corners: $0, isCell: false)
      }
    }
  }

  /// Whether a face over a cell was not cut.
  private func covers(_ corners: [SpacePoint], _ column: Int, _ row: Int) -> Bool {
    corners.count == 4 && corners[0].x == columns[column] && corners[0].y == rows[row]
      && corners[2].x == columns[column + 1] && corners[2].y == rows[row + 1]
  }
}
