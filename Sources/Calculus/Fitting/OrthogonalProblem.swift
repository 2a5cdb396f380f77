/// Distances from points with errors in y and x to a curve, as residuals in the parameters alone.
///
/// For given p each point has its own least (y−f(u))²/σ² + (u−x)²/τ² over u; at that u the signed
/// distance is ρ = −r·S/σ² with r = y−f(u), S² = σ² + f′(u)²τ², and exactly ∂ρ/∂p = f_p/S. So the
/// problem has no more unknowns than parameters (compare Boggs, Byrd & Schnabel 1987, who carry the
/// u as unknowns), and for a straight line it is York's (1966). The u are found by Newton steps
/// with halving, from x: of several near points the one that this leads to counts.
final class OrthogonalProblem: LeastSquaresProblem {
  private let rows: FitRows
  private let space: ParameterSpace
  private let column: Int
  private let errors: [Double]
  private let curve: RowEvaluator
  private let partials: RowEvaluator
  /// The last parameters and what belongs to them.
  private var last: (point: [Double], feet: Feet)?

  /// The nearest points of the curve and the curve there.
  private struct Feet {
    var u: [Double]
    var value: [Double]
    var slope: [Double]
  }

  init(
    _ model: FitModel, _ rows: FitRows, _ space: ParameterSpace,
    errorsInX: (column: Int, errors: [Double])
  ) {
    (self.rows, self.space) = (rows, space)
    (column, errors) = errorsInX
    let slope = model.expression.derivative(by: model.columns[errorsInX.column])
    let second = slope.derivative(by: model.columns[errorsInX.column])
    let slopes = space.freeNames.map { model.expression.derivative(by: $0) }
    curve = RowEvaluator(
      Program([model.expression, slope, second]), table: rows.table, rowCount: rows.count)
    partials = RowEvaluator(
      Program(slopes.isEmpty ? [model.expression] : slopes), table: rows.table,
      rowCount: rows.count)
  }

  var residualCount: Int { rows.count }

  func residuals(at point: [Double]) -> [Double]? {
    guard let feet = feet(at: point) else { return nil }
    var result: [Double] = []
    for row in 0..<rows.count {
      let weight = rows.weights[row]
      let tilt = feet.slope[row] * errors[row] * weight
      let residual = (feet.value[row] - rows.response[row]) * weight
      result.append(residual * (1 + tilt * tilt).squareRoot())
    }
    return result.allSatisfy(\.isFinite) ? result : nil
  }

  func jacobian(at point: [Double]) -> [Double]? {
    guard let feet = feet(at: point) else { return nil }
    guard !space.free.isEmpty else { return [] }
    partials.table[column] = feet.u
    var values = partials.values(space.all(point))
    let count = rows.count
    for row in 0..<count {
      let weight = rows.weights[row]
      let tilt = feet.slope[row] * errors[row] * weight
      let factor = weight / (1 + tilt * tilt).squareRoot()
      for parameter in space.free.indices { values[parameter * count + row] *= factor }
    }
    return values.allSatisfy(\.isFinite) ? values : nil
  }

  func curvature(at point: [Double], along velocity: [Double]) -> [Double]? { nil }

  /// The nearest point for each row, or `nil` where the curve is undefined at an x.
  private func feet(at point: [Double]) -> Feet? {
    if let last, last.point == point { return last.feet }
    let parameters = space.all(point)
    let x = rows.table[column]
    let count = rows.count
    var feet = Feet(u: x, value: x, slope: x)
    var distances = Array(repeating: Double.infinity, count: count)
    var steps = Array(repeating: 0.0, count: count)
    for round in 0..<100 {
      let trial = zip(feet.u, steps).map { $0 + $1 }
      curve.table[column] = trial
      let values = curve.values(parameters)
      var isMoving = false
      for row in 0..<count where round == 0 || steps[row] != 0 {
        let (f, slope, bend) = (values[row], values[count + row], values[2 * count + row])
        let r = (rows.response[row] - f) * rows.weights[row]
        let d = (trial[row] - x[row]) / errors[row]
        let distance = r * r + d * d
        if distance < distances[row] {
          distances[row] = distance
          (feet.u[row], feet.value[row], feet.slope[row]) = (trial[row], f, slope)
          steps[row] = step(r, d, slope, bend, row)
        } else {
          steps[row] /= 4
        }
        if abs(steps[row]) <= 1e-15 * (abs(feet.u[row]) + errors[row]) { steps[row] = 0 }
        if steps[row] != 0 { isMoving = true }
      }
      if !isMoving { break }
    }
    guard distances.allSatisfy(\.isFinite) else { return nil }
    last = (point, feet)
    return feet
  }

  /// The Newton step of a foot; the Gauss–Newton step where the distance is not convex.
  private func step(
    _ r: Double, _ d: Double, _ slope: Double, _ bend: Double, _ row: Int
  ) -> Double {
    let (weight, error) = (rows.weights[row], errors[row])
    let gradient = -r * slope * weight + d / error
    let linear = slope * slope * weight * weight + 1 / (error * error)
    let full = linear - r * bend * weight
    let step = -gradient / (full > 0.1 * linear ? full : linear)
    return step.isFinite ? step : 0
  }
}
