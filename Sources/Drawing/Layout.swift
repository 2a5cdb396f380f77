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
/// The first stage of the page holds the axes and, where the page has no margin column, the title;
/// then each stage of the scene follows with its marks, labels and blocks. All stages are laid out
/// together, so that nothing moves when a figure is built up, and the layout is the same in all
/// themes of one family of type.
///
/// - Throws: what is wrong with a label or a title that a figure or a user wrote.
public func layOut(
  _ scene: Scene, on canvas: Canvas, theme: Theme, typesetter: Typesetter
) throws(TypesettingError) -> Layout {
  try SceneLayout(scene: scene, canvas: canvas, theme: theme, typesetter: typesetter).layout()
}

/// The layout of one scene.
private struct SceneLayout {
  let scene: Scene
  let canvas: Canvas
  let theme: Theme
  let flow: TextFlow
  let grid: PageGrid
  let bar: ColourBar?
  let panel: Box

  init(scene: Scene, canvas: Canvas, theme: Theme, typesetter: Typesetter) {
    self.scene = scene
    self.canvas = canvas
    self.theme = theme
    flow = TextFlow(typesetter: typesetter)
    grid = PageGrid(canvas)
    let isLabelled = scene.stages.contains { stage in
      stage.marks.contains { if case .curve(_, _, _?) = $0 { true } else { false } }
    }
    let keepsBar = keepsColourBar(on: canvas, curvesAreLabelled: isLabelled) && grid.hasLabels
    bar = keepsBar ? scene.panel.colourBar : nil
    panel = grid.panel(for: scene.panel.window, hasColourBar: bar != nil)
  }

  func layout() throws(TypesettingError) -> Layout {
    var stages = [Stage(name: "axes")] + scene.stages.map { Stage(name: $0.name) }
    var notices: [String] = []
    stages[0].items = try axes()
    if let bar {
      let shape = ColourBarShape(bar: bar, panel: panel, sizes: grid.sizes, theme: theme)
      stages[firstStageWithRegions].items += try shape.items(flow)
    }
    if let map = PanelMap(from: scene.panel.window, to: panel) {
      let drawing = PanelDrawing(
        stages: scene.stages, map: map, theme: theme, sizes: grid.sizes, flow: flow)
      let (items, missing) = try drawing.items()
      for number in items.indices { stages[number + 1].items += items[number] }
      notices += missing
    } else {
      notices.append("the window has no extent")
    }
    if let column = grid.column(beside: panel, hasColourBar: bar != nil) {
      let setter = BlockSetter(width: column.width, sizes: grid.sizes, theme: theme, flow: flow)
      let margin = MarginColumn(
        box: column, panelTop: panel.minY, lowest: canvas.height - min(grid.bottom, 56),
        setter: setter)
      let (items, missing) = try margin.items(of: scene.stages)
      for number in items.indices { stages[number + 1].items += items[number] }
      notices += missing
    }
    let page = Page(
      width: canvas.width, height: canvas.height, scale: canvas.scale, unit: canvas.unit,
      pixelsPerUnit: canvas.pixelsPerUnit, background: theme.paper, stages: stages,
      title: scene.plainTitle ?? scene.title, description: scene.description)
    return Layout(page: page, notices: notices)
  }

  /// The stage of the page that the colour bar appears with: that of the fills it explains.
  private var firstStageWithRegions: Int {
    let number = scene.stages.firstIndex { stage in
      stage.marks.contains { if case .region = $0 { true } else { false } }
    }
    return number.map { $0 + 1 } ?? 0
  }

  private func axes() throws(TypesettingError) -> [PageItem] {
    let toTheRight =
      bar != nil
      ? 27
      : (grid.column(beside: panel, hasColourBar: false)?.minX ?? canvas.width) - panel.maxX - 20
    let frame = MapFrame(
      grid: grid, panel: panel, theme: theme, flow: flow, roomAtRight: toTheRight)
    var items = try frame.items(of: scene.panel, isUnderFills: firstStageWithRegions > 0)
    if grid.template == .titleOver {
      let title = TitleOver(grid: grid, panel: panel, theme: theme, flow: flow)
      items += try title.items(title: scene.title, subtitle: scene.subtitle)
    }
    return items
  }
}
