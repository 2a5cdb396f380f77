import Plotting
import Testing

@testable import Optimisation

/// The picture of Newton–Raphson and its verdicts.
struct NewtonTests {
  private static func compose(
    _ expression: String, from start: Double, steps: Int = NewtonRaphson.defaultSteps,
    minimises: Bool = false
  ) throws -> Composition {
    var figure = Newton()
    figure.expression = expression
    figure.start = start
    figure.steps = steps
    figure.minimises = minimises
    return try figure.compose(in: Setting())
  }

  @Test("each step is a stage with the tangent from the curve to its foot on the axis")
  func tangents() throws {
    let scene = try #require(try Self.compose("x^3 - 2x + 2", from: -1).scene)
    let names = scene.stages.map(\.name)
    #expect(names.prefix(4) == ["curve", "start", "step 1", "step 2"])
    #expect(names.last == "verdict")
    let lines = scene.stages[2].marks.compactMap { mark -> Path? in
      guard case .curve(let path, let pen, _) = mark, pen.paint == .role(.orange) else {
        return nil
      }
      return path
    }
    let tangent = try #require(lines.first?.subpaths.first?.cubics.first)
    #expect(tangent.p0 == Point(-1, 3) && tangent.p3 == Point(-4, 0))
  }

  @Test(
    "the verdict is in words and in the results",
    arguments: [
      ("x^3 - 2x + 2", -1, "converged", "It converges to −1.769292 in"),
      ("x^3 - 2x + 2", 0, "cycle", "It falls into a cycle of 2: 0, 1 and again."),
      ("cbrt(x)", 0.5, "diverged", "It diverges."),
      ("x^2 + 1", 0, "stationary", "The derivative is zero at the last one"),
      ("ln(x)", 5, "leftDomain", "undefined at the last one"),
    ])
  func verdicts(source: String, start: Double, outcome: String, words: String) throws {
    let composition = try Self.compose(source, from: start)
    #expect(composition.results.text.contains("\"outcome\": \"\(outcome)\""))
    #expect(composition.description.contains(words))
  }

  @Test("an extremum is a root of the derivative, with its kind")
  func minimum() throws {
    let composition = try Self.compose("exp(x) - 2x", from: 1, minimises: true)
    #expect(composition.results.text.contains("\"kind\": \"minimum\""))
    #expect(composition.description.contains("0.6931472"))
  }

  @Test(
    "extreme starts and functions make a figure all the same",
    arguments: [
      ("x", 1e300), ("exp(x)", -700), ("1/x", 1e-300), ("x^2", 0), ("0", 1), ("7", 1),
      ("sqrt(-1-x^2)", 1), ("tan(x)", 1.5), ("x exp(-x)", 2),
    ])
  func extremes(source: String, start: Double) throws {
    let composition = try Self.compose(source, from: start)
    let window = try #require(composition.scene).panel.window
    #expect(window.width.isFinite && window.width > 0)
    #expect(window.height.isFinite && window.height > 0)
  }

  @Test("numbers that cannot be used are refused")
  func refusals() {
    #expect(throws: FigureError.self) { try Self.compose("x^2 - 2", from: 1, steps: 0) }
    #expect(throws: FigureError.self) { try Self.compose("x y", from: 1) }
  }
}

/// The enlarged part of the picture.
struct NewtonInsetTests {
  private static func stages(_ source: String, from start: Double) throws -> [SceneStage] {
    var figure = Newton()
    figure.expression = source
    figure.start = start
    return try figure.compose(in: Setting()).scene?.stages ?? []
  }

  @Test("the last steps are enlarged where they cannot be told apart")
  func inset() throws {
    let stages = try Self.stages("x^3 - 2x + 2", from: -1)
    let marks = stages.first { $0.name == "inset" }?.marks ?? []
    let note = marks.contains { mark in
      if case .text(let text, _, _, _, _, _) = mark { text.contains("enlarged") } else { false }
    }
    #expect(note)
  }

  @Test("a cycle, or one step to the root, has nothing to enlarge")
  func none() throws {
    for (source, start) in [("x^3 - 2x + 2", 0.0), ("2x - 3", 10)] {
      #expect(try Self.stages(source, from: start).allSatisfy { $0.name != "inset" })
    }
  }
}
