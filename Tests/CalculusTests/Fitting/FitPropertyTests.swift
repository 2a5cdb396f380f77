import Calculus
import Testing

/// What must hold for every fit, whatever the numbers.
struct FitPropertyTests {
  /// Points about a curve, with a normal scatter.
  static func sample(
    _ count: Int, seed: UInt64, scatter: Double, _ curve: (Double) -> Double
  ) -> (x: [Double], y: [Double]) {
    var generator = SplitMix64(seed: seed)
    let x = (0..<count).map { 0.1 + 4 * Double($0) / Double(count - 1) }
    let y = x.map { value -> Double in
      let noise = (0..<12).reduce(-6.0) { sum, _ in
        sum + Double.random(in: 0..<1, using: &generator)
      }
      return curve(value) + scatter * noise
    }
    return (x, y)
  }

  static let decay = sample(40, seed: 7, scatter: 0.05) { 3 / (1 + $0 * $0) + 1 }

  private func solved(
    _ model: String, _ x: [Double], _ y: [Double], start: [String: Double]
  ) throws -> FitResult {
    let model = try FitModel(model, columns: ["x", "y"])
    return try Fit(model, to: FitData(x: x, y: y), errors: nil, start: start).solved()
  }

  @Test("scaling x and y scales the parameters and changes nothing else")
  func scaling() throws {
    let (x, y) = Self.decay
    let plain = try solved("a/(1+k*x^2)+c", x, y, start: ["a": 1, "k": 1, "c": 0])
    for (u, v) in [(1e-6, 1e6), (1e5, 1e-9), (3.0, 7.0)] {
      let scaled = try solved(
        "a/(1+k*x^2)+c", x.map { $0 * u }, y.map { $0 * v },
        start: ["a": v, "k": 1 / (u * u), "c": 0])
      for (name, factor) in [("a", v), ("k", 1 / (u * u)), ("c", v)] {
        let expected = (plain[name] ?? 0) * factor
        #expect(Fixture.digits(scaled[name] ?? 0, expected) > 9, "\(name), \(u), \(v)")
      }
      #expect(abs((scaled.rSquared ?? 0) - (plain.rSquared ?? 1)) < 1e-12)
    }
  }

  @Test("a linear model gives the same by steps as by its exact solution")
  func linearByBoth() throws {
    let (x, y) = Self.decay
    let linear = try solved("a + b*x + c*x^2", x, y, start: [:])
    // exp(d) for the constant: the same curves, but not linear in d.
    let steps = try solved("exp(d) + b*x + c*x^2", x, y, start: ["d": 0, "b": 0, "c": 0])
    #expect(linear.verdict == .solved)
    #expect(steps.verdict == .converged)
    #expect(abs(linear.chiSquared - steps.chiSquared) < 1e-12 * linear.chiSquared)
    #expect(Fixture.digits(steps["c"] ?? 0, linear["c"] ?? 1) > 10)
    let errors = (linear.parameters[1].standardError, steps.parameters[1].standardError)
    #expect(Fixture.digits(errors.1 ?? 0, errors.0 ?? 1) > 9)
  }

  @Test("believed errors ten times as large give errors ten times as large, scaled ones the same")
  func errorsBelieved() throws {
    let (x, y) = Self.decay
    let model = try FitModel("a + b*x", columns: ["x", "y"])
    let results = try [0.05, 0.5].map { error in
      try Fit(
        model, to: FitData(x: x, y: y, errors: x.map { _ in error }), errors: "error"
      ).solved()
    }
    let unit = try solved("a + b*x", x, y, start: [:])
    for place in 0..<2 {
      let (a, b) = (results[0].parameters[place], results[1].parameters[place])
      #expect(Fixture.digits((b.standardError ?? 0) / 10, a.standardError ?? 1) > 12)
      #expect(Fixture.digits(b.standardErrorScaled ?? 0, a.standardErrorScaled ?? 1) > 12)
      let plain = unit.parameters[place].standardError ?? 1
      #expect(Fixture.digits(a.standardErrorScaled ?? 0, plain) > 12)
    }
    #expect(unit.pValue == nil)
    #expect(results[0].pValue ?? 2 < results[1].pValue ?? 0)
  }

  @Test("a fixed parameter stays, and the rest is the fit without it")
  func fixed() throws {
    let (x, y) = Self.decay
    var fit = Fit(
      try FitModel("a/(1+k*x^2)+c", columns: ["x", "y"]), to: try FitData(x: x, y: y))
    fit.fixed = ["k": 1]
    let result = try fit.solved()
    let direct = try solved("a/(1+x^2)+c", x, y, start: [:])
    #expect(result.verdict == .solved)
    #expect(result["k"] == 1)
    #expect(result.parameters.map(\.role) == [.free, .fixed, .free])
    #expect(result.parameters[1].standardError == 0)
    #expect(result.degreesOfFreedom == 38)
    #expect(Fixture.digits(result["a"] ?? 0, direct["a"] ?? 1) > 13)
  }

