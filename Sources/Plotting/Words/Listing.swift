/// Results as text for a terminal: lines, and tables with their columns aligned.
///
///     Listing([.line("minimum"), .table([["a", "1"], ["value", "0.25"]])]).text
public struct Listing: Hashable, Sendable {
  /// A part of a listing.
  public enum Block: Hashable, Sendable {
    /// A line of words.
    case line(String)
    /// Rows of cells: the first column is aligned at the left, the others at the right.
    case table([[String]])
  }

  /// The parts from top to bottom.
  public var blocks: [Block]

  /// The listing of `blocks`.
  public init(_ blocks: [Block]) { self.blocks = blocks }

  /// The lines, each ended.
  public var text: String {
    blocks.map { block in
      switch block {
      case .line(let words): words + "\n"
      case .table(let rows): Self.text(of: rows)
      }
    }.joined()
  }

  private static func text(of rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { line(of: $0, widths: widths) }.joined()
  }

  private static func line(of cells: [String], widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: widths[column] - cell.count)
      // Blanks at the end of a line would be seen by nobody but a comparison.
      if column > 0 {
        line += "  " + blanks + cell
      } else {
        line += cells.count > 1 ? cell + blanks : cell
      }
    }
    return line + "\n"
  }
}
