import Calculus
import Testing

/// The verdicts of Newton–Raphson, and the course's own figures.
struct NewtonRaphsonTests {
  struct File: Decodable { let problems: [Problem] }

  struct Problem: Decodable {
    let id: String
    let f: String
    let x0: String
    let outcome: String
    let limit: String?
    let iterates: [String]

    /// Our name of the outcome in the file.
    var expected: NewtonRaphson.Outcome? {
      switch outcome {
      case "converges", "converges-linearly": .converged
      case "cycle-2": .cycle
      case "diverges": .diverged
      case "derivative-zero": .stationary
      case "domain-error": .leftDomain
      case "chaotic": .wandering
      default: nil
      }
    }

    func isPassed() throws -> Bool {
      let f = try Expression(f, variables: ["x"])
      let run = try f.newtonRaphson(from: Double(x0) ?? .nan)
      guard run.outcome == expected else { return false }
      if outcome == "cycle-2" && run.period != 2 { return false }
      if outcome == "converges-linearly" && run.order != 1 { return false }
      if let limit = limit.flatMap(Double.init) {
        guard let root = run.root, abs(root - limit) <= 1e-12 * max(1, abs(limit)) else {
          return false
        }
      }
      return zip(run.iterates, iterates).allSatisfy { ours, theirs in
        guard let theirs = Double(theirs) else { return false }
        return abs(ours - theirs) <= 1e-9 * max(1, abs(theirs))
      }
    }
  }

  @Test("every problem of newton_1d.json ends with its verdict, its limit and its iterates")
  func conformance() throws {
    let file = try Fixture.load("newton_1d.json", as: File.self)
    var passed = 0
    for problem in file.problems {
      let isPassed = try problem.isPassed()
      #expect(isPassed, "\(problem.id)")
      passed += isPassed ? 1 : 0
    }
    print("newton_1d.json: \(passed) of \(file.problems.count) passed, 0 skipped")
    #expect(file.problems.count == 21)
  }

  static func run(
    _ source: String, from start: Double, seeking target: NewtonRaphson.Target = .root,
    steps: Int = NewtonRaphson.defaultSteps
  ) throws -> NewtonRaphson {
    try Expression(source, variables: ["x"])
      .newtonRaphson(from: start, seeking: target, steps: steps)
  }

