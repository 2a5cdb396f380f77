import Geometry
import Typesetting

/// Sets the formulas of a sheet in rows, in the largest type with which all have room.
///
/// Formulas of a row stand on one baseline, those of a column begin at one abscissa.
struct FormulaSheet {
  /// The marks of the panel in each stage.
  let stages: [[Mark]]
  /// How many formulas stand side by side, or `nil` for as many as make them largest.
  let columns: Int?
  /// The room.
  let box: Box
  /// The colours.
  let theme: Theme
  /// The sizes of type.
  let sizes: TypeScale
  /// What sets the formulas.
  let typesetter: Typesetter

  /// The most formulas side by side that are tried.
  private static let mostColumns = 6

  /// A formula of some stage.
  struct Entry {
    let stage: Int
    let tex: String
    let style: FormulaStyle
    let number: Int?
    /// The formula at a size of 1.
    let extent: TextBox
  }

  /// The formulas on the page, and how many had no room.
  func items() throws(TypesettingError) -> PanelDrawing.Items {
    let all = try entries()
    let widest = FormulaRows(entries: all, columns: 1).gutter(sizes.least, sizes)
    // One formula that is wider than the page does not take the others with it.
    var shown = all.filter { $0.extent.width * sizes.least + widest <= box.width }
    var rows = fitting(shown)
    if rows == nil {
      // As many from the beginning as have room: with fewer formulas there is more of it.
      var (low, high) = (0, shown.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if fitting(Array(shown.prefix(middle))) != nil { low = middle } else { high = middle - 1 }
      }
      shown = Array(shown.prefix(low))
      rows = fitting(shown)
    }
    var result = PanelDrawing.Items(stages: stages.map { _ in [] })
    let missing = all.count - (rows == nil ? 0 : shown.count)
    if missing > 0 {
      result.notices = ["left out for want of room: \(missing) of \(all.count) formulas"]
    }
    guard let rows, !shown.isEmpty else { return result }
    for (entry, place) in zip(shown, rows.layout.places(in: box, size: rows.size, sizes)) {
      result.stages[entry.stage] += try items(of: entry, at: place, size: rows.size)
    }
    return result
  }

  /// The formulas in the order of the marks.
  private func entries() throws(TypesettingError) -> [Entry] {
    let size = sizes.formula
    var entries: [Entry] = []
    for (stage, marks) in stages.enumerated() {
      for case .formula(let tex, let style, let number) in marks {
        let box = try typesetter.setFormula(tex, size: size, style: style)
        let extent = TextBox(
          width: box.width / size, height: box.height / size, depth: box.depth / size)
        entries.append(
          Entry(stage: stage, tex: tex, style: style, number: number, extent: extent))
      }
    }
    return entries
  }

  /// The rows in which the formulas have room in the largest type, and its size.
  ///
  /// A further column has to make them clearly larger.
  private func fitting(_ entries: [Entry]) -> (layout: FormulaRows, size: Double)? {
    let most = max(min(Self.mostColumns, entries.count), 1)
    let counts = columns.map { $0...$0 } ?? 1...most
    var best: (layout: FormulaRows, size: Double)?
    for count in counts {
      let layout = FormulaRows(entries: entries, columns: count)
      guard let size = layout.largestSize(in: box, sizes) else { continue }
      if size > (best?.size ?? 0) * 1.04 { best = (layout, size) }
    }
    return best
  }

  private func items(
    of entry: Entry, at place: Point, size: Double
  ) throws(TypesettingError) -> [PageItem] {
    let formula = try typesetter.setFormula(entry.tex, size: size, style: entry.style)
    var items: [PageItem] = []
    if let number = entry.number {
      let small = FormulaRows.numberSize(size, sizes)
      let label = try typesetter.set("\(number)", size: small)
      let x = place.x - FormulaRows.numberGap * size - label.width
      items.append(.text(label, at: Point(x, place.y), theme.colour(.soft)))
    }
    return items + [.text(formula, at: place, theme.colour(.ink))]
  }
}
