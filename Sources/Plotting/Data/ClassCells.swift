/// The cells of a column that may name classes: words, numbered in the order in which they come.
struct ClassCells {
  /// A cell with its line in the file.
  struct Cell {
    let line: Int
    let text: String
  }

  /// The different words.
  private(set) var names: [String] = []
  /// For each row the number of its word; NaN where there is none.
  private(set) var codes: [Double] = []
  /// The first cell that is a number, and the first that is a word.
  private(set) var firstNumber: Cell?, firstWord: Cell?
  private var numbering: [String: Int] = [:]

  /// What stands where nothing is known, in any case.
  private static let unknown: Set<String> = ["", "na", "n/a", "nan", "null", "none", "?", "-", "–"]

  mutating func addNumber(_ text: String, line: Int) {
    if firstNumber == nil { firstNumber = Cell(line: line, text: text) }
    codes.append(.nan)
  }

  /// Adds a cell without a number: a word, or nothing.
  mutating func addWord(_ cell: String, line: Int) {
    let word = cell.trimmed
    guard !Self.unknown.contains(word.lowercased()) else {
      codes.append(.nan)
      return
    }
    if firstWord == nil { firstWord = Cell(line: line, text: word) }
    if let number = numbering[word] {
      codes.append(Double(number))
    } else {
      codes.append(Double(names.count))
      numbering[word] = names.count
      names.append(word)
    }
  }
}
