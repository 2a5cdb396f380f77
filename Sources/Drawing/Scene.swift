/// What appears together when a figure is built up.
public struct SceneStage: Hashable, Sendable, Codable {
  /// What appears: `curves`, `arrows`.
  public var name: String
  /// The marks of each panel in the order of painting; panels left out at the end have none.
  public var panels: [[Mark]]
  /// The blocks of the margin column that appear with them.
  public var column: [ColumnBlock]

  /// The stage `name` with marks in the first panel.
  public init(name: String, marks: [Mark] = [], column: [ColumnBlock] = []) {
    self.init(name: name, panels: [marks], column: column)
  }

  /// The stage `name` with marks in several panels.
  public init(name: String, panels: [[Mark]], column: [ColumnBlock] = []) {
    self.name = name
    self.panels = panels
    self.column = column
  }

  /// The marks of the first panel.
  public var marks: [Mark] {
    get { marks(ofPanel: 0) }
    set { if panels.isEmpty { panels = [newValue] } else { panels[0] = newValue } }
  }

  /// The marks of a panel.
  public func marks(ofPanel number: Int) -> [Mark] {
    panels.indices.contains(number) ? panels[number] : []
  }
}

/// A figure as mathematics: what is shown, in the data's own coordinates, before any layout.
public struct Scene: Hashable, Sendable, Codable {
  /// The main panel.
  public var panel: Panel
  /// The other panels.
  public var others: [Panel]
  /// How they stand to one another.
  public var arrangement: Arrangement
  /// The name of the map over the arrow of a `mapping`: plain text with `$formulas$`.
  public var mapName = "$F$"
  /// The marks and the blocks of the margin column, stage by stage; the axes come before them.
  public var stages: [SceneStage]
  /// The title over the panel where the page has no margin column.
  public var title: String
  /// One line under that title.
  public var subtitle: String?
  /// The title as plain text, for the name of the file in viewers; `title` where it has no formula.
  public var plainTitle: String?
  /// The mathematics in words, as plain text.
  public var description: String

  /// The scene of one panel.
  public init(
    panel: Panel, stages: [SceneStage], title: String, subtitle: String? = nil,
    plainTitle: String? = nil, description: String
  ) {
    self.init(
      panel, stages: stages, title: title, subtitle: subtitle, plainTitle: plainTitle,
      description: description)
  }

  /// The scene of a main panel and others that stand to it as `arrangement` says.
  public init(
    _ panel: Panel, _ others: [Panel] = [], arrangement: Arrangement = .stacked,
    stages: [SceneStage], title: String, subtitle: String? = nil, plainTitle: String? = nil,
    description: String
  ) {
    self.panel = panel
    self.others = others
    self.arrangement = arrangement
    self.stages = stages
    self.title = title
    self.subtitle = subtitle
    self.plainTitle = plainTitle
    self.description = description
  }

  /// All panels, the main one first.
  public var panels: [Panel] { [panel] + others }
}
