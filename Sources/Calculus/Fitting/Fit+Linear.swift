extension Fit {
  /// The result for a model that is linear in its free parameters, or `nil` where a bound is in the
  /// way.
  ///
  /// The columns of the design are evaluated in double-double: for a polynomial of high degree
  /// their rounding, not the factorisation, is what costs digits.
  func linearResult(_ rows: FitRows, _ space: ParameterSpace) throws(FitError) -> FitResult? {
    let (design, target) = try linearSystem(rows, space)
    // The factorisation adds up products of responses with unit vectors: a sum that overflows there
    // would be taken for zero.
    guard target.reduce(0, { $0 + abs($1.high) }) < .greatestFiniteMagnitude / 16 else {
      throw FitError.overflow
    }
    let system = LeastSquaresSystem(design: design, rows: rows.count)
    if !system.dependent.isEmpty {
      throw FitError.undetermined(system.dependent.map { space.freeNames[$0] })
    }
    let solution = system.solution(of: target)
    let values = solution.coefficients.map(\.high)
    guard values.allSatisfy(\.isFinite) else { throw FitError.overflow }
    guard space.contains(values) else { return nil }
    let statistics = FitStatistics(
      fit: self, rows: rows, space: space, values: values,
      residuals: solution.residuals.map(\.high),
      jacobian: design.flatMap { $0.map(\.high) }, normalInverse: system.inverseNormalMatrix)
    return try statistics.result(verdict: .solved, iterations: 0)
  }

  /// The weighted partial derivatives, and the weighted response less what has no free parameter.
  private func linearSystem(
    _ rows: FitRows, _ space: ParameterSpace
  ) throws(FitError) -> (design: [[DoubleDouble]], target: [DoubleDouble]) {
    let partials = space.freeNames.map { model.expression.derivative(by: $0) }
    let program = Program([model.expression] + partials)
    let parameters = space.all(Array(repeating: 0, count: space.free.count))
    var design = Array(repeating: [DoubleDouble](), count: partials.count)
    var target: [DoubleDouble] = []
    for row in 0..<rows.count {
      let values = program.preciseValues(at: rows.table.map { $0[row] } + parameters)
      guard values.allSatisfy({ $0.high.isFinite }) else {
        throw FitError.undefinedModel(row: rows.places[row], parameters: [:])
      }
      let weight = DoubleDouble(rows.weights[row])
      target.append((DoubleDouble(rows.response[row]) - values[0]) * weight)
      for column in partials.indices { design[column].append(values[column + 1] * weight) }
    }
    return (design, target)
  }
}
