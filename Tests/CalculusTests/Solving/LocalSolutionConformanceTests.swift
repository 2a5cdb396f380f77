import Calculus
import Testing

/// Minima in several variables from the starts of the literature.
struct LocalSolutionConformanceTests {
  struct CriticalFile: Decodable {
    let problems: [CriticalProblem]

    enum CodingKeys: String, CodingKey { case problems = "nd_problems" }
  }

  struct CriticalProblem: Decodable {
    let id: String
    let f: String
    let variables: [String]
    let start: [Double]
    let minimum: String
  }

  struct LagrangeFile: Decodable { let problems: [LagrangeProblem] }

  struct LagrangeProblem: Decodable {
    struct Solution: Decodable {
      let x: [String]
      let f: String
    }

    let name: String
    let variables: [String]
    let objective: String
    let constraints: [String]
    let start: [Double]
    let solution: Solution
    let degenerate: Bool
  }

  @Test("Newton's method from a start reaches the listed minimum")
  func criticalPoints() throws {
    let file = try Fixture.load("critical_points.json", as: CriticalFile.self)
    var passed = 0
    for problem in file.problems {
      let f = try Expression(problem.f, variables: problem.variables)
      let solution = try #require(f.criticalPoint(from: problem.start))
      let minimum = try #require(Double(problem.minimum))
      let point = solution.point
      let isRight =
        solution.isConverged && abs(point.value - minimum) <= 1e-12 * max(1, abs(minimum))
        && point.gradientNorm <= 1e-6 && point.kind != .saddle && point.kind != .maximum
      #expect(isRight, "\(problem.id): \(solution)")
      if isRight { passed += 1 }
    }
    print("critical_points.json, starts: \(passed) of \(file.problems.count) passed, 0 skipped")
    #expect(file.problems.count == 6)
  }

  @Test("sequential quadratic programming from a start reaches the listed solution")
  func lagrangePoints() throws {
    let file = try Fixture.load("lagrange_nd.json", as: LagrangeFile.self)
    var passed = 0
    for problem in file.problems {
      let f = try Expression(problem.objective, variables: problem.variables)
      let constraints = try problem.constraints.map {
        try Expression($0, variables: problem.variables)
      }
      let solution = try #require(f.lagrangePoint(subjectTo: constraints, from: problem.start))
      let value = try #require(Double(problem.solution.f))
      let point = solution.point
      let violation = constraints.map { abs($0.value(at: point.at)) }.max() ?? 0
      // ∇f = Σ λ ∇g, by the exact gradients.
      let slopes = constraints.map { $0.derivatives(at: point.at).gradient }
      let remainder = f.derivatives(at: point.at).gradient.enumerated().map { index, slope in
        slope - zip(point.multipliers, slopes).reduce(0) { $0 + $1.0 * $1.1[index] }
      }
      let isRight =
        solution.isConverged && violation <= 1e-8
        && abs(point.value - value) <= 1e-8 * max(1, abs(value))
        && remainder.allSatisfy { abs($0) <= 1e-5 }
        && (problem.degenerate || point.kind == .minimum)
      #expect(isRight, "\(problem.name): \(solution)")
      if isRight { passed += 1 }
    }
    print("lagrange_nd.json: \(passed) of \(file.problems.count) passed, 0 skipped")
    #expect(file.problems.count == 15)
  }
}
