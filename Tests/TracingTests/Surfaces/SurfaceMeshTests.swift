import Calculus
import Geometry
import Testing

@testable import Tracing

/// Faces end where the function does, and any function ends in faces.
struct SurfaceMeshTests {
  static let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)
  static let view = SpaceView(
    azimuth: -52, elevation: 30, centre: SpacePoint(0, 0, 0), scale: SpacePoint(1, 1, 1))

  private func mesh(
    _ source: String, heights: ClosedRange<Double> = -10...10, cells: Int = 48
  ) throws -> SurfaceMesh {
    SurfaceMesh(
      of: [try Expression(source, variables: ["x", "y"])], over: Self.window, heights: heights,
      cells: cells)
  }

  /// The area of the floor under the faces.
  private func area(_ mesh: SurfaceMesh) -> Double {
    var sum = 0.0
    for face in mesh.faces(from: Self.view) {
      for (index, corner) in face.corners.enumerated() {
        sum += corner.floor.cross(face.corners[(index + 1) % face.corners.count].floor) / 2
      }
    }
    return sum
  }

  @Test(
    "the faces cover the domain and nothing else",
    arguments: [
      ("x*y", 36.0), ("sqrt(9 - x^2 - y^2)", 9 * Double.pi), ("sqrt(x)", 18), ("1/sqrt(x)", 18),
      ("ln(x^2+y^2)", 36), ("x y/(x^2+y^2)", 36), ("floor(x)", 36), ("sqrt(x^2-2x y+y^2)", 36),
      ("sqrt(y - x^2)", 4 * 3.0.squareRoot()),
      ("sqrt(-1 - x^2)", 0), ("acos(x y / 9)", 36),
    ])
  func domain(source: String, expected: Double) throws {
    #expect(abs(area(try mesh(source)) - expected) < 0.3, "\(source)")
  }

  @Test("a pole leaves the box at its top and does not stretch it")
  func pole() throws {
    let mesh = try mesh("1/(x^2+y^2)", heights: 0...4)
    for face in mesh.faces(from: Self.view) {
      for corner in face.corners { #expect((-1e-9...(4 + 1e-9)).contains(corner.z)) }
    }
    #expect(abs(area(mesh) - (36 - Double.pi / 4)) < 0.05)
  }

  @Test("nothing is drawn between the sides of a jump or a pole that changes its sign")
  func jumps() throws {
    for source in ["floor(x)", "1/x", "sign(x y)", "tan(x)", "if(x < y, 2, -1)"] {
      let mesh = try mesh(source, heights: -3...3)
      #expect(mesh.jumps > 0 || source == "1/x" || source == "tan(x)", "\(source)")
      for face in mesh.faces(from: Self.view) {
        #expect(face.heights.upperBound - face.heights.lowerBound < 2.5, "\(source)")
        if source != "1/x", source != "tan(x)" {
          #expect(face.heights.upperBound - face.heights.lowerBound < 1e-9, "\(source)")
        }
      }
    }
  }

  @Test(
    "any function and any view end in finite regions",
    arguments: [
      "0/0", "1", "1e300 x", "1e-300 x", "exp(exp(exp(x^2+y^2)))", "sin(1000x) sin(1000y)",
      "tan(100 x y)", "ln(sin(50x) sin(50y))", "floor(20 x) floor(20 y)", "1/(x y)", "x^y",
      "gamma(x y)", "sqrt(sin(1000 x))", "exp(1/x)",
    ])
  func hostile(source: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    for heights in [-1.0...1.0, -1e300...1e300, 0...0] {
      let mesh = SurfaceMesh(of: [f], over: Self.window, heights: heights, cells: 48)
      for (azimuth, elevation) in [(0.0, 90.0), (0, -90), (90, 0), (-52, 30), (1e9, 45)] {
        let height = max(heights.upperBound - heights.lowerBound, 1e-9)
        let view = SpaceView(
          azimuth: azimuth, elevation: elevation, centre: SpacePoint(0, 0, 0),
          scale: SpacePoint(1, 1, 1 / height))
        let regions = mesh.regions(from: view, pixel: 0.01)
        #expect(regions.allSatisfy { $0.outline.allSatisfy(\.isFinite) }, "\(source)")
        let patch = TangentPatch(
          of: SpacePlane(through: SpacePoint(0, 0, 0), slope: Point(1, 2)), reach: Point(1, 1))
        let near = mesh.regions(inFrontOf: patch, from: view, pixel: 0.01)
        #expect(near.allSatisfy { $0.outline.allSatisfy(\.isFinite) }, "\(source)")
        #expect(regions.count < 60_000 && near.count < 60_000)
      }
    }
  }

  @Test("a window far from the origin has the same faces as one around it")
  func far() throws {
    let f = try Expression("sin(x - 1000000) cos(y)", variables: ["x", "y"])
    let mesh = SurfaceMesh(
      of: [f], over: Box(minX: 999_997, minY: -3, maxX: 1_000_003, maxY: 3), heights: -1...1)
    let view = SpaceView(
      azimuth: -52, elevation: 30, centre: SpacePoint(1_000_000, 0, 0),
      scale: SpacePoint(1, 1, 1))
    let near = try self.mesh("sin(x) cos(y)", heights: -1...1)
    for (a, b) in zip(mesh.faces(from: view), near.faces(from: Self.view)) {
      for (p, q) in zip(a.corners, b.corners) {
        #expect(view(p).distance(to: Self.view(q)) < 1e-8)
      }
    }
  }
}
