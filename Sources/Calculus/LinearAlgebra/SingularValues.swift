/// The singular value decomposition A = U·diag(σ)·Vᵀ of a matrix with at least as many rows as columns.
struct SingularValues {
  /// Orthonormal columns, one for each singular value that is not 0.
  let left: Matrix
  /// The singular values, in the order of the columns.
  let values: [Double]
  let right: Matrix

  /// Decomposes by one-sided Jacobi rotations (Hestenes 1958): small values keep their digits.
  init(_ matrix: Matrix) {
    var u = matrix
    var v = Matrix.identity(matrix.columns)
    if matrix.elements.allSatisfy(\.isFinite) {
      for _ in 0..<60 where Self.sweep(&u, &v) == 0 { break }
    }
    var norms: [Double] = []
    for column in 0..<u.columns {
      let norm = Self.product(u, column, column).squareRoot()
      norms.append(norm)
      if norm > 0 { for row in 0..<u.rows { u[row, column] /= norm } }
    }
    (left, values, right) = (u, norms, v)
  }

  private static func product(_ u: Matrix, _ p: Int, _ q: Int) -> Double {
    (0..<u.rows).reduce(0) { $0 + u[$1, p] * u[$1, q] }
  }

  private static func sweep(_ u: inout Matrix, _ v: inout Matrix) -> Int {
    var rotations = 0
    for p in 0..<u.columns {
      for q in (p + 1)..<max(u.columns, p + 1) {
        let (alpha, beta) = (product(u, p, p), product(u, q, q))
        let gamma = product(u, p, q)
        if abs(gamma) <= 1e-16 * (alpha * beta).squareRoot() { continue }
        let zeta = (beta - alpha) / (2 * gamma)
        let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
        let c = 1 / (1 + t * t).squareRoot()
        rotate(&u, p, q, c, t * c)
        rotate(&v, p, q, c, t * c)
        rotations += 1
      }
    }
    return rotations
  }

  private static func rotate(_ m: inout Matrix, _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
    for row in 0..<m.rows {
      let (x, y) = (m[row, p], m[row, q])
      m[row, p] = c * x - s * y
      m[row, q] = s * x + c * y
    }
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

  /// Orthonormal columns that are orthogonal to all columns of A (Gram–Schmidt, twice is enough).
  var complement: Matrix {
    var basis = independentColumns().map { column in
      (0..<left.rows).map { left[$0, column] }
    }
    let rank = basis.count
    while basis.count < left.rows {
      var best: [Double] = []
      var bestSize = 0.0
      for axis in 0..<left.rows {
        var vector = Array(repeating: 0.0, count: left.rows)
        vector[axis] = 1
        for _ in 0..<2 {
          for other in basis {
            let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
            for row in vector.indices { vector[row] -= share * other[row] }
          }
        }
        let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if size > bestSize { (best, bestSize) = (vector.map { $0 / size }, size) }
      }
      if best.isEmpty { break }
      basis.append(best)
    }
    var result = Matrix(rows: left.rows, columns: basis.count - rank)
    for column in 0..<result.columns {
      for row in 0..<result.rows { result[row, column] = basis[rank + column][row] }
    }
    return result
  }
}
