import Calculus
import Testing

/// Descents against closed forms, their verdicts, and hostile input.
struct DescentTests {
  static func path(
    _ source: String, from start: [Double], _ settings: Descent.Settings
  ) throws -> Descent {
    try Expression(source, variables: start.count == 1 ? ["x"] : ["x", "y"])
      .descent(from: start, settings)
  }

  @Test(
    "on a quadratic gradient descent contracts by the greatest |1 - γλ|",
    arguments: [(0.05, 0.9), (0.02, 0.96), (0.09, 0.82), (0.095, 0.9)])
  func contraction(stepSize: Double, factor: Double) throws {
    // H = diag(2, 20).
    let path = try Self.path(
      "x^2 + 10y^2", from: [3, 1], .init(.gradient, stepSize: stepSize))
    #expect(path.outcome == .converged)
    #expect(path.order == 1)
    #expect(abs(try #require(path.contractionFactor) - factor) < 1e-3)
    #expect(abs(path.points[1][0] - 3 * (1 - 2 * stepSize)) < 1e-15)
    #expect(path.eigenvalues == [2, 20])
  }

  @Test("a step beyond 2/λ diverges, one of exactly 2/λ goes to and fro")
  func stability() throws {
    #expect(
      try Self.path("x^2 + 10y^2", from: [3, 1], .init(.gradient, stepSize: 0.11)).outcome
        == .diverged)
    let border = try Self.path("x^2", from: [3], .init(.gradient, stepSize: 1))
    #expect(border.outcome == .cycle && border.period == 2)
    #expect(border.points.prefix(3) == [[3], [-3], [3]])
  }

  @Test("Newton reaches the middle of a quadratic in one step, conjugate gradients in two")
  func quadraticTermination() throws {
    let f = "3x^2 + 2x y + 5y^2 - x + 4y"
    let newton = try Self.path(f, from: [7, -8], .init(.newton))
    #expect(newton.outcome == .converged && newton.points.count == 2)
    let conjugate = try Self.path(f, from: [7, -8], .init(.conjugateGradient))
    #expect(conjugate.outcome == .converged && conjugate.points.count == 3)
    // 6x + 2y = 1, 2x + 10y = -4.
    let end = try #require(newton.points.last)
    #expect(abs(end[0] - 18 / 56.0) < 1e-15 && abs(end[1] + 26 / 56.0) < 1e-15)
  }

  @Test(
    "every method with safeguards reaches the minimum of Rosenbrock's valley",
    arguments: [
      Descent.Method.safeguardedNewton, .bfgs, .conjugateGradient, .newton,
    ])
  func rosenbrock(method: Descent.Method) throws {
    let path = try Self.path(
      "(1-x)^2 + 100(y-x^2)^2", from: [-1.2, 1], .init(method, stepSize: 0.001))
    #expect(path.outcome == .converged, "\(method): \(path.outcome) \(path.points.count)")
    let end = try #require(path.points.last)
    #expect(abs(end[0] - 1) < 1e-8 && abs(end[1] - 1) < 1e-8)
    #expect(path.points.count < 200)
    if method == .newton { #expect(try #require(path.order) > 1.5) }
  }

  @Test(
    "momentum and Nesterov are faster than plain descent in a long valley",
    arguments: [Descent.Method.momentum, .nesterov])
  func momentum(method: Descent.Method) throws {
    let plain = try Self.path(
      "x^2 + 100y^2", from: [3, 1], .init(.gradient, stepSize: 0.005, steps: 5000))
    let fast = try Self.path(
      "x^2 + 100y^2", from: [3, 1], .init(method, stepSize: 0.005, steps: 5000))
    #expect(plain.outcome == .converged && fast.outcome == .converged)
    #expect(fast.points.count * 3 < plain.points.count)
  }

  @Test("few steps of Newton's are of second order though the first goes far")
  func fewSteps() throws {
    let path = try Self.path("x ln(x) + y^2", from: [0.33, 2.261], .init(.newton))
    #expect(path.outcome == .converged && path.points.count <= 5)
    #expect(abs((path.order ?? 0) - 2) < 0.1)
    #expect(path.contractionFactor == nil)
  }

  @Test("at a degenerate minimum Newton has order 1 and leaves two thirds at each step")
  func degenerate() throws {
    let path = try Self.path("x^4 + y^4", from: [1.696, 0.343], .init(.newton))
    #expect(path.outcome == .converged)
    #expect(path.order == 1)
    #expect(abs(try #require(path.contractionFactor) - 2.0 / 3) < 1e-6)
  }

  @Test(
    "a spiral has order 1, wherever on its turn it ends",
    arguments: [Descent.Method.momentum, .nesterov], [0.01, 0.02, 0.03, 0.05, 0.07, 0.1])
  func spirals(method: Descent.Method, stepSize: Double) throws {
    let path = try Self.path("x^2 + 3y^2", from: [1, 2], .init(method, stepSize: stepSize))
    #expect(path.outcome == .converged)
    #expect(path.order == 1)
    // The errors of x + v with v = βv − γg shrink by √β, where γλ(x) makes the roots complex.
    if method == .momentum {
      #expect(abs(try #require(path.contractionFactor) - 0.9.squareRoot()) < 0.01)
    }
  }

  @Test("momentum takes Polyak's steps: x + v with v = βv - γg")
  func momentumSteps() throws {
    let path = try Self.path("x^2/2", from: [1], .init(.momentum, stepSize: 0.1, steps: 2))
    // v₁ = -0.1, x₁ = 0.9, v₂ = -0.09 - 0.09, x₂ = 0.72.
    #expect(abs(path.points[2][0] - 0.72) < 1e-15)
    let nesterov = try Self.path("x^2/2", from: [1], .init(.nesterov, stepSize: 0.1, steps: 2))
    // v₁ = -0.1, x₁ = 0.9; g at 0.9 - 0.09 is 0.81; v₂ = -0.09 - 0.081, x₂ = 0.729.
    #expect(abs(nesterov.points[2][0] - 0.729) < 1e-15)
    #expect(path.outcome == .stepLimit)
  }

  @Test("backtracking never lets f rise, from any start and with any first step")
  func backtracking() throws {
    var settings = Descent.Settings(.gradient, stepSize: 10, steps: 200)
    settings.rule = .backtracking
    let path = try Self.path("(1-x)^2 + 100(y-x^2)^2", from: [-1.2, 1], settings)
    let values = path.values.compactMap { $0 }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
    #expect(values.count == path.points.count)
  }

  @Test("Newton goes to a saddle and a maximum, and the verdict says so")
  func stationaryKinds() throws {
    #expect(try Self.path("x^2 - y^2", from: [1, 1], .init(.newton)).outcome == .reachedSaddle)
    #expect(
      try Self.path("-(x^2 + y^2)", from: [1, 1], .init(.newton)).outcome == .reachedMaximum)
    #expect(
      try Self.path("x^2 - y^2", from: [1, 1], .init(.safeguardedNewton)).outcome == .diverged)
    #expect(try Self.path("x^2 - y^2", from: [0, 0], .init()).outcome == .reachedSaddle)
    #expect(try Self.path("x^2 + y^3", from: [0, 0], .init()).outcome == .stationary)
    let valley = try Self.path("(x - y)^2", from: [3, 1], .init(.gradient, stepSize: 0.1))
    #expect(valley.outcome == .stationary && valley.points.count < 200)
    #expect(try Self.path("x^2", from: [1, 1], .init(.newton)).outcome == .stalled)
    #expect(try Self.path("7 + 0x", from: [1, 2], .init()).outcome == .stationary)
  }

  @Test("a path that leaves the domain, the window or all bounds says so")
  func departures() throws {
    #expect(
      try Self.path("x + ln(x)", from: [0.5, 0], .init(.gradient, stepSize: 1)).outcome
        == .leftDomain)
    #expect(try Self.path("ln(x)", from: [-1, 0], .init()).outcome == .leftDomain)
    #expect(
      try Self.path("-x^2", from: [1, 0], .init(.gradient, stepSize: 0.5)).outcome == .diverged)
    var settings = Descent.Settings(.gradient, stepSize: 0.1)
    settings.window = [-2...2, -2...2]
    let path = try Self.path("-x^2", from: [1, 0], settings)
    #expect(path.outcome == .leftWindow)
    #expect(try #require(path.points.last)[0] > 2)
  }

  @Test("a line search ends at a kink as stalled, not as converged")
  func kink() throws {
    var settings = Descent.Settings(.gradient, stepSize: 1)
    settings.rule = .backtracking
    let path = try Self.path("abs(x) + abs(y)", from: [0.3, 0.7], settings)
    #expect(path.outcome != .converged)
  }

  @Test("settings and starts that make no sense are refused")
  func refusals() throws {
    let f = try Expression("x^2 + y^2", variables: ["x", "y"])
    #expect(throws: DescentError.dimension(wanted: 2, found: 1)) { try f.descent(from: [1]) }
    #expect(throws: DescentError.self) { try f.descent(from: [1, .nan]) }
    #expect(throws: DescentError.notFinite(coordinate: 0, .infinity)) {
      try f.descent(from: [.infinity, 0])
    }
    for stepSize in [0, -1, Double.nan, .infinity] {
      #expect(throws: DescentError.self) {
        try f.descent(from: [1, 1], .init(.gradient, stepSize: stepSize))
      }
    }
    #expect(throws: DescentError.self) { try f.descent(from: [1, 1], .init(steps: 0)) }
    #expect(throws: DescentError.self) { try f.descent(from: [1, 1], .init(steps: .max)) }
    let names = (0..<60).map { "v\($0)" }
    let wide = try Expression("v0^2", variables: names)
    #expect(throws: DescentError.tooManyVariables(60, limit: 50)) {
      try wide.descent(from: names.map { _ in 1 })
    }
  }

  @Test("any function from any start by any method ends in a verdict with finite points")
  func randomRuns() throws {
    var generator = SplitMix64(seed: 21)
    for source in IntervalTests.sources {
      let f = try Expression(source, variables: ["x", "y"])
      for method in Descent.Method.allCases {
        let start = (0..<2).map { _ in Double.random(in: -5...5, using: &generator) }
        let path = try f.descent(from: start, .init(method, steps: 60))
        #expect(path.points.allSatisfy { $0.allSatisfy { $0.isFinite } })
        #expect(path.points.count == path.values.count && path.points.count <= 61)
      }
    }
  }
}
