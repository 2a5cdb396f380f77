import Plotting

extension FitWords {
  /// The members of the results.
  var json: [(String, JSONValue)] {
    let count = result.parameters.count
    return [
      ("parameters", .array(result.parameters.map(Self.member))),
      (
        "covariance",
        .array((0..<count).map { i in JSONValue((0..<count).map { result.covariance[i, $0] }) })
      ),
      ("chiSquared", .number(result.chiSquared)),
      ("degreesOfFreedom", .number(Double(result.degreesOfFreedom))),
      ("residualStandardDeviation", Self.number(result.residualStandardDeviation)),
      ("pValue", Self.number(result.pValue)),
      ("rSquared", Self.number(result.rSquared)),
      ("points", .number(Double(problem.count))),
      ("skippedRows", .number(Double(problem.rows.skippedCount))),
      ("outcome", .string(outcome)),
    ]
  }

  private var outcome: String {
    switch result.verdict {
    case .solved: isExact ? "exact" : "solved"
    case .converged: "converged"
    case .exact: "exact"
    case .stalled: "stalled"
    case .budget: "budget"
    case .undetermined: "undetermined"
    }
  }

  private static func member(_ parameter: FitResult.Parameter) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(parameter.name)), ("value", .number(parameter.value)),
      ("standardError", number(parameter.standardError)),
    ]
    if let scaled = parameter.standardErrorScaled {
      members.append(("standardErrorScaled", .number(scaled)))
    }
    return .object(members)
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { .number($0) } ?? .null
  }
}
