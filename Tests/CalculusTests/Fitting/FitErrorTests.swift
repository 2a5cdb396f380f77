import Calculus
import Testing

/// Hostile data and models: a clear error or a stated result, never a trap.
struct FitErrorTests {
  private func fit(
    _ model: String, _ x: [Double], _ y: [Double], response: String = "y",
    change: (inout Fit) -> Void = { _ in }
  ) throws -> FitResult {
    let data = try FitData(columns: ["x": x, "y": y, "s": x.map { $0 - 2 }])
    var fit = Fit(
      try FitModel(model, response: response, columns: ["x", "y", "s"]), to: data)
    change(&fit)
    return try fit.solved()
  }

  @Test("what cannot be fitted says why")
  func errors() {
    let x = [1.0, 2, 3, 4]
    let y = [2.0, 4.1, 5.9, 8.2]
    let table: [(String, () throws -> FitResult)] = [
      (
        "3 parameters want at least 3 rows of numbers, not 2",
        { try fit("a+b*x+c*x^2", [1, 2], [1, 2]) }
      ),
      (
        "2 parameters want at least 2 rows of numbers, not 1 (3 skipped)",
        { try fit("a+b*x", [1, .nan, 3, 4], [1, 2, .infinity, .nan]) }
      ),
      ("1 parameter wants at least 1 row of numbers, not 0", { try fit("a", [], []) }),
      (
        "the data cannot tell 'a' and 'b' apart: fix one of them or leave one out",
        { try fit("a*x + b*x", x, y) }
      ),
      (
        "the data cannot tell 'a' and 'b' apart: fix one of them or leave one out",
        { try fit("a + b*x + c*x^2", [2, 2, 2, 2], y) { $0.fixed = ["c": 1] } }
      ),
      (
        "the data do not determine 'b': fix it or leave it out",
        { try fit("a + b*(x-x)", x, y) }
      ),
      (
        "there is no column 'q'; the columns are 's', 'x' and 'y'",
        { try fit("a*x", x, y) { $0.errors = "q" } }
      ),
      (
        "the error of a measurement must be positive, not -1.0: column 's', row 1",
        { try fit("a*x", x, y) { $0.errors = "s" } }
      ),
      (
        "the errors of x in 's' want errors of y beside them",
        { try fit("a*x", x, y) { $0.errorsInX = .init(column: "x", errors: "s") } }
      ),
      (
        "the model has no parameter 'q'; its parameters are 'a'",
        { try fit("a*x", x, y) { $0.start = ["q": 1] } }
      ),
      (
        "a = nan is no start: it must be finite and inside the bounds",
        { try fit("a*x", x, y) { $0.start = ["a": .nan] } }
      ),
      (
        "a = 3.0 is no start: it must be finite and inside the bounds",
        {
          try fit("a*x", x, y) {
            $0.start = ["a": 3]
            $0.bounds = ["a": 0...1]
          }
        }
      ),
      (
        "what is to be fitted has no finite value in row 2",
        { try fit("a*x", x, [1, -1, 2, 3], response: "ln(y)") }
      ),
      (
        "the model has no finite value in row 1",
        { try fit("a*sqrt(x-2)", x, y) { $0.start = ["a": 1] } }
      ),
      (
        "the model has no finite value in row 1 at a = -1.0; other starting values may help",
        { try fit("sqrt(a)*x", x, y) { $0.start = ["a": -1] } }
      ),
      (
        "expected a number, a name or '(' after '+', in 'a +'", { try fit("a +", x, y) }
      ),
      ("unknown name 'z', in 'z'", { try fit("a*x", x, y, response: "z") }),
      (
        "the numbers are too large: rescale the data",
        { try fit("a+x", x, [1e200, -1e200, 1e200, 0]) }
      ),
      (
        "the model has no finite derivatives at a = 0.0, b = 1.0; other starting values may help",
        {
          try fit("b*x + sqrt(a)", x, y) {
            $0.start = ["a": 0, "b": 1]
            $0.bounds = ["a": 0...0]
          }
        }
      ),
      (
        "the model has more than 100 parameters",
        { try fit((0..<102).map { "p\($0)*x" }.joined(separator: "+"), x, y) }
      ),
    ]
    for (message, run) in table {
      do {
        let result = try run()
        Issue.record("no error, but \(result.verdict), where was wanted: \(message)")
      } catch let error as FitError {
        #expect(error.message == message)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test("a name that stands for two things is refused")
  func ambiguousNames() {
    for parameters in [["a", "a"], ["a", "x"]] {
      #expect(throws: FitError.ambiguousName(parameters[1])) {
        try FitModel("a*x", columns: ["x", "y"], parameters: parameters)
      }
    }
  }

  @Test("a start where the slope has no value is replaced by one that is found")
  func startWithoutSlope() throws {
    let result = try fit("b*x + sqrt(a)", [1, 2, 3, 4], [3, 5.1, 6.9, 9]) {
      $0.start = ["a": 0, "b": 1]
    }
    #expect(result.verdict == .converged)
    #expect(abs((result["b"] ?? 0) - 2) < 0.1)
  }

  @Test("columns of unequal length are refused")
  func ragged() {
    #expect(throws: FitError.raggedColumn("y", rows: 1, expected: 2)) {
      try FitData(x: [1, 2], y: [1])
    }
  }

  @Test("rows with missing numbers are left out and named")
  func skipped() throws {
    let result = try fit("a+b*x", [1, .nan, 3, 4, 5], [2, 4, 6, .nan, 10])
    #expect(result.skippedRows == [1, 3])
    #expect(result.rows == [0, 2, 4])
    #expect(Fixture.digits(result["b"] ?? 0, 2) > 14)
  }

  @Test("a missing number in a column that is not used does not matter")
  func unused() throws {
    let data = try FitData(columns: ["x": [1, 2], "y": [1, 2], "z": [.nan, .nan]])
    let model = try FitModel("a*x", columns: ["x", "y", "z"])
    #expect(try Fit(model, to: data).solved().skippedRows.isEmpty)
  }

  @Test("as many points as parameters: the curve goes through, and errors are unknown")
  func noDegreesOfFreedom() throws {
    for (model, verdict) in [("a+b*x", FitVerdict.solved), ("exp(a)+b*x", .exact)] {
      let result = try fit(model, [1, 2], [3, 5])
      #expect(result.verdict == verdict)
      #expect(result.degreesOfFreedom == 0)
      #expect(result.reducedChiSquared == nil)
      #expect(result.parameters.allSatisfy { $0.standardError == nil })
      #expect(Fixture.digits(result["b"] ?? 0, 2) > 12)
    }
  }

  @Test("points on the curve give an exact fit with errors of rounding")
  func perfect() throws {
    let x = (0..<20).map { Double($0) / 4 }
    let result = try fit("a*x/(b+x)", x, x.map { 3 * $0 / (2 + $0) })
    #expect(result.verdict == .exact)
    #expect(Fixture.digits(result["a"] ?? 0, 3) > 13)
    #expect(Fixture.digits(result["b"] ?? 0, 2) > 13)
    #expect((result.parameters[0].standardError ?? 1) < 1e-13)
  }

  @Test("parameters of a nonlinear model that the data do not determine are named")
  func undetermined() throws {
    let x = (0..<20).map { Double($0) / 4 }
    let y = x.map { 3 * $0 / (2 + $0) + 0.1 }
    let result = try fit("c + a*b*x/(1+x)", x, y) { $0.start = ["a": 1, "b": 1, "c": 0] }
    #expect(result.verdict == .undetermined(["a", "b"]))
    #expect(result.parameters[0].name == "c")
    #expect(result.parameters[0].standardError != nil)
    #expect(result.parameters[1].standardError == nil)
  }

  @Test("a power of x is fitted through x = 0, where its formula for the slope has no value")
  func powerAtZero() throws {
    let x = [0.0, 1, 2, 3, 4]
    let result = try fit("a*x^b", x, x.map { 2 * $0 * $0.squareRoot() + 0.01 * $0 })
    #expect(result.verdict == .converged)
    #expect(abs((result["b"] ?? 0) - 1.5) < 0.01)
  }

  @Test("all constant, all zero and enormous numbers end in a stated way")
  func extremes() throws {
    let x = [1.0, 2, 3, 4, 5]
    #expect(try fit("a+b*x", x, [0, 0, 0, 0, 0]).chiSquared == 0)
    #expect(try fit("a+b*x", x, [7, 7, 7, 7, 7]).rSquared == nil)
    #expect(try fit("a*exp(b*x)", x, [0, 0, 0, 0, 0]).chiSquared < 1e-20)
    let large = try fit("a+b*x", x.map { $0 * 1e150 }, x.map { 3e-150 * $0 })
    #expect(Fixture.digits(large["b"] ?? 0, 3e-300) > 12)
    for scale in [1e-300, 1e-30, 1e30, 1e140] {
      let result = try? fit("a*exp(b*x)", x, x.map { scale * $0 })
      if let result { #expect(result.parameters.allSatisfy { $0.value.isFinite }) }
    }
  }

  @Test("a model without parameters has its chi-squared")
  func noParameters() throws {
    let result = try fit("2*x", [1, 2, 3], [2, 4, 7])
    #expect(result.parameters.isEmpty)
    #expect(result.chiSquared == 1)
    #expect(result.degreesOfFreedom == 3)
  }

  @Test("many rows are fitted in bounded time", .timeLimit(.minutes(1)))
  func manyRows() throws {
    let x = (0..<50_000).map { Double($0) / 1e4 }
    let y = x.enumerated().map { 2 / (1 + $1) + ($0 % 3 == 0 ? 0.01 : -0.005) }
    let result = try fit("a/(k+x)", x, y)
    #expect(result.verdict == .converged)
    #expect(abs((result["a"] ?? 0) - 2) < 1e-2)
  }
}
