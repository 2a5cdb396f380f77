extension FitError {
  /// What is wrong and what would work, in one line.
  public var message: String {
    switch self {
    case .raggedColumn(let name, let rows, let expected):
      "column '\(name)' has \(rows) rows, the others have \(expected)"
    case .expression(let error, let source): "\(error.message), in '\(source)'"
    case .unknownColumn(let name, let known):
      "there is no column '\(name)'; the columns are \(Self.list(known))"
    case .unknownParameter(let name, let known):
      "the model has no parameter '\(name)'; its parameters are \(Self.list(known))"
    case .ambiguousName(let name): "the name '\(name)' stands for two things: rename one"
    case .tooManyParameters(let limit): "the model has more than \(limit) parameters"
    case .tooFewRows(let rows, let parameters, let skipped):
      (parameters == 1
        ? "1 parameter wants at least 1 row of numbers"
        : "\(parameters) parameters want at least \(max(parameters, 1)) rows of numbers")
        + ", not \(rows)"
        + (skipped > 0 ? " (\(skipped) skipped)" : "")
    case .badError(let column, let row, let value):
      "the error of a measurement must be positive, not \(value): "
        + "column '\(column)', row \(row + 1)"
    case .errorsInXAlone(let column):
      "the errors of x in '\(column)' want errors of y beside them"
    case .undefinedResponse(let row): "what is to be fitted has no finite value in row \(row + 1)"
    case .undefinedModel(let row, let parameters):
      "the model has no finite value in row \(row + 1)"
        + (parameters.isEmpty
          ? "" : " at \(Self.list(parameters)); other starting values may help")
    case .undefinedSlope(let parameters):
      "the model has no finite derivatives at \(Self.list(parameters)); "
        + "other starting values may help"
    case .badStart(let name, let value):
      "\(name) = \(value) is no start: it must be finite and inside the bounds"
    case .badBounds(let name): "the bounds of \(name) must be numbers or infinite"
    case .undetermined(let names):
      names.count == 1
        ? "the data do not determine \(Self.list(names)): fix it or leave it out"
        : "the data cannot tell \(Self.list(names)) apart: fix one of them or leave one out"
    case .overflow: "the numbers are too large: rescale the data"
    }
  }

  private static func list(_ parameters: [String: Double]) -> String {
    parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      .joined(separator: ", ")
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last else { return "none" }
    let shown = names.prefix(12)
    if names.count == 1 { return "'\(last)'" }
    if names.count > 12 { return shown.map { "'\($0)'" }.joined(separator: ", ") + ", …" }
    return names.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " and '\(last)'"
  }
}