  @Test(
    "what looks like a verdict is not taken for it",
    arguments: [
      // The residual underflows on the way to infinity, or on the way to a point without a value.
      ("x*exp(-x)", 2.0, NewtonRaphson.Outcome.diverged, 0.0),
      ("exp(-1/x^2)", 0.5, .wandering, 0), ("exp(-1/x^2)", 1, .wandering, 0),
      ("exp(-x) - 1e-40", 0, .converged, 92.103_403_719_761_83),
      // Two roots that look like one from afar, and none that looks like one.
      ("x^2 - 1e-300", 1, .converged, 1e-150),
      ("(x-1)^2 - 1e-22", 3, .converged, 1 + 1e-11),
      ("(x-1)^2 + 1e-22", 3, .wandering, 0),
      // Multiple roots, factored, written out and at 0.
      ("x^10", 1, .converged, 0), ("(x-1)^10", 3, .converged, 1),
      ("x^2 - 2x + 1", 3, .converged, 1),
      ("x^2", 0, .converged, 0),
      // A slope that vanishes at a number that is no double.
      ("sin(x)", .pi / 2, .stationary, 0), ("x^3 - x", 1 / 3.0.squareRoot(), .stationary, 0),
      ("cos(x)", 0, .stationary, 0), ("x^2 + 1", 0, .stationary, 0), ("3", 1, .stationary, 0),
      // Cycles: exact, repelling, attracting, with a kink.
      ("x^3 - 5x", 1, .cycle, 2), ("x^2 + 1", 1 / 3.0.squareRoot(), .cycle, 2),
      ("x^2 + 1", 2.076_521_396_572_336_7, .cycle, 3),
      ("x^2 + 1", 1.376_381_920_471_173_5, .cycle, 4),
      ("x^3 - 2x + 2", 0.1, .cycle, 2), ("x^5 - x - 1", 0, .cycle, 3),
      ("sign(x)*sqrt(abs(x))", 2, .cycle, 2),
      // Far away, and back or not.
      ("x^2 - 2", 1e-13, .converged, 1.414_213_562_373_095_1), ("1/x", -1, .diverged, 0),
      ("exp(x)", 0, .diverged, 0), ("erfc(x)", 1, .diverged, 0),
      ("ln(x)/x", 3, .diverged, 0), ("1/(1+x^2)", 2, .diverged, 0),
      ("tan(x) - x", 4, .diverged, 0), ("tanh(x)", 1.2, .diverged, 0),
      ("erf(x)", 1.1, .diverged, 0), ("exp(1/x)", 1, .diverged, 0),
      ("1/x - 1", 2.5, .diverged, 0), ("floor(x) - 3", 5.2, .stationary, 0),
      ("x^(1/3)", 1, .leftDomain, 0),
      // Outside the domain, at its ends and beside a pole.
      ("ln(x)", -1, .leftDomain, 0), ("sqrt(x) - 2", 10, .converged, 4),
      ("sqrt(x) - 2", 20, .leftDomain, 0),
      ("sqrt(x) + 1", 1, .leftDomain, 0), ("1/x", 0, .leftDomain, 0),
      ("1/(x-1)", 1.000_000_000_000_000_2, .diverged, 0), ("cbrt(x)", 0, .converged, 0),
      ("abs(x)", 3, .converged, 0), ("asin(x) - 1", 0.99, .converged, 0.841_470_984_807_896_5),
    ])
  func verdicts(
    source: String, start: Double, outcome: NewtonRaphson.Outcome, detail: Double
  ) throws {
    let run = try Self.run(source, from: start)
    #expect(run.outcome == outcome, "\(source): \(run.outcome), \(run.iterates.suffix(3))")
    if outcome == .cycle { #expect(run.period == Int(detail)) }
    if outcome == .converged, let root = run.root {
      #expect(abs(root - detail) <= max(1e-11 * abs(detail), detail == 0 ? 1e-10 : 0), "\(root)")
    }
    #expect((run.root == nil) == (outcome != .converged))
    #expect(run.iterates.allSatisfy { $0.isFinite })
  }

  @Test("the order is 2 at a simple root, 3 where f″ vanishes too, 1 at a multiple root")
  func orders() throws {
    #expect(abs(try #require(Self.run("x^2 - 2", from: 1).order) - 2) < 0.05)
    #expect(abs(try #require(Self.run("exp(x) - 3", from: 1).order) - 2) < 0.1)
    #expect(abs(try #require(Self.run("atan(x)", from: 1).order) - 3) < 0.2)
    for (source, m) in [("(x-1)^2", 2.0), ("(x-1)^3", 3), ("x^10", 10), ("x^2*exp(x)", 2)] {
      let run = try Self.run(source, from: 3)
      #expect(run.order == 1)
      #expect(abs(try #require(run.multiplicity) - m) < 1e-3 * m, "\(source)")
    }
    #expect(try Self.run("3x - 6", from: 10).order == nil)
    // From afar this looks like a triple root; near the root it is a simple one.
    let late = try Self.run("x^3 + 1e-9", from: 1)
    #expect(abs(try #require(late.order) - 2) < 0.2 && late.multiplicity == nil)
  }

  @Test("a multiple root written out is found as well as rounding lets it")
  func roundedMultipleRoots() throws {
    for (source, root, m) in [("x^3 - 3x^2 + 3x - 1", 1.0, 3.0), ("cos(x) - 1", 0, 2)] {
      let run = try Self.run(source, from: 2)
      #expect(run.outcome == .converged && run.order == 1, "\(source)")
      #expect(abs(try #require(run.root) - root) < 1e-5)
      #expect(abs(try #require(run.multiplicity) - m) < 0.1)
    }
  }

  // MARK: The course

  static let polynomial = "x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30"

  @Test(
    "the course polynomial takes the steps that the course counts",
    arguments: [
      (-4.0, 5, -3.760_213_972_197_447_6), (1, 3, 1.063_070_629_709_697),
      (1.99, 19, -3.760_213_972_197_447_6), (3.1, 28, -3.760_213_972_197_447_6),
      (4, 13, 1.063_070_629_709_697), (-0.7, 33, 1.063_070_629_709_697),
    ])
  func courseCounts(start: Double, count: Int, root: Double) throws {
    let run = try Self.run(Self.polynomial, from: start)
    let steps = zip(run.iterates.dropFirst(), run.iterates).map { abs($0 - $1) }
    #expect((steps.firstIndex { $0 < 5e-6 } ?? -1) + 1 == count)
    #expect(abs(try #require(run.root) - root) < 1e-14)
  }

  @Test("the course polynomial wanders for 60 steps from 3.5 and stands still at -3, -1, 2 and 3")
  func courseVerdicts() throws {
    #expect(try Self.run(Self.polynomial, from: 3.5, steps: 60).outcome == .wandering)
    for start in [-3.0, -1, 2, 3] {
      #expect(try Self.run(Self.polynomial, from: start).outcome == .stationary)
    }
  }

  @Test("Newton on f′ finds the extremum and says which it is")
  func extrema() throws {
    let minimum = try Self.run("x^3 - 3x", from: 0.1, seeking: .extremum)
    #expect(minimum.kind == .minimum && minimum.root == 1)
    let maximum = try Self.run("x^3 - 3x", from: -0.1, seeking: .extremum)
    #expect(maximum.kind == .maximum && maximum.root == -1)
    let flat = try Self.run("x^4", from: 1, seeking: .extremum)
    #expect(flat.outcome == .converged && flat.kind == .degenerate)
    #expect(try Self.run("x^2", from: 7, seeking: .extremum).iterates == [7, 0])
  }

  // MARK: Hostile input

  @Test("a start that is no number, a budget out of range and a second variable are refused")
  func refusals() throws {
    let f = try Expression("x^2 - 2", variables: ["x"])
    #expect(throws: UnivariateError.self) { try f.newtonRaphson(from: .nan) }
    #expect(throws: UnivariateError.notFinite(.infinity)) {
      try f.newtonRaphson(from: .infinity)
    }
    #expect(throws: UnivariateError.badBudget(0, limit: NewtonRaphson.stepLimit)) {
      try f.newtonRaphson(from: 1, steps: 0)
    }
    #expect(throws: UnivariateError.self) { try f.newtonRaphson(from: 1, steps: .max) }
    let two = try Expression("x + y", variables: ["x", "y"])
    #expect(throws: UnivariateError.variables(count: 2)) { try two.newtonRaphson(from: 1) }
  }

  @Test("any function from any start ends in a verdict with finite iterates")
  func randomRuns() throws {
    var generator = SplitMix64(seed: 5)
    let functions = try IntervalTests.sources.filter { !$0.contains("y") }.map {
      try Expression($0, variables: ["x"])
    }
    let extremes = [0, -0.0, Double.leastNonzeroMagnitude, 1e300, -1.7e308, 1e16, -1e-300]
    for f in functions {
      for trial in 0..<20 {
        let start = trial < 7 ? extremes[trial] : Double.random(in: -9...9, using: &generator)
        for target in NewtonRaphson.Target.allCases {
          let run = try f.newtonRaphson(from: start, seeking: target, steps: 200)
          #expect(run.iterates.allSatisfy { $0.isFinite })
          #expect(run.iterates.count <= 201)
        }
      }
    }
  }

  @Test("a run of one step has a verdict of its own")
  func shortBudget() throws {
    #expect(try Self.run("x^2 - 2", from: 1, steps: 1).outcome == .wandering)
    #expect(try Self.run("ln(x)", from: 3, steps: 1).outcome == .leftDomain)
    #expect(try Self.run("2x - 4", from: 3, steps: 1).outcome == .converged)
  }
}
