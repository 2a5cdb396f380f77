import Geometry

/// Tells which parts of curves are seen and which are behind surfaces.
///
/// What hides a curve can change only where the curve passes, in the picture, an edge at which the
/// surface ends or turns over (Appel 1967), or where it pierces a surface. Curves are cut there, and
/// each part is judged once in its middle against the triangles of the mesh.
public struct SurfaceSight {
  /// A triangle of the mesh in the picture.
  private struct Piece {
    let corners: (Point, Point, Point)
    let depths: (Double, Double, Double)
    let layer: Int, column: Int, row: Int

    /// How near the triangle is at a place of the picture, or `nil` outside it.
    func depth(at place: Point) -> Double? {
      let u = corners.1 - corners.0
      let v = corners.2 - corners.0
      let w = place - corners.0
      let area = u.cross(v)
      guard area != 0 else { return nil }
      let s = w.cross(v) / area
      let t = u.cross(w) / area
      guard s >= 0, t >= 0, s + t <= 1 else { return nil }
      return depths.0 + s * (depths.1 - depths.0) + t * (depths.2 - depths.0)
    }
  }

  let mesh: SurfaceMesh
  let view: SpaceView
  let pixel: Double
  let edges: [PictureEdge]
  let edgeGrid: BoxGrid
  private let pieces: [Piece]
  private let pieceGrid: BoxGrid
  /// A surface that is nearer by less than this does not hide: rounding.
  private let slack: Double

  /// The sight of `mesh`; `pixel` is the extent of a pixel in picture units.
  public init(of mesh: SurfaceMesh, from view: SpaceView, pixel: Double) {
    self.mesh = mesh
    self.view = view
    self.pixel = pixel
    var pieces: [Piece] = []
    for face in mesh.faces(from: view) {
      for triangle in face.triangles(facing: view.eye) {
        let points = triangle.corners.map { view($0) }
        let depths = triangle.corners.map { view.depth($0) }
        for index in 1..<max(points.count - 1, 1) where points[0].isFinite {
          pieces.append(
            Piece(
              corners: (points[0], points[index], points[index + 1]),
              depths: (depths[0], depths[index], depths[index + 1]), layer: face.layer,
              column: face.column, row: face.row))
        }
      }
    }
    self.pieces = pieces
    pieceGrid = BoxGrid(
      pieces.map { piece in
        let (a, b, c) = piece.corners
        return Box(
          minX: min(a.x, b.x, c.x), minY: min(a.y, b.y, c.y), maxX: max(a.x, b.x, c.x),
          maxY: max(a.y, b.y, c.y))
      })
    edges = SurfaceEdges(of: mesh, from: view).found
    edgeGrid = BoxGrid(edges.map(\.box))
    slack = pixel / 50
  }

  /// Whether some part of the first surface is between a point of it and the eye.
  public func isHidden(surfacePoint point: SpacePoint) -> Bool {
    let height = mesh.height(over: point.floor) ?? point.z
    return isHidden(SpacePoint(over: point.floor, height), on: 0)
  }

  /// Whether some surface is between a point and the eye.
  ///
  /// For a point on the surface `layer` the cells under it do not count.
  func isHidden(_ point: SpacePoint, on layer: Int?) -> Bool {
    let place = view(point)
    let depth = view.depth(point) + slack
    let (u, v) = (
      (point.x - mesh.window.minX) / mesh.window.width * Double(mesh.cells),
      (point.y - mesh.window.minY) / mesh.window.height * Double(mesh.cells)
    )
    var isHidden = false
    pieceGrid.candidates(near: Box(containing: CollectionOfOne(place)) ?? mesh.window) { index in
      if isHidden { return }
      let piece = pieces[index]
      if piece.layer == layer {
        let (column, row) = (Double(piece.column), Double(piece.row))
        let rim = 1e-6
        if u >= column - rim && u <= column + 1 + rim && v >= row - rim && v <= row + 1 + rim {
          return
        }
      }
      if let near = piece.depth(at: place), near > depth { isHidden = true }
    }
    return isHidden
  }
}
