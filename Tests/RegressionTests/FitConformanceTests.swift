import Plotting
import Testing

@testable import Regression

/// The problems of NIST and of a course as tables, through the figure.
@Suite struct FitConformanceTests {
  private struct Certified: Decodable {
    let estimate: [String: String]
    let sd: [String: String]
  }

  private struct Problem: Decodable {
    let name: String
    let model: String
    let response: String
    let parameters: [String]
    let data: [String: [Double]]
    let start1: [String: Double]?
    let start2: [String: Double]?
    let certified: Certified
  }

  private struct Problems: Decodable { let problems: [Problem] }

  private func table(_ data: [String: [Double]]) -> String {
    let names = data.keys.sorted()
    var text = names.joined(separator: ",") + "\n"
    for row in 0..<(data[names[0]]?.count ?? 0) {
      text += names.map { "\(data[$0]?[row] ?? .nan)" }.joined(separator: ",") + "\n"
    }
    return text
  }

  private func digits(_ value: Double?, _ expected: String?) -> Double {
    guard let value, let expected = expected.flatMap(Double.init) else { return 0 }
    if value == expected { return 17 }
    let error = abs(value - expected) / abs(expected)
    return error.isNaN ? 0 : -Powers.decimalLogarithm(error)
  }

  private func run(_ problem: Problem, start: [String: Double]?) throws -> FitRun {
    try TestFile.with(table(problem.data)) { path in
      var words = [path, "--model", problem.model, "--y", problem.response]
      if let start {
        words += [
          "--start",
          problem.parameters.map { "\($0)=\(start[$0] ?? 1)" }
            .joined(separator: ","),
        ]
      }
      return try FitRun(CurveFit.self, words)
    }
  }

  @Test("Non-linear problems of NIST come out from both starts and from none")
  func nonlinear() throws {
    let problems = try TestFile.json("nist_nonlinear.json", as: Problems.self).problems
    for problem in problems {
      for start in [problem.start1, problem.start2] {
        let run = try run(problem, start: start)
        for (name, expected) in problem.certified.estimate {
          #expect(digits(run.parameters()[name], expected) >= 6, "\(problem.name), \(name)")
        }
        for (name, expected) in problem.certified.sd where problem.name != "Lanczos1" {
          let error = run.parameters("standardError")[name]
          #expect(digits(error, expected) >= 5, "\(problem.name), error of \(name)")
        }
      }
    }
    #expect(problems.count == 16)
  }

  @Test("Linear problems of NIST come out to nine digits")
  func linear() throws {
    let problems = try TestFile.json("nist_linear.json", as: Problems.self).problems
    for problem in problems {
      let run = try run(problem, start: nil)
      for (name, expected) in problem.certified.estimate {
        #expect(digits(run.parameters()[name], expected) >= 8.5, "\(problem.name), \(name)")
      }
    }
    #expect(problems.count == 7)
  }

  private struct Reference: Decodable {
    let id: String
    let data: String
    let model: String
    let parameters: [String]
    let start: [Double]?
    let weights: String
    let estimate: [String: String]
    let chi2: String
    let dof: Int
    let believed: [String: String]?
    let scaled: [String: String]?
    let pValue: String?

    enum CodingKeys: String, CodingKey {
      case id, data, model, parameters, start, weights, estimate, chi2, dof
      case believed = "sd_from_sigma"
      case scaled = "sd_scaled"
      case pValue = "p_value"
    }
  }

  private struct References: Decodable { let fits: [Reference] }

  private func words(_ reference: Reference) -> [String] {
    var words = [TestFile.table(reference.data), "--model", reference.model]
    switch reference.data {
    case "heights.csv":
      words += [
        "--x", "height_cm", "--y", reference.id.hasSuffix("amplitude") ? "count" : "density",
      ]
    case "hubble1929.csv": words += ["--x", "distance_Mpc", "--y", "velocity_km_s"]
    case "old_faithful.csv": words += ["--x", "eruption_min", "--y", "waiting_min"]
    case "anscombe.csv":
      words += ["--x", "x\(reference.id.suffix(1))", "--y", "y\(reference.id.suffix(1))"]
    case "pearson_york.csv": words += ["--error", "sigma_y"]
    default: if reference.weights != "unit" { words += ["--error", "sigma"] }
    }
    if reference.weights.hasPrefix("errors in x") { words += ["--error-x", "sigma_x"] }
    if let start = reference.start {
      words += [
        "--start",
        zip(reference.parameters, start).map { "\($0)=\($1)" }
          .joined(separator: ","),
      ]
    }
    return words
  }

  @Test("Fits of a course come out with their errors, chi-squared and p")
  func references() throws {
    let references = try TestFile.json("reference_fits.json", as: References.self).fits
    for reference in references {
      let run = try FitRun(CurveFit.self, words(reference))
      let id = reference.id
      for name in reference.parameters {
        #expect(digits(run.parameters()[name], reference.estimate[name]) >= 9, "\(id), \(name)")
        let believed = reference.believed?[name]
        let scaled = reference.scaled?[name]
        let error = run.parameters("standardError")[name]
        if let expected = believed ?? scaled {
          #expect(digits(error, expected) >= 8, "\(id), error of \(name)")
        }
        let beside = run.parameters("standardErrorScaled")[name]
        if believed != nil {
          #expect(digits(beside, scaled) >= 8, "\(id), \(name) scaled")
        } else if reference.weights == "unit" {
          #expect(beside == nil)
        }
      }
      #expect(digits(run.number("chiSquared"), reference.chi2) >= 9, "\(id)")
      #expect(run.number("degreesOfFreedom") == Double(reference.dof))
      if reference.pValue != nil {
        #expect(digits(run.number("pValue"), reference.pValue) >= 8, "\(id)")
      }
    }
    #expect(references.count == 13)
  }
}
