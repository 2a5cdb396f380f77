import Drawing
import Geometry
import Typesetting

/// The specimen as one page: three columns of numbered formulas.
struct SpecimenPage {
  let theme: Theme
  let typesetter: Typesetter

  private static let columns = 3
  private static let columnWidth = 510.0
  private static let margin = 50.0
  private static let size = 26.0

  /// The page with all formulas.
  func page(title: String) throws(TypesettingError) -> Page {
    var items: [PageItem] = []
    let heading = try typesetter.set(title, size: 34, weight: .bold)
    items.append(
      .text(heading, at: Point(Self.margin, 70), angle: 0, theme.colour(Role.ink)))
    var top = 110.0
    for start in stride(from: 0, to: Specimen.all.count, by: Self.columns) {
      let row = Specimen.all[start..<min(start + Self.columns, Specimen.all.count)]
      let boxes = try set(row)
      let height = boxes.reduce(0) { max($0, $1.height) }
      let depth = boxes.reduce(0) { max($0, $1.depth) }
      let baseline = top + height
      for (number, box) in boxes.enumerated() {
        let x = Self.margin + Double(number) * Self.columnWidth
        let label = try typesetter.set("\(start + number + 1)", size: 13)
        items.append(.text(label, at: Point(x, baseline), angle: 0, theme.colour(Role.soft)))
        items.append(
          .text(box, at: Point(x + 34, baseline), angle: 0, theme.colour(Role.ink)))
      }
      top = baseline + depth + 24
    }
    return Page(
      width: 2 * Self.margin + Double(Self.columns) * Self.columnWidth, height: top + 20, scale: 1,
      unit: .pixel, background: theme.paper, stages: [Stage(name: "specimen", items: items)],
      title: title, description: "Formulas of a calculus course in the type of mvplot.")
  }

  /// A page with one formula at three times the size.
  func page(of specimen: Specimen) throws(TypesettingError) -> Page {
    let box = try typesetter.setFormula(specimen.tex, size: 48, style: .display)
    let origin = Point(12, 12 + box.height)
    let item = PageItem.text(box, at: origin, angle: 0, theme.colour(Role.ink))
    return Page(
      width: box.width + 24, height: box.height + box.depth + 24, scale: 1, unit: .pixel,
      background: theme.paper, stages: [Stage(name: "formula", items: [item])])
  }

  private func set(_ row: ArraySlice<Specimen>) throws(TypesettingError) -> [TextBox] {
    var boxes: [TextBox] = []
    for specimen in row {
      boxes.append(try typesetter.setFormula(specimen.tex, size: Self.size, style: .display))
    }
    return boxes
  }
}
