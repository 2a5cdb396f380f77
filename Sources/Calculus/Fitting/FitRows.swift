import CVector

/// The rows of the data that take part in a fit, as the solvers want them.
struct FitRows {
  /// The columns of the model, in its order.
  let table: [[Double]]
  /// The values of the response.
  let response: [Double]
  /// 1/σ for each row; 1 without errors.
  let weights: [Double]
  /// The errors of a column of the model, with its place in `table`.
  let errorsInX: (column: Int, errors: [Double])?
  /// The rows of the data, from 0.
  let places: [Int]
  /// The rows that were left out because a number is missing, from 0.
  let skipped: [Int]

  /// The number of rows.
  var count: Int { response.count }

  init(_ fit: Fit) throws(FitError) {
    let (model, data) = (fit.model, fit.data)
    if let inX = fit.errorsInX, fit.errors == nil { throw FitError.errorsInXAlone(inX.errors) }
    var used: [[Double]] = []
    for name in model.columns + model.response.variables { used.append(try data.column(name)) }
    let errors: [Double]? = if let name = fit.errors { try data.column(name) } else { nil }
    let xErrors: [Double]? =
      if let inX = fit.errorsInX { try data.column(inX.errors) } else { nil }
    let all = used + [errors, xErrors].compactMap { $0 }
    let isComplete = (0..<data.rows).map { row in all.allSatisfy { $0[row].isFinite } }
    let places = isComplete.indices.filter { isComplete[$0] }
    self.places = places
    skipped = isComplete.indices.filter { !isComplete[$0] }
    table = used.prefix(model.columns.count).map { column in places.map { column[$0] } }
    let left = used.dropFirst(model.columns.count).map { column in places.map { column[$0] } }
    response = try Self.response(model, left, places)
    weights = try Self.positive(errors, fit.errors, places).map { 1 / $0 }
    if let inX = fit.errorsInX {
      guard let column = model.columns.firstIndex(of: inX.column) else {
        throw FitError.unknownColumn(inX.column, known: model.columns)
      }
      errorsInX = (column, try Self.positive(xErrors, inX.errors, places))
    } else {
      errorsInX = nil
    }
  }

  /// Every so many-th row, so that about `limit` are left: enough to find where the fit is.
  func thinned(to limit: Int) -> FitRows {
    let kept = stride(from: 0, to: count, by: max(1, count / max(limit, 1)))
    return FitRows(
      table: table.map { column in kept.map { column[$0] } }, response: kept.map { response[$0] },
      weights: kept.map { weights[$0] },
      errorsInX: errorsInX.map { inX in (inX.column, kept.map { inX.errors[$0] }) },
      places: kept.map { places[$0] }, skipped: skipped)
  }

  private init(
    table: [[Double]], response: [Double], weights: [Double],
    errorsInX: (column: Int, errors: [Double])?, places: [Int], skipped: [Int]
  ) {
    (self.table, self.response, self.weights) = (table, response, weights)
    (self.errorsInX, self.places, self.skipped) = (errorsInX, places, skipped)
  }

  private static func response(
    _ model: FitModel, _ table: [[Double]], _ places: [Int]
  ) throws(FitError) -> [Double] {
    let evaluator = RowEvaluator(
      Program([model.response]), table: table, rowCount: places.count)
    let values = evaluator.values([])
    if let row = values.firstIndex(where: { !$0.isFinite }) {
      throw FitError.undefinedResponse(row: places[row])
    }
    return values
  }

  /// The errors in the rows that are used, or ones.
  private static func positive(
    _ errors: [Double]?, _ name: String?, _ places: [Int]
  ) throws(FitError) -> [Double] {
    guard let errors, let name else { return Array(repeating: 1, count: places.count) }
    for row in places where !(errors[row] > 0) || !(1 / errors[row]).isFinite {
      throw FitError.badError(column: name, row: row, value: errors[row])
    }
    return places.map { errors[$0] }
  }
}
