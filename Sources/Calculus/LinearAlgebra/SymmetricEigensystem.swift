import CLAPACK

/// The eigenvalues of a symmetric matrix, ascending, with the eigenvectors as columns.
struct SymmetricEigensystem {
  let values: [Double]
  let vectors: Matrix

  /// Diagonalises a symmetric matrix by tridiagonal QL (LAPACK's `dsyev`).
  ///
  /// Each value is exact to a few ulps of the largest; those of a 2×2 matrix to a few of their own.
  /// Entries that are not finite, and the failure to settle, give eigenvalues that are NaN.
  init(_ matrix: Matrix) {
    let size = matrix.rows
    var vectors = matrix.elements
    var values = Array(repeating: Double.nan, count: size)
    var work = Array(repeating: 0.0, count: max(1, 3 * size))
    var info: Int32 = 0
    if size > 0, matrix.elements.allSatisfy(\.isFinite) {
      let room = Int32(clamping: work.count)
      withUnsafePointer(to: Int32(clamping: size)) { n in
        withUnsafePointer(to: room) {
          dsyev_("V", "U", n, &vectors, n, &values, &work, $0, &info, 1, 1)
        }
      }
    }
    guard info == 0, !values.contains(where: \.isNaN) else {
      self.values = Array(repeating: .nan, count: size)
      self.vectors = .identity(size)
      return
    }
    self.values = values
    self.vectors = Matrix(rows: size, columns: size, elements: vectors).transposed
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
