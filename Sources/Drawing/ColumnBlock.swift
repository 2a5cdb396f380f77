/// What stands before the words of a key row.
public enum KeySample: Hashable, Sendable, Codable {
  /// A piece of a line.
  case line(Pen)
  /// An arrow.
  case arrow(Pen)
  /// A marker.
  case marker(Marker)
  /// A dot, filled or a ring.
  case dot(Paint, isOpen: Bool)
  /// A small area of a colour.
  case swatch(Paint)
  /// A small area with bands of a colour, from 0 (lowest) to 1 (highest), in a thin frame.
  case bands(Paint, [ClosedRange<Double>])
}

/// A block of the margin column, from top to bottom.
public enum ColumnBlock: Hashable, Sendable, Codable {
  /// The title: plain text with `$formulas$`, bold.
  case title(String)
  /// A formula in TeX; `terms` are where a long one may be broken: the first holds the left side.
  /// `isHeadline` is set larger when it fits.
  case formula(terms: [String], isHeadline: Bool, role: Role = .ink)
  /// A line of results: plain text with `$formulas$`, perhaps after a marker.
  case result(String, marker: Marker?)
  /// A table: a head, then rows of cells (plain text with `$formulas$`), each with its marker.
  case table(head: [String], rows: [TableRow])
  /// A row of the key; `note` is a smaller second line.
  case key(KeySample, String, note: String?)
  /// What became of a method: one bold word in the colour of a role, after a dot.
  case verdict(String, Role)
  /// A soft remark of at most 45 characters a line.
  case remark(String)
}

/// A row of a table in the margin column.
public struct TableRow: Hashable, Sendable, Codable {
  /// The marker before the first cell.
  public var marker: Marker?
  /// The cells: plain text with `$formulas$`.
  public var cells: [String]

  /// The row of `cells`.
  public init(marker: Marker? = nil, cells: [String]) {
    self.marker = marker
    self.cells = cells
  }
  /// A row of dots for rows that are left out.
  public static func elision(columns: Int) -> TableRow {
    TableRow(cells: Array(repeating: elided, count: columns))
  }

  /// The cell of such a row.
  static let elided = "$\\vdots$"
}
