import Calculus
import Geometry
import Testing

@testable import Tracing

/// Curves on surfaces are divided where they pass behind something.
struct SurfaceSightTests {
  static let window = Box(minX: -2, minY: -2, maxX: 2, maxY: 2)
  static let pixel = 4.0 / 700

  static let sources = [
    "1.7 exp(-(x^2+y^2)/0.5)", "(x^3 - 3x y^2)/6", "sin(2x) cos(2y)", "sqrt(4 - x^2 - y^2)",
  ]

  private func mesh(_ f: Expression) -> SurfaceMesh {
    SurfaceMesh(of: [f], over: Self.window, heights: -4...4, cells: 64)
  }

  /// Whether the true surface is between a point of it and the eye: small steps along the ray.
  ///
  /// `nil` where the ray leaves the surface too flat to tell.
  private func isHidden(_ p: SpacePoint, _ f: PointEvaluator, _ eye: SpacePoint) -> Bool? {
    var signs: Set<Bool> = []
    var isFirst = true
    for step in 8...4000 {
      let t = Double(step) / 800
      let q = SpacePoint(p.x + t * eye.x, p.y + t * eye.y, p.z + t * eye.z)
      guard Self.window.contains(q.floor) else { break }
      f.evaluate(q.x, q.y)
      let gap = q.z - f.result(0)
      guard gap.isFinite else { continue }
      if isFirst && abs(gap) < 1e-3 { return nil }
      isFirst = false
      signs.insert(gap > 0)
    }
    return signs.count > 1
  }

  private func distance(_ p: Point, _ path: Path) -> Double {
    var least = Double.infinity
    for cubic in path.subpaths.flatMap(\.cubics) {
      for step in 0...40 {
        least = min(least, p.distance(to: cubic.point(at: Double(step) / 40)))
      }
    }
    return least
  }

  @Test("the seen and the hidden parts of mesh lines are those of the true surface")
  func lines() throws {
    var (checked, wrong) = (0, 0)
    for source in Self.sources {
      let f = try Expression(source, variables: ["x", "y"])
      let mesh = mesh(f)
      let lift = SurfaceLift(onto: f, heights: -4...4, tolerance: Self.pixel / 4)
      let values = PointEvaluator(Program([f]))
      for angles in [(-52.0, 30.0), (20, 12), (-90, 60), (120, -20)] {
        let view = SpaceView(
          azimuth: angles.0, elevation: angles.1, centre: SpacePoint(0, 0, 0),
          scale: SpacePoint(1, 1, 1))
        let sight = SurfaceSight(of: mesh, from: view, pixel: Self.pixel)
        for x in [-1.7, -0.93, -0.21, 0.33, 1.1] {
          let line = CubicCurve(line: Point(x, -2), Point(0.8 * x, 2))
          for chain in lift.lifted([line]) {
            let seen = sight.seen(chain)
            for cubic in chain {
              let p = cubic.point(at: 0.43)
              let (toVisible, toHidden) = (
                distance(view(p), seen.visible), distance(view(p), seen.hidden)
              )
              #expect(min(toVisible, toHidden) < 3 * Self.pixel, "\(source) at \(p)")
              guard let truth = isHidden(p, values, view.eye),
                max(toVisible, toHidden) > 4 * Self.pixel
              else { continue }
              checked += 1
              if truth != (toHidden < toVisible) { wrong += 1 }
            }
          }
        }
      }
    }
    print("points of curves judged: \(checked), wrongly: \(wrong)")
    #expect(checked > 500)
    #expect(Double(wrong) <= 0.01 * Double(checked))
  }

  @Test("a curve behind a hill is divided where the hill's outline passes it")
  func outline() throws {
    // Seen from the side at no elevation the hill's outline is its profile 1.5 exp(−x²).
    let f = try Expression("1.5 exp(-x^2 - y^2)", variables: ["x", "y"])
    let mesh = SurfaceMesh(of: [f], over: Self.window, heights: -1...2, cells: 200)
    let view = SpaceView(
      azimuth: -90, elevation: 0, centre: SpacePoint(0, 0, 0), scale: SpacePoint(1, 1, 1))
    let sight = SurfaceSight(of: mesh, from: view, pixel: Self.pixel)
    let line = SpaceCubic(line: SpacePoint(-2, 2, 0.75), SpacePoint(2, 2, 0.75))
    let seen = sight.seen([line], on: nil)
    let half = 0.832_554_611_157_697_7  // where 1.5 exp(−x²) = 0.75
    #expect(seen.visible.subpaths.count == 2)
    let hidden = try #require(seen.hidden.subpaths.first)
    #expect(abs(hidden.start.x + half) < Self.pixel / 4)
    #expect(abs(hidden.end.x - half) < Self.pixel / 4)
  }

  @Test("a line that pierces a surface is hidden from where it pierces")
  func piercing() throws {
    let f = try Expression("x^2 + y^2", variables: ["x", "y"])
    let mesh = SurfaceMesh(of: [f], over: Self.window, heights: 0...4, cells: 100)
    let view = SpaceView(
      azimuth: 0, elevation: 90, centre: SpacePoint(0, 0, 0), scale: SpacePoint(1, 1, 1))
    let sight = SurfaceSight(of: mesh, from: view, pixel: Self.pixel)
    let seen = sight.seen(
      [SpaceCubic(line: SpacePoint(-1.9, 0, 1), SpacePoint(1.9, 0, 1))], on: nil)
    #expect(seen.hidden.subpaths.count == 2)
    let visible = try #require(seen.visible.subpaths.first)
    #expect(abs(visible.start.distance(to: visible.end) - 2) < Self.pixel)
  }
}
