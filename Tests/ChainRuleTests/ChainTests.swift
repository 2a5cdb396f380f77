import Plotting
import Testing

@testable import ChainRule

/// The chain rule along a path.
struct ChainTests {
  private static func figure(
    _ expression: String, along path: [String] = [], at time: Double = 1
  ) -> Chain {
    var figure = Chain()
    figure.expression = expression
    figure.along = path
    figure.time = time
    return figure
  }

  @Test(
    "the rate is the derivative of the composition in closed form",
    arguments: [
      ("x^2 + y^2", ["cos t", "sin t"], 0.3, 0.0),
      ("x y", ["t", "t^2"], 2, 12),
      ("x^2 y", ["t^3", "1/t"], 1.5, 5 * 5.0625),
      ("exp(x) y", ["ln t", "t"], 3, 6),
      ("x", ["t^2", "7"], -4, -8),
      ("sqrt(x^2+y^2)", ["3t", "4t"], 2, 5),
    ] as [(String, [String], Double, Double)])
  func rates(source: String, path: [String], time: Double, rate: Double) throws {
    let problem = try ChainProblem(Self.figure(source, along: path, at: time), in: Setting())
    let state = problem.state(at: time)
    #expect(abs(state.rate - rate) < 1e-11 * max(1, abs(rate)))
    #expect(abs(state.products[0] + state.products[1] - rate) < 1e-11 * max(1, abs(rate)))
  }

  @Test(
    "at a kink that the path crosses there is no rate; where a variable stands still there is one",
    arguments: [
      ("abs(x) + y", ["t", "t^2"], 0, Double.nan), ("abs(x) + y", ["0", "3t"], 1, 3),
      ("x + y", ["abs(t)", "t"], 0, .nan), ("abs(x) + y", ["t", "t^2"], -1, -3),
    ] as [(String, [String], Double, Double)])
  func kinks(source: String, path: [String], time: Double, rate: Double) throws {
    let problem = try ChainProblem(Self.figure(source, along: path, at: time), in: Setting())
    let found = problem.present.rate
    #expect(rate.isNaN ? found.isNaN : found == rate, "\(found)")
  }

  @Test("a path of a thousand waves is drawn in bounded work")
  func longPath() throws {
    let waves = (0..<1000).map { "sin(\($0)t)" }.joined(separator: " + ")
    let time = try ContinuousClock().measure {
      _ = try Self.figure("x y", along: [waves, "t"]).compose(in: Setting())
    }
    #expect(time < .seconds(10), "\(time)")
  }

  @Test("the window shows the path, and the point stands on it")
  func window() throws {
    let scene = try #require(
      try Self.figure("x + y", along: ["10 cos t", "10 sin t"], at: 1).compose(in: Setting()).scene)
    #expect(scene.panel.window.contains(Box(minX: -10, minY: -10, maxX: 10, maxY: 10)))
    #expect(scene.panel.window.width < 30)
    #expect(scene.panels.count == 2)
    #expect(scene.stages.map(\.name) == ["levels", "path", "vectors", "sum"])
  }

  @Test("the traced path is the circle to a fraction of a pixel, in few pieces")
  func accuracy() {
    let circle = ParametricCurve(over: 0...6.283185307179586, scale: Point(0.01, 0.01)) { t in
      let s = Dual.sine(t)
      return (Point(s.cos, s.sin), Point(-s.sin, s.cos))
    }
    #expect(circle.pieces.count == 1)
    let cubics = circle.pieces[0]
    #expect(cubics.count <= 32)
    for cubic in cubics {
      for part in [0.1, 0.5, 0.9] { #expect(abs(cubic.point(at: part).length - 1) < 0.0025) }
    }
  }

  @Test("a pole of the value is a gap")
  func pole() {
    let curve = ParametricCurve(over: -1...1, scale: Point(0.01, 0.01)) { t in
      (Point(t, 1 / (t - 0.1)), Point(1, -1 / ((t - 0.1) * (t - 0.1))))
    }
    #expect(curve.pieces.count == 2)
    #expect(curve.pieces[0].allSatisfy { $0.p3.y < 0 })
  }

  @Test("what runs beside the window is not refined, what comes back into it is")
  func beside() {
    // A swing of height 60 about a window of height 2: most of each turn is out of sight.
    let state = { (t: Double) -> ParametricCurve.State in
      let s = Dual.sine(t)
      return (Point(t, 60 * s.sin), Point(1, 60 * s.cos))
    }
    let window = Box(minX: 0, minY: -1, maxX: 60, maxY: 1)
    let scale = Point(0.01, 0.001)
    let whole = ParametricCurve(over: 0...60, scale: scale, state)
    let seen = ParametricCurve(over: 0...60, scale: scale, within: window, state)
    #expect(seen.pieces.count == 1)
    #expect(3 * seen.pieces[0].count < 2 * whole.pieces[0].count)
    for cubic in seen.pieces[0] {
      for part in [0.2, 0.5, 0.8] {
        let place = cubic.point(at: part)
        guard window.contains(place) else { continue }
        #expect(abs(place.y - 60 * Dual.sine(place.x).sin) < 0.05)
      }
    }
  }

  @Test(
    "strange paths and functions make a figure all the same",
    arguments: [
      ("ln(x)", ["-1", "t"]), ("x/y", ["t", "0"]), ("5", ["t", "t"]), ("x y", ["1", "2"]),
      ("x", ["exp(50 t)", "t"]), ("x", ["0/0", "t"]), ("abs(x)", ["t", "t"]),
      ("x", ["1e200 t", "t"]), ("x", ["floor(3t)", "tan(3t)"]),
    ])
  func extremes(source: String, path: [String]) throws {
    let composition = try Self.figure(source, along: path, at: 0).compose(in: Setting())
    #expect(composition.scene != nil)
    #expect(composition.results.text.contains("\"terms\": [{"))
  }
}

/// The circular functions of this test, by the language.
private enum Dual {
  static func sine(_ t: Double) -> (sin: Double, cos: Double) {
    let program = try? Expression("sin t", variables: ["t"])
    let other = try? Expression("cos t", variables: ["t"])
    return (program?.value(at: [t]) ?? .nan, other?.value(at: [t]) ?? .nan)
  }
}
