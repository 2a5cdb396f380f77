import Plotting

/// A fit that is solved, with the data that it used and the words for them.
struct FitProblem: Sendable {
  /// What messages call the data.
  let file: String
  /// The rows that were used.
  let rows: DataRows
  /// The problem, and its solution.
  let fit: Fit
  let result: FitResult
  /// The column that the picture has across, where the model depends on one alone.
  let abscissa: String?
  /// The headers of the columns by their names in expressions.
  let headers: [String: String]
  /// Remarks for standard error.
  var notices: [String]

  /// Reads the data, finds out which column is what, and fits.
  init(
    _ request: FitRequest, sample: Samples.Standard = .decay, in setting: Setting
  ) throws(FigureError) {
    let all = request.completed(by: sample)
    try self.init(all, table: try Samples.file(all.data ?? ""), in: setting)
    if request.data == nil {
      notices.insert("no data given: this is \(Samples.prefix)\(sample.rawValue)", at: 0)
    }
  }

  /// The same for a table that is open.
  init(_ all: FitRequest, table file: DataFile, in setting: Setting) throws(FigureError) {
    let table = try file.table()
    let choice = try FitChoice(all, file: file, table: table, setting: setting)
    rows = try table.rows(using: choice.usedHeaders)
    guard rows.count > 0 else {
      throw .input(
        "\(file.name) has no row with numbers in \(choice.usedHeaders.joined(separator: ", "))",
        hint: table.count == 0 ? "rows follow the header" : rows.notice ?? "")
    }
    self.file = file.name
    do throws(FitError) {
      guard rows.columns.values.allSatisfy(\.hasFiniteExtent) else { throw FitError.overflow }
      var columns: [String: [Double]] = [:]
      for (name, header) in choice.columns { columns[name] = rows.columns[header] }
      var fit = Fit(choice.model, to: try FitData(columns: columns), errors: choice.error)
      fit.errorsInX = choice.errorInX
      fit.start = choice.start
      self.fit = fit
      result = try fit.solved()
    } catch {
      throw Self.failure(error, rows, of: choice.model)
    }
    abscissa = choice.abscissa
    headers = choice.columns
    notices = choice.notices + [rows.notice].compactMap(\.self)
    notices += Self.remarks(on: result)
  }

  /// The error with the line of the file where it is about a row.
  static func failure(
    _ error: FitError, _ rows: DataRows, of model: FitModel
  ) -> FigureError {
    func line(_ row: Int) -> String {
      rows.lines.indices.contains(row) ? "\(rows.file), line \(rows.lines[row])" : rows.file
    }
    switch error {
    case .expression(let reason, let source): return .expression(source, reason)
    case .badError(let column, let row, let value):
      return .input(
        "\(line(row)): the error \(value.parameterText) in column \(column.quoted) is not positive",
        hint: "an error is the standard deviation of a measurement, greater than 0")
    case .undefinedResponse(let row):
      return .input("\(line(row)): what is to be fitted has no finite value", hint: "")
    case .undefinedModel(let row, let parameters):
      let place = parameters.sorted { $0.key < $1.key }
        .map { "\($0.key)=\(Wording.text($0.value).replacing("−", with: "-"))" }
        .joined(separator: ",")
      return .input(
        "\(line(row)): the model has no finite value there"
          + (place.isEmpty ? "" : " at \(place)"),
        hint: place.isEmpty ? "" : "other starting values may help: --start \(place)")
    case .tooFewRows(let count, let parameters, _):
      return .input(
        "\(rows.file) has \(Wording.count(count, "row")) of numbers "
          + "for \(Wording.count(parameters, "parameter"))",
        hint: rows.notice ?? "a fit wants at least as many rows as parameters")
    default:
      return .input(
        "\(rows.file): \(error.message)",
        hint: model.columns.isEmpty
          ? "the model reads no column of data: a product is a*x or a x" : "")
    }
  }

  private static func remarks(on result: FitResult) -> [String] {
    switch result.verdict {
    case .solved, .converged, .exact: []
    case .stalled, .budget:
      ["\(result.verdict.message): other starting values may help (--start)"]
    case .undetermined: ["\(result.verdict.message): there are no errors for these"]
    }
  }

  // MARK: What was measured

  /// Whether the model goes through all points, but for the rounding of these.
  var isExact: Bool {
    if result.verdict == .exact { return true }
    let weights = errors.map { $0.map { 1 / $0 } } ?? []
    let size = response.enumerated().reduce(0.0) { sum, item in
      let value = item.element * (weights.isEmpty ? 1 : weights[item.offset])
      return sum + value * value
    }
    return result.chiSquared <= 64 * Double.ulpOfOne * Double.ulpOfOne * size
  }

  /// The number of points.
  var count: Int { rows.count }

  /// The values of a column of the fit.
  func column(_ name: String) -> [Double] { fit.data.columns[name] ?? [] }

  /// The values of the response.
  var response: [Double] {
    zip(result.residuals, fitted).map { $0 + $1 }
  }

  /// The fitted values.
  var fitted: [Double] {
    (try? result.values(at: fit.data)) ?? []
  }

  /// The errors of the response, where they are given.
  var errors: [Double]? { fit.errors.map(column) }
}

extension [Double] {
  /// Whether the greatest less the least number is a number: else no axis shows them.
  var hasFiniteExtent: Bool { ((self.max() ?? 0) - (self.min() ?? 0)).isFinite }
}
