import Geometry
import Typesetting

/// Formulas in rows of a number of columns: how much room they take at a size of type.
struct FormulaRows {
  /// The number of columns.
  let columns: Int
  /// The widths of the columns, at a size of 1.
  private let widths: [Double]
  /// The heights of the rows over their baselines and their depths under them, at a size of 1.
  private let rows: [(height: Double, depth: Double)]
  private let count: Int
  /// The digits of the longest number; 0 where no formula has one.
  private let digits: Int

  /// What lies between two formulas at least, in ems.
  private static let columnGap = 1.5, rowGap = 0.6
  /// What lies between them at most, where there is room.
  private static let widestGap = 4.0, highestGap = 1.6
  /// What lies between a number and its formula, in ems.
  static let numberGap = 0.7
  /// The width of a digit of a number, in ems of the number.
  private static let digitWidth = 0.6

  /// The rows of `entries`, filled one after another.
  init(entries: [FormulaSheet.Entry], columns: Int) {
    self.columns = columns
    count = entries.count
    digits = entries.compactMap(\.number).map { "\($0)".count }.max() ?? 0
    var widths = Array(repeating: 0.0, count: columns)
    var rows: [(height: Double, depth: Double)] = []
    for (index, entry) in entries.enumerated() {
      let column = index % columns
      if column == 0 { rows.append((0, 0)) }
      widths[column] = max(widths[column], entry.extent.width)
      let last = rows.count - 1
      rows[last].height = max(rows[last].height, entry.extent.height)
      rows[last].depth = max(rows[last].depth, entry.extent.depth)
    }
    self.widths = widths
    self.rows = rows
  }

  /// The size of the numbers beside formulas of a size.
  static func numberSize(_ size: Double, _ sizes: TypeScale) -> Double {
    max(0.55 * size, sizes.least)
  }

  /// The room for the number before each formula.
  func gutter(_ size: Double, _ sizes: TypeScale) -> Double {
    guard digits > 0 else { return 0 }
    return Double(digits) * Self.digitWidth * Self.numberSize(size, sizes) + Self.numberGap * size
  }

  private func width(_ size: Double, _ sizes: TypeScale) -> Double {
    let gaps = Self.columnGap * Double(columns - 1)
    return (widths.reduce(0, +) + gaps) * size + Double(columns) * gutter(size, sizes)
  }

  private func height(_ size: Double) -> Double {
    let gaps = Self.rowGap * Double(max(rows.count - 1, 0))
    return (rows.reduce(0) { $0 + $1.height + $1.depth } + gaps) * size
  }

  /// The largest size of type with which the rows have room, if there is one.
  func largestSize(in box: Box, _ sizes: TypeScale) -> Double? {
    stride(from: sizes.headline, through: sizes.least, by: -0.25).first { size in
      width(size, sizes) <= box.width && height(size) <= box.height
    }
  }

  /// Where the formulas begin on their baselines; what room is left parts them, then frames them.
  func places(in box: Box, size: Double, _ sizes: TypeScale) -> [Point] {
    let gutter = gutter(size, sizes)
    let spareWidth = max(box.width - width(size, sizes), 0)
    let spareHeight = max(box.height - height(size), 0)
    let across = Self.part(spareWidth, columns - 1, most: (Self.widestGap - Self.columnGap) * size)
    let down = Self.part(spareHeight, rows.count - 1, most: (Self.highestGap - Self.rowGap) * size)
    var x = box.minX + (spareWidth - across * Double(columns - 1)) / 2
    var lefts: [Double] = []
    for width in widths {
      lefts.append(x + gutter)
      x += gutter + (width + Self.columnGap) * size + across
    }
    var y = box.minY + (spareHeight - down * Double(rows.count - 1)) / 2
    var baselines: [Double] = []
    for row in rows {
      baselines.append(y + row.height * size)
      y += (row.height + row.depth + Self.rowGap) * size + down
    }
    return (0..<count).map { Point(lefts[$0 % columns], baselines[$0 / columns]) }
  }

  private static func part(_ room: Double, _ gaps: Int, most: Double) -> Double {
    gaps > 0 ? min(room / Double(gaps), most) : 0
  }
}
