import Geometry
import Typesetting

/// The title over a panel, with a line under it where the page has room for one.
struct TitleOver {
  /// The page.
  let grid: PageGrid
  /// The panel.
  let panel: Box
  /// The colours.
  let theme: Theme
  /// What sets the lines.
  let flow: TextFlow

  /// The items of the title and of the line under it.
  func items(title: String, subtitle: String?) throws(TypesettingError) -> [PageItem] {
    let left = panel.minX
    let width = grid.canvas.width - left - 24
    // Beside a margin column the title stands on the head line of the page, wherever panels begin.
    let isOnHeadLine = grid.template == .margin
    let over = grid.hasSubtitle ? 88.0 : grid.isWide ? 62 : 46
    let under = try grid.hasSubtitle ? self.subtitle(subtitle, width: width) : nil
    // Under it stand the name of the ordinate and perhaps the line under the title.
    let below = under.map { 48 + $0.height + max($0.depth - 6, 0) } ?? 32
    let lines = try lines(of: title, width: width, height: panel.minY - below - 6)
    // A formula that hangs deep lifts the title off what stands under it.
    let room = (isOnHeadLine ? 62 : over) - below
    let lift = max((lines.first?.depth ?? 0) - room, 0)
    let baseline = max(
      (isOnHeadLine ? grid.panelTop - 62 : panel.minY - over) - lift,
      (lines.first?.height ?? 0) + 4)
    var items: [PageItem] = []
    for (number, line) in lines.enumerated().reversed() {
      // A title of two lines grows upwards: what is below it does not move.
      let y = baseline - (number == 0 ? 0 : 27)
      items.append(.text(line, at: Point(left, y), theme.colour(.ink)))
    }
    if let line = under {
      // A formula that hangs deep keeps off the name of the ordinate.
      let baseline = panel.minY - 44 - max(line.depth - 6, 0)
      items.append(.text(line, at: Point(left, baseline), theme.colour(.soft)))
    }
    return items
  }

  private func subtitle(
    _ text: String?, width: Double
  ) throws(TypesettingError) -> TextBox? {
    guard let text, !text.isEmpty else { return nil }
    return try flow.line(text, size: 25, width: width)
  }

  /// The lines of a title from the lowest up: one if it fits in a legible size, else two.
  private func lines(
    of title: String, width: Double, height: Double
  ) throws(TypesettingError) -> [TextBox] {
    guard !title.isEmpty else { return [] }
    let size = grid.sizes.title
    let whole = try flow.typesetter.set(title, size: size, weight: .bold)
    let extent = whole.height + whole.depth
    if whole.width <= width, extent <= height { return [whole] }
    let fitted = size * min(width / whole.width, height / extent) * 0.995
    if fitted >= 22 { return [try flow.typesetter.set(title, size: fitted, weight: .bold)] }
    return try flow.lines(title, size: 20, weight: .bold, width: width, limit: 2).reversed()
  }
}
