/// Why a fit cannot be made.
public enum FitError: Error, Hashable, Sendable {
  /// A column has another number of rows than the first.
  case raggedColumn(String, rows: Int, expected: Int)
  /// An expression of the fit does not read.
  case expression(ParseError, source: String)
  /// A name is no column of the data.
  case unknownColumn(String, known: [String])
  /// A name is no parameter of the model.
  case unknownParameter(String, known: [String])
  /// A parameter has the name of a column or of another parameter.
  case ambiguousName(String)
  /// The model has too many parameters.
  case tooManyParameters(limit: Int)
  /// There are fewer rows with numbers than parameters to find.
  case tooFewRows(Int, parameters: Int, skipped: Int)
  /// An error of measurement is not positive. Rows count from 0.
  case badError(column: String, row: Int, value: Double)
  /// Errors in x are given, but none in y.
  case errorsInXAlone(String)
  /// The response has no finite value in a row of the data.
  case undefinedResponse(row: Int)
  /// The model has no finite value in a row of the data; without parameters, whatever they are.
  case undefinedModel(row: Int, parameters: [String: Double])
  /// The derivatives of the model by its parameters have no finite value.
  case undefinedSlope(parameters: [String: Double])
  /// A start or a fixed value is not finite, or lies outside the bounds.
  case badStart(String, value: Double)
  /// Bounds that are not numbers.
  case badBounds(String)
  /// The data cannot tell parameters of a linear model apart.
  case undetermined([String])
  /// The residuals are too large for doubles.
  case overflow
}
