/// A least-squares problem: the parameters that bring a model closest to measurements.
///
///     let data = try FitData(x: [1, 2, 3, 4], y: [2.0, 4.1, 5.9, 8.2])
///     let result = try Fit(FitModel("a + b*x", columns: ["x", "y"]), to: data).solved()
///
/// Minimises χ² = Σ ((yᵢ − f(xᵢ; p))/σᵢ)². Without errors σ = 1. With errors in x as well it is
/// the orthogonal distance χ² = Σ ((yᵢ − f(xᵢ+δᵢ; p))/σᵢ)² + (δᵢ/τᵢ)², least over p and δ.
public struct Fit: Hashable, Sendable, Codable {
  /// The model.
  public var model: FitModel
  /// The measurements.
  public var data: FitData
  /// The column of the errors σ of the response; they are believed where given.
  public var errors: String?
  /// The column with errors of its own, and theirs.
  public var errorsInX: ColumnErrors?
  /// Where the search starts; parameters that are left out start at a place that is looked for.
  public var start: [String: Double] = [:]
  /// Parameters that are held.
  public var fixed: [String: Double] = [:]
  /// Where a parameter may lie; an end may be infinite.
  public var bounds: [String: ClosedRange<Double>] = [:]
  /// The units of parameters, for the result; nothing is converted.
  public var units: [String: String] = [:]

  /// A column with the column of its errors.
  public struct ColumnErrors: Hashable, Sendable, Codable {
    /// The column of the model.
    public let column: String
    /// The column of its errors.
    public let errors: String

    /// A column with the column of its errors.
    public init(column: String, errors: String) {
      self.column = column
      self.errors = errors
    }
  }

  /// The fit of a model to measurements, all of them equally sure.
  public init(_ model: FitModel, to data: FitData) {
    self.model = model
    self.data = data
  }

  /// The fit of a model to measurements with errors.
  public init(
    _ model: FitModel, to data: FitData, errors: String?, errorsInX: ColumnErrors? = nil,
    start: [String: Double] = [:]
  ) {
    self.model = model
    self.data = data
    self.errors = errors
    self.errorsInX = errorsInX
    self.start = start
  }

  /// Solves the problem.
  ///
  /// Models that are linear in the free parameters: Householder QR with refinement in
  /// double-double, exact to the last digits (`LeastSquaresSystem`). Others: `LevenbergMarquardt`;
  /// parameters come out to about 10 digits where the data determine them. A local minimum is a
  /// minimum: `start` decides which one. Ends in bounded time: the steps are limited by the size of
  /// the data.
  public func solved() throws(FitError) -> FitResult {
    try check()
    let rows = try FitRows(self)
    let free = model.parameters.filter { fixed[$0] == nil }
    if rows.count < free.count || rows.count == 0 {
      throw FitError.tooFewRows(
        rows.count, parameters: free.count, skipped: rows.skipped.count)
    }
    let space = ParameterSpace(
      names: model.parameters, fixed: fixed, bounds: bounds)
    let linear = model.linearParameters(among: free)
    if rows.errorsInX == nil, linear.count == free.count,
      let result = try linearResult(rows, space)
    {
      return result
    }
    return try NonlinearFit(self, rows, space, linear: linear).result()
  }

  private func check() throws(FitError) {
    let known = model.parameters
    let named = Array(start.keys) + fixed.keys + bounds.keys + units.keys
    for name in named.sorted() where !known.contains(name) {
      throw FitError.unknownParameter(name, known: known)
    }
    for (name, range) in bounds.sorted(by: { $0.key < $1.key })
    where range.lowerBound == .infinity || range.upperBound == -.infinity {
      throw FitError.badBounds(name)
    }
    for (name, value) in (Array(start) + fixed).sorted(by: { $0.key < $1.key }) {
      let isInside = fixed[name] != nil || (bounds[name]?.contains(value) ?? true)
      if !value.isFinite || !isInside { throw FitError.badStart(name, value: value) }
    }
  }
}
