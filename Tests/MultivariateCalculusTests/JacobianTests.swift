import Plotting
import Testing

@testable import MultivariateCalculus

/// A map of the plane and its linear part.
struct JacobianTests {
  private static func compose(
    _ u: String, _ v: String, at point: Point? = nil, x: ClosedRange<Double>? = nil,
    y: ClosedRange<Double>? = nil
  ) throws -> Composition {
    var figure = JacobianMap()
    figure.first = u
    figure.second = v
    figure.point = point
    var setting = Setting()
    setting.xRange = x
    setting.yRange = y
    return try figure.compose(in: setting)
  }

  @Test(
    "the matrix, its determinant and its inverse",
    arguments: [
      (
        "x^2 - y^2", "2x y", Point(1, 0.5),
        #""jacobian": [[2, -1], [1, 2]], "determinant": 5, "inverse": [[0.4, 0.2], [-0.2, 0.4]]"#
      ),
      (
        "y", "x", Point(1, 1),
        #""jacobian": [[0, 1], [1, 0]], "determinant": -1, "inverse": [[0, 1], [1, 0]]"#
      ),
      (
        "x + y", "2x + 2y", Point(0, 0),
        #""jacobian": [[1, 1], [2, 2]], "determinant": 0, "inverse": null"#
      ),
      (
        "x^2", "y", Point(0, 1), #""jacobian": [[0, 0], [0, 1]], "determinant": 0, "inverse": null"#
      ),
    ])
  func matrix(u: String, v: String, point: Point, expected: String) throws {
    #expect(try Self.compose(u, v, at: point).results.text.contains(expected))
  }

  @Test("polar coordinates: the determinant is the radius")
  func polar() throws {
    let composition = try Self.compose("x cos(y)", "x sin(y)", at: Point(2, 1))
    guard case .object(let members) = composition.results,
      case .number(let determinant) = members.first(where: { $0.0 == "determinant" })?.1
    else { return }
    #expect(abs(determinant - 2) < 1e-15)
  }

  @Test(
    "a map folds only where the determinant changes its sign",
    arguments: [("x^3", "y", false), ("x^2", "y", true), ("x", "y^2 + x/2", true)])
  func flat(u: String, v: String, folds: Bool) throws {
    let composition = try Self.compose(u, v, at: Point(0.5, 0.5), x: -1...1, y: -1...1)
    #expect(composition.results.text.contains("\"folds\": \(folds)"))
    #expect(composition.description.contains("folds there") == folds)
    #expect(composition.description.contains("folds nowhere") == !folds)
  }

  @Test("the fold is drawn before and after, and the image lies on the true one")
  func fold() throws {
    let composition = try Self.compose("x", "y^2", at: Point(0.5, 0.5), x: -1...1, y: -1...1)
    let stages = try #require(composition.scene).stages
    let folds = try #require(stages.first { $0.name == "folds" })
    #expect(folds.marks(ofPanel: 0).count == 2 && folds.marks(ofPanel: 1).count == 2)
    #expect(composition.results.text.contains(#""folds": true"#))
    guard case .curve(let path, _, _) = folds.marks(ofPanel: 1)[0] else { return }
    let ends = path.subpaths.flatMap(\.cubics).map(\.p3)
    #expect(ends.allSatisfy { abs($0.y) < 1e-6 })
  }

  @Test("images of lines are the true curves to a small part of the picture")
  func accuracy() throws {
    let mapping = try PlaneMapping("x^2 - y^2", "2x y", in: Setting())
    let path = mapping.evaluator.image(from: Point(1, 0), to: Point(1, 1.5), tolerance: 1e-3)
    for cubic in path.subpaths.flatMap(\.cubics) {
      for step in 0...8 {
        let p = cubic.point(at: Double(step) / 8)
        // The line x = 1 goes to u = 1 − v²/4.
        #expect(abs(p.x - (1 - p.y * p.y / 4)) < 3e-3)
      }
    }
  }

  @Test(
    "poles, lines and huge numbers make a figure all the same",
    arguments: [
      ("1/x", "1/y"), ("3", "4"), ("x", "x"), ("floor(x)", "y"), ("tan(5x)", "tan(5y)"),
      ("abs(x)", "y"), ("exp(100x)", "y"), ("ln(x)", "sqrt(y)"),
    ])
  func extremes(u: String, v: String) throws {
    let scene = try #require(try Self.compose(u, v).scene)
    #expect(scene.panels.allSatisfy { $0.window.width > 0 && $0.window.height > 0 })
  }

  @Test("a map without derivatives at the point is refused")
  func refusals() {
    #expect(throws: FigureError.self) { try Self.compose("1/x", "y", at: Point(0, 0)) }
    #expect(throws: FigureError.self) { try Self.compose("x", "q") }
    #expect(throws: FigureError.self) { try Self.compose("sqrt(-1-x^2)", "y") }
  }
}
