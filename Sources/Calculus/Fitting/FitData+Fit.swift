extension FitData {
  /// The fit of a model, read from its formula: names that are no columns are its parameters.
  ///
  ///     let line = try FitData(x: [1, 2, 3, 4], y: [2.0, 4.1, 5.9, 8.2]).fit("a + b x")
  ///     line["b"]                               // 2.04
  ///     line.parameters[1].standardError        // 0.0648
  ///
  /// - Parameters:
  ///   - model: the formula of the response in the columns and the parameters.
  ///   - response: what is fitted, an expression of columns.
  ///   - errors: the column of the errors of the response, which are believed where given.
  ///   - start: where the search starts; what is left out starts at a place that is looked for.
  public func fit(
    _ model: String, response: String = "y", errors: String? = nil, start: [String: Double] = [:]
  ) throws(FitError) -> FitResult {
    let model = try FitModel(model, response: response, columns: columns.keys.sorted())
    return try Fit(model, to: self, errors: errors, start: start).solved()
  }
}
