import Geometry
import Typesetting

/// The legend of a graph with more curves than can be named beside them: a box of samples and
/// names in the corner where the fewest points of curves lie.
struct Legend {
  /// A row: a piece of the line and its name.
  struct Row {
    let pen: Pen
    let name: TextBox
  }

  /// The rows from the top down.
  let rows: [Row]
  /// The colours.
  let theme: Theme
  /// The size of the names.
  let size: Double

  /// So many curves can be named beside them; more have a legend.
  static let mostDirect = 6

  private static let sample = 44.0
  private static let gap = 14.0
  private static let padding = 12.0

  private var pitch: Double { 1.5 * size }

  /// The extent of the box with `count` of the rows.
  private func extent(_ count: Int) -> Point {
    let widest = rows.prefix(count).map(\.name.width).max() ?? 0
    return Point(
      Self.sample + Self.gap + widest + 2 * Self.padding,
      pitch * Double(count) + 2 * Self.padding - 0.4 * size)
  }

  /// The legend in a panel: what is painted, and the box that other labels keep away from.
  func placed(among index: CurveIndex, obstacles: LabelObstacles) -> (items: [PageItem], box: Box)?
  {
    let panel = obstacles.panel
    // Rows for which a small panel has no room are left out.
    let count = min(rows.count, max(Int((panel.height * 0.8 - 2 * Self.padding) / pitch), 0))
    let extent = extent(count)
    guard count > 0, extent.x < panel.width * 0.7 else { return nil }
    let left = panel.minX + 12
    let right = panel.maxX - 12 - extent.x
    let top = panel.minY + 12
    let bottom = panel.maxY - 12 - extent.y
    let corners = [
      Point(right, top), Point(left, top), Point(right, bottom), Point(left, bottom),
    ]
    let boxes = corners.map { Box(x: $0.x, y: $0.y, width: extent.x, height: extent.y) }
    let crowds = boxes.map { crowd(in: $0, index, obstacles) }
    guard let least = crowds.min(), let best = crowds.firstIndex(of: least) else { return nil }
    return (items(in: boxes[best], count: count), boxes[best])
  }

  /// How much a box would hide: points of curves, and markers and names that weigh more.
  private func crowd(in box: Box, _ index: CurveIndex, _ obstacles: LabelObstacles) -> Int {
    var count = 0
    _ = index.contains(in: box) { entry in
      if box.contains(entry.point) { count += 1 }
      return false
    }
    let markers = obstacles.markers(from: box.minX, to: box.maxX).count { box.contains($0) }
    return count + 20 * markers + 20 * obstacles.names.count { $0.intersects(box) }
  }

  private func items(in box: Box, count: Int) -> [PageItem] {
    var paper = theme.paper
    paper.alpha = 0.88
    var items: [PageItem] = [.fill(Path(rounded: box, radius: 6), paper)]
    for (number, row) in rows.prefix(count).enumerated() {
      let middle = box.minY + Self.padding + pitch * (Double(number) + 0.5) - 0.2 * size
      let start = box.minX + Self.padding
      items.append(
        .stroke(
          Path(line: Point(start, middle), Point(start + Self.sample, middle)),
          theme.colour(row.pen.paint), row.pen.style))
      let baseline = middle + (row.name.height - row.name.depth) / 2
      items.append(
        .text(
          row.name, at: Point(start + Self.sample + Self.gap, baseline),
          theme.textColour(row.pen.paint)))
    }
    return items
  }
}
