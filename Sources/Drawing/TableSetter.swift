import Geometry
import Typesetting

/// Sets a table of the column: a head, a rule, rows with numbers right-aligned.
struct TableSetter {
  /// The width of the column.
  let width: Double
  /// The sizes of type.
  let sizes: TypeScale
  /// The colours.
  let theme: Theme
  /// What sets the cells.
  let flow: TextFlow

  private static let mostRows = 9
  private static let shownWhenMore = 8
  private static let groupGap = 14.0
  /// The indents after the markers and the gaps between columns that are tried.
  private static let spacings = [(41.0, 30.0), (41, 22), (34, 16), (29, 12)]

  /// The cells at one size, with the places of the columns.
  private struct Grid {
    let size: Double
    var head: [TextBox]
    var rows: [[TextBox]]
    var isNumeric: [Bool]
    var widths: [Double]
    var lefts: [Double]
  }

  /// The table at the largest size that fits; the last columns are left out where none does.
  func block(head: [String], rows: [TableRow]) throws(TypesettingError) -> SetBlock {
    let isCut = rows.count > Self.mostRows
    let shown = Array(isCut ? rows.prefix(Self.shownWhenMore) : rows[...])
    var columns = max(head.count, shown.map(\.cells.count).max() ?? 0)
    guard columns > 0 else { return SetBlock(items: [], ascent: 0, extent: 0, depth: 0) }
    let more = rows.count - shown.count
    while columns > 0 {
      let hasWordsLast = columns > 1 && !isNumeric(columns - 1, in: shown)
      // Words that a marker says as well go before numbers become smaller than the floor.
      let least =
        hasWordsLast && shown.contains { $0.marker != nil } ? TypeScale.floor : max(18, sizes.least)
      for size in stride(from: sizes.body, through: least, by: -1) {
        for spacing in Self.spacings {
          let grid = try grid(
            head: head, rows: shown, columns: columns, size: size, spacing: spacing)
          if reach(of: grid) <= width { return try block(grid, rows: shown, more: more) }
        }
      }
      columns -= 1
    }
    return SetBlock(items: [], ascent: 0, extent: 0, depth: 0)
  }

  private func reach(of grid: Grid) -> Double { (grid.lefts.last ?? 0) + (grid.widths.last ?? 0) }

  private func grid(
    head: [String], rows: [TableRow], columns: Int, size: Double,
    spacing: (indent: Double, gap: Double)
  ) throws(TypesettingError) -> Grid {
    let indent = rows.contains { $0.marker != nil } ? spacing.indent : 0
    var grid = Grid(size: size, head: [], rows: [], isNumeric: [], widths: [], lefts: [])
    for column in 0..<columns {
      grid.head.append(
        try flow.line(column < head.count ? head[column] : "", size: sizes.small, width: width))
    }
    for row in rows {
      var cells: [TextBox] = []
      for column in 0..<columns {
        let source = column < row.cells.count ? row.cells[column] : ""
        cells.append(try flow.line(source, size: size, width: width - indent))
      }
      grid.rows.append(cells)
    }
    var left = indent
    for column in 0..<columns {
      var widest = grid.rows.map { $0[column].width }.max() ?? 0
      // The head of the first column begins at the edge of the column, over the markers.
      widest = max(widest, grid.head[column].width - (column == 0 ? indent : 0))
      grid.isNumeric.append(isNumeric(column, in: rows))
      grid.widths.append(widest)
      grid.lefts.append(left)
      left += widest + spacing.gap
    }
    return grid
  }

  /// Whether a column after the first holds nothing but numbers.
  private func isNumeric(_ column: Int, in rows: [TableRow]) -> Bool {
    column > 0
      && rows.allSatisfy { row in
        column >= row.cells.count || row.cells[column].isEmpty || Self.isNumber(row.cells[column])
          || row.cells[column] == TableRow.elided
      }
  }

  /// Whether a cell is a number, perhaps in dollars, with its error or a power of ten.
  private static func isNumber(_ cell: String) -> Bool {
    let signs: Set<Character> = [
      "$", "-", "−", "+", ".", ",", " ", "±", "{", "}", "^", "\\", "e", "E", "∞",
    ]
    let bare = cell.replacing("\\times", with: "").replacing("\\pm", with: "")
      .replacing("\\infty", with: "0")
    return bare.contains(where: \.isNumber)
      && bare.allSatisfy { $0.isNumber || signs.contains($0) }
  }

  private func block(
    _ grid: Grid, rows: [TableRow], more: Int
  ) throws(TypesettingError) -> SetBlock {
    var block = SetBlock(items: [], ascent: 0, extent: 0, depth: 0)
    if grid.head.contains(where: { $0.width > 0 }) { addHead(of: grid, to: &block) }
    let soft = theme.colour(.soft)
    let ink = theme.colour(.ink)
    for (number, row) in rows.enumerated() {
      let isNewGroup = number > 0 && row.marker != rows[number - 1].marker
      let tallest = grid.rows[number].map(\.height).max() ?? 0
      if number > 0 || block.ascent > 0 {
        let pitch = grid.size * 36 / 23 + (isNewGroup ? Self.groupGap : 0)
        block.extent += max(pitch, block.depth + tallest + 6)
      } else {
        block.ascent = tallest
      }
      if let marker = row.marker {
        block.items += marker.items(
          at: Point(Marker.reach * 0.88, block.extent - 0.34 * grid.size), ink: ink,
          paper: theme.paper, scale: 0.88, isCased: false)
      }
      for (column, cell) in grid.rows[number].enumerated() {
        let isWord = column > 0 && column == grid.rows[number].count - 1 && !grid.isNumeric[column]
        let isElided = column < row.cells.count && row.cells[column] == TableRow.elided
        let left =
          isElided && column > 0
          ? grid.lefts[column] + (grid.widths[column] - cell.width) / 2
          : x(of: cell, in: column, of: grid)
        let at = Point(left, block.extent)
        block.items.append(.text(cell, at: at, isWord ? soft : ink))
      }
      block.depth = grid.rows[number].map(\.depth).max() ?? 0
    }
    if more > 0 {
      let line = try flow.line("and \(more) more", size: sizes.small, width: width)
      block.extent += grid.size * 36 / 23
      block.items.append(.text(line, at: Point(grid.lefts[0], block.extent), soft))
      block.depth = line.depth
    }
    return block
  }

  private func addHead(of grid: Grid, to block: inout SetBlock) {
    for (column, cell) in grid.head.enumerated() {
      let x = column == 0 ? 0 : x(of: cell, in: column, of: grid)
      block.items.append(.text(cell, at: Point(x, 0), theme.colour(.soft)))
      block.ascent = max(block.ascent, cell.height)
    }
    let rule = Path(line: Point(0, 14), Point(width, 14))
    block.items.append(.stroke(rule, theme.colour(.grid), LineStyle(width: 1.5)))
    block.extent = 14
    block.depth = 0
  }

  private func x(of cell: TextBox, in column: Int, of grid: Grid) -> Double {
    grid.lefts[column] + (grid.isNumeric[column] ? grid.widths[column] - cell.width : 0)
  }
}
