/// A small dense matrix of doubles, row by row.
///
///     let a = Matrix(rows: 3, columns: 2, elements: [1, 1, 1, 2, 1, 3])
///     a.leastSquaresSolution([6, 0, 0])     // the line 8 − 3x
///
public struct Matrix: Hashable, Sendable, Codable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The entries, row after row.
  public internal(set) var elements: [Double]

  /// A matrix of given entries, row after row.
  ///
  /// - Precondition: there are `rows · columns` entries.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix needs rows × columns entries")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
  }

  /// The identity of a given size.
  public static func identity(_ size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for index in 0..<size { result[index, index] = 1 }
    return result
  }

  /// The entry in a row and a column, counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The product of two matrices.
  ///
  /// - Precondition: `a` has as many columns as `b` has rows.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "the inner sizes of a product must agree")
    var result = Matrix(rows: a.rows, columns: b.columns)
    for row in 0..<a.rows {
      for inner in 0..<a.columns {
        let factor = a[row, inner]
        for column in 0..<b.columns { result[row, column] += factor * b[inner, column] }
      }
    }
    return result
  }

  /// The product of a matrix and a column.
  ///
  /// - Precondition: `a` has as many columns as `b` has entries.
  public static func * (a: Matrix, b: [Double]) -> [Double] {
    precondition(a.columns == b.count, "the inner sizes of a product must agree")
    return (0..<a.rows).map { row in
      (0..<a.columns).reduce(0) { $0 + a[row, $1] * b[$1] }
    }
  }
}

extension Matrix {
  private enum CodingKeys: String, CodingKey { case rows, columns, elements }

  /// Reads a matrix; null entries are NaN.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    rows = try container.decode(Int.self, forKey: .rows)
    columns = try container.decode(Int.self, forKey: .columns)
    elements = try container.numbers(.elements)
    let (count, isTooLarge) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !isTooLarge, elements.count == count else {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: container,
        debugDescription: "\(rows) × \(columns) entries are wanted, not \(elements.count)")
    }
  }

  /// Writes a matrix; entries that are not finite become null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(elements.codable, forKey: .elements)
  }
}
