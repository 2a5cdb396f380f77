extension Matrix {
  /// The upper triangular R of A = QR, with a diagonal that falls where `isPivoting`.
  ///
  /// Householder reflections. `order[k]` is the column of A that is the k-th of AP. There must be
  /// at least as many rows as columns.
  public func triangularFactor(isPivoting: Bool = false) -> (r: Matrix, order: [Int]) {
    precondition(rows >= columns)
    let qr = QRFactorisation(
      columnwise: transposed.elements, rows: rows, columns: columns, isPivoting: isPivoting)
    var r = Matrix(rows: columns, columns: columns)
    for row in 0..<columns {
      for column in row..<columns { r[row, column] = qr[row, column] }
    }
    return (r, qr.order)
  }

  /// The x that makes |Ax − b| least, or `nil` where the columns are not independent.
  ///
  /// Householder QR with power-of-two column scaling and refinement (`LeastSquaresSystem`).
  public func leastSquaresSolution(_ b: [Double]) -> [Double]? {
    precondition(b.count == rows)
    guard rows >= columns else { return nil }
    let design = (0..<columns).map { column in
      (0..<rows).map { DoubleDouble(self[$0, column]) }
    }
    let system = LeastSquaresSystem(design: design, rows: rows)
    guard system.dependent.isEmpty else { return nil }
    return system.solution(of: b.map { DoubleDouble($0) }).coefficients.map(\.high)
  }
}
