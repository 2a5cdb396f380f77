import Geometry

/// Regions of one colour that show a surface when they are painted in order.
///
/// Neighbouring cells of a row that look alike become one region. A region reaches a little under
/// those that are painted after it beside and before it, so that no viewer at any magnification
/// shows the paper between them; it never reaches past what they paint over. Pieces of cells, at
/// borders and folds, are grown by half a pixel instead.
struct SurfacePainter {
  /// What is painted of a cell.
  private enum Plan {
    case nothing
    /// All of it; the sense in which the picture shows its corners.
    case cell(isAbove: Bool)
    case pieces([SurfaceFace])
  }

  private let mesh: SurfaceMesh
  private let view: SpaceView
  private let pixel: Double
  private let light: SurfaceLight
  private var plans: [Plan] = []
  /// The nodes in the picture, in the order of painting.
  private var nodes: [Point] = []

  /// How far a region reaches into the cells painted after it, as a part of a cell.
  private static let reach = 0.8
  /// How much the colours in one region may differ.
  private static let likeness = 0.02

  /// A painter of `mesh`; `pixel` is the extent of a pixel in picture units.
  init(_ mesh: SurfaceMesh, from view: SpaceView, pixel: Double) {
    self.mesh = mesh
    self.view = view
    self.pixel = pixel
    light = SurfaceLight(view, heights: mesh.heights)
  }

  private var count: Int { mesh.cells }

  /// The index along an axis of the lattice from the index in the order of painting.
  private func column(_ a: Int) -> Int { view.eye.x > 0 ? a : count - 1 - a }
  private func row(_ b: Int) -> Int { view.eye.y > 0 ? b : count - 1 - b }

  /// The regions of the faces that `part` leaves, in the order of painting.
  ///
  /// `part` gives for a face itself, or plane pieces of it, or nothing.
  mutating func regions(of part: (SurfaceFace) -> [SurfaceFace]) -> [ShadedRegion] {
    makeNodes()
    makePlans(part)
    var regions: [ShadedRegion] = []
    for b in 0..<count {
      var a = 0
      while a < count {
        switch plans[b * count + a] {
        case .nothing: a += 1
        case .pieces(let faces):
          regions += faces.compactMap { region(of: $0) }
          a += 1
        case .cell(let isAbove):
          let (end, tone) = run(from: a, b, isAbove)
          regions.append(
            ShadedRegion(
              outline: outline(from: a, to: end, b, isAbove), height: tone.height,
              light: tone.light))
          a = end + 1
        }
      }
    }
    return regions
  }

  private mutating func makeNodes() {
    nodes = []
    for b in 0...count {
      for a in 0...count {
        let place = (
          view.eye.x > 0 ? a : count - a, view.eye.y > 0 ? b : count - b
        )
        nodes.append(view(mesh.node(0, place.0, place.1)))
      }
    }
  }

  private mutating func makePlans(_ part: (SurfaceFace) -> [SurfaceFace]) {
    plans = []
    for b in 0..<count {
      for a in 0..<count {
        var faces: [SurfaceFace] = []
        mesh.appendFaces(column(a), row(b), from: view, to: &faces)
        faces = faces.flatMap(part)
        if faces.count == 1, faces[0].isCell, mesh.layers.count == 1,
          let isAbove = sense(of: faces[0])
        {
          plans.append(.cell(isAbove: isAbove))
        } else {
          plans.append(
            faces.isEmpty ? .nothing : .pieces(faces.flatMap { $0.triangles(facing: view.eye) }))
        }
      }
    }
  }

  /// Whether a cell is seen from above, or `nil` where it is folded over in the picture.
  private func sense(of face: SurfaceFace) -> Bool? {
    let corners = face.corners.map { view($0) }
    let diagonal = corners[2] - corners[0]
    let lower = (corners[1] - corners[0]).cross(diagonal)
    let upper = diagonal.cross(corners[3] - corners[0])
    if lower > 0 && upper > 0 { return true }
    return lower < 0 && upper < 0 ? false : nil
  }

  // MARK: Regions

  private func tone(_ a: Int, _ b: Int) -> (height: Double, light: Double) {
    let (i, j) = (column(a), row(b))
    return light.tone(of: [
      mesh.node(0, i, j), mesh.node(0, i + 1, j), mesh.node(0, i + 1, j + 1),
      mesh.node(0, i, j + 1),
    ])
  }

  /// The last cell of a row that looks like the first, and the mean of their tones.
  private func run(
    from start: Int, _ b: Int, _ isAbove: Bool
  ) -> (end: Int, tone: (height: Double, light: Double)) {
    let first = tone(start, b)
    var (last, end) = (first, start)
    while end + 1 < count, isCell(end + 1, b, isAbove) {
      let next = tone(end + 1, b)
      guard abs(next.height - first.height) < Self.likeness,
        abs(next.light - first.light) < Self.likeness
      else { break }
      (last, end) = (next, end + 1)
    }
    return (end, ((first.height + last.height) / 2, (first.light + last.light) / 2))
  }

  private func isCell(_ a: Int, _ b: Int, _ isAbove: Bool) -> Bool {
    guard a < count, b < count, a >= 0, b >= 0, case .cell(isAbove) = plans[b * count + a] else {
      return false
    }
    return true
  }

  private func node(_ a: Int, _ b: Int) -> Point { nodes[b * (count + 1) + a] }

  /// The outline of the cells from `start` to `end` with what they reach under later ones.
  private func outline(from start: Int, to end: Int, _ b: Int, _ isAbove: Bool) -> [Point] {
    let reach = Self.reach
    let goesOn = isCell(end + 1, b, isAbove)
    var back = (start...(end + 1)).map { node($0, b) }
    var front: [Point] = []
    var isFree = true
    var depth = Double.infinity
    for a in start...end {
      let isCovered = isCell(a, b + 1, isAbove)
      isFree = isFree && isCovered
      for corner in [a, a + 1] {
        let (edge, far) = (node(corner, b + 1), isCovered ? node(corner, b + 2) : .zero)
        let point = isCovered ? edge.interpolated(to: far, at: reach) : edge
        if front.last != point { front.append(point) }
        if isCovered { depth = min(depth, edge.distance(to: far)) }
      }
    }
    if goesOn {
      let last = end + 1
      back.append(node(last, b).interpolated(to: node(last + 1, b), at: reach))
      let near = node(last, b + 1).interpolated(to: node(last + 1, b + 1), at: reach)
      if isCell(end, b + 1, isAbove), isCell(last, b + 1, isAbove) {
        let far = node(last, b + 2).interpolated(to: node(last + 1, b + 2), at: reach)
        front.append(near.interpolated(to: far, at: reach))
      } else {
        front.append(near)
      }
    }
    // What is painted over need not be true, only somewhere between what it covers and its limit.
    let slack = isFree ? max(depth * min(reach, 1 - reach) / 2, pixel / 8) : 0
    // The same holds for the back where the row before reaches under it.
    let isOnOthers = (start...min(end + 1, count - 1)).allSatisfy { isCell($0, b - 1, isAbove) }
    return back.simplified(within: isOnOthers ? pixel / 8 : 0)
      + front.reversed().simplified(within: slack)
  }

  /// A piece of a cell, grown a little.
  func region(of face: SurfaceFace) -> ShadedRegion? {
    let outline = face.corners.map { view($0) }.grown(by: pixel / 2)
    guard outline.count > 2, outline.allSatisfy(\.isFinite) else { return nil }
    let tone = light.tone(of: face.corners)
    return ShadedRegion(outline: outline, height: tone.height, light: tone.light)
  }
}
