extension FormulaParser {
  /// What follows `\begin` up to the `\end` that belongs to it.
  mutating func environment(openedAt start: Int) throws(TypesettingError) -> FormulaNode {
    skipBlanks()
    let place = index + 1
    let name = try words(after: "\\begin")
    guard var style = TableStyle.named(name) else {
      let suggestion = TableStyle.suggestion(for: name)
      throw TypesettingError(.unknownEnvironment(name, suggestion: suggestion), at: place)
    }
    if style.isListed { try readColumns(into: &style) }
    // The number of column pairs says nothing that the cells do not say.
    if name == "alignedat" { _ = try words(after: "\\begin{alignedat}") }
    let rows = try rows()
    guard commandName(at: index) == "end" else {
      if peek == nil { throw TypesettingError(.missingEnd(name, openedAt: start), at: index) }
      throw strayEnd()
    }
    let end = index
    index += 4
    skipBlanks()
    let found = try words(after: "\\end")
    guard found == name else {
      throw TypesettingError(.mismatchedEnd(of: name, found: found), at: end)
    }
    return .table(FormulaTable(rows: rows, style: style))
  }

  /// What follows `\substack`: rows in braces.
  mutating func substack(named name: String) throws(TypesettingError) -> FormulaNode {
    skipBlanks()
    guard peek == "{" else { throw TypesettingError(.missingArgument(of: name), at: index) }
    let start = index
    index += 1
    let rows = try rows()
    guard peek == "}" else {
      if peek != nil { throw strayEnd() }
      throw TypesettingError(.missingClosingBrace(openedAt: start), at: index)
    }
    index += 1
    return .table(FormulaTable(rows: rows, style: .substack))
  }

  /// Rows of cells up to what ends them; an empty last row is none.
  private mutating func rows() throws(TypesettingError) -> [[FormulaNode]] {
    var rows: [[FormulaNode]] = []
    var row: [FormulaNode] = []
    while true {
      row.append(.group(try parts()))
      if peek == "&" {
        index += 1
        continue
      }
      rows.append(row)
      row = []
      guard let name = commandName(at: index), FormulaCommand.named(name) == .newRow else { break }
      index += name.unicodeScalars.count + 1
    }
    if rows.count > 1, rows.last == [.group([])] { rows.removeLast() }
    return rows
  }

  /// The columns of an `array`: a letter for each, bars for lines.
  private mutating func readColumns(into style: inout TableStyle) throws(TypesettingError) {
    skipBlanks()
    let start = index + 1
    let letters = try words(after: "\\begin{array}")
    style.sides = []
    for (offset, letter) in letters.unicodeScalars.enumerated() {
      switch letter {
      case "l": style.sides.append(.left)
      case "c": style.sides.append(.centre)
      case "r": style.sides.append(.right)
      case "|": style.lines.append(style.sides.count)
      case " ": continue
      default: throw TypesettingError(.badColumn(letter), at: start + offset)
      }
    }
    if style.sides.isEmpty { style.sides = [.centre] }
  }
}
