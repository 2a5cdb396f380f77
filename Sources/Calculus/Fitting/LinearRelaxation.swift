/// The best linear parameters for given others: a small linear problem (Golub & Pereyra 1973).
struct LinearRelaxation {
  /// The places of the linear parameters among the free ones.
  let linear: [Int]
  private let problem: any LeastSquaresProblem

  /// The relaxation of some parameters by name, in which the model is linear together.
  init(of names: [String], _ space: ParameterSpace, _ problem: any LeastSquaresProblem) {
    let free = space.freeNames
    linear = free.indices.filter { names.contains(free[$0]) }
    self.problem = problem
  }

  /// The point with its linear parameters made best, or `nil` where it is undefined.
  ///
  /// Of linear parameters that depend on one another the redundant ones stay 0.
  func relaxed(_ point: [Double]) -> [Double]? {
    guard !linear.isEmpty else { return point }
    var result = point
    for place in linear { result[place] = 0 }
    guard let residuals = problem.residuals(at: result),
      let jacobian = problem.jacobian(at: result)
    else { return nil }
    let rows = residuals.count
    var flat: [Double] = []
    var lengths: [Double] = []
    for place in linear {
      let column = jacobian[place * rows..<(place + 1) * rows]
      let length = VectorSum.length(column)
      lengths.append(length > 0 ? length : 1)
      flat.append(contentsOf: column.lazy.map { $0 / (length > 0 ? length : 1) })
    }
    let qr = QRFactorisation(
      columnwise: flat, rows: rows, columns: linear.count, isPivoting: true)
    let rank = qr.rank(tolerance: 1e-12)
    let solution = qr.solvedR(qr.transposedQ(times: residuals), rank: rank)
    for (column, value) in solution.enumerated() {
      let place = qr.order[column]
      result[linear[place]] = -value / lengths[place]
    }
    return result.allSatisfy(\.isFinite) ? result : nil
  }
}
