import Geometry

/// A straight piece of the picture.
struct PictureEdge {
  let start: Point, end: Point

  var box: Box {
    Box(
      minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
      maxY: max(start.y, end.y))
  }

  /// Where the way from `a` to `b` crosses the piece, from 0 to 1; `nil` where it does not.
  func crossing(from a: Point, to b: Point) -> Double? {
    let way = b - a
    let side = end - start
    let across = way.cross(side)
    guard across != 0 else { return nil }
    let offset = start - a
    let t = offset.cross(side) / across
    let s = offset.cross(way) / across
    guard t >= 0, t <= 1, s >= 0, s <= 1 else { return nil }
    return t
  }
}

/// The edges of a mesh at which the surface ends, or turns over in the picture.
struct SurfaceEdges {
  private(set) var found: [PictureEdge] = []

  init(of mesh: SurfaceMesh, from view: SpaceView) {
    for layer in mesh.layers.indices { collect(mesh, layer, view) }
  }

  private mutating func add(_ a: SpacePoint, _ b: SpacePoint, _ view: SpaceView) {
    let (start, end) = (view(a), view(b))
    if start.isFinite && end.isFinite { found.append(PictureEdge(start: start, end: end)) }
  }

  /// The sense in which the picture shows the two triangles of a cell; `nil` where it was cut.
  private typealias Senses = (lower: Bool, upper: Bool)

  private mutating func collect(_ mesh: SurfaceMesh, _ layer: Int, _ view: SpaceView) {
    let count = mesh.cells
    var senses: [Senses?] = []
    for row in 0..<count {
      for column in 0..<count {
        let faces = mesh.faces(layer, column, row, from: view)
        guard faces.count == 1, faces[0].isCell else {
          for face in faces { addRim(face, view) }
          senses.append(nil)
          continue
        }
        let p = faces[0].corners.map { view($0) }
        let diagonal = p[2] - p[0]
        let lower = (p[1] - p[0]).cross(diagonal) > 0
        let upper = diagonal.cross(p[3] - p[0]) > 0
        if lower != upper { add(faces[0].corners[0], faces[0].corners[2], view) }
        senses.append((lower, upper))
      }
    }
    for row in 0...count {
      for column in 0...count {
        func sense(_ column: Int, _ row: Int) -> Senses? {
          column >= 0 && row >= 0 && column < count && row < count
            ? senses[row * count + column] : nil
        }
        let (here, below, left) = (
          sense(column, row), sense(column, row - 1), sense(column - 1, row)
        )
        if column < count, here?.lower != below?.upper {
          add(mesh.node(layer, column, row), mesh.node(layer, column + 1, row), view)
        }
        if row < count, here?.upper != left?.lower {
          add(mesh.node(layer, column, row), mesh.node(layer, column, row + 1), view)
        }
      }
    }
  }

  private mutating func addRim(_ face: SurfaceFace, _ view: SpaceView) {
    for (index, corner) in face.corners.enumerated() {
      add(corner, face.corners[(index + 1) % face.corners.count], view)
    }
  }
}
