import Geometry

/// Where the panels of a figure stand on a canvas.
///
/// Figures ask for it before they trace, so that they know how finely a curve is seen; the layout
/// asks the same, so that both agree.
public struct PanelArrangement: Hashable, Sendable {
  /// The inside of each panel, in u from the upper left corner of the page.
  public let boxes: [Box]
  /// The margin column, where the page has one.
  let column: Box?
  /// Whether there is room for panels side by side: on pages with a margin column.
  public var isWide: Bool { column != nil }
  /// The grid of the page.
  let grid: PageGrid

  /// The places of `panels`; the first is the main one.
  ///
  /// Only their kinds, shares and windows matter; the window of a graph does not.
  public init(
    of panels: [Panel], arrangement: Arrangement = .stacked, on canvas: Canvas,
    hasColourBar: Bool = false
  ) {
    self.init(
      of: panels, arrangement: arrangement, on: canvas, hasColourBar: hasColourBar,
      headingFactor: 1)
  }

  /// As above, with panels at the head of the column a factor as high as usual.
  init(
    of panels: [Panel], arrangement: Arrangement, on canvas: Canvas, hasColourBar: Bool,
    headingFactor: Double
  ) {
    let isWide = panels.count > 1 || panels.first?.isWide == true
    let grid = PageGrid(canvas, isWide: isWide)
    self.grid = grid
    if panels.count == 1, let sheet = panels.first, sheet.kind == .sheet {
      boxes = [grid.sheet]
      column = nil
      return
    }
    guard isWide, let first = panels.first else {
      let window = panels.first?.shape ?? Box(x: 0, y: 0, width: 1, height: 1)
      let box = grid.panel(for: window, hasColourBar: hasColourBar)
      boxes = [box]
      column = grid.column(beside: box, hasColourBar: hasColourBar)
      return
    }
    switch grid.template == .margin ? arrangement : .stacked {
    case .stacked:
      boxes = Self.stacked(panels, in: grid)
      column = boxes.first.flatMap { Self.column(beside: $0, in: grid) }
    case .row, .mapping:
      let gap = arrangement == .mapping ? Self.mappingGap : Self.rowGap
      boxes = Self.row(panels, apart: gap, in: grid)
      column = boxes.last.flatMap { Self.column(beside: $0, in: grid) }
    case .flanked:
      boxes = Self.flanked(first, panels.dropFirst(), in: grid)
      column = boxes.map(\.maxX).max().flatMap { right in
        Self.column(beside: Box(minX: 0, minY: 0, maxX: right, maxY: 0), in: grid)
      }
    case .heading:
      (boxes, column) = Self.heading(
        first, panels.dropFirst(), in: grid, factor: headingFactor)
    }
  }

  /// The distance between panels one under another: the numbers of one, the name of the next.
  private static let stackGap = 70.0
  /// The distance between panels side by side.
  private static let rowGap = 104.0
  /// The distance with an arrow between them.
  private static let mappingGap = 158.0

  /// Panels one under another, with the same left and right edges.
  private static func stacked(_ panels: [Panel], in grid: PageGrid) -> [Box] {
    let width = max(grid.widestPanel(hasColourBar: false), 1)
    let gap = grid.hasLabels ? stackGap * grid.sizes.tick / TypeScale.slide.tick : 8
    let room = grid.canvas.height - grid.panelTop - grid.bottom
    let height = max(room - gap * Double(panels.count - 1), Double(panels.count))
    let shares = panels.map { max($0.share, 0.01) }
    let all = shares.reduce(0, +)
    var y = grid.panelTop
    var boxes: [Box] = []
    for (panel, share) in zip(panels, shares) {
      let own = height * share / all
      if panel.isWide {
        boxes.append(Box(x: grid.left, y: y, width: width, height: own))
      } else {
        let size = PageGrid.fitted(panel.shape, width: width, height: own)
        boxes.append(
          Box(
            x: grid.left + (width - size.x) / 2, y: y + (own - size.y) / 2, width: size.x,
            height: size.y))
      }
      y += own + gap
    }
    return boxes
  }

  /// Panels side by side with the same lower edge; a graph beside a map is as high as the map.
  private static func row(_ panels: [Panel], apart gap: Double, in grid: PageGrid) -> [Box] {
    let gaps = gap * Double(panels.count - 1)
    let room = max(grid.widestPanel(hasColourBar: false) - gaps, Double(panels.count))
    let height = max(grid.canvas.height - grid.panelTop - grid.bottom, 1)
    let all = panels.reduce(0) { $0 + max($1.share, 0.01) }
    let widths = panels.map { room * max($0.share, 0.01) / all }
    let maps = zip(panels, widths).filter { !$0.0.isWide }.map { panel, width in
      PageGrid.fitted(panel.shape, width: width, height: height).y
    }
    let highest = maps.max() ?? height
    let lower = grid.panelTop + (height + highest) / 2
    var x = grid.left
    return zip(panels, widths).map { panel, width in
      let size =
        panel.isWide
        ? Point(width, highest) : PageGrid.fitted(panel.shape, width: width, height: height)
      defer { x += size.x + gap }
      return Box(x: x, y: lower - size.y, width: size.x, height: size.y)
    }
  }

