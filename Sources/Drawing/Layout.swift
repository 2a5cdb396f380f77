import Geometry
import Typesetting

/// A laid-out figure: the page, and what the reader of the terminal should know of it.
public struct Layout: Hashable, Sendable {
  /// The finished picture.
  public var page: Page
  /// What had to be left out, in words.
  public var notices: [String]
}

/// Lays a scene out on a canvas.
///
/// The first stage of the page holds the axes and, where it stands over the panels, the title;
/// then each stage of the scene follows with its marks, labels and blocks. All stages are laid out
/// together, so that nothing moves when a figure is built up, and the layout is the same in all
/// themes of one family of type.
///
/// - Throws: what is wrong with a label or a title that a figure or a user wrote.
public func layOut(
  _ scene: Scene, on canvas: Canvas, theme: Theme, typesetter: Typesetter
) throws(TypesettingError) -> Layout {
  var layout = SceneLayout(
    scene: scene, canvas: canvas, theme: theme, typesetter: typesetter, headingFactor: 1)
  var column = try layout.marginItems()
  // Panels at the head of the column give way to words that have no room.
  for factor in [0.87, 0.75, 0.62] where scene.arrangement == .heading {
    if column.notices.isEmpty { break }
    layout = SceneLayout(
      scene: scene, canvas: canvas, theme: theme, typesetter: typesetter, headingFactor: factor)
    column = try layout.marginItems()
  }
  return try layout.layout(with: column)
}

/// The layout of one scene.
private struct SceneLayout {
  let scene: Scene
  let canvas: Canvas
  let theme: Theme
  let flow: TextFlow
  let places: PanelArrangement
  let bar: ColourBar?

  private var grid: PageGrid { places.grid }

  init(
    scene: Scene, canvas: Canvas, theme: Theme, typesetter: Typesetter, headingFactor: Double
  ) {
    self.scene = scene
    self.canvas = canvas
    self.theme = theme
    flow = TextFlow(typesetter: typesetter)
    let isLabelled = scene.stages.contains { stage in
      stage.marks.contains { if case .curve(_, _, _?) = $0 { true } else { false } }
    }
    let keepsBar =
      scene.others.isEmpty && keepsColourBar(on: canvas, curvesAreLabelled: isLabelled)
      && PageGrid(canvas).hasLabels
    bar = keepsBar ? scene.panel.colourBar : nil
    places = PanelArrangement(
      of: scene.panels, arrangement: scene.arrangement, on: canvas, hasColourBar: bar != nil,
      headingFactor: headingFactor)
  }

  /// The page with the items of its margin column.
  func layout(with column: ColumnItems) throws(TypesettingError) -> Layout {
    var stages = [Stage(name: "axes")] + scene.stages.map { Stage(name: $0.name) }
    var notices: [String] = []
    if grid.hasTitleOver {
      let title = TitleOver(grid: grid, panel: places.boxes[0], theme: theme, flow: flow)
      stages[0].items += try title.items(title: scene.title, subtitle: scene.subtitle)
    }
    for number in scene.panels.indices {
      let axes = try axes(ofPanel: number)
      stages[0].items += axes
      if number == 1 { stages[firstStage(inPanel: 1)].items += try mappingArrow(beside: axes) }
      if number == 0, let bar {
        let shape = ColourBarShape(
          bar: bar, panel: places.boxes[0], sizes: grid.sizes, theme: theme)
        stages[firstStageWithRegions(inPanel: 0)].items += try shape.items(flow)
      }
      guard let drawn = try marks(ofPanel: number) else {
        notices.append("the window has no extent")
        continue
      }
      stages[0].items += drawn.axes
      for number in drawn.stages.indices { stages[number + 1].items += drawn.stages[number] }
      notices += drawn.notices
    }
    for (number, items) in column.stages.enumerated() { stages[number + 1].items += items }
    notices += column.notices
    if theme.lineFactor != 1 {
      for number in stages.indices {
        stages[number].items = stages[number].items.map { $0.withLines(times: theme.lineFactor) }
      }
    }
    // A page without a column has nothing to show of a stage that is words alone.
    let shown = stages.filter { !$0.items.isEmpty }
    let page = Page(
      width: canvas.width, height: canvas.height, scale: canvas.scale, unit: canvas.unit,
      pixelsPerUnit: canvas.pixelsPerUnit, background: theme.paper,
      stages: shown.isEmpty ? [stages[0]] : shown,
      title: scene.plainTitle ?? scene.title.withPlainFormulas, description: scene.description)
    return Layout(page: page, notices: notices)
  }

  /// The marks of a panel on the page, or `nil` where its window has no extent.
  private func marks(ofPanel number: Int) throws(TypesettingError) -> PanelDrawing.Items? {
    let panel = scene.panels[number]
    let stages = scene.stages.map { $0.marks(ofPanel: number) }
    if panel.kind == .sheet {
      let sheet = FormulaSheet(
        stages: stages, columns: panel.columns, box: places.boxes[number], theme: theme,
        sizes: grid.sizes, typesetter: flow.typesetter)
      return try sheet.items()
    }
    guard let map = PanelMap(from: panel.window, to: places.boxes[number]) else { return nil }
    var drawing = PanelDrawing(
      stages: stages, kind: panel.kind, map: map, surroundings: surroundings(ofPanel: number),
      theme: theme, sizes: grid.sizes, flow: flow)
    if hasOriginAxes(number) {
      drawing.axes = OriginAxes(
        panel: panel, map: map, theme: theme, sizes: grid.sizes, flow: flow,
        hasLabels: grid.hasLabels)
    }
    return try drawing.items()
  }

