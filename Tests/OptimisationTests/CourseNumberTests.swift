import Plotting
import Testing

@testable import Optimisation

/// The numbers of the course's own figures, read from the results of ours.
struct CourseNumberTests {
  private static let polynomial = "x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30"

  private static func newton(
    _ expression: String, from start: Double, steps: Int = NewtonRaphson.defaultSteps
  ) throws -> Composition {
    var figure = Newton()
    (figure.expression, figure.start, figure.steps) = (expression, start, steps)
    return try figure.compose(in: Setting())
  }

  @Test(
    "Newton–Raphson on the lecture's polynomial: steps, iterates, roots",
    arguments: [
      (-4.0, 5, -3.760_213_97, [-3.811_287, -3.763_093, -3.760_224, -3.760_214]),
      (1, 3, 1.063_070_63, []), (1.99, 19, -3.760_213_97, [-36.4746]),
      (3.1, 28, -3.760_213_97, [2.5206, 3.2298, 2.9365, 4.0666]), (4, 13, 1.063_070_63, []),
      (-0.7, 33, 1.063_070_63, [16.93]), (2.5, 55, .nan, []),
    ])
  func polynomial(start: Double, count: Int, root: Double, iterates: [Double]) throws {
    let figure = try Self.newton(Self.polynomial, from: start)
    #expect(figure.result("outcome") == .string("converged"))
    if root.isFinite { #expect(abs(figure.number("root") - root) < 5e-9) }
    let steps = (1..<figure.count("iterates")).map {
      abs(figure.number("iterates", $0) - figure.number("iterates", $0 - 1))
    }
    #expect((steps.firstIndex { $0 < 5e-6 } ?? -1) + 1 == count)
    for (index, expected) in iterates.enumerated() {
      // To the digits given: the later iterates are given to four decimals.
      let slack = abs(expected) > 10 ? 5e-3 : 6e-5
      #expect(abs(figure.number("iterates", index + 1) - expected) < slack)
    }
  }

  @Test("Newton–Raphson where the lecture's polynomial is level, and where it wanders")
  func levelStarts() throws {
    for start in [-3.0, -1, 2, 3] {
      #expect(
        try Self.newton(Self.polynomial, from: start).result("outcome") == .string("stationary"))
    }
    let wandering = try Self.newton(Self.polynomial, from: 3.5, steps: 60)
    #expect(wandering.result("outcome") == .string("wandering"))
  }

  @Test("the lecture's cubic: quick from −2, a cycle from 0 and 1, thrown from −1")
  func cubic() throws {
    let cubic = "x^3 - 2x + 2"
    let quick = try Self.newton(cubic, from: -2)
    for (index, x) in [-1.8, -1.76995, -1.76929].enumerated() {
      #expect(abs(quick.number("iterates", index + 1) - x) < 5e-6)
    }
    for start in [0.0, 1] {
      let cycle = try Self.newton(cubic, from: start)
      #expect(cycle.result("outcome") == .string("cycle") && cycle.number("period") == 2)
    }
    let thrown = try Self.newton(cubic, from: -1)
    for (index, x) in [-4, -2.826, -2.147].enumerated() {
      #expect(abs(thrown.number("iterates", index + 1) - x) < 5e-4)
    }
    #expect(abs(thrown.number("root") + 1.769292) < 5e-7)
  }

  @Test("the lecture's Lagrange points: ±a√(2/3), ±a/√3 with f = ±2a³/(3√3)")
  func lecture() throws {
    let figure = try Self.lagrange("x^2 y", on: "x^2 + y^2 = 9", -4...4)
    let values = (0..<figure.count("points")).map { figure.number("points", $0, "value") }
    let greatest = 2 * 27 / (3 * 3.0.squareRoot())
    #expect(values.filter { abs($0 - greatest) < 1e-12 * greatest }.count == 2)
    #expect(values.filter { abs($0 + greatest) < 1e-12 * greatest }.count == 2)
  }

  private static func lagrange(
    _ expression: String, on constraint: String, _ range: ClosedRange<Double> = -3...3
  ) throws -> Composition {
    var figure = Lagrange()
    (figure.expression, figure.constraints) = (expression, [constraint])
    var setting = Setting()
    (setting.xRange, setting.yRange) = (range, range)
    return try figure.compose(in: setting)
  }

  private func expect(
    _ figure: Composition, _ points: [[Double]], _ kinds: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(figure.count("points") == points.count, sourceLocation: sourceLocation)
    for (point, kind) in zip(points, kinds) {
      let found = (0..<points.count).contains { index in
        abs(figure.number("points", index, "at", "x") - point[0]) < 6e-7
          && abs(figure.number("points", index, "at", "y") - point[1]) < 6e-7
          && abs(figure.number("points", index, "multipliers", 0) - point[2]) < 6e-6
          && abs(figure.number("points", index, "value") - point[3]) < 6e-6
          && figure.result("points", index, "kind") == .string(kind)
      }
      #expect(found, "\(point) \(figure.results.text)", sourceLocation: sourceLocation)
    }
  }

  @Test("the labs' Lagrange points with their multipliers and kinds")
  func labs() throws {
    expect(
      try Self.lagrange("exp(-(2x^2 + y^2 - x y)/2)", on: "x^2 + 3(y+1)^2 = 1"),
      [
        [-0.095_838, -0.425_307, 0.101_108, 0.923_811],
        [-0.958_963, -1.163_698, -0.246_538, 0.353_902],
        [-0.626_142, -1.450_165, -0.156_503, 0.371_748],
        [0.930_942, -1.210_830, -0.152_319, 0.114_944],
      ], ["maximum", "minimum", "maximum", "minimum"])
    expect(
      try Self.lagrange("-exp(x - y^2 + x y)", on: "cosh(y) + x = 2"),
      [
        [0.957_782, 0.289_565, -4.077_89, -3.162_22],
        [-1.171_045, -1.821_365, 0.077_902_1, -0.094_844_8],
      ], ["minimum", "maximum"])
  }

  @Test("the sandpit's well is dug out by the gradient, and a start beside the hill leaves the pit")
  func sandpit() throws {
    var figure = DescentPaths()
    figure.expression = "-((x-4.1)^2 + (y-0.9)^2) - 30 exp(-((x-1.5)^2 + (y-3.7)^2)/2.8)"
    figure.starts = [Point(2, 3), Point(5, 2)]
    (figure.methods, figure.stepSize) = ([.gradient], 0.05)
    var setting = Setting()
    (setting.xRange, setting.yRange) = (0...6, 0...6)
    let found = try figure.compose(in: setting)
    #expect(found.result("paths", 0, "outcome") == .string("converged"))
    #expect(found.result("paths", 1, "outcome") == .string("diverged"))
    guard case .array(let points) = found.result("paths", 0, "points"),
      case .array(let values) = found.result("paths", 0, "values")
    else {
      Issue.record("there is no path")
      return
    }
    let last = points.count - 1
    #expect(abs(found.number("paths", 0, "points", last, "x") - 1.21283) < 6e-6)
    #expect(abs(found.number("paths", 0, "points", last, "y") - 4.00926) < 6e-6)
    #expect(abs(found.number("paths", 0, "values", values.count - 1) + 46.15437) < 6e-6)
  }
}
