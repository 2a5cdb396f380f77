import Plotting
import Testing

@testable import MultivariateCalculus

/// The directional derivative: its number, its slice, where there is none.
struct DirectionTests {
  private static func compose(
    _ expression: String, at point: Point? = nil, along direction: Point
  ) throws -> Composition {
    var figure = Gradient()
    (figure.expression, figure.points, figure.direction) = (
      expression, point.map { [$0] } ?? [], direction
    )
    return try figure.compose(in: Setting())
  }

  private static func number(_ name: String, of composition: Composition) -> Double? {
    guard case .object(let members) = composition.results,
      case .number(let value) = members.first(where: { $0.0 == name })?.1
    else { return nil }
    return value
  }

  @Test(
    "it is ∇f·u for the unit vector of any given direction",
    arguments: [
      ("x^2 y", Point(1, 2), Point(3, 4), 0.6 * 4 + 0.8 * 1),
      ("x^2/4 + y^2", Point(1, 1), Point(-1, 0), -0.5),
      ("exp(-(x^2+y^2))", Point(0.5, 0.5), Point(1, -1), 0),
      ("sin(x) cos(y)", Point(0, 0), Point(1e-200, 0), 1), ("3", Point(1, 1), Point(0, -7), 0),
      ("x + 2y", Point(100, -100), Point(1e300, 1e300), 3 / 2.0.squareRoot()),
    ])
  func numbers(source: String, at: Point, along: Point, expected: Double) throws {
    let figure = try Self.compose(source, at: at, along: along)
    let found = try #require(Self.number("directionalDerivative", of: figure))
    #expect(abs(found - expected) < 1e-14)
  }

  @Test("the slice has the function's values, and its tangent the slope of the derivative")
  func slice() throws {
    let f = try PlaneFunction("x^2 y + sin(y)", in: Setting())
    let slice = try DirectionalSlice(of: f, at: Point(-1, 0.5), along: Point(2, -1))
    let step = 1e-5
    let ends = [-step, step].map { s -> Double in
      let p = slice.point + slice.unit * s
      return f.expression.value(at: [p.x, p.y])
    }
    #expect(abs((ends[1] - ends[0]) / (2 * step) - slice.derivative) < 1e-8)
    #expect(slice.reach.contains(0) && slice.window.minY < slice.value)
    // The line leaves the window where the reach ends.
    for s in [slice.reach.lowerBound, slice.reach.upperBound] {
      let p = slice.point + slice.unit * s
      #expect(f.window.grown(by: 1e-9).contains(p))
    }
  }

  @Test("the map and the slice stand side by side, with one lower edge and one height")
  func layout() throws {
    let scene = try #require(
      try Self.compose("x y", at: Point(1, 1), along: Point(1, 2)).scene)
    #expect(
      scene.stages.map(\.name) == [
        "curves", "direction", "slice", "gradient", "derivative", "remarks",
      ])
    let boxes = PanelArrangement(
      of: scene.panels, arrangement: scene.arrangement, on: .slide
    ).boxes
    #expect(boxes.count == 2 && boxes[0].minY == boxes[1].minY && boxes[0].maxY == boxes[1].maxY)
  }

  @Test(
    "where f is not differentiable there is no derivative, and this is said",
    arguments: [("abs(x) + y", Point(0, 0)), ("1/x", Point(0, 1)), ("sqrt(x^2+y^2)", Point(0, 0))])
  func kinks(source: String, at: Point) throws {
    let figure = try Self.compose(source, at: at, along: Point(1, 0))
    #expect(figure.results.text.contains(#""directionalDerivative": null"#))
    #expect(figure.notices.count == 1)
  }

  @Test(
    "poles, holes and points outside the window make a figure all the same",
    arguments: [
      ("1/(x^2+y^2)", Point(1, 1)), ("ln(x)", Point(1, 0)), ("x y", Point(50, 50)),
      ("sqrt(-1-x^2)", Point(0, 0)), ("floor(x)", Point(0.5, 0)), ("1e300 x", Point(0, 0)),
      ("tan(9 x y)", Point(1, 1)), ("1e-300 x", Point(1, 1)),
    ])
  func extremes(source: String, at: Point) throws {
    for way in [Point(1, 0), Point(0, -1), Point(-1, -1)] {
      let scene = try #require(try Self.compose(source, at: at, along: way).scene)
      #expect(scene.panels.allSatisfy { $0.window.width > 0 && $0.window.height > 0 })
    }
  }
}
