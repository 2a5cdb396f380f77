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