  @Test("a parameter at its bound is the fit with it held there")
  func bounds() throws {
    let (x, y) = Self.decay
    for model in ["a/(1+k*x^2)+c", "a + k*x + c*x^2"] {
      let free = try solved(model, x, y, start: ["a": 1, "k": 1, "c": 0])
      let limit = (free["k"] ?? 0) + abs(free["k"] ?? 0) / 2
      var fit = Fit(try FitModel(model, columns: ["x", "y"]), to: try FitData(x: x, y: y))
      fit.bounds = ["k": limit...(.infinity)]
      let bounded = try fit.solved()
      fit.bounds = [:]
      fit.fixed = ["k": limit]
      let held = try fit.solved()
      #expect(bounded["k"] == limit, "\(model)")
      #expect(bounded.parameters[1].role == .atBound)
      #expect(Fixture.digits(bounded["a"] ?? 0, held["a"] ?? 1) > 9, "\(model)")
      #expect(Fixture.digits(bounded.chiSquared, held.chiSquared) > 12, "\(model)")
      #expect(bounded.verdict == .converged, "\(model)")
      fit.fixed = [:]
      fit.bounds = ["k": (free["k"] ?? 0) - 10...limit]
      let wide = try fit.solved()
      #expect(Fixture.digits(wide["k"] ?? 0, free["k"] ?? 1) > 9, "\(model)")
    }
  }

  @Test("exchanging x and y with their errors gives the same straight line")
  func orthogonalSymmetry() throws {
    let (x, y) = Self.sample(30, seed: 3, scatter: 0.2) { 2 * $0 - 1 }
    let table = try FitData(columns: [
      "x": x, "y": y, "s": x.map { 0.1 + 0.05 * $0 }, "t": x.map { 0.3 - 0.05 * $0 },
    ])
    func line(_ x: String, _ y: String, _ sx: String, _ sy: String) throws -> FitResult {
      let model = try FitModel("a + b*\(x)", response: y, columns: ["x", "y", "s", "t"])
      return try Fit(
        model, to: table, errors: sy, errorsInX: .init(column: x, errors: sx)
      ).solved()
    }
    let (forth, back) = (try line("x", "y", "s", "t"), try line("y", "x", "t", "s"))
    let (b, c) = (forth["b"] ?? 0, back["b"] ?? 0)
    #expect(abs(b * c - 1) < 1e-10)
    #expect(abs((forth["a"] ?? 0) + b * (back["a"] ?? 0)) < 1e-9)
    #expect(Fixture.digits(forth.chiSquared, back.chiSquared) > 10)
    #expect(forth.verdict == .converged)
  }

  @Test("errors in x that vanish give the fit with errors in y alone")
  func vanishingErrorsInX() throws {
    let (x, y) = Self.decay
    let data = try FitData(columns: [
      "x": x, "y": y, "s": x.map { _ in 0.05 }, "t": x.map { _ in 1e-9 },
    ])
    let model = try FitModel("a*exp(-k*x)+c", columns: ["x", "y"])
    let start = ["a": 3.0, "k": 1, "c": 1]
    let plain = try Fit(model, to: data, errors: "s", start: start).solved()
    let both = try Fit(
      model, to: data, errors: "s", errorsInX: .init(column: "x", errors: "t"), start: start
    ).solved()
    for name in ["a", "k", "c"] {
      #expect(Fixture.digits(both[name] ?? 0, plain[name] ?? 1) > 8, "\(name)")
    }
  }

  @Test("a curve with errors in both has no better parameters nearby")
  func orthogonalMinimum() throws {
    let (x, y) = Self.sample(25, seed: 11, scatter: 0.1) { 3 * $0 * $0 / (1 + $0 * $0) }
    let data = try FitData(columns: [
      "x": x, "y": y, "s": x.map { _ in 0.1 }, "t": x.map { _ in 0.2 },
    ])
    var fit = Fit(
      try FitModel("a*x^2/(k+x^2)", columns: ["x", "y"]), to: data, errors: "s",
      errorsInX: .init(column: "x", errors: "t"))
    let result = try fit.solved()
    let best = ["a": result["a"] ?? 0, "k": result["k"] ?? 0]
    #expect(result.verdict == .converged)
    for (name, step) in [("a", 1e-3), ("a", -1e-3), ("k", 1e-3), ("k", -1e-3)] {
      fit.fixed = best
      fit.fixed[name, default: 0] += step
      #expect(try fit.solved().chiSquared > result.chiSquared)
    }
  }

  @Test("the second derivative along a direction is that of the difference quotient")
  func secondDerivative() throws {
    let f = try Expression("a*exp(-b*x)/(1+b^c)", variables: ["x", "a", "b", "c"])
    let second = FitProbe.secondDerivative(of: f, along: ["a", "b", "c"])
    let (p, v) = ([0.7, 1.3, 0.8, 1.9], [0, 0.3, -0.5, 0.2])
    let h = 1e-4
    func moved(_ t: Double) -> Double { f.value(at: zip(p, v).map { $0 + t * $1 }) }
    let quotient = (moved(h) - 2 * moved(0) + moved(-h)) / (h * h)
    #expect(abs(second.value(at: p + v.dropFirst()) - quotient) < 1e-6)
  }

  @Test("a model survives being written and read")
  func coding() throws {
    let (x, y) = Self.decay
    let fit = Fit(
      try FitModel("a/(1+k*x^2)+c", columns: ["x", "y"], constants: ["unused": 2]),
      to: try FitData(x: x, y: y), errors: nil, start: ["a": 1, "k": 1, "c": 0])
    let result = try fit.solved()
    #expect(try FitProbe.roundTrip(fit) == fit)
    #expect(try FitProbe.roundTrip(result) == result)
  }
}
