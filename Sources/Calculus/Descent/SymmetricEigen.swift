/// The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (1846).
///
/// Cyclic sweeps after Golub & Van Loan, §8.5: small matrices come out to full relative accuracy of
/// the norm. Cost: O(n³) a sweep, six to ten sweeps.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, ascending.
  public private(set) var values: [Double]
  /// The eigenvectors: `vectors[k]` belongs to `values[k]`; they are orthonormal.
  public private(set) var vectors: [[Double]]

  /// The eigensystem of the rows of a matrix; `nil` where an entry is not finite.
  public init?(_ matrix: [[Double]]) {
    guard matrix.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
    let n = matrix.count
    var a = matrix
    // A power of two, so that squares of entries neither overflow nor underflow.
    let size = a.reduce(0) { $1.reduce($0) { max($0, abs($1)) } }
    let scale = size == 0 ? 1 : Double(sign: .plus, exponent: size.exponent, significand: 1)
    for row in 0..<n { for column in 0..<n { a[row][column] /= scale } }
    var columns = (0..<n).map { k in (0..<n).map { $0 == k ? 1.0 : 0 } }
    for _ in 0..<30 where Self.sweep(&a, &columns) < 1e-32 { break }
    let order = (0..<n).sorted { a[$0][$0] < a[$1][$1] }
    values = order.map { a[$0][$0] * scale }
    vectors = order.map { columns[$0] }
  }

  /// One rotation for each pair; returns the sum of the squares beside the diagonal before it.
  private static func sweep(_ a: inout [[Double]], _ columns: inout [[Double]]) -> Double {
    var rest = 0.0
    for p in a.indices {
      for q in a.indices where q > p {
        rest += a[p][q] * a[p][q]
        if a[p][q] != 0 { rotate(&a, &columns, p, q) }
      }
    }
    return rest
  }

  private static func rotate(
    _ a: inout [[Double]], _ columns: inout [[Double]], _ p: Int, _ q: Int
  ) {
    let cotangent = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let size = abs(cotangent)
    let tangent =
      size > 1e150
      ? 0.5 / cotangent
      : (cotangent < 0 ? -1 : 1) / (size + (size * size + 1).squareRoot())
    let c = 1 / (tangent * tangent + 1).squareRoot()
    let s = tangent * c
    for k in a.indices {
      (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
    }
    for k in a.indices {
      (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
      (columns[p][k], columns[q][k]) = (
        c * columns[p][k] - s * columns[q][k], s * columns[p][k] + c * columns[q][k]
      )
    }
    (a[p][q], a[q][p]) = (0, 0)
  }

  /// Whether an eigenvalue is 0 beside the greatest, as rounding goes.
  var isSingular: Bool {
    let greatest = max(abs(values.first ?? 0), abs(values.last ?? 0))
    let least = values.reduce(Double.infinity) { min($0, abs($1)) }
    return greatest == 0 || least <= 1e-14 * greatest
  }

  /// Σ vₖ (vₖ·b)/λₖ: the solution of A x = b, with the sizes of the eigenvalues if asked.
  func solution(of b: [Double], withSizes: Bool = false) -> [Double] {
    var x = Array(repeating: 0.0, count: b.count)
    let floor = withSizes ? 1e-10 * max(abs(values.first ?? 0), abs(values.last ?? 0)) : 0
    for (value, vector) in zip(values, vectors) {
      let divisor = withSizes ? max(abs(value), floor) : value
      let share = zip(vector, b).reduce(0) { $0 + $1.0 * $1.1 } / divisor
      for index in x.indices { x[index] += share * vector[index] }
    }
    return x
  }
}