  /// The main panel, and the others one under another in a row of their own right of it.
  private static func flanked(
    _ first: Panel, _ others: ArraySlice<Panel>, in grid: PageGrid
  ) -> [Box] {
    let room = max(grid.widestPanel(hasColourBar: false) - rowGap, 2)
    let height = max(grid.canvas.height - grid.panelTop - grid.bottom, 1)
    let count = Double(max(others.count, 1))
    let each = max((height - stackGap * (count - 1)) / count, 1)
    let sizes = others.map {
      $0.isWide
        ? Point(each, each) : PageGrid.fitted($0.shape, width: room * 0.5, height: each)
    }
    let widest = sizes.map(\.x).max() ?? 0
    let main = PageGrid.fitted(first.shape, width: max(room - widest, 1), height: height)
    var boxes = [
      Box(x: grid.left, y: grid.panelTop + (height - main.y) / 2, width: main.x, height: main.y)
    ]
    let stack = sizes.reduce(0) { $0 + $1.y } + stackGap * (count - 1)
    var y = grid.panelTop + (height - stack) / 2
    for size in sizes {
      boxes.append(
        Box(x: grid.left + main.x + rowGap, y: y, width: size.x, height: size.y))
      y += size.y + stackGap
    }
    return boxes
  }

  /// The main panel, and the others at the head of the column beside it.
  private static func heading(
    _ first: Panel, _ others: ArraySlice<Panel>, in grid: PageGrid, factor: Double
  ) -> (boxes: [Box], column: Box?) {
    let main: Box
    if first.isWide {
      main = stacked([first], in: grid)[0]
    } else {
      // The axis of a small panel has its numbers between the two.
      let width = max(grid.widestPanel(hasColourBar: false) - 60, 1)
      let height = max(grid.canvas.height - grid.panelTop - grid.bottom, 1)
      let size = PageGrid.fitted(first.shape, width: width, height: height)
      main = Box(
        x: grid.left, y: grid.panelTop + (height - size.y) / 2, width: size.x, height: size.y)
    }
    let end = grid.canvas.width - grid.right
    let left = min(main.maxX + 128, end - grid.column.lowerBound)
    let width = max(min(end - left, grid.column.upperBound), 1)
    // In a narrow column the words under them break into more lines.
    let share = (grid.sizes == .narrow ? 0.5 : 0.62) * factor
    let room = (grid.canvas.height - grid.panelTop - grid.bottom) * share
    let gap = stackGap
    let height = max((room - gap * Double(others.count - 1)) / Double(max(others.count, 1)), 1)
    var y = grid.panelTop
    var boxes = [main]
    for other in others {
      // A panel that wants less leaves its room to the words under it; one that wants more takes it.
      let own = height * max(other.share, 0.01)
      let size =
        other.isWide
        ? Point(width, own) : PageGrid.fitted(other.shape, width: width, height: own)
      boxes.append(Box(x: left, y: y, width: size.x, height: size.y))
      y += size.y + gap
    }
    let column = Box(
      minX: left, minY: y, maxX: left + width, maxY: grid.canvas.height - grid.bottom)
    return (boxes, column)
  }

  /// The column beside wide panels.
  private static func column(beside panel: Box, in grid: PageGrid) -> Box? {
    guard grid.template == .margin else { return nil }
    let end = grid.canvas.width - grid.right
    let left = max(panel.maxX + grid.smallestGap(hasColourBar: false), end - grid.column.upperBound)
    return Box(
      minX: min(left, end - 1), minY: grid.panelTop, maxX: end,
      maxY: grid.canvas.height - grid.bottom)
  }
}

/// The panel in which a map of `window` is drawn, in u from the upper left corner of the page.
///
/// It has the aspect of the window, except for windows thinner than 1 : 30 or so, whose panel keeps
/// a least extent. Figures ask for it to know how finely they have to trace.
public func mapPanel(for window: Box, on canvas: Canvas, hasColourBar: Bool) -> Box {
  PageGrid(canvas).panel(for: window, hasColourBar: hasColourBar)
}

/// Whether a map that asks for a colour bar has one on `canvas`.
///
/// Labelled curves need none on paper and on pages narrower than 1200 u.
public func keepsColourBar(on canvas: Canvas, curvesAreLabelled: Bool) -> Bool {
  !curvesAreLabelled || (canvas.unit == .pixel && canvas.width >= 1200)
}
