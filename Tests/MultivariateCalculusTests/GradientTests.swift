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
    figure.point = Point(0, 1)
    let composition = try figure.compose(in: Setting())
    #expect(composition.results.text.contains("\"gradient\": null"))
    #expect(composition.notices.contains("the function has no gradient at (0, 1)"))
    figure.point = Point(-2, 1)
    #expect(try figure.compose(in: Setting()).results.text.contains("{\"x\": -1, \"y\": 1}"))
    figure.expression = "x abs(x) + y"
    figure.point = Point(0, 1)
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
