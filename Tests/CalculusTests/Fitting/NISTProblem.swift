import Calculus

/// A problem of `nist_linear.json` or `nist_nonlinear.json`.
struct NISTProblem: Decodable {
  struct File: Decodable { let problems: [NISTProblem] }

  struct Certified: Decodable {
    let estimate: [String: String]
    let sd: [String: String]
    let residualDeviation: String
    let rSquared: String?
    let rss: String?

    enum CodingKeys: String, CodingKey {
      case estimate, sd, rss
      case residualDeviation = "residual_sd"
      case rSquared = "r_squared"
    }
  }

  let name: String
  let model: String
  let response: String
  let parameters: [String]
  let data: [String: [Double]]
  let hasIntercept: Bool?
  let start1: [String: Double]?
  let start2: [String: Double]?
  let certified: Certified
  let refined: Certified?
  let exact: Certified?

  enum CodingKeys: String, CodingKey {
    case name, model, response, parameters, data, start1, start2, certified, refined
    case hasIntercept = "intercept_in_model"
    case exact = "exact_rational"
  }

  /// The fit of the problem with default settings.
  func fit(start: [String: Double] = [:]) throws -> Fit {
    let model = try FitModel(
      model, response: response, columns: data.keys.sorted(), parameters: parameters)
    return Fit(model, to: try FitData(columns: data), errors: nil, start: start)
  }

  /// The digits of the worst of some numbers by name.
  static func worst(_ values: [(String, Double?)], _ expected: [String: String]) -> Double {
    values.map { name, value in
      Fixture.digits(value ?? .nan, Double(expected[name] ?? "nan") ?? .nan)
    }.min() ?? 0
  }
}
