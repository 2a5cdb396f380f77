import Calculus
import Geometry
import Testing

@testable import Tracing

/// Drawn implicit curves are within the tolerance of the true ones, also near singular points.
struct ImplicitAccuracyTests {
  /// The distance in pixels from a point to the zero set of a function, by Newton steps.
  private func distance(_ p: Point, _ f: PointEvaluator, _ pixel: Point) -> Double {
    var q = p
    for _ in 0..<60 {
      f.evaluate(q.x, q.y)
      // Steepest descent in pixels.
      let slope = Point(f.result(1) * pixel.x, f.result(2) * pixel.y)
      let square = slope.dot(slope)
      guard square > 0, f.result(0).isFinite else { break }
      let step = slope * (f.result(0) / square)
      q = Point(q.x - step.x * pixel.x, q.y - step.y * pixel.y)
      if step.length < 1e-9 { break }
    }
    return Point((p.x - q.x) / pixel.x, (p.y - q.y) / pixel.y).length
  }

  /// Whether a function has both signs within a distance of a point, in pixels: then its zero set is
  /// as near.
  private func changesSign(
    _ f: PointEvaluator, around p: Point, _ radius: Double, _ pixel: Point
  ) -> Bool {
    f.evaluate(p.x, p.y)
    let sign = f.result(0) > 0
    for ring in 1...4 {
      for step in 0..<48 {
        let direction = Point(turn: Double(step) / 12)
        let r = radius * Double(ring) / 4
        f.evaluate(p.x + r * direction.x * pixel.x, p.y + r * direction.y * pixel.y)
        if (f.result(0) > 0) != sign || f.result(0) == 0 { return true }
      }
    }
    return false
  }

  private func check(_ problem: ImplicitProblem, in box: Box) throws -> (worst: Double, cubics: Int)
  {
    let set = try problem.trace(in: box)
    let f = try Equation(problem.formula, variables: ["x", "y"]).difference
    let pieces = f.zeroPieces(x: box.minX...box.maxX, y: box.minY...box.maxY)
      .filter { $0.functions.count == 1 }
      .map { PointEvaluator(Program([$0.functions[0]] + $0.functions[0].gradient)) }
    let pixel = Point(box.width / 764, box.width / 764)
    var worst = 0.0
    var cubics = 0
    for curve in set.curves {
      for cubic in curve.cubics {
        cubics += 1
        for step in 0...200 {
          let p = cubic.point(at: Double(step) / 200)
          if pieces.contains(where: { changesSign($0, around: p, 0.05, pixel) }) { continue }
          let nearest = pieces.reduce(Double.infinity) { min($0, distance(p, $1, pixel)) }
          let isNear =
            nearest <= 0.25 || pieces.contains { changesSign($0, around: p, 0.25, pixel) }
          worst = max(worst, isNear ? min(nearest, 0.25) : nearest)
        }
      }
      for (first, second) in zip(curve.cubics, curve.cubics.dropFirst()) {
        #expect(first.p3 == second.p0, "\(problem.id) has a gap")
      }
    }
    return (worst, cubics)
  }

  @Test(
    "points of drawn curves are within the tolerance, at ten times the density of the fit",
    arguments: ["implicit_curves.json", "implicit_expanded.json"])
  func accuracy(file: String) throws {
    var worst = 0.0
    var cubics = 0
    for problem in try ImplicitProblem.load(file) where problem.id != "tupper" {
      var boxes = [problem.window.box]
      if let zoom = problem.zoom { boxes.append(zoom.window.box) }
      for box in boxes {
        let found = try check(problem, in: box)
        #expect(found.worst <= 0.25, "\(problem.id): \(found.worst) px")
        worst = max(worst, found.worst)
        cubics += found.cubics
      }
    }
    print("\(file): \(cubics) cubics, at most \(worst) px from the curve")
    #expect(cubics > 100)
  }
}
