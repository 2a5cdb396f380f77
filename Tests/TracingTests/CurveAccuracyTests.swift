import Calculus
import Geometry
import Testing

@testable import Tracing

/// Drawn curves are within the tolerance of the true ones, joined smoothly.
struct CurveAccuracyTests {
  static let sources: [(String, [Double])] = [
    ("x^2+y^2", [2, 4, 8, 16]), ("sin(x)cos(y)", [-0.8, -0.4, 0.3, 0.99]),
    (
      "3(1-x)^2 exp(-x^2-(y+1)^2) - 10(x/5-x^3-y^5)exp(-x^2-y^2) - 1/3 exp(-(x+1)^2-y^2)",
      [-6, -4, -2, 0.1, 1, 2, 4, 6, 8]
    ),
    ("exp(-(x^2+y^2)) (x^2-y^2)", [-0.3, -0.01, 0.2, 0.36]), ("y - x^3", [0, 1]),
    ("x^20 + y^20", [1]), ("y - exp(4x)", [0]), ("sin(4x) + sin(4y)", [0.5, 1.5]),
    ("(x^2+y^2)^2 - 2(x^2-y^2)", [-0.2, 0.3]), ("x y (x^2-y^2)/(x^2+y^2)", [0.5, 1]),
    ("100(y-x^2)^2 + (1-x)^2", [1, 10, 100]), ("y^2 - x^3 + 3x", [1, 3]),
    ("cos(x y)", [0.5]), ("hypot(x, y) + sin(5 atan2(y, x))/4", [1, 2]),
  ]

  /// The distance of a point from the level curve in pixels: three Newton steps along the gradient.
  private func distance(
    _ p: Point, _ program: PointEvaluator, _ level: Double, _ pixel: Double
  ) -> Double {
    var q = p
    for _ in 0..<3 {
      let jet = program.values(at: [q.x, q.y])
      let slope = jet[1] * jet[1] + jet[2] * jet[2]
      guard slope > 0 else { return .infinity }
      q = q - Point(jet[1], jet[2]) * ((jet[0] - level) / slope)
    }
    return p.distance(to: q) / pixel
  }

  private func check(_ f: Expression, _ levels: [Double], _ tolerance: Double) -> Int {
    let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)
    let resolution = Resolution(window: window, pixels: Point(764, 764), tolerance: tolerance)
    let set = LevelSetTracer(of: f, in: window, at: resolution).trace(levels: levels)
    let program = PointEvaluator(Program([f] + f.gradient))
    for curve in set.curves {
      for (index, cubic) in curve.cubics.enumerated() {
        for step in 0...160 {
          let p = cubic.point(at: Double(step) / 160)
          let found = distance(p, program, curve.level, 6.0 / 764)
          #expect(found <= tolerance, "\(f.text) = \(curve.level) near \(p)")
        }
        guard index > 0 else { continue }
        let before = curve.cubics[index - 1]
        #expect(before.p3 == cubic.p0)
        if let a = before.derivative(at: 1).direction, let b = cubic.derivative(at: 0).direction {
          #expect(a.dot(b) > 0.999, "a corner on \(f.text) = \(curve.level) at \(cubic.p0)")
        }
      }
    }
    return set.curves.count
  }

  @Test("points of drawn curves are within the tolerance", arguments: [0.25, 0.02])
  func known(tolerance: Double) throws {
    for (source, levels) in Self.sources {
      let f = try Expression(source, variables: ["x", "y"])
      #expect(check(f, levels, tolerance) > 0, "\(source)")
    }
  }

  @Test("so are those of two hundred random smooth functions")
  func random() throws {
    var state: UInt64 = 42
    func number() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53) * 2 - 1
    }
    var curves = 0
    for _ in 0..<200 {
      let terms = (0..<4).map { _ in
        "\(number()) * sin(\(2 * number())*x + \(2 * number())*y + \(3 * number()))"
      }
      let f = try Expression(
        terms.joined(separator: " + ").replacing("+ -", with: "- "), variables: ["x", "y"])
      curves += check(f, [-0.613, -0.127, 0.371], 0.25)
    }
    #expect(curves > 400)
  }
}
