import CLAPACK

/// The singular value decomposition A = U·diag(σ)·Vᵀ of a matrix with at least as many rows as columns.
struct SingularValues {
  /// Orthonormal columns, one for each singular value that is not 0.
  let left: Matrix
  /// The singular values, falling.
  let values: [Double]
  let right: Matrix

  /// Decomposes by one-sided Jacobi rotations, so that small values keep their digits (LAPACK's
  /// `dgesvj`; Drmač & Veselić 2008).
  ///
  /// A matrix with entries that are not finite, or with more columns than rows, has values that are
  /// NaN.
  init(_ matrix: Matrix) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    guard columns > 0, rows >= columns, matrix.elements.allSatisfy(\.isFinite) else {
      (left, right) = (matrix, .identity(columns))
      values = Array(repeating: .nan, count: columns)
      return
    }
    var u = matrix.transposed.elements
    var v = Array(repeating: 0.0, count: columns * columns)
    var sigma = Array(repeating: 0.0, count: columns)
    var work = Array(repeating: 0.0, count: max(6, rows + columns))
    var info: Int32 = 0
    let size = Int32(clamping: work.count)
    withUnsafePointer(to: Int32(clamping: rows)) { m in
      withUnsafePointer(to: Int32(clamping: columns)) { n in
        withUnsafePointer(to: size) {
          dgesvj_("G", "U", "V", m, n, &u, m, &sigma, n, &v, n, &work, $0, &info, 1, 1, 1)
        }
      }
    }
    // Values near the ends of the range of doubles come with a common factor apart.
    values = sigma.map { $0 * work[0] }
    left = Matrix(rows: columns, columns: rows, elements: u).transposed
    right = Matrix(rows: columns, columns: columns, elements: v).transposed
  }

  /// The columns whose singular value is not lost in rounding.
  func independentColumns(tolerance: Double = 1e-10) -> [Int] {
    let largest = values.max() ?? 0
    return values.indices.filter { values[$0] > tolerance * largest }
  }

  /// The least solution of least squares A·x ≈ b.
  func solve(_ b: [Double]) -> [Double] {
    var x = Array(repeating: 0.0, count: right.rows)
    for column in independentColumns() {
      let share = (0..<left.rows).reduce(0) { $0 + left[$1, column] * b[$1] } / values[column]
      for row in x.indices { x[row] += right[row, column] * share }
    }
    return x
  }

  /// The least solution of Aᵀ·x = b.
  func solveTransposed(_ b: [Double]) -> [Double] {
    var x = Array(repeating: 0.0, count: left.rows)
    for column in independentColumns() {
      let share = (0..<right.rows).reduce(0) { $0 + right[$1, column] * b[$1] } / values[column]
      for row in x.indices { x[row] += left[row, column] * share }
    }
    return x
  }

  /// Orthonormal columns that are orthogonal to all columns of A: the rest of Q of its range.
  var complement: Matrix {
    let range = independentColumns()
    let basis = range.flatMap { column in (0..<left.rows).map { left[$0, column] } }
    let qr = QRFactorisation(columnwise: basis, rows: left.rows, columns: range.count)
    var result = Matrix(rows: left.rows, columns: left.rows - range.count)
    for column in 0..<result.columns {
      var axis = Array(repeating: 0.0, count: left.rows)
      axis[range.count + column] = 1
      for (row, value) in qr.q(times: axis).enumerated() { result[row, column] = value }
    }
    return result
  }
}
