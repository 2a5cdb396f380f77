import Foundation
import Plotting

/// The non-linear sets of NIST from both starts, with default settings.
enum FittingRow {
  struct File: Decodable { let problems: [Problem] }

  struct Problem: Decodable {
    struct Certified: Decodable { let estimate: [String: String] }

    let model: String
    let response: String
    let parameters: [String]
    let data: [String: [Double]]
    let start1: [String: Double]
    let start2: [String: Double]
    let certified: Certified
  }

  static func nist() throws -> Row.Work {
    let problems = try Fixture.load("nist_nonlinear.json", as: File.self).problems
    let fits = try problems.flatMap { problem in
      let model = try FitModel(
        problem.model, response: problem.response, columns: problem.data.keys.sorted(),
        parameters: problem.parameters)
      let data = try FitData(columns: problem.data)
      return [problem.start1, problem.start2].map {
        (Fit(model, to: data, errors: nil, start: $0), problem.certified.estimate)
      }
    }
    return {
      var digits: [Double] = []
      let time = try Stopwatch.least {
        digits = try fits.map { fit, certified in
          let result = try fit.solved()
          return certified.map { Self.digits(result[$0] ?? .nan, Double($1) ?? .nan) }.min() ?? 0
        }
      }
      return Measurement(seconds: ["fits": time], facts: ["digits": digits])
    }
  }

  private static func digits(_ value: Double, _ expected: Double) -> Double {
    if value == expected { return 11 }
    let error = abs(value - expected) / abs(expected)
    return error.isNaN ? 0 : min(11, -log10(error))
  }
}
