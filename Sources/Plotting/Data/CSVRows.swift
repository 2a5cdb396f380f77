import CVector

/// The rows of a CSV file, one at a time (after RFC 4180, with `#` lines as comments).
///
/// Cells in quotation marks may hold commas, line ends and doubled marks. A line ends with LF, CR
/// or both; blank lines are no rows.
struct CSVRows {
  /// The line where the last row begins, from 1.
  private(set) var line = 0
  /// The cells of the last row, each ended by a zero.
  private var bytes: [UInt8] = []
  /// Where each cell begins, and behind the last one.
  private var starts: [Int] = [0]

  private let source: ByteSource
  private var currentLine = 1
  private var isAfterReturn = false

  /// The greatest number of bytes of a row.
  private static let longestRow = 1 << 20

  private enum State { case lineStart, comment, cellStart, plain, quoted, afterQuote }

  init(_ source: ByteSource) { self.source = source }

  /// The number of cells of the last row.
  var count: Int { starts.count - 1 }

  /// Goes to the next row; false behind the last.
  mutating func next() throws(FigureError) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    line = currentLine
    var state = State.lineStart
    while let byte = try source.next() {
      let wasReturn = isAfterReturn
      isAfterReturn = byte == UInt8(ascii: "\r")
      if byte == UInt8(ascii: "\n"), wasReturn { continue }
      if byte == 0 { throw notText }
      let isLineEnd = byte == UInt8(ascii: "\n") || isAfterReturn
      if isLineEnd { currentLine += 1 }
      if isLineEnd, state == .lineStart || state == .comment {
        bytes.removeAll(keepingCapacity: true)
        line = currentLine
        state = .lineStart
      } else if isLineEnd, state != .quoted {
        endCell()
        return true
      } else {
        state = try take(byte, in: state)
      }
    }
    if state == .quoted {
      throw failure(
        "the quotation mark is never closed", "a cell ends with the mark that it begins with")
    }
    if state == .lineStart || state == .comment { return false }
    endCell()
    return true
  }

  /// Takes a byte that does not end the line, and says what comes next.
  private mutating func take(_ byte: UInt8, in state: State) throws(FigureError) -> State {
    let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    switch (state, byte) {
    case (.comment, _): return .comment
    case (.lineStart, UInt8(ascii: "#")): return .comment
    case (.lineStart, _) where isBlank: return .lineStart
    case (.cellStart, _) where isBlank: return .cellStart
    case (.lineStart, UInt8(ascii: "\"")), (.cellStart, UInt8(ascii: "\"")): return .quoted
    case (.quoted, UInt8(ascii: "\"")): return .afterQuote
    case (.afterQuote, UInt8(ascii: "\"")):
      try append(byte)
      return .quoted
    case (.afterQuote, _) where isBlank: return .afterQuote
    case (.quoted, _):
      try append(byte)
      return .quoted
    case (_, UInt8(ascii: ",")):
      endCell()
      return .cellStart
    case (.afterQuote, _):
      throw failure(
        "text follows a closed quotation mark", "a mark inside a quoted cell is written twice")
    default:
      try append(byte)
      return .plain
    }
  }

  private mutating func append(_ byte: UInt8) throws(FigureError) {
    if bytes.count >= Self.longestRow {
      throw failure("the row is longer than a megabyte", "a row of a table is a line of cells")
    }
    bytes.append(byte)
  }

  private mutating func endCell() {
    bytes.append(0)
    starts.append(bytes.count)
  }

  /// An error in the row that is being read.
  func failure(_ problem: String, _ hint: String) -> FigureError {
    .input("\(source.name), line \(line): \(problem)", hint: hint)
  }

  /// The error of a row that is no text.
  var notText: FigureError {
    failure("this is no text in UTF-8", "save the table as CSV in UTF-8")
  }

  // MARK: Cells

  /// The extent of a cell without blanks behind it; empty where the row is too short.
  private func extent(_ cell: Int) -> Range<Int> {
    guard cell < count else { return 0..<0 }
    var end = starts[cell + 1] - 1
    while end > starts[cell], bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return starts[cell]..<end
  }

  /// The text of a cell.
  func text(_ cell: Int) -> String { String(decoding: bytes[extent(cell)], as: UTF8.self) }

  /// Whether all cells are text in UTF-8.
  var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Whether nothing stands in a cell.
  func isEmpty(_ cell: Int) -> Bool { extent(cell).isEmpty }

  /// The finite number in a cell, written in decimals, or `nil`.
  func number(_ cell: Int) -> Double? {
    let extent = extent(cell)
    guard !extent.isEmpty, extent.count < 400, bytes[extent].allSatisfy(Self.isOfNumber) else {
      return nil
    }
    return bytes.withUnsafeBufferPointer { buffer -> Double? in
      guard let base = buffer.baseAddress else { return nil }
      return base.advanced(by: extent.lowerBound)
        .withMemoryRebound(to: CChar.self, capacity: extent.count + 1) { start in
          var end: UnsafeMutablePointer<CChar>?
          let value = strtod(start, &end)
          let isWhole = end.map { UnsafePointer($0) == start + extent.count } ?? false
          return isWhole && value.isFinite ? value : nil
        }
    }
  }

  /// Whether a byte may stand in a decimal number: `strtod` reads words and hexadecimals as well.
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
