import Plotting
import Testing

@testable import Optimisation

/// The picture of basins, its numbers and its words.
struct BasinFigureTests {
  private static func compose(
    _ expression: String, _ method: Basins.Rule? = nil, window: ClosedRange<Double>? = nil
  ) throws -> Composition {
    var figure = BasinFigure()
    (figure.expression, figure.method) = (expression, method)
    var setting = Setting()
    (setting.xRange, setting.yRange) = (window, window)
    return try figure.compose(in: setting)
  }

  @Test("the cube roots of 1 share the plane, the two complex ones alike")
  func cubeRoots() throws {
    for source in ["x^3 - 1", "z^3 - 1", "2 - 2z^3"] {
      let figure = try Self.compose(source, window: -2...2)
      #expect(figure.count("roots") == 3 && figure.count("share") == 3)
      #expect(abs(figure.number("roots", 2, "at", "x") - 1) < 1e-14)
      #expect(abs(figure.number("roots", 1, "at", "y") - 0.75.squareRoot()) < 1e-14)
      #expect(abs(figure.number("share", 0) - figure.number("share", 1)) < 1e-3)
      let all = (0..<3).reduce(0) { $0 + figure.number("share", $1) }
      #expect(all > 0.999 && all <= 1)
    }
  }

  @Test("the square roots of 1 have a half-plane each, as Cayley proved")
  func halfPlanes() throws {
    let figure = try Self.compose("x^2 - 1")
    #expect(figure.count("roots") == 2)
    #expect(figure.number("share", 0) == 0.5 && figure.number("share", 1) == 0.5)
  }

  @Test("a cycle takes starts from all roots, and is said to")
  func cycle() throws {
    let figure = try Self.compose("x^3 - 2x + 2", window: -1...1)
    #expect(figure.count("roots") == 3 && figure.number("noEndShare") > 0.02)
    #expect(figure.description.contains("end nowhere"))
  }

  @Test("a well of two minima is parted by the line between them")
  func doubleWell() throws {
    let figure = try Self.compose("(x^2-1)^2 + y^2", window: -2...2)
    #expect(figure.count("minima") == 2 && figure.count("others") == 0)
    #expect(abs(figure.number("minima", 0, "at", "x") + 1) < 1e-10)
    #expect(figure.number("share", 0) == 0.5 && figure.number("share", 1) == 0.5)
    let newton = try Self.compose("(x^2-1)^2 + y^2", .newton, window: -2...2)
    #expect(newton.count("minima") == 2 && newton.count("others") == 1)
    #expect(newton.result("others", 0, "kind") == .string("saddle"))
  }

  @Test("Himmelblau's four minima are all found, by each method")
  func himmelblau() throws {
    for method in [Basins.Rule.gradient, .hybrid, .newton] {
      let figure = try Self.compose(
        "(x^2+y-11)^2 + (x+y^2-7)^2", method, window: -5...5)
      #expect(figure.count("minima") == 4)
      let found = (0..<4).contains {
        abs(figure.number("minima", $0, "at", "x") - 3) < 1e-9
          && abs(figure.number("minima", $0, "at", "y") - 2) < 1e-9
      }
      #expect(found)
    }
  }

  @Test(
    "functions with nothing to find make a figure that says so",
    arguments: ["7", "1/x", "exp(x)", "x + y", "sqrt(-1-x^2-y^2)", "0", "1e300 x^2 + y^2", "x y"])
  func extremes(source: String) throws {
    let figure = try Self.compose(source)
    #expect(figure.scene != nil)
    if figure.count("share") == 0 && figure.count("others") == 0 {
      #expect(figure.notices.count == 1)
    }
  }

  @Test("windows of any size make a figure", arguments: [1e-300, 1e-9, 1e9, 1e300])
  func windows(half: Double) throws {
    for source in ["x^3 - 1", "x^2 + y^2", "tan(z)"] {
      #expect(try Self.compose(source, window: -half...half).scene != nil)
    }
  }

  @Test("what cannot be asked is refused")
  func refusals() {
    #expect(throws: FigureError.self) { try Self.compose("abs(x)") }
    #expect(throws: FigureError.self) { try Self.compose("x^3 - 1", .gradient) }
    #expect(throws: FigureError.self) { try Self.compose("x + q") }
  }

  @Test("the levels come after the colours, the ends last")
  func stages() throws {
    let plane = try #require(try Self.compose("(x^2-1)^2 + y^2").scene)
    #expect(plane.stages.map(\.name) == ["basins", "levels", "ends"])
    let line = try #require(try Self.compose("x^3 - 1").scene)
    #expect(line.stages.map(\.name) == ["basins", "ends"])
  }
}
