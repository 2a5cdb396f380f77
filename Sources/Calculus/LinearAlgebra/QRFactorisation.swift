/// A = QR with orthogonal Q, by Householder reflections (Golub & Van Loan, §5.2).
///
/// With pivoting the columns are exchanged so that the diagonal of R falls (Businger & Golub 1965).
/// The computed R is exact for a matrix within a few ulps × √rows of A, column by column. Cost:
/// 2·columns²·(rows − columns/3) operations.
///
/// This is our own code although LAPACK has it: our systems have a handful of columns, refinement
/// needs residuals in double-double that LAPACK does not give, and linking LAPACK costs a tool that
/// starts in 5 ms another 2 ms. Nothing outside this file knows how the factors come about.
struct QRFactorisation: Sendable {
  let rows: Int
  let columns: Int
  /// Column by column: R on and above the diagonal, the reflectors below it.
  private var elements: [Double]
  /// The first element of each reflector and its factor: H = 1 − factor·v·vᵀ.
  private var heads: [Double]
  private var factors: [Double]
  /// For each column of R the column of A.
  private(set) var order: [Int]

  /// Factorises a matrix given column by column.
  init(columnwise elements: [Double], rows: Int, columns: Int, isPivoting: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
    order = Array(0..<columns)
    heads = Array(repeating: 0, count: columns)
    factors = Array(repeating: 0, count: columns)
    for step in 0..<min(rows, columns) {
      if isPivoting { exchangeLongest(step) }
      reflect(step)
    }
  }

  /// Brings the column with the longest rest to the front.
  private mutating func exchangeLongest(_ step: Int) {
    var best = step
    var length = -1.0
    for column in step..<columns {
      let rest = elements.withUnsafeBufferPointer {
        VectorSum.dot($0, column * rows + step, $0, column * rows + step, count: rows - step)
      }
      if rest > length { (best, length) = (column, rest) }
    }
    guard best != step else { return }
    order.swapAt(best, step)
    for row in 0..<rows { elements.swapAt(best * rows + row, step * rows + row) }
  }

  /// Makes the reflector of a column and applies it to the columns after it.
  private mutating func reflect(_ step: Int) {
    let (rows, columns) = (rows, columns)
    let start = step * rows + step
    let count = rows - step
    elements.withUnsafeMutableBufferPointer { a in
      let length = VectorSum.dot(
        UnsafeBufferPointer(a), start, UnsafeBufferPointer(a), start, count: count
      ).squareRoot()
      guard length > 0 else { return }
      let diagonal = a[start] > 0 ? -length : length
      let head = a[start] - diagonal
      let factor = -1 / (head * diagonal)
      a[start] = head
      for column in step + 1..<max(columns, step + 1) {
        let other = column * rows + step
        let product = VectorSum.dot(
          UnsafeBufferPointer(a), start, UnsafeBufferPointer(a), other, count: count)
        VectorSum.add(-factor * product, a, start, to: other, count: count)
      }
      a[start] = diagonal
      heads[step] = head
      factors[step] = factor
    }
  }

  /// The element of R in a row and a column.
  subscript(row: Int, column: Int) -> Double {
    row <= column ? elements[column * rows + row] : 0
  }

  /// How many elements of the diagonal exceed `tolerance` times the largest, counted from the
  /// first.
  func rank(tolerance: Double) -> Int {
    let diagonal = (0..<min(rows, columns)).map { abs(self[$0, $0]) }
    let limit = tolerance * (diagonal.max() ?? 0)
    return diagonal.firstIndex { !($0 > limit) } ?? diagonal.count
  }

  private func apply(_ step: Int, to vector: inout [Double]) {
    guard factors[step] != 0 else { return }
    let (start, count, head) = (step * rows + step + 1, rows - step - 1, heads[step])
    elements.withUnsafeBufferPointer { a in
      vector.withUnsafeMutableBufferPointer { b in
        let rest = VectorSum.dot(a, start, UnsafeBufferPointer(b), step + 1, count: count)
        let multiple = -factors[step] * (head * b[step] + rest)
        b[step] += multiple * head
        for index in 0..<count { b[step + 1 + index] += multiple * a[start + index] }
      }
    }
  }

  /// Qᵀb.
  func transposedQ(times vector: [Double]) -> [Double] {
    var result = vector
    for step in 0..<min(rows, columns) { apply(step, to: &result) }
    return result
  }

  /// Qb.
  func q(times vector: [Double]) -> [Double] {
    var result = vector
    for step in (0..<min(rows, columns)).reversed() { apply(step, to: &result) }
    return result
  }

  /// The solution of Rx = b from the first elements of b, in the order of the columns of R.
  func solvedR(_ vector: [Double], rank: Int? = nil) -> [Double] {
    let count = rank ?? columns
    var x = Array(vector.prefix(count))
    for row in (0..<count).reversed() {
      for column in row + 1..<max(count, row + 1) { x[row] -= self[row, column] * x[column] }
      x[row] /= self[row, row]
    }
    return x
  }

  /// The solution of Rᵀx = b, in the order of the columns of R.
  func solvedTransposedR(_ vector: [Double]) -> [Double] {
    var x = Array(vector.prefix(columns))
    for row in 0..<columns {
      for column in 0..<row { x[row] -= self[column, row] * x[column] }
      x[row] /= self[row, row]
    }
    return x
  }
}

/// Sums over parts of vectors, in four chains so that they run at the width of the machine.
enum VectorSum {
  /// The scalar product of `count` elements of a and b from their offsets.
  static func dot(
    _ a: UnsafeBufferPointer<Double>, _ i: Int, _ b: UnsafeBufferPointer<Double>, _ j: Int,
    count: Int
  ) -> Double {
    guard count > 0, let a = a.baseAddress?.advanced(by: i), let b = b.baseAddress?.advanced(by: j)
    else { return 0 }
    var total = SIMD4<Double>.zero
    var k = 0
    while k + 4 <= count {
      total +=
        SIMD4(a[k], a[k + 1], a[k + 2], a[k + 3]) * SIMD4(b[k], b[k + 1], b[k + 2], b[k + 3])
      k += 4
    }
    var rest = 0.0
    while k < count {
      rest += a[k] * b[k]
      k += 1
    }
    return total.sum() + rest
  }

  /// Adds `factor` times the elements at `source` to those at `target` of the same vector.
  static func add(
    _ factor: Double, _ a: UnsafeMutableBufferPointer<Double>, _ source: Int, to target: Int,
    count: Int
  ) {
    guard let base = a.baseAddress else { return }
    let (from, to) = (base + source, base + target)
    for k in 0..<count { to[k] += factor * from[k] }
  }
}
