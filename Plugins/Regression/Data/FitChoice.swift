import Plotting

/// Which column is what, and the model that reads them.
struct FitChoice {
  let model: FitModel
  /// The headers by the names that the model uses.
  private(set) var columns: [String: String]
  private(set) var error: String?
  private(set) var errorInX: Fit.ColumnErrors?
  private(set) var start: [String: Double] = [:]
  /// The column that the model depends on, where it is one alone.
  let abscissa: String?
  private(set) var notices: [String] = []

  private let names: ColumnNames

  /// The headers of the columns that are used.
  var usedHeaders: [String] {
    var used = model.columns + model.response.variables
    used += [error, errorInX?.errors, abscissa].compactMap(\.self)
    var headers: [String] = []
    for name in used {
      let header = columns[name] ?? name
      if !headers.contains(header) { headers.append(header) }
    }
    return headers
  }

  init(
    _ request: FitRequest, file: DataFile, table: DataTable, setting: Setting
  ) throws(FigureError) {
    names = ColumnNames(of: file)
    guard table.count > 0 else {
      throw .input("\(file.name) has no rows under its header", hint: "rows follow the header")
    }
    columns = [:]
    for name in names.names { columns[name] = names.header(of: name) }
    if let text = request.error { error = try names.name(text, in: file) }
    var errorOfX: String?
    if let text = request.errorInX { errorOfX = try names.name(text, in: file) }
    var finder = ColumnFinder(names: names, file: file, table: table)
    finder.taken = [error, errorOfX].compactMap(\.self)
    let found = try finder.roles(request)
    if let x = found.x { columns["x"] = names.header(of: x) }
    model = try Self.model(request, found, columns.keys.sorted(), setting)
    abscissa = Self.abscissa(of: model, found)
    if let errorOfX {
      guard let column = abscissa, model.columns.contains(column) else {
        throw .input(
          "--error-x wants a model of one column, not of \(model.columns.count)",
          hint: "the model depends on x alone: --model 'a + b x' --x COLUMN")
      }
      errorInX = Fit.ColumnErrors(column: column, errors: errorOfX)
    }
    start = try Self.start(request.start, of: model)
    notices = remarks(request)
  }

  /// The model as typed, or a straight line.
  private static func model(
    _ request: FitRequest, _ found: ColumnFinder.Roles, _ columns: [String], _ setting: Setting
  ) throws(FigureError) -> FitModel {
    let line = columns.contains("a") || columns.contains("b") ? "b_0 + b_1 x" : "a + b x"
    let source = request.model ?? line
    for name in columns where setting.constants[name] != nil {
      throw .input(
        "\(name) is a column and has a value by --let", hint: "leave out one of them")
    }
    func read(_ parameters: [String]?) throws(FitError) -> FitModel {
      try FitModel(
        source, response: found.y, columns: columns, parameters: parameters,
        constants: setting.constants)
    }
    do throws(FitError) {
      let model = try read(nil)
      // The names of a start give the order, and tell how letters that stand together are meant:
      // `ax` is a times x.
      let names = request.start?.names ?? []
      if names != model.parameters, !names.isEmpty,
        Set(names).isSuperset(of: model.parameters)
          || names.contains(where: { !model.parameters.contains($0) }),
        let told = try? read(names), names.allSatisfy(told.expression.depends(on:))
      {
        return told
      }
      let ordered = NamedPoint.ordered(model.parameters)
      if ordered != model.parameters { return try read(ordered) }
      return model
    } catch {
      guard case .expression(let reason, let text) = error else {
        throw .input(error.message, hint: "")
      }
      guard text == found.y, text != source, case .unknownName = reason.kind else {
        throw .expression(text, reason)
      }
      throw .expression(text, reason, hint: "the columns are \(columns.joined(separator: ", "))")
    }
  }

  /// The column that a picture can have across.
  private static func abscissa(of model: FitModel, _ found: ColumnFinder.Roles) -> String? {
    if model.columns.count == 1 { return model.columns[0] }
    if model.columns.isEmpty { return found.x == nil ? found.spare : "x" }
    return nil
  }

  private static func start(
    _ point: NamedPoint?, of model: FitModel
  ) throws(FigureError) -> [String: Double] {
    guard let point else { return [:] }
    let names = point.names ?? model.parameters
    guard names.count == point.values.count else {
      throw .parameter(
        name: "start", value: point.parameterText,
        wanted: model.parameters.isEmpty
          ? "a model with parameters"
          : "\(Wording.count(model.parameters.count, "number")), for "
            + model.parameters.joined(separator: ", "))
    }
    for name in names where !model.parameters.contains(name) {
      throw .parameter(
        name: "start", value: point.parameterText,
        wanted: "names of parameters (\(name) is none; they are "
          + "\(model.parameters.joined(separator: ", ")))")
    }
    return Dictionary(zip(names, point.values), uniquingKeysWith: { first, _ in first })
  }

  private func remarks(_ request: FitRequest) -> [String] {
    guard request.model != nil else { return [] }
    if model.columns.isEmpty {
      return ["the model reads no column: it is a constant; a product is a*x or a x"]
    }
    return model.parameters.compactMap { name in
      guard name.count > 3, let near = Suggestions.near(name, among: names.names).first else {
        return nil
      }
      return "\(name) is no column, so it is a parameter; did you mean \(near)?"
    }
  }
}
