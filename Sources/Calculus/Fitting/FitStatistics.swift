/// What follows from the solution of a fit: errors, covariance, goodness.
struct FitStatistics {
  let fit: Fit
  let rows: FitRows
  let space: ParameterSpace
  /// The values of the free parameters.
  let values: [Double]
  /// (y − f)/σ, or signed distances; their squares sum to χ².
  let residuals: [Double]
  /// The partial derivatives of the residuals' opposites, column by column.
  let jacobian: [Double]
  /// (JᵀJ)⁻¹ where it is known better than from J in doubles.
  var normalInverse: Matrix?

  /// The share of the largest element of R below which a column counts as dependent.
  private var tolerance: Double { 10 * Double(max(rows.count, 8)) * Double.ulpOfOne }

  func result(verdict: FitVerdict, iterations: Int) throws(FitError) -> FitResult {
    let chiSquared = residuals.reduce(0) { $0 + $1 * $1 }
    guard chiSquared.isFinite else { throw FitError.overflow }
    let (factor, undetermined) = factorised()
    let unscaled = covariance(factor, undetermined)
    let degrees = rows.count - space.free.count
    let reduced = degrees > 0 ? chiSquared / Double(degrees) : Double.nan
    let isBelieved = fit.errors != nil
    let (aboutMean, aboutZero) = totals()
    let given = rows.weights.reduce(0) { $0 + 1 / ($1 * $1) } / Double(rows.count)
    return FitResult(
      model: fit.model,
      parameters: parameters(unscaled, reduced: reduced, isBelieved: isBelieved),
      covariance: isBelieved ? unscaled : unscaled.scaled(by: reduced),
      unscaledCovariance: unscaled, chiSquared: chiSquared, degreesOfFreedom: degrees,
      errorsAreBelieved: isBelieved,
      pValue: isBelieved && degrees > 0
        ? Distributions.chiSquaredTail(chiSquared, degreesOfFreedom: Double(degrees)) : nil,
      rSquared: aboutMean > 0 ? 1 - chiSquared / aboutMean : nil,
      rSquaredAboutZero: aboutZero > 0 ? 1 - chiSquared / aboutZero : nil,
      iterations: iterations,
      verdict: undetermined.isEmpty
        ? verdict : .undetermined(undetermined.map { space.names[$0] }),
      residuals: plainResiduals(), weightedResiduals: residuals, rows: rows.places,
      skippedRows: rows.skipped, noise: (isBelieved ? given : reduced).squareRoot(),
      factor: factor)
  }

  /// Whether a free parameter stands at an end of its range.
  private func isAtBound(_ index: Int) -> Bool {
    values[index] == space.lower[index] || values[index] == space.upper[index]
  }

  /// R of the scaled Jacobian of what the data determine, and the places of what they do not.
  private func factorised() -> (BandFactor, undetermined: [Int]) {
    let count = rows.count
    let inside = space.free.indices.filter { !isAtBound($0) }
    let columns = inside.map { Array(jacobian[$0 * count..<($0 + 1) * count]) }
    let scales = columns.map { column -> Double in
      let largest = column.reduce(0) { max($0, abs($1)) }
      guard largest > 0, largest.isFinite else { return 1 }
      let length = column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
      return 1 / largest / length
    }
    let scaled = zip(columns, scales).map { column, scale in column.map { $0 * scale } }
    let pivoted = QRFactorisation(
      columnwise: scaled.flatMap { $0 }, rows: count, columns: inside.count, isPivoting: true)
    let dependent = pivoted.dependentColumns(tolerance: tolerance)
    let rank = pivoted.rank(tolerance: tolerance)
    let kept = pivoted.order.prefix(rank).sorted()
    let qr = QRFactorisation(
      columnwise: kept.flatMap { scaled[$0] }, rows: count, columns: kept.count)
    var r = Matrix(rows: kept.count, columns: kept.count)
    for row in kept.indices {
      for column in row..<kept.count { r[row, column] = qr[row, column] }
    }
    let factor = BandFactor(
      places: kept.map { space.free[inside[$0]] }, scales: kept.map { scales[$0] }, r: r)
    return (factor, dependent.map { space.free[inside[$0]] })
  }

  /// (JᵀJ)⁻¹ among all parameters: zeros for those that are held, NaN for the undetermined.
  private func covariance(_ factor: BandFactor, _ undetermined: [Int]) -> Matrix {
    let count = space.names.count
    var covariance = Matrix(rows: count, columns: count)
    if let normalInverse, undetermined.isEmpty, factor.places == space.free {
      for (row, i) in space.free.enumerated() {
        for (column, j) in space.free.enumerated() { covariance[i, j] = normalInverse[row, column] }
      }
      return covariance
    }
    let inverse = factor.inverseNormalMatrix
    for (row, i) in factor.places.enumerated() {
      for (column, j) in factor.places.enumerated() { covariance[i, j] = inverse[row, column] }
    }
    for place in undetermined {
      for other in 0..<count {
        covariance[place, other] = .nan
        covariance[other, place] = .nan
      }
    }
    return covariance
  }

  private func parameters(
    _ covariance: Matrix, reduced: Double, isBelieved: Bool
  ) -> [FitResult.Parameter] {
    let all = space.all(values)
    return space.names.indices.map { place in
      let index = space.free.firstIndex(of: place)
      let error = covariance[place, place].squareRoot()
      let scaled = index == nil ? 0 : error * reduced.squareRoot()
      let standard = isBelieved ? error : scaled
      return FitResult.Parameter(
        name: space.names[place], value: all[place], unit: fit.units[space.names[place]],
        standardError: standard.isNaN ? nil : standard,
        standardErrorScaled: isBelieved && !scaled.isNaN ? scaled : nil,
        role: index.map { isAtBound($0) ? .atBound : .free } ?? .fixed)
    }
  }

  /// Σ((y − ȳ)/σ)² about the weighted mean, and Σ(y/σ)².
  private func totals() -> (aboutMean: Double, aboutZero: Double) {
    let pairs = zip(rows.response, rows.weights)
    let mean =
      pairs.reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / rows.weights.reduce(0) { $0 + $1 * $1 }
    var totals = (aboutMean: 0.0, aboutZero: 0.0)
    for (y, weight) in pairs {
      let (d, z) = ((y - mean) * weight, y * weight)
      totals.aboutMean += d * d
      totals.aboutZero += z * z
    }
    return totals
  }

  private func plainResiduals() -> [Double] {
    guard rows.errorsInX != nil else { return zip(residuals, rows.weights).map { $0 / $1 } }
    let evaluator = RowEvaluator(
      Program([fit.model.expression]), table: rows.table, rowCount: rows.count)
    return zip(rows.response, evaluator.values(space.all(values))).map { $0 - $1 }
  }
}

extension BandFactor {
  /// (JᵀJ)⁻¹ of the parameters that the factor has.
  var inverseNormalMatrix: Matrix {
    let count = places.count
    // The rows of R⁻ᵀS: unit vectors, one by one.
    var columns = Matrix(rows: count, columns: count)
    for unit in 0..<count {
      for row in unit..<count {
        var value = row == unit ? scales[unit] : 0
        for column in unit..<row { value -= r[column, row] * columns[unit, column] }
        columns[unit, row] = value / r[row, row]
      }
    }
    return columns * columns.transposed
  }
}

extension Matrix {
  /// The matrix times a number; zeros stay zeros.
  func scaled(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map { $0 == 0 ? 0 : $0 * factor })
  }
}
