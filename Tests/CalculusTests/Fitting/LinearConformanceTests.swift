import Calculus
import Testing

/// `nist_linear.json`: the certified and the exact rational values.
struct LinearConformanceTests {
  @Test("every NIST set comes out to its tolerance, with standard errors and R²")
  func conformance() throws {
    let problems = try Fixture.load("nist_linear.json", as: NISTProblem.File.self).problems
    var report: [String] = []
    for problem in problems {
      let result = try problem.fit().solved()
      let expected = problem.exact ?? problem.certified
      let digits = NISTProblem.worst(
        result.parameters.map { ($0.name, $0.value) }, expected.estimate)
      #expect(digits >= 12, "\(problem.name): \(digits)")
      let isPerfect = problem.name == "Wampler1" || problem.name == "Wampler2"
      var errorDigits = 17.0
      if isPerfect {
        #expect(result.parameters.allSatisfy { ($0.standardError ?? 1) < 1e-7 })
        #expect(result.chiSquared < 1e-20)
      } else {
        errorDigits = NISTProblem.worst(
          result.parameters.map { ($0.name, $0.standardError) }, expected.sd)
        #expect(errorDigits >= 12, "\(problem.name), standard errors: \(errorDigits)")
        let deviation = Fixture.digits(
          result.residualStandardDeviation ?? .nan,
          Double(expected.residualDeviation) ?? .nan)
        #expect(deviation >= 12, "\(problem.name), residual deviation")
      }
      let square = problem.hasIntercept == false ? result.rSquaredAboutZero : result.rSquared
      let certified = Double(problem.certified.rSquared ?? "") ?? .nan
      #expect(abs((square ?? .nan) - certified) < 1e-12, "\(problem.name), R²")
      #expect(result.verdict == .solved)
      report.append("\(problem.name) \(digits)/\(errorDigits)")
    }
    print("nist_linear.json: \(problems.count) of 7, digits/of errors:", report)
    #expect(problems.count == 7)
  }
}
