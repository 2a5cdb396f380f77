/// The eigenvalues of a symmetric matrix, ascending, with the eigenvectors as columns.
struct SymmetricEigensystem {
  let values: [Double]
  let vectors: Matrix

  /// Diagonalises a symmetric matrix by cyclic Jacobi rotations (Rutishauser 1966).
  ///
  /// Small eigenvalues of definite matrices keep their digits; 6–10 sweeps of n³ operations. Entries
  /// that are not finite give eigenvalues that are NaN.
  init(_ matrix: Matrix) {
    var a = matrix
    var v = Matrix.identity(matrix.rows)
    guard matrix.elements.allSatisfy(\.isFinite) else {
      values = Array(repeating: .nan, count: matrix.rows)
      vectors = v
      return
    }
    for _ in 0..<60 where Self.sweep(&a, &v) == 0 { break }
    let order = (0..<a.rows).sorted { a[$0, $0] < a[$1, $1] }
    values = order.map { a[$0, $0] }
    var sorted = Matrix(rows: a.rows, columns: a.rows)
    for (column, source) in order.enumerated() {
      for row in 0..<a.rows { sorted[row, column] = v[row, source] }
    }
    vectors = sorted
  }

  /// Rotates every pair of axes once; returns how many rotations were worth it.
  private static func sweep(_ a: inout Matrix, _ v: inout Matrix) -> Int {
    var rotations = 0
    for p in 0..<a.rows {
      for q in (p + 1)..<max(a.rows, p + 1) where a[p, q] != 0 {
        let size = (abs(a[p, p]) * abs(a[q, q])).squareRoot()
        if abs(a[p, q]) <= 1e-17 * size || abs(a[p, q]) < 1e-300 {
          a[p, q] = 0
          a[q, p] = 0
          continue
        }
        let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
        let t = (theta < 0 ? -1 : 1) / (abs(theta) + (1 + theta * theta).squareRoot())
        let c = 1 / (1 + t * t).squareRoot()
        rotate(&a, &v, p, q, cosine: c, sine: t * c)
        rotations += 1
      }
    }
    return rotations
  }

  private static func rotate(
    _ a: inout Matrix, _ v: inout Matrix, _ p: Int, _ q: Int, cosine c: Double, sine s: Double
  ) {
    for k in 0..<a.rows {
      let (x, y) = (a[k, p], a[k, q])
      a[k, p] = c * x - s * y
      a[k, q] = s * x + c * y
    }
    for k in 0..<a.rows {
      let (x, y) = (a[p, k], a[q, k])
      a[p, k] = c * x - s * y
      a[q, k] = s * x + c * y
      let (z, w) = (v[k, p], v[k, q])
      v[k, p] = c * z - s * w
      v[k, q] = s * z + c * w
    }
    a[p, q] = 0
    a[q, p] = 0
  }
}

/// The eigenvalues of a symmetric 2×2 matrix, ascending.
///
/// The larger one from the trace, the smaller one as determinant over larger, so that it keeps its
/// digits when the matrix is badly conditioned.
func symmetricEigenvalues(_ a: Double, _ b: Double, _ d: Double) -> [Double] {
  let mean = a / 2 + d / 2
  let half = a / 2 - d / 2
  let reach = (half * half + b * b).squareRoot()
  let large = mean < 0 ? mean - reach : mean + reach
  if large == 0 || !large.isFinite { return [large, large] }
  // a·d − b² with one rounding less (Kahan).
  let square = b * b
  let determinant = (-square).addingProduct(a, d) - (-square).addingProduct(b, b)
  let small = determinant / large
  return [min(small, large), max(small, large)]
}
