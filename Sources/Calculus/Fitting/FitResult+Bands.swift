/// A curve with a band about it.
public struct FitBand: Hashable, Sendable, Codable {
  /// The lower edge.
  public let lower: [Double]
  /// The fitted curve.
  public let middle: [Double]
  /// The upper edge.
  public let upper: [Double]
}

extension FitResult {
  /// The fitted curve at points of the model's columns.
  public func values(at points: FitData) throws(FitError) -> [Double] {
    try rows([model.expression], points)
  }

  /// Where the curve itself lies with a probability `level`, at each point.
  ///
  /// f ± t·√(gᵀCg) with the gradient g by the parameters and their covariance C (to first order). t
  /// is Student's for ν degrees of freedom where the noise was estimated, the normal one where
  /// errors are believed. NaN where ν = 0 without errors.
  public func confidenceBand(at points: FitData, level: Double = 0.95) throws(FitError) -> FitBand {
    try band(at: points, level: level, noise: 0)
  }

  /// Where a new measurement lies with a probability `level`, at each point.
  ///
  /// As the confidence band, with the variance of a measurement added: the square of `error`; by
  /// default √(χ²/ν), or the root mean square of the given errors.
  public func predictionBand(
    at points: FitData, level: Double = 0.95, error: Double? = nil
  ) throws(FitError) -> FitBand {
    try band(at: points, level: level, noise: error ?? noise)
  }

  private func band(
    at points: FitData, level: Double, noise: Double
  ) throws(FitError) -> FitBand {
    let partials = model.parameters.map { model.expression.derivative(by: $0) }
    let values = try rows([model.expression] + partials, points)
    let count = points.rows
    let quantile =
      errorsAreBelieved
      ? Distributions.normalQuantile(level: level)
      : Distributions.studentQuantile(
        level: level, degreesOfFreedom: Double(degreesOfFreedom))
    let scale = errorsAreBelieved ? 1 : reducedChiSquared ?? .nan
    let halves = (0..<count).map { row in
      let gradient = model.parameters.indices.map { values[($0 + 1) * count + row] }
      return quantile * (factor.variance(gradient) * scale + noise * noise).squareRoot()
    }
    let middle = Array(values.prefix(count))
    return FitBand(
      lower: zip(middle, halves).map { $0 - $1 }, middle: middle,
      upper: zip(middle, halves).map { $0 + $1 })
  }

  private func rows(_ expressions: [Expression], _ points: FitData) throws(FitError) -> [Double] {
    var table: [[Double]] = []
    for name in model.columns { table.append(try points.column(name)) }
    let evaluator = RowEvaluator(Program(expressions), table: table, rowCount: points.rows)
    return evaluator.values(parameters.map(\.value))
  }
}
