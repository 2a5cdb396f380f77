/// The numbers of a CSV file by column, and where numbers are missing.
///
///     let rows = try table.rows(using: ["x", "y"])
///     rows.columns["x"]       // the numbers of the rows that are complete
///     rows.notice             // 1 of 15 rows of decay.csv is skipped: line 7 (y is 'n/a')
public struct DataTable: Sendable {
  /// A column: NaN where there is no number.
  struct Column: Sendable {
    var values: [Double] = []
    /// The first cells without a number, with what stands there.
    private(set) var missing: [(row: Int, text: String)] = []

    init() {}

    /// The numbers of words: the gaps are where there is no word.
    init(codes: [Double], of words: Column) {
      values = codes
      missing = words.missing.filter { codes[$0.row].isNaN }
    }

    mutating func appendMissing(row: Int, text: String) {
      values.append(.nan)
      if missing.count < DataTable.shownRows { missing.append((row, text)) }
    }
  }

  /// What messages call the file.
  public let file: String
  /// The line of each row in the file, from 1.
  public internal(set) var lines: [Int] = []
  var columns: [String: Column] = [:]
  /// The words of the column of classes in the order of their numbers; empty where it holds numbers.
  public private(set) var classNames: [String] = []
  /// Where the column of classes holds numbers as well as words: the first cell of each in words.
  public private(set) var classMixture: String?

  /// So many skipped rows are named.
  static let shownRows = 6

  init(file: String) { self.file = file }

  /// The number of rows.
  public var count: Int { lines.count }

  /// Takes the words of a column for classes, where no number stands among them.
  mutating func take(_ cells: ClassCells, as name: String) {
    guard let word = cells.firstWord else { return }
    if let number = cells.firstNumber {
      let both = [number, word].sorted { $0.line < $1.line }
      classMixture = both.map { "line \($0.line) is \($0.text.quoted)" }.joined(separator: ", ")
      return
    }
    guard let column = columns[name] else { return }
    columns[name] = Column(codes: cells.codes, of: column)
    classNames = cells.names
  }

  /// A column with NaN where there is no number, or `nil` where it was not kept.
  public subscript(column: String) -> [Double]? { columns[column]?.values }

  /// The rows that have a number in each of some columns.
  public func rows(using names: [String]) throws(FigureError) -> DataRows {
    var used: [(name: String, column: Column)] = []
    for name in names {
      guard let column = columns[name] else {
        throw .input("\(file) has no column \(name.quoted)", hint: "")
      }
      used.append((name, column))
    }
    var isComplete = Array(repeating: true, count: count)
    for (_, column) in used {
      for (row, value) in column.values.enumerated() where value.isNaN { isComplete[row] = false }
    }
    let places = isComplete.indices.filter { isComplete[$0] }
    let skipped = isComplete.indices.filter { !isComplete[$0] }
    var kept: [String: [Double]] = [:]
    for (name, column) in used {
      kept[name] = skipped.isEmpty ? column.values : places.map { column.values[$0] }
    }
    return DataRows(
      file: file, columns: kept, lines: places.map { lines[$0] }, skippedCount: skipped.count,
      notice: notice(of: skipped, used))
  }

  /// How many rows were skipped, and where the first of them are.
  private func notice(of skipped: [Int], _ used: [(name: String, column: Column)]) -> String? {
    guard !skipped.isEmpty else { return nil }
    let shown = skipped.prefix(Self.shownRows).map { row -> String in
      let cell = used.lazy.compactMap { name, column in
        column.missing.first { $0.row == row }.map { (name, $0.text) }
      }.first
      guard let (name, text) = cell else { return "line \(lines[row])" }
      return "line \(lines[row]) (\(name) is \(text.isEmpty ? "empty" : text.quoted))"
    }
    let more = skipped.count > Self.shownRows ? ", …" : ""
    return "\(skipped.count) of \(Wording.count(count, "row")) of \(file) "
      + "\(skipped.count == 1 ? "is" : "are") skipped: \(shown.joined(separator: ", "))\(more)"
  }
}

/// The rows of a table that have a number in every column that is used.
public struct DataRows: Sendable {
  /// What messages call the file.
  public let file: String
  /// The numbers by column.
  public let columns: [String: [Double]]
  /// The line of each row in the file, from 1.
  public let lines: [Int]
  /// How many rows lack a number.
  public let skippedCount: Int
  /// Which rows were skipped, for standard error.
  public let notice: String?

  /// The number of rows.
  public var count: Int { lines.count }
}
