import Testing

@testable import Calculus

/// Eigenvalues and singular values against their definitions.
struct MatrixTests {
  static func random(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix {
    var random = SplitMix64(seed: seed)
    return Matrix(
      rows: rows, columns: columns,
      elements: (0..<(rows * columns)).map { _ in Double.random(in: -1...1, using: &random) })
  }

  static func distance(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.elements, b.elements).map { abs($0 - $1) }.max() ?? 0
  }

  static func diagonal(_ values: [Double]) -> Matrix {
    var result = Matrix(rows: values.count, columns: values.count)
    for (index, value) in values.enumerated() { result[index, index] = value }
    return result
  }

  @Test("a symmetric matrix is V·Λ·Vᵀ", arguments: [1, 2, 3, 7, 20])
  func eigenvalues(size: Int) {
    let a = Self.random(size, size, UInt64(size))
    let symmetric = Matrix(
      rows: size, columns: size,
      elements: zip(a.elements, a.transposed.elements).map { $0 + $1 })
    let system = SymmetricEigensystem(symmetric)
    let again = system.vectors * Self.diagonal(system.values) * system.vectors.transposed
    #expect(Self.distance(again, symmetric) < 1e-13 * Double(size))
    #expect(system.values == system.values.sorted())
    #expect(Self.distance(system.vectors.transposed * system.vectors, .identity(size)) < 1e-13)
  }

  @Test("a matrix is U·Σ·Vᵀ", arguments: [(1, 1), (5, 2), (4, 4), (20, 7)])
  func singularValues(rows: Int, columns: Int) {
    let a = Self.random(rows, columns, 5)
    let parts = SingularValues(a)
    let again = parts.left * Self.diagonal(parts.values) * parts.right.transposed
    #expect(Self.distance(again, a) < 1e-13 * Double(rows))
    let free = parts.complement
    #expect(free.columns == rows - columns)
    #expect(
      Self.distance(a.transposed * free, Matrix(rows: columns, columns: free.columns)) < 1e-13)
  }

  @Test("small eigenvalues of a badly scaled 2×2 matrix keep their digits")
  func scaled() {
    let values = symmetricEigenvalues(1e6, 1, 2e-6)
    #expect(abs(values[0] - 1e-6) < 1e-17)
    #expect(symmetricEigenvalues(0, 0, 0) == [0, 0])
    #expect(symmetricEigenvalues(.nan, 0, 0)[0].isNaN)
  }

  @Test("dependent columns are solved with the least solution")
  func rank() {
    let a = Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1])
    let x = SingularValues(a).solve([2, 2])
    #expect(abs(x[0] - 1) < 1e-15 && abs(x[1] - 1) < 1e-15)
    #expect(SingularValues(Matrix(rows: 2, columns: 1)).solve([1, 2]) == [0])
    #expect(SingularValues(Matrix(rows: 1, columns: 1, elements: [.nan])).complement.rows == 1)
  }
}

/// QR against its definition, with every shape that a fit can meet.
struct QRFactorisationTests {
  @Test(
    "A·P is Q·R, and R falls where it is pivoted",
    arguments: [(1, 1), (5, 2), (4, 4), (2, 5), (200, 9), (3, 0), (0, 2)], [false, true])
  func factors(shape: (rows: Int, columns: Int), isPivoting: Bool) {
    let (rows, columns) = shape
    let a = MatrixTests.random(rows, columns, 11)
    let qr = QRFactorisation(
      columnwise: a.transposed.elements, rows: rows, columns: columns, isPivoting: isPivoting)
    #expect(qr.order.sorted() == Array(0..<columns))
    for (place, source) in qr.order.enumerated() {
      let r = (0..<rows).map { qr[$0, place] }
      let column = (0..<rows).map { a[$0, source] }
      for (x, y) in zip(qr.q(times: r), column) { #expect(abs(x - y) < 1e-13) }
      for (x, y) in zip(qr.transposedQ(times: column), r) { #expect(abs(x - y) < 1e-13) }
    }
    guard isPivoting else { return }
    let diagonal = (0..<min(rows, columns)).map { abs(qr[$0, $0]) }
    let falling = diagonal.sorted(by: >)
    #expect(diagonal == falling)
  }

  @Test("a triangular system is solved forwards and backwards, a part of it as well")
  func triangles() {
    let qr = QRFactorisation(columnwise: [2, 0, 0, 1, 4, 0, 3, 5, 8], rows: 3, columns: 3)
    let x = [1.0, -2, 0.5]
    let product = (0..<3).map { row in (0..<3).reduce(0) { $0 + qr[row, $1] * x[$1] } }
    let transposed = (0..<3).map { row in (0..<3).reduce(0) { $0 + qr[$1, row] * x[$1] } }
    for (a, b) in zip(qr.solvedR(product), x) { #expect(abs(a - b) < 1e-15) }
    for (a, b) in zip(qr.solvedTransposedR(transposed), x) { #expect(abs(a - b) < 1e-15) }
    #expect(qr.solvedR([qr[0, 0] * 7], rank: 1) == [7])
  }

  @Test("lengths beyond the square root of the largest double do not overflow")
  func extremes() {
    for size in [1e-200, 1e200] {
      let qr = QRFactorisation(
        columnwise: [3 * size, 4 * size], rows: 2, columns: 1, isPivoting: true)
      #expect(abs(abs(qr[0, 0]) / size - 5) < 1e-14)
      #expect(qr.rank(tolerance: 1e-12) == 1)
    }
  }
}

/// What the decompositions say of matrices that are scaled badly or are none.
struct DecompositionLimitTests {
  @Test("singular values fall, and small ones keep their digits")
  func graded() {
    let a = MatrixTests.random(6, 3, 3)
    let scaled = a * MatrixTests.diagonal([1e12, 1, 1e-12])
    let values = SingularValues(scaled).values
    let falling = values.sorted(by: >)
    #expect(values == falling)
    // The product of the values is |det R|, which QR gives column by column.
    let r = scaled.triangularFactor().r
    let determinant = abs(r[0, 0] * r[1, 1] * r[2, 2])
    #expect(abs(values.reduce(1, *) / determinant - 1) < 1e-12)
  }

  @Test("entries that are not finite give values that are NaN")
  func notFinite() {
    let bad = Matrix(rows: 2, columns: 2, elements: [1, .nan, .infinity, 2])
    for value in SymmetricEigensystem(bad).values + SingularValues(bad).values {
      #expect(value.isNaN)
    }
    let wide = SingularValues(Matrix(rows: 1, columns: 2, elements: [3, 4]))
    for value in wide.values { #expect(value.isNaN) }
    #expect(SymmetricEigensystem(Matrix(rows: 0, columns: 0)).values.isEmpty)
  }
}
