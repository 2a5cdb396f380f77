extension Panels {
  /// One of the figures, solved.
  public struct Part: Sendable {
    let name: String
    let scene: Scene
    let composition: Composition

    /// What the figure called `name` composed.
    ///
    /// - Throws: that there is nothing to draw.
    public init(_ name: String, _ composition: Composition) throws(FigureError) {
      guard let scene = composition.scene else {
        throw .input(
          "\(name) has results here that cannot be drawn, so it is no panel", hint: "")
      }
      self.name = name
      self.scene = scene
      self.composition = composition
    }
  }

  /// The panels of all parts in one scene, with the results of each.
  ///
  /// - Throws: that there is no figure, or that there are too many for a page.
  public func composition(
    of parts: [Part], in setting: Setting
  ) throws(FigureError) -> Composition {
    guard let first = parts.first, parts.count <= Self.limit else {
      throw .input(
        "panels wants 1 to \(Self.limit) figures", hint: "there are \(parts.count) of them")
    }
    let title = setting.title ?? "Panels"
    var panels: [Panel] = []
    var stages = [SceneStage(name: "title", column: [.title(title)])]
    for part in parts {
      stages += part.scene.stages.map { stage in
        Self.stage(stage, of: part.scene, behind: panels.count)
      }
      panels += part.scene.panels
    }
    let scene = Scene(
      first.scene.panel, Array(panels.dropFirst()), arrangement: arrangement.ofPanels,
      stages: stages, title: title, plainTitle: title.withPlainFormulas,
      description: parts.map(\.composition.description).joined(separator: " "))
    let results = parts.map { part in
      JSONValue.object([("figure", .string(part.name)), ("results", part.composition.results)])
    }
    return Composition(
      scene: scene, results: .object([("panels", .array(results))]),
      notices: parts.flatMap(\.composition.notices))
  }

  /// A stage of one part: its marks behind the panels so far, of its words the short ones.
  private static func stage(
    _ stage: SceneStage, of scene: Scene, behind count: Int
  ) -> SceneStage {
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
    return SceneStage(
      name: stage.name, panels: Array(repeating: [], count: count) + marks, column: column)
  }
}

extension Panels.Order {
  /// The arrangement of a scene.
  fileprivate var ofPanels: Arrangement {
    switch self {
    case .row: .row
    case .stacked: .stacked
    case .heading: .heading
    }
  }
}