  /// The stage of the page that the colour bar appears with: that of the fills it explains.
  private func firstStageWithRegions(inPanel panel: Int) -> Int {
    let number = scene.stages.firstIndex { stage in
      stage.marks(ofPanel: panel).contains { if case .region = $0 { true } else { false } }
    }
    return number.map { $0 + 1 } ?? 0
  }

  /// The stage of the page that first shows something in a panel.
  private func firstStage(inPanel panel: Int) -> Int {
    (scene.stages.firstIndex { !$0.marks(ofPanel: panel).isEmpty } ?? -1) + 1
  }

  /// The arrow from the first panel to the second, where they stand side by side.
  private func mappingArrow(beside axes: [PageItem]) throws(TypesettingError) -> [PageItem] {
    guard scene.arrangement == .mapping, places.column != nil, places.boxes.count > 1 else {
      return []
    }
    let arrow = MappingArrow(
      from: places.boxes[0], to: places.boxes[1], among: axes, name: scene.mapName, theme: theme)
    return try arrow.items(flow, size: grid.sizes.axisName)
  }

  /// What stands in the margin column, stage by stage, and what had no room there.
  typealias ColumnItems = (stages: [[PageItem]], notices: [String])

  /// The blocks of the margin column; a title that stands over the panels is not said twice.
  func marginItems() throws(TypesettingError) -> ColumnItems {
    guard let column = places.column else { return ([], []) }
    var stages = scene.stages
    if grid.hasTitleOver {
      for number in stages.indices {
        stages[number].column.removeAll { if case .title = $0 { true } else { false } }
      }
    }
    let setter = BlockSetter(width: column.width, sizes: grid.sizes, theme: theme, flow: flow)
    let top = scene.others.isEmpty ? places.boxes[0].minY : column.minY
    let margin = MarginColumn(
      box: column, panelTop: max(top, column.minY),
      lowest: canvas.height - min(grid.bottom, 56), setter: setter)
    return try margin.items(of: stages)
  }

  /// The least height of a further panel whose axes run through the origin, in u.
  private static let leastOriginHeight = 320.0

  /// Whether the axes of a panel run through the origin: as the theme asks, but never under fills
  /// or on logarithmic scales.
  private func hasOriginAxes(_ number: Int) -> Bool {
    let panel = scene.panels[number]
    guard theme.hasOriginAxes, panel.kind == .map || panel.kind == .graph,
      panel.xScale != .logarithmic, panel.yScale != .logarithmic, panel.yScale != .hidden
    else { return false }
    // A small panel beside the main one has no room for arrows and for names at their heads.
    guard number == 0 || places.boxes[number].height >= Self.leastOriginHeight else { return false }
    return panel.kind == .graph && number == 0 || firstStageWithRegions(inPanel: number) == 0
  }

  private func axes(ofPanel number: Int) throws(TypesettingError) -> [PageItem] {
    if hasOriginAxes(number) { return [] }
    let panel = scene.panels[number]
    let room = surroundings(ofPanel: number)
    switch panel.kind {
    case .map, .chart:
      let frame = MapFrame(
        grid: grid, panel: places.boxes[number], theme: theme, flow: flow,
        roomAtRight: room.right - places.boxes[number].maxX)
      return try frame.items(of: panel, isUnderFills: firstStageWithRegions(inPanel: number) > 0)
    case .graph:
      let frame = GraphFrame(
        grid: grid, box: places.boxes[number], surroundings: room, theme: theme, flow: flow)
      return try frame.items(of: panel)
    case .space, .sheet:
      return []
    }
  }

  /// Whether two panels show the same part of the abscissa, so that one row of numbers serves both.
  private func sharesAbscissa(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (scene.panels[a], scene.panels[b])
    return a.window.minX == b.window.minX && a.window.maxX == b.window.maxX && a.xScale == b.xScale
  }

  /// How far text may reach out of a panel before it meets a neighbour or the edge of the page.
  private func surroundings(ofPanel number: Int) -> PanelSurroundings {
    let box = places.boxes[number]
    var right = canvas.width - 20
    if let column = places.column, column.minX > box.maxX, column.minY < box.maxY {
      right = min(
        right, column.minX - ([.map, .chart].contains(scene.panels[number].kind) ? 20 : 8))
    }
    var (top, bottom, isLowest) = (grid.hasTitleOver ? box.minY - 50 : 4, canvas.height - 4, true)
    for (other, place) in places.boxes.enumerated() where other != number {
      if place.minX > box.maxX, place.minY < box.maxY, place.maxY > box.minY {
        right = min(right, place.minX - 40)
      }
      if place.minY > box.maxY, place.minX < box.maxX, place.maxX > box.minX {
        bottom = min(bottom, place.minY - 34)
        if scene.panels[other].kind == .graph, scene.panels[number].kind == .graph,
          place.minX == box.minX, place.maxX == box.maxX, sharesAbscissa(other, number)
        {
          isLowest = false
        }
      }
      if place.maxY < box.minY, place.minX < box.maxX, place.maxX > box.minX {
        top = max(top, place.maxY + 30)
      }
    }
    if bar != nil { right = min(right, box.maxX + 27) }
    return PanelSurroundings(top: top, right: right, bottom: bottom, isLowest: isLowest)
  }
}
