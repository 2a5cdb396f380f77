import Plotting
import Testing

@testable import MultivariateCalculus

/// Arrows of the gradient: directions, lengths, samples.
struct GradientTests {
  static func arrows(_ scene: Scene) -> [(tail: Point, tip: Point)] {
    scene.stages.flatMap(\.marks).compactMap {
      if case .fieldArrow(let tail, let tip, _) = $0 { (tail, tip) } else { nil }
    }
  }

  @Test("arrows point uphill, at right angles to the level curve through their middle")
  func directions() throws {
    var figure = Gradient()
    figure.expression = "x^2 + 3 x y - sin(y)"
    let f = try Expression(figure.expression, variables: ["x", "y"])
    let arrows = Self.arrows(try #require(try figure.compose(in: Setting()).scene))
    #expect(arrows.count > 100)
    for (tail, tip) in arrows {
      let middle = tail.interpolated(to: tip, at: 0.5)
      let gradient = f.derivatives(at: [middle.x, middle.y]).gradient
      let direction = (tip - tail)
      #expect(
        direction.dot(Point(gradient[0], gradient[1]))
          > 0.999999 * direction.length * Point(gradient[0], gradient[1]).length)
    }
  }

  @Test("at a kink there is no gradient, though the formulas give one")
  func kink() throws {
    var figure = Gradient()
    figure.expression = "abs(x) + y"
    figure.points = [Point(0, 1)]
    let composition = try figure.compose(in: Setting())
    #expect(composition.results.text.contains("\"gradient\": null"))
    #expect(composition.notices.contains("the function has no gradient at (0, 1)"))
    figure.points = [Point(-2, 1)]
    #expect(try figure.compose(in: Setting()).results.text.contains("{\"x\": -1, \"y\": 1}"))
    figure.expression = "x abs(x) + y"
    figure.points = [Point(0, 1)]
    #expect(try figure.compose(in: Setting()).results.text.contains("{\"x\": 0, \"y\": 1}"))
  }

  @Test("no arrow is longer than its cell", arguments: [ArrowLengths.power, .linear])
  func lengths(lengths: ArrowLengths) throws {
    var figure = Gradient()
    figure.expression = "exp(x) y"
    figure.arrowLengths = lengths
    let scene = try #require(try figure.compose(in: Setting()).scene)
    let longest = Self.arrows(scene).map { $0.tail.distance(to: $0.tip) }.max() ?? 0
    #expect(longest > 0.3 && longest <= 6.0 / 15)
  }

  @Test("several points are numbered, with a table of values and slopes and one scale of arrows")
  func soundings() throws {
    var figure = Gradient()
    figure.expression = "x^2 + 3y"
    figure.points = [Point(1, 2), Point(0, -1), Point(2, 0)]
    let composition = try figure.compose(in: Setting())
    let json = #""samples": [{"at": {"x": 1, "y": 2}, "gradient": {"x": 2, "y": 3}, "value": 7}, "#
    #expect(composition.results.text.contains(json))
    #expect(composition.description.hasSuffix("The lowest of them is point 2."))
    let scene = try #require(composition.scene)
    let marks = scene.stages.flatMap(\.marks)
    let names = marks.compactMap { if case .dot(_, _, _, _, let name) = $0 { name } else { nil } }
    #expect(names == ["1", "2", "3"])
    let vectors = marks.compactMap { mark -> Point? in
      if case .vector(let tail, let tip, _) = mark { tip - tail } else { nil }
    }
    let factor = vectors[1].y / 3
    for (vector, truth) in zip(vectors, [Point(2, 3), Point(0, 3), Point(4, 3)]) {
      #expect((vector - truth * factor).length < 1e-12)
    }
    let rows = scene.stages.flatMap(\.column).compactMap { block -> [[String]]? in
      if case .table(_, let rows) = block { rows.map(\.cells) } else { nil }
    }
    #expect(rows.first?.map { $0[2] } == ["$7$", "$-3$", "$4$"])
  }

  @Test("a point without a value or a gradient has dashes in the table, and a note")
  func soundingsAtKinks() throws {
    var figure = Gradient()
    figure.expression = "abs(x) + sqrt(y)"
    figure.points = [Point(0, 1), Point(1, -1), Point(1, 1), Point(9, 9)]
    let composition = try figure.compose(in: Setting())
    #expect(
      composition.notices.suffix(3) == [
        "the function has no gradient at point 1, (0, 1)",
        "the function has no gradient at point 2, (1, −1)",
        "point 4, (9, 9), is outside the window",
      ])
    figure.direction = Point(1, 0)
    #expect(throws: FigureError.self) { try figure.compose(in: Setting()) }
    figure.direction = nil
    figure.points = Array(repeating: Point(1, 1), count: 41)
    #expect(throws: FigureError.self) { try figure.compose(in: Setting()) }
  }

  @Test("a constant function has no arrows and says so")
  func constant() throws {
    var figure = Gradient()
    figure.expression = "2"
    let composition = try figure.compose(in: Setting())
    #expect(Self.arrows(try #require(composition.scene)).isEmpty)
    #expect(composition.description.contains("the gradient is zero"))
  }

  @Test("samples are gradients")
  func samples() throws {
    var figure = Gradient()
    figure.expression = "x y"
    let results = try figure.compose(in: Setting()).results.text
    #expect(results.hasPrefix("{\"samples\": [{\"at\": {\"x\": -2.8, \"y\": -2.8}, \"gradient\""))
  }
}
