import Calculus
import Geometry
import Glibc
import Testing

@testable import Tracing

/// What is in front is painted last: held against a depth buffer.
struct SurfaceOcclusionTests {
  /// A scene of one or two surfaces over [−2, 2]².
  struct Case: CustomStringConvertible, Sendable {
    let description: String
    let sources: [String]
    let functions: [@Sendable (Double, Double) -> Double]
  }

  static let views: [(Double, Double)] = [
    (-52, 30), (20, 12), (137, 55), (-160, 5), (45, -25), (-90, 80),
  ]
  static let cells = 40

  static let cases = [
    Case(
      description: "the plane through the bowl", sources: ["(x^2+y^2)/3", "0.5 + x/3 + y/5"],
      functions: [{ ($0 * $0 + $1 * $1) / 3 }, { 0.5 + $0 / 3 + $1 / 5 }]),
    Case(
      description: "the monkey saddle and its tangent plane",
      sources: ["(x^3 - 3x y^2)/6", "(x-1)/2 + 1/6"],
      functions: [{ ($0 * $0 * $0 - 3 * $0 * $1 * $1) / 6 }, { v, _ in (v - 1) / 2 + 1 / 6 }]),
    Case(
      description: "two intersecting bumps",
      sources: ["1.5 exp(-(x-0.4)^2-y^2)", "1.4 exp(-(x+0.5)^2-(y-0.3)^2) + 0.1 sin(3x)"],
      functions: [
        { 1.5 * exp(-($0 - 0.4) * ($0 - 0.4) - $1 * $1) },
        {
          1.4 * exp(-($0 + 0.5) * ($0 + 0.5) - ($1 - 0.3) * ($1 - 0.3)) + 0.1 * sin(3 * $0)
        },
      ]),
  ]

  private func buffer(_ scene: Case, _ view: (Double, Double)) -> DepthBuffer {
    var buffer = DepthBuffer(extent: 3.4)
    let n = Self.cells
    for (layer, f) in scene.functions.enumerated() {
      func corner(_ i: Int, _ j: Int) -> (x: Double, y: Double, depth: Double) {
        let x = -2 + 4 * Double(i) / Double(n)
        let y = -2 + 4 * Double(j) / Double(n)
        return DepthBuffer.look(
          (x, y, f(x, y)), azimuth: view.0, elevation: view.1, extent: 3.4)
      }
      for j in 0..<n {
        for i in 0..<n {
          let id = (layer * n + j) * n + i
          buffer.draw(id, corner(i, j), corner(i + 1, j), corner(i + 1, j + 1))
          buffer.draw(id, corner(i, j), corner(i + 1, j + 1), corner(i, j + 1))
        }
      }
    }
    return buffer
  }

  private func mesh(_ sources: [String]) throws -> SurfaceMesh {
    SurfaceMesh(
      of: try sources.map { try Expression($0, variables: ["x", "y"]) },
      over: Box(minX: -2, minY: -2, maxX: 2, maxY: 2), heights: -5...5, cells: Self.cells)
  }

  private func look(_ view: (Double, Double)) -> SpaceView {
    SpaceView(
      azimuth: view.0, elevation: view.1, centre: SpacePoint(0, 0, 0), scale: SpacePoint(1, 1, 1))
  }

  private func agreement(_ a: [Int], _ b: [Int]) -> Double {
    var (equal, shown) = (0, 0)
    for (x, y) in zip(a, b) where x >= 0 || y >= 0 {
      shown += 1
      if x == y { equal += 1 }
    }
    return Double(equal) / Double(max(shown, 1))
  }

  @Test("faces painted in order show what a depth buffer shows", arguments: cases)
  func faces(scene: Case) throws {
    let mesh = try mesh(scene.sources)
    for angles in Self.views {
      let view = look(angles)
      var pixels = PaintedPixels(extent: 3.4)
      for face in mesh.faces(from: view) {
        for piece in face.triangles(facing: view.eye) {
          pixels.paint(
            piece.corners.map { view($0) },
            (face.layer * Self.cells + face.row) * Self.cells + face.column)
        }
      }
      let share = agreement(buffer(scene, angles).front, pixels.front)
      print("pixels that agree, \(scene) from \(angles): \(share)")
      #expect(share >= 0.995, "\(scene) from \(angles)")
    }
  }

  /// The tangent planes of the first two cases, as patches over a rectangle of the floor.
  static let patches: [(Int, SpacePlane)] = [
    (0, SpacePlane(through: SpacePoint(0, 0, 0.5), slope: Point(1.0 / 3, 0.2))),
    (1, SpacePlane(through: SpacePoint(1, 0, 1.0 / 6), slope: Point(0.5, 0))),
  ]

  @Test("a patch of a plane cuts the surface where the depth buffer cuts it", arguments: patches)
  func patch(number: Int, plane: SpacePlane) throws {
    var scene = Self.cases[number]
    let source = scene.sources[0]
    scene = Case(
      description: scene.description, sources: [source], functions: [scene.functions[0]])
    let mesh = try mesh([source])
    let patch = TangentPatch(of: plane, reach: Point(0.9, 0.7))
    let n = Self.cells
    for angles in Self.views {
      let view = look(angles)
      var buffer = buffer(scene, angles)
      let corners = patch.corners.map {
        DepthBuffer.look(($0.x, $0.y, $0.z), azimuth: angles.0, elevation: angles.1, extent: 3.4)
      }
      buffer.draw(n * n, corners[0], corners[1], corners[2])
      buffer.draw(n * n, corners[0], corners[2], corners[3])
      var pixels = PaintedPixels(extent: 3.4)
      let faces = mesh.faces(from: view)
      for face in faces {
        for piece in face.triangles(facing: view.eye) {
          pixels.paint(piece.corners.map { view($0) }, face.row * n + face.column)
        }
      }
      let outline = patch.outline(from: view)
      pixels.paint(outline, n * n)
      for face in faces {
        for part in face.parts(inFrontOf: plane, from: view) {
          for piece in part.triangles(facing: view.eye) {
            let inside = piece.corners.map { view($0) }.clipped(to: outline)
            if !inside.isEmpty { pixels.paint(inside, face.row * n + face.column) }
          }
        }
      }
      let share = agreement(buffer.front, pixels.front)
      print("patch in \(scene) from \(angles): \(share)")
      #expect(share >= 0.995, "\(scene) from \(angles)")
    }
  }

  @Test("regions, merged and grown, show the same heights as the faces", arguments: [0, 1, 2])
  func regions(number: Int) throws {
    let scene = Self.cases[number]
    let mesh = try mesh([scene.sources[0]])
    for angles in Self.views {
      let view = look(angles)
      var regions = PaintedPixels(extent: 3.4)
      for region in mesh.regions(from: view, pixel: 6.8 / 240) {
        regions.paint(region.outline, Int(region.height * 1000))
      }
      let n = Self.cells
      let front = buffer(
        Case(description: "", sources: [], functions: [scene.functions[0]]), angles
      ).front
      var (equal, shown) = (0, 0)
      for (id, height) in zip(front, regions.front) where id >= 0 || height >= 0 {
        shown += 1
        guard id >= 0, height >= 0 else { continue }
        let x = -2 + 4 * (Double(id % n) + 0.5) / Double(n)
        let y = -2 + 4 * (Double(id / n) + 0.5) / Double(n)
        if abs(Double(height) / 1000 - (scene.functions[0](x, y) + 5) / 10) < 0.03 { equal += 1 }
      }
      let share = Double(equal) / Double(shown)
      #expect(share >= 0.98, "\(scene) from \(angles)")
    }
  }
}
