import Plotting

/// The value of an expression at a point with its first and second derivatives.
struct EvaluationAnswer {
  /// The names of the variables in order.
  let variables: [String]
  /// The value, the first and the second derivatives, each with its error bound.
  let derivatives: PointDerivatives

  /// The answer as it is documented for `eval`.
  var json: JSONValue {
    .object([
      (
        "results",
        .object([
          ("variables", .array(variables.map { .string($0) })),
          ("value", .number(derivatives.value)),
          ("gradient", named(derivatives.gradient)),
          ("hessian", .array(derivatives.hessian.map { JSONValue($0) })),
          (
            "errorBounds",
            .object([
              ("value", .number(derivatives.valueBound)),
              ("gradient", named(derivatives.gradientBounds)),
              ("hessian", .array(derivatives.hessianBounds.map { JSONValue($0) })),
            ])
          ),
          ("extendedPrecision", .bool(derivatives.isExtended)),
        ])
      )
    ])
  }

  private func named(_ numbers: [Double]) -> JSONValue {
    .object(zip(variables, numbers).map { ($0, .number($1)) })
  }

  /// The answer for people: numbers in columns under the names of the variables.
  var text: String {
    let value = "value     \(Self.number(derivatives.value))\n"
    guard !variables.isEmpty else { return value }
    var rows = [[""] + variables, ["gradient"] + derivatives.gradient.map(Self.number)]
    for (name, numbers) in zip(variables, derivatives.hessian) {
      rows.append(["Hessian \(name)"] + numbers.map(Self.number))
    }
    return value + Listing([.table(rows)]).text
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? JSONValue.number(value).text : value.isNaN ? "undefined" : "infinite"
  }
}
