import Plotting

/// How the panels of a composed figure stand to one another.
enum PanelOrder: String, CaseIterable, ParameterValue {
  case row, stacked, heading

  static var placeholder: String { "HOW" }

  var arrangement: Arrangement {
    switch self {
    case .row: .row
    case .stacked: .stacked
    case .heading: .heading
    }
  }
}

/// Several figures as panels of one.
///
///     title: A hill from above and in section
///     panels:
///       - {figure: contour, expression: exp(-x^2-y^2)}
///       - {figure: plot, expression: exp(-x^2)}
///
/// It exists in figure files only: a command line has no place for several figures.
struct ComposedFigure: Figure {
  /// One of the figures, with its own window and constants.
  struct Part: Sendable {
    let name: String
    let compose: @Sendable () throws(CommandFailure) -> (scene: Scene, composition: Composition)
  }

  /// The greatest number of figures: more cannot be read on one page.
  static let limit = 6
  /// The key of the list of figures.
  static let panelsKey = "panels"

  static let name = "panels"
  static let summary = "Several figures as panels of one."
  static let examples: [Example] = []
  static let parameters: [Parameter<ComposedFigure>] = [
    .option(
      "arrangement", \.order,
      help: "Side by side, one under another, or the first alone and the others small.")
  ]

  var order = PanelOrder.row
  var parts: [Part] = []

  func compose(in setting: Setting) throws(FigureError) -> Composition {
    do throws(CommandFailure) {
      return try composition(in: setting)
    } catch {
      throw .input(error.message, hint: "")
    }
  }

  /// The panels of all parts in one scene, with the results of each.
  func composition(in setting: Setting) throws(CommandFailure) -> Composition {
    var panels: [Panel] = []
    var stages: [SceneStage] = []
    var results: [JSONValue] = []
    var notices: [String] = []
    var words: [String] = []
    for part in parts {
      let (scene, composition) = try part.compose()
      for stage in scene.stages { Self.add(stage, of: scene, behind: panels.count, to: &stages) }
      panels += scene.panels
      notices += composition.notices
      words.append(composition.description)
      results.append(
        .object([("figure", .string(part.name)), ("results", composition.results)]))
    }
    let title = setting.title ?? "Panels"
    stages.insert(SceneStage(name: "title", column: [.title(title)]), at: 0)
    let scene = Scene(
      panels[0], Array(panels.dropFirst()), arrangement: order.arrangement, stages: stages,
      title: title, plainTitle: title.withoutDollars, description: words.joined(separator: " "))
    return Composition(
      scene: scene, results: .object([("panels", .array(results))]), notices: notices)
  }

  /// Adds a stage of one part: its marks behind the panels so far, of its words the short ones.
  private static func add(
    _ stage: SceneStage, of scene: Scene, behind count: Int, to stages: inout [SceneStage]
  ) {
    let marks = scene.panels.indices.map { stage.marks(ofPanel: $0) }
    let column = stage.column.compactMap { block -> ColumnBlock? in
      switch block {
      // A headline of its own for each panel would leave no room for the others.
      case .formula(let terms, _, let role):
        ColumnBlock.formula(terms: terms, isHeadline: false, role: role)
      case .result, .key: block
      case .title, .table, .verdict, .remark: nil
      }
    }
    stages.append(
      SceneStage(
        name: stage.name, panels: Array(repeating: [], count: count) + marks, column: column))
  }
}
