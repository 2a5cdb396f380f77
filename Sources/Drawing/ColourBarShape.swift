import Geometry
import Typesetting

/// A colour bar right of its panel: one cell per band, the levels as its ticks.
struct ColourBarShape {
  /// What it shows.
  let bar: ColourBar
  /// The panel that it stands beside.
  let panel: Box
  /// The sizes of type.
  let sizes: TypeScale
  /// The colours.
  let theme: Theme

  private static let distance = 44.0
  private static let width = 20.0
  private static let frame = 1.25

  /// The cells, the frame, the levels and the name.
  func items(_ flow: TextFlow) throws(TypesettingError) -> [PageItem] {
    guard !bar.bands.isEmpty else { return [] }
    let box = Box(
      x: panel.maxX + Self.distance, y: panel.minY, width: Self.width, height: panel.height)
    let cell = box.height / Double(bar.bands.count)
    var items: [PageItem] = [.fill(Path(box), theme.colour(bar.bands[0].paint))]
    // Each cell reaches to the top over those below it, so that no seam can show between them.
    for (index, band) in bar.bands.enumerated().dropFirst() {
      let cells = Box(
        minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY - Double(index) * cell)
      items.append(.fill(Path(cells), theme.colour(band.paint)))
    }
    let axis = theme.colour(.axis)
    let edge = Path(box)
    items.append(.stroke(edge, axis, LineStyle(width: Self.frame, join: .miter)))
    items += try levels(beside: box, cell: cell, flow: flow)
    let name = try flow.line("$\(bar.name)$", size: sizes.axisName, width: 60)
    items.append(
      .text(
        name, at: Point(box.centre.x - name.width / 2, panel.minY - 14 - max(name.depth - 8, 0)),
        theme.colour(.ink)))
    return items
  }

  private func levels(
    beside box: Box, cell: Double, flow: TextFlow
  ) throws(TypesettingError) -> [PageItem] {
    let values = bar.bands.dropFirst().map(\.from)
    let form = DecimalForm(for: Array(values))
    // Levels closer together than their numbers are labelled every second, third, … time.
    let stride = max(Int((1.3 * sizes.small / max(cell, 0.1)).rounded(.up)), 1)
    let zero = values.firstIndex { $0 == 0 } ?? 0
    var ticks: [Subpath] = []
    var items: [PageItem] = []
    for (index, value) in values.enumerated() where (index - zero).isMultiple(of: stride) {
      let y = box.maxY - Double(index + 1) * cell
      ticks += Path(line: Point(box.maxX, y), Point(box.maxX + 6, y)).subpaths
      let number = try flow.line("$\(form.tex(value))$", size: sizes.small, width: 76)
      let baseline = y + (number.height - number.depth) / 2
      items.append(.text(number, at: Point(box.maxX + 12, baseline), theme.colour(.soft)))
    }
    guard !ticks.isEmpty else { return items }
    return [.stroke(Path(ticks), theme.colour(.axis), LineStyle(width: Self.frame))] + items
  }
}
