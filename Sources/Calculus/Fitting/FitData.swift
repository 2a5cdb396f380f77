/// A table of measurements: columns of numbers with names.
///
///     let data = try FitData(x: [1, 2, 3], y: [2.1, 3.9, 6.2])
///
/// A cell that is NaN or infinite is a missing one: a fit skips the rows where a column that it
/// uses has one, and says which.
public struct FitData: Hashable, Sendable, Codable {
  /// The columns by their names.
  public let columns: [String: [Double]]
  /// The number of rows.
  public let rows: Int

  /// A table of named columns of equal length.
  public init(columns: [String: [Double]]) throws(FitError) {
    let names = columns.keys.sorted()
    rows = names.first.flatMap { columns[$0]?.count } ?? 0
    for name in names {
      let count = columns[name]?.count ?? 0
      if count != rows { throw FitError.raggedColumn(name, rows: count, expected: rows) }
    }
    self.columns = columns
  }

  /// A table with columns named x and y, and `error` where errors of y are given.
  public init(x: [Double], y: [Double], errors: [Double]? = nil) throws(FitError) {
    var columns = ["x": x, "y": y]
    columns["error"] = errors
    try self.init(columns: columns)
  }

  /// A column by its name.
  func column(_ name: String) throws(FitError) -> [Double] {
    guard let column = columns[name] else {
      throw FitError.unknownColumn(name, known: columns.keys.sorted())
    }
    return column
  }
}

extension FitData {
  private enum CodingKeys: String, CodingKey { case columns }

  /// Reads a table; null cells are missing ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let columns = try container.decode([String: [Double?]].self, forKey: .columns)
    try self.init(columns: columns.mapValues { $0.map { $0 ?? .nan } })
  }

  /// Writes a table; missing cells become null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(columns.mapValues(\.codable), forKey: .columns)
  }
}
