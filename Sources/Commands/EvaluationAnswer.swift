import Plotting

/// The value of an expression at a point with its first and second derivatives.
struct EvaluationAnswer {
  /// The names of the variables in order.
  let variables: [String]
  /// The value of the expression.
  let value: Double
  /// The first derivatives, in the order of the variables.
  let gradient: [Double]
  /// The second derivatives, row by row.
  let hessian: [[Double]]

  /// The answer as it is documented for `eval`.
  var json: JSONValue {
    .object([
      (
        "results",
        .object([
          ("variables", .array(variables.map { .string($0) })),
          ("value", .number(value)),
          ("gradient", .object(zip(variables, gradient).map { ($0, .number($1)) })),
          ("hessian", .array(hessian.map { JSONValue($0) })),
        ])
      )
    ])
  }

  /// The answer for people: numbers in columns under the names of the variables.
  var text: String {
    let value = "value     \(Self.number(value))\n"
    guard !variables.isEmpty else { return value }
    var rows = [[""] + variables, ["gradient"] + gradient.map(Self.number)]
    for (name, numbers) in zip(variables, hessian) {
      rows.append(["Hessian \(name)"] + numbers.map(Self.number))
    }
    let widths = (0...variables.count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return value + rows.map { Self.line($0, widths: widths) }.joined()
  }

  /// A row of the table: its head at the left, then right-aligned columns.
  private static func line(_ cells: [String], widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { column, cell in
      let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 ? cell.0 + blanks : "  " + blanks + cell.0
    }
    return padded.joined() + "\n"
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? JSONValue.number(value).text : value.isNaN ? "undefined" : "infinite"
  }
}
