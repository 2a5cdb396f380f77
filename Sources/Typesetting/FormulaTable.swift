/// Rows of cells with the way in which they are set.
struct FormulaTable: Hashable {
  var rows: [[FormulaNode]]
  var style: TableStyle
}

/// How the rows and columns of a table are set: lengths in ems.
struct TableStyle: Hashable {
  /// To which side the cells of a column go.
  enum Side: Hashable {
    case left, centre, right
  }

  /// The sides of the columns; those after the last repeat the pattern.
  var sides: [Side] = [.centre]
  /// Before which columns an upright line stands.
  var lines: [Int] = []
  /// The size of the cells; nil is that of the surroundings.
  var level: MathStyle.Level? = .text
  /// Between columns: `\arraycolsep` twice.
  var columnGap = 1.0
  /// Whether columns come in pairs that touch, as in aligned equations.
  var isPaired = false
  /// From baseline to baseline, where the rows are no taller.
  var pitch = 1.2
  /// What is left free between rows that are taller.
  var rowGap = 0.35
  /// The signs around the table.
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
  /// Whether columns must be listed after the name: `\begin{array}{cc|c}`.
  var isListed = false
}

extension TableStyle {
  /// The style of an environment of LaTeX.
  static func named(_ name: String) -> TableStyle? { environments[name] }

  /// The known name that is nearest to `name`.
  static func suggestion(for name: String) -> String? {
    EditDistance.nearest(to: name, among: environments.keys)
  }

  /// The rows under a sum: `\substack`.
  static let substack = TableStyle(level: nil, pitch: 1.1, rowGap: 0.12)

  private static let environments: [String: TableStyle] = {
    var table: [String: TableStyle] = ["matrix": TableStyle()]
    let fences: [(String, Unicode.Scalar, Unicode.Scalar)] = [
      ("pmatrix", "(", ")"), ("bmatrix", "[", "]"), ("Bmatrix", "{", "}"),
      ("vmatrix", "|", "|"), ("Vmatrix", "‖", "‖"),
    ]
    for (name, left, right) in fences { table[name] = TableStyle(left: left, right: right) }
    table["smallmatrix"] = TableStyle(level: .script, columnGap: 0.55, pitch: 0.75)
    table["array"] = TableStyle(isListed: true)
    // `cases` of amsmath: a quad between the columns, rows a fifth wider apart.
    table["cases"] = TableStyle(sides: [.left], pitch: 1.44, left: "{")
    table["dcases"] = TableStyle(sides: [.left], level: .display, pitch: 1.44, left: "{")
    table["rcases"] = TableStyle(sides: [.left], pitch: 1.44, right: "}")
    // `\jot` of plain TeX, 0.3 em, between displayed lines.
    let aligned = TableStyle(
      sides: [.right, .left], level: .display, columnGap: 2, isPaired: true, pitch: 1.5)
    for name in ["aligned", "align", "align*", "split", "alignedat"] { table[name] = aligned }
    let gathered = TableStyle(level: .display, pitch: 1.5)
    for name in ["gathered", "gather", "gather*"] { table[name] = gathered }
    return table
  }()
}
