import Geometry

/// Where the parts of a figure stand on a canvas, before anything is known of its text.
struct PageGrid: Hashable, Sendable {
  /// How a page is divided.
  enum Template: Hashable, Sendable {
    /// The panel left, a margin column right.
    case margin
    /// A title over the panel and no column.
    case titleOver
    /// The panel alone: title and caption belong to the author's document.
    case paper
  }

  /// The canvas.
  let canvas: Canvas
  /// How it is divided.
  let template: Template
  /// The sizes of its type.
  let sizes: TypeScale
  /// The room that is kept around the panel: ticks, names, titles, the edge of the page.
  let left: Double, top: Double, right: Double, bottom: Double
  /// The least and the greatest width of the margin column.
  let column: ClosedRange<Double>
  /// Whether there is room for numbers and names on the axes.
  let hasLabels: Bool
  /// Whether a line stands under the title.
  let hasSubtitle: Bool
  /// Whether the title stands over the panels, with or without a margin column beside them.
  let hasTitleOver: Bool

  /// Whether the figure has wide panels rather than one map.
  let isWide: Bool

  /// The grid of a canvas for figures of one map, or of wide panels whose title stands over them.
  init(_ canvas: Canvas, isWide: Bool = false) {
    self.canvas = canvas
    self.isWide = isWide
    let (width, height) = (canvas.width, canvas.height)
    hasLabels = width >= 240 && height >= 220
    if canvas.unit == .point, width < 900 || height < 420 {
      template = .paper
      sizes = .print
      column = 0...0
      hasSubtitle = false
      hasTitleOver = false
      // 8.8, 6.4, 4.7 and 6.8 mm.
      (left, right, top, bottom) =
        hasLabels
        ? (69.3, 50.4, 37, 53.5) : (width * 0.06, width * 0.06, height * 0.06, height * 0.06)
    } else if width < 1100 {
      template = .titleOver
      sizes = canvas.unit == .point ? .slideOnPaper : .slide
      column = 0...0
      hasTitleOver = true
      (left, right) = width < 900 ? (84, 56) : (92, 68)
      hasSubtitle = width - left - right <= height - 218
      // A wide panel has the name of its ordinate between the title and its upper edge.
      top = hasSubtitle ? 150 : isWide ? 124 : 92
      bottom = 68
    } else if canvas.unit == .point {
      template = .margin
      sizes = .print
      column = 388...520
      hasSubtitle = false
      hasTitleOver = isWide
      (left, right, top, bottom) = (69.3, 50, 94, 126)
    } else {
      let isNarrow = width < 1400
      template = .margin
      sizes = isNarrow ? .narrow : .slide
      column = isNarrow ? 264...474 : isWide ? 356...474 : 388...474
      hasSubtitle = false
      hasTitleOver = isWide
      (left, right, top, bottom) = isNarrow ? (84, 56, 92, 68) : (92, 64, 56, 80)
    }
  }

  /// The upper edge of the highest panel: lower where a title stands over it beside a column.
  var panelTop: Double { template == .margin && hasTitleOver ? max(top, 124) : top }
}

extension PageGrid {
  /// The room that a colour bar takes right of a panel: its distance, its width, its numbers.
  static let barRoom = 142.0
  /// The least extent of a panel, however thin its window is.
  static let thinnest = 24.0

  /// The panel of a map: as large as the page allows with equal aspect.
  func panel(for window: Box, hasColourBar: Bool) -> Box {
    let highest = max(canvas.height - panelTop - bottom, 1)
    let widest = max(widestPanel(hasColourBar: hasColourBar), 1)
    let size = Self.fitted(window, width: widest, height: highest)
    let x = abscissa(ofPanel: size.x, widest: widest, hasColourBar: hasColourBar)
    return Box(
      x: x, y: ordinate(ofPanel: size.y, highest: highest), width: size.x, height: size.y)
  }

  /// The largest extent with the aspect of `window` in the given room.
  static func fitted(_ window: Box, width widest: Double, height highest: Double) -> Point {
    var aspect = window.width / window.height
    if !(aspect > 0 && aspect.isFinite) { aspect = 1 }
    let width = min(widest, highest * aspect)
    let height = min(highest, width / aspect)
    return Point(
      max(width, min(thinnest, widest)), max(height, min(thinnest, highest)))
  }

  /// The room of a sheet of formulas: the page under its title, its margins without numbers.
  var sheet: Box {
    let (left, right) = template == .paper ? (right / 2, right / 2) : (left, right)
    let under = hasTitleOver || hasSubtitle ? panelTop - 24 : left
    return Box(
      minX: left, minY: min(under, canvas.height / 2), maxX: canvas.width - right,
      maxY: canvas.height - min(bottom, 56) * (template == .paper ? 0.5 : 1))
  }

  /// The widest that panels may be beside the margin column, or on a page without one.
  func widestPanel(hasColourBar: Bool) -> Double {
    let room = canvas.width - left - right
    switch template {
    case .margin:
      // Beside the widest panel the column has its least width, unless the bar asks for more.
      let hasBarGap = hasColourBar && sizes != .slide
      return room - column.lowerBound - smallestGap(hasColourBar: hasBarGap)
    case .titleOver, .paper:
      return room - (hasColourBar ? max(Self.barRoom - right, 0) : 0)
    }
  }

  /// The least distance from a panel to the column.
  func smallestGap(hasColourBar: Bool) -> Double {
    if hasColourBar { return Self.barRoom }
    return sizes == .slide ? 76 : sizes == .narrow ? 56 : 72
  }

  /// The distance from a panel to the column: wider beside a square than beside a wide panel.
  private func gap(beside width: Double, hasColourBar: Bool) -> Double {
    let least = smallestGap(hasColourBar: hasColourBar)
    guard sizes == .slide else { return least }
    let most = hasColourBar ? 206.0 : 102.0
    let t = min(max((width - 764) / (980 - 764), 0), 1)
    return most + (least - most) * t
  }

  private func columnWidth(beside width: Double, hasColourBar: Bool) -> Double {
    let gap = gap(beside: width, hasColourBar: hasColourBar)
    return min(canvas.width - left - right - width - gap, column.upperBound)
  }

  private func abscissa(ofPanel width: Double, widest: Double, hasColourBar: Bool) -> Double {
    guard template == .margin else { return left + (widest - width) / 2 }
    let gap = gap(beside: width, hasColourBar: hasColourBar)
    let column = columnWidth(beside: width, hasColourBar: hasColourBar)
    let slack = max(canvas.width - left - right - width - gap - column, 0)
    // Up to 104 u go to the left, where a full column balances them; more is halved.
    let first = sizes == .slide ? min(slack, 104) : 0
    return left + first + (slack - first) / 2
  }

  private func ordinate(ofPanel height: Double, highest: Double) -> Double {
    let slack = highest - height
    guard template == .titleOver, canvas.height <= 900 else { return panelTop + slack / 2 }
    // A square stands right under its title; a wide panel, with its title, in the middle.
    return top + max(slack - 22, 0) / 2
  }

  /// The margin column beside a panel; its height is that of the largest panel.
  func column(beside panel: Box, hasColourBar: Bool) -> Box? {
    guard template == .margin else { return nil }
    let gap = gap(beside: panel.width, hasColourBar: hasColourBar)
    let width = columnWidth(beside: panel.width, hasColourBar: hasColourBar)
    return Box(
      minX: panel.maxX + gap, minY: panelTop, maxX: panel.maxX + gap + width,
      maxY: canvas.height - bottom)
  }
}
