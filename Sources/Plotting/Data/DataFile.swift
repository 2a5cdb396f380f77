/// A CSV file whose header is read: its columns are known before its rows are.
///
///     let file = try DataFile(path: "decay.csv")
///     file.columns                                        // ["x", "y", "sigma"]
///     let table = try file.table(keeping: ["x", "y"])     // one pass; only these are kept
///
/// Comma-separated with a header; lines that begin with `#` are comments; cells may be quoted; lines
/// end with LF or CRLF. Columns of text are allowed. A file is read once, from front to back, so it
/// may be a pipe; `-` is standard input.
public final class DataFile {
  /// What messages call it: the path.
  public let name: String
  /// The names of the columns in the order of the header.
  public let columns: [String]

  private var rows: CSVRows

  /// The greatest number of cells that are kept: some hundreds of megabytes.
  private static let cellLimit = 50_000_000
  private static let columnLimit = 10_000

  /// Opens the file at `path` and reads its header.
  ///
  /// - Throws: that the file cannot be read (`unreadable`), or has no usable header.
  public convenience init(path: String) throws(FigureError) {
    try self.init(ByteSource(path: path))
  }

  /// The table in a text, called `name` in messages.
  public convenience init(text: String, name: String) throws(FigureError) {
    try self.init(ByteSource(text: text, name: name))
  }

  private init(_ source: ByteSource) throws(FigureError) {
    name = source.name
    var rows = CSVRows(source)
    guard try rows.next() else {
      throw .input(
        "\(source.name) is empty", hint: "a table begins with the names of its columns: x,y")
    }
    // Another encoding would give columns names that nobody can type.
    guard rows.isText else { throw rows.notText }
    guard rows.count <= Self.columnLimit else {
      throw rows.failure("more than \(Self.columnLimit) columns", "leave out what is not used")
    }
    let header = rows
    let columns = (0..<header.count).map { header.text($0) }
    if (0..<header.count).allSatisfy({ header.number($0) != nil }) {
      throw rows.failure(
        "numbers stand where the names of the columns belong", "put a first line such as x,y")
    }
    if columns.count == 1, let wrong = columns[0].first(where: { ";\t|".contains($0) }) {
      let shown = wrong == "\t" ? "tabs" : "'\(wrong)'"
      throw rows.failure("the columns are separated by \(shown)", "separate them by commas")
    }
    (self.rows, self.columns) = (rows, columns)
  }

  /// The place of a column.
  ///
  /// - Throws: that there is no such column, or that two have the name.
  public func place(of column: String) throws(FigureError) -> Int {
    let places = columns.indices.filter { columns[$0] == column }
    if places.count > 1 {
      throw .input(
        "\(name) has \(places.count) columns called \(column.quoted)",
        hint: "give each column a name of its own")
    }
    if let place = places.first { return place }
    let near = Suggestions.near(column, among: columns).map(\.quoted)
    let problem = "\(name) has no column \(column.quoted)"
    throw .input(
      near.isEmpty ? problem : "\(problem); did you mean \(near.enumeration)?",
      hint: "its columns are \(listing)")
  }

  /// The names of the columns as in a sentence.
  public var listing: String {
    let named = columns.filter { !$0.isEmpty }
    let shown = named.prefix(12).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }
    guard named.count <= 12, let last = shown.last, shown.count > 1 else {
      return shown.joined(separator: ", ") + (named.count > 12 ? ", …" : "")
    }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Reads the rows that are left, and keeps the numbers of some columns, by default of all that
  /// have a name.
  ///
  /// A million rows take eight megabytes a column and a few tenths of a second.
  ///
  /// - Parameters:
  ///   - names: the columns that are kept, in this order.
  ///   - classColumn: one of them that may name classes. Where its cells are words, its numbers are
  ///     those of the words, from 0 in the order in which they come: `classNames` of the table.
  public func table(
    keeping names: [String]? = nil, classesIn classColumn: String? = nil
  ) throws(FigureError) -> DataTable {
    var table = DataTable(file: name)
    var classes = ClassCells()
    var places: [Int] = []
    var kept: [String] = []
    for column in names ?? columns where !column.isEmpty && !kept.contains(column) {
      places.append(try place(of: column))
      kept.append(column)
    }
    var columns = kept.map { _ in DataTable.Column() }
    while try rows.next() {
      try checkWidth()
      if (table.lines.count + 1) * max(places.count, 1) > Self.cellLimit {
        throw rows.failure("too many numbers to keep", "use fewer rows")
      }
      let row = table.lines.count
      table.lines.append(rows.line)
      for (index, place) in places.enumerated() {
        let isClass = kept[index] == classColumn
        if let value = rows.number(place) {
          columns[index].values.append(value)
          if isClass { classes.addNumber(rows.text(place), line: rows.line) }
        } else {
          let text = rows.text(place)
          // A word is a class, not a gap, unless the column turns out to hold numbers.
          columns[index].appendMissing(row: row, text: text)
          if isClass { classes.addWord(text, line: rows.line) }
        }
      }
    }
    for (index, column) in kept.enumerated() { table.columns[column] = columns[index] }
    if let classColumn { table.take(classes, as: classColumn) }
    return table
  }

  /// A row may be short, or have empty cells too many; what it says beyond the header is nothing's.
  private func checkWidth() throws(FigureError) {
    guard rows.count > columns.count else { return }
    for cell in columns.count..<rows.count where !rows.isEmpty(cell) {
      throw rows.failure(
        "\(rows.count) cells where the header names \(columns.count)",
        "put a cell with a comma in it between quotation marks")
    }
  }
}
