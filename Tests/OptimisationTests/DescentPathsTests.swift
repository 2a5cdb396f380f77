import Plotting
import Testing

@testable import Optimisation

/// The picture of descents and what became of them.
struct DescentPathsTests {
  private static func compose(
    _ expression: String, from starts: [Point], _ methods: [DescentMethod] = [],
    step: Double? = nil
  ) throws -> Composition {
    var figure = DescentPaths()
    figure.expression = expression
    figure.starts = starts
    figure.methods = methods
    figure.stepSize = step
    return try figure.compose(in: Setting())
  }

  @Test("without options three methods start from one place, and Newton is there first")
  func plain() throws {
    let composition = try DescentPaths().compose(in: Setting())
    let scene = try #require(composition.scene)
    #expect(scene.stages.map(\.name) == ["levels", "path 1", "path 2", "path 3", "verdict"])
    #expect(scene.others.count == 1 && scene.others[0].yScale == .logarithmic)
    #expect(composition.results.text.contains("\"outcome\": \"converged\""))
  }

  @Test(
    "the verdict of a path is in words and in the results",
    arguments: [
      ("x^2 + 5y^2", DescentMethod.gradient, 0.25, "diverged", "diverged after"),
      ("x^2 - y^2", .newton, 0.1, "reachedSaddle", "saddle (0, 0) in 1 step"),
      ("-x^2 - y^2", .newton, 0.1, "reachedMaximum", "maximum (0, 0) in 1 step"),
      ("x^2 + y^2", .gradient, 1, "cycle", "a cycle of 2"),
      ("ln(x) + y^2", .gradient, 1.5, "leftDomain", "left the domain"),
    ])
  func verdicts(
    source: String, method: DescentMethod, step: Double, outcome: String, words: String
  ) throws {
    let composition = try Self.compose(source, from: [Point(1, 1)], [method], step: step)
    #expect(composition.results.text.contains("\"outcome\": \"\(outcome)\""))
    #expect(composition.description.contains(words), "\(composition.description)")
  }

  @Test("dots of a path stand apart, however many steps it has")
  func dots() throws {
    let scene = try #require(
      try Self.compose("x^2 + 5y^2", from: [Point(-2.5, 1)], [.gradient], step: 0.001).scene)
    let dots = scene.stages[1].marks.compactMap { mark -> Point? in
      if case .dot(let at, _, _, false, _) = mark { at } else { nil }
    }
    #expect(dots.count > 5)
    let gaps = zip(dots, dots.dropFirst()).map { $0.distance(to: $1) }
    // 17 u of a panel that is at most 1020 u wide.
    #expect(gaps.allSatisfy { $0 >= 16.9 * scene.panel.window.width / 1020 })
  }

  @Test("the window is fitted to the paths, unless it is given")
  func window() throws {
    let far = try #require(try Self.compose("x^2 + y^2", from: [Point(10, 0)]).scene).panel.window
    #expect(far.maxX > 10 && far.minX < 0 && far.contains(Point(0, 0)) && far.width < 20)
    let thin = try #require(try Self.compose("x^2 + y^2", from: [Point(1, 0)]).scene).panel.window
    #expect(thin.height > 0.6 * thin.width && thin.width < 3)
    let still = try #require(try Self.compose("x^2 + y^2", from: [Point(0, 0)]).scene).panel.window
    #expect(still.width > 1 && still.contains(Point(0, 0)))
  }

  @Test("a path that leaves the window ends in an arrow, and spoils no other's convergence")
  func leaving() throws {
    var figure = DescentPaths()
    figure.expression = "-((x-4.1)^2 + (y-0.9)^2) - 30 exp(-((x-1.5)^2 + (y-3.7)^2)/2.8)"
    figure.starts = [Point(3, 3.4), Point(5, 2)]
    figure.methods = [.gradient]
    figure.stepSize = 0.05
    var setting = Setting()
    (setting.xRange, setting.yRange) = (0...6, 0...6)
    let composition = try figure.compose(in: setting)
    let scene = try #require(composition.scene)
    let heads = scene.stages.map { stage in
      stage.marks.compactMap { mark -> Point? in
        if case .arrowhead(let at, _, _, _) = mark { at } else { nil }
      }
    }
    #expect(heads[1].isEmpty)
    let head = try #require(heads[2].first)
    let isOnBorder = abs(head.x - 6) < 1e-9 || abs(head.y - 6) < 1e-9
    #expect(isOnBorder)
    // The well is 46 deep: nothing of 10¹⁸ is seen beside it.
    #expect(scene.others[0].window.maxY < 4)
    #expect(composition.description.contains("minimum (1.213, 4.009)"))
  }

  @Test(
    "functions without slope or without values make a figure all the same",
    arguments: [
      "7", "sqrt(-1-x^2)", "1/x", "abs(x) + abs(y)", "exp(-x^2-y^2)", "x", "1e300 x^2", "tan(x y)",
    ])
  func extremes(source: String) throws {
    let composition = try Self.compose(source, from: [Point(1, 2)])
    #expect(composition.scene != nil)
  }

  @Test("numbers that cannot be used are refused")
  func refusals() {
    #expect(throws: FigureError.self) { try Self.compose("x^2", from: [], step: -1) }
    #expect(throws: FigureError.self) {
      try Self.compose("x^2", from: Array(repeating: Point(1, 1), count: 50))
    }
  }
}
