/// ρᵢ = (f(xᵢ; p) − yᵢ)/σᵢ in the free parameters of a model.
final class CurveProblem: LeastSquaresProblem {
  private let rows: FitRows
  private let space: ParameterSpace
  private let model: RowEvaluator
  private let partials: RowEvaluator
  private let second: RowEvaluator

  init(_ expression: Expression, _ rows: FitRows, _ space: ParameterSpace) {
    self.rows = rows
    self.space = space
    let slopes = space.freeNames.map { expression.derivative(by: $0) }
    let curvature = expression.secondDerivative(along: space.freeNames)
    model = RowEvaluator(Program([expression]), table: rows.table, rowCount: rows.count)
    partials = RowEvaluator(
      Program(slopes.isEmpty ? [expression] : slopes), table: rows.table, rowCount: rows.count)
    second = RowEvaluator(Program([curvature]), table: rows.table, rowCount: rows.count)
  }

  var residualCount: Int { rows.count }

  func residuals(at point: [Double]) -> [Double]? {
    var values = model.values(space.all(point))
    for row in values.indices {
      values[row] = (values[row] - rows.response[row]) * rows.weights[row]
      if !values[row].isFinite { return nil }
    }
    return values
  }

  func jacobian(at point: [Double]) -> [Double]? {
    var values = partials.values(space.all(point))
    let count = rows.count
    guard !space.free.isEmpty else { return [] }
    var isFinite = true
    for column in space.free.indices {
      for row in 0..<count {
        values[column * count + row] *= rows.weights[row]
        if !values[column * count + row].isFinite { isFinite = false }
      }
    }
    return isFinite ? values : withDifferences(values, at: point)
  }

  /// Central differences where the formula of a derivative is undefined but the model is not.
  ///
  /// So it is for x^b at x = 0: the derivative x^b·ln x has no value there, but a limit.
  private func withDifferences(_ jacobian: [Double], at point: [Double]) -> [Double]? {
    var jacobian = jacobian
    let count = rows.count
    for column in point.indices {
      let part = column * count..<(column + 1) * count
      if jacobian[part].allSatisfy(\.isFinite) { continue }
      let step = 6e-6 * max(abs(point[column]), 1e-3)
      var (before, after) = (point, point)
      before[column] -= step
      after[column] += step
      guard let low = residuals(at: before), let high = residuals(at: after) else { return nil }
      for (row, place) in part.enumerated() where !jacobian[place].isFinite {
        jacobian[place] = (high[row] - low[row]) / (after[column] - before[column])
        if !jacobian[place].isFinite { return nil }
      }
    }
    return jacobian
  }

  func curvature(at point: [Double], along velocity: [Double]) -> [Double]? {
    var values = second.values(space.all(point) + velocity)
    for row in values.indices {
      values[row] *= rows.weights[row]
      if !values[row].isFinite { return nil }
    }
    return values
  }
}
