import CLAPACK

/// A = QR with orthogonal Q, by Householder reflections (LAPACK's `dgeqr2`; Golub & Van Loan, §5.2).
///
/// With pivoting the columns are exchanged so that the diagonal of R falls (`dlaqp2`; Businger &
/// Golub 1965, with the safe downdating of Drmač & Bujanović 2008). The computed R is exact for a
/// matrix within a few ulps × √rows of A, column by column. Cost: 2·columns²·(rows − columns/3)
/// operations.
struct QRFactorisation: Sendable {
  let rows: Int
  let columns: Int
  /// Column by column: R on and above the diagonal, the reflectors below it.
  private var elements: [Double]
  /// The factor of each reflector: H = 1 − factor·v·vᵀ.
  private var factors: [Double]
  /// For each column of R the column of A.
  private(set) var order: [Int]

  /// What LAPACK calls a matrix as it is, and transposed.
  private static let plain = CChar(UInt8(ascii: "N"))
  private static let transposed = CChar(UInt8(ascii: "T"))

  /// Factorises a matrix given column by column.
  init(columnwise elements: [Double], rows: Int, columns: Int, isPivoting: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
    order = Array(0..<columns)
    factors = Array(repeating: 0, count: max(1, min(rows, columns)))
    guard rows > 0, columns > 0 else { return }
    if isPivoting { factorisePivoting() } else { factorise() }
  }

  /// The numbers of rows and columns as LAPACK wants them.
  private var sizes: (rows: Int32, columns: Int32) {
    (Int32(clamping: rows), Int32(clamping: columns))
  }

  private mutating func factorise() {
    let sizes = sizes
    var work = Array(repeating: 0.0, count: columns)
    var info: Int32 = 0
    withUnsafePointer(to: sizes.rows) { m in
      withUnsafePointer(to: sizes.columns) { n in
        dgeqr2_(m, n, &elements, m, &factors, &work, &info)
      }
    }
  }

  private mutating func factorisePivoting() {
    var places = (0..<columns).map { Int32(clamping: $0 + 1) }
    var lengths = (0..<columns).map { VectorSum.length(elements[$0 * rows..<($0 + 1) * rows]) }
    var first = lengths
    var work = Array(repeating: 0.0, count: columns)
    let sizes = sizes
    withUnsafePointer(to: sizes.rows) { m in
      withUnsafePointer(to: sizes.columns) { n in
        withUnsafePointer(to: Int32(0)) { offset in
          dlaqp2_(m, n, offset, &elements, m, &places, &factors, &lengths, &first, &work)
        }
      }
    }
    order = places.map { Int($0) - 1 }
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

  /// Qᵀb.
  func transposedQ(times vector: [Double]) -> [Double] { applied(Self.transposed, to: vector) }

  /// Qb.
  func q(times vector: [Double]) -> [Double] { applied(Self.plain, to: vector) }

  private func applied(_ operation: CChar, to vector: [Double]) -> [Double] {
    guard rows > 0, columns > 0 else { return vector }
    var result = vector
    var operation = operation
    var work = 0.0
    var info: Int32 = 0
    let reflectors = Int32(clamping: min(rows, columns))
    withUnsafePointer(to: sizes.rows) { m in
      withUnsafePointer(to: Int32(1)) { one in
        withUnsafePointer(to: reflectors) { k in
          dorm2r_(
            "L", &operation, m, one, k, elements, m, factors, &result, m, &work, &info, 1, 1)
        }
      }
    }
    return result
  }

  /// The solution of Rx = b from the first elements of b, in the order of the columns of R.
  func solvedR(_ vector: [Double], rank: Int? = nil) -> [Double] {
    solved(Self.plain, Array(vector.prefix(rank ?? columns)))
  }

  /// The solution of Rᵀx = b, in the order of the columns of R.
  func solvedTransposedR(_ vector: [Double]) -> [Double] {
    solved(Self.transposed, Array(vector.prefix(columns)))
  }

  private func solved(_ operation: CChar, _ vector: [Double]) -> [Double] {
    guard !vector.isEmpty else { return vector }
    var x = vector
    var operation = operation
    withUnsafePointer(to: Int32(clamping: vector.count)) { n in
      withUnsafePointer(to: sizes.rows) { stride in
        withUnsafePointer(to: Int32(1)) { one in
          dtrsv_("U", &operation, "N", n, elements, stride, &x, one, 1, 1, 1)
        }
      }
    }
    return x
  }
}
