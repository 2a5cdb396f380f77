import Plotting

/// How much is written into a graph: less where there is less room.
struct GraphDetail {
  /// The significant digits of values, adjoints and local derivatives.
  let digits: Int
  /// Whether values and adjoints stand at the nodes.
  let showsValues: Bool
  /// Whether local derivatives stand at the edges.
  let showsPartials: Bool
  /// Whether they are said as formulas too, where those are short.
  let showsFormulas: Bool

  private static let full = GraphDetail(
    digits: 4, showsValues: true, showsPartials: true, showsFormulas: true)
  private static let short = GraphDetail(
    digits: 3, showsValues: true, showsPartials: true, showsFormulas: false)

  /// What is tried, from the richest down, with the part of the local derivatives that may be left
  /// out for want of room.
  static let attempts: [(GraphDetail, missing: Double)] = [
    (full, 0), (short, 0), (full, GraphDrawing.mostMissing), (short, GraphDrawing.mostMissing),
    (GraphDetail(digits: 3, showsValues: true, showsPartials: false, showsFormulas: false), 0),
    (GraphDetail(digits: 3, showsValues: true, showsPartials: false, showsFormulas: false), 1),
    (GraphDetail(digits: 2, showsValues: true, showsPartials: false, showsFormulas: false), 1),
    (GraphDetail(digits: 2, showsValues: false, showsPartials: false, showsFormulas: false), 0),
  ]

  /// A number as it is written in the graph, in TeX.
  func tex(_ value: Double) -> String {
    if value.isNaN { return "\\text{undefined}" }
    if value.isInfinite { return value < 0 ? "-\\infty" : "\\infty" }
    return Wording.tex(value, digits: digits)
  }
}

/// A text of the picture with the room that it takes.
struct GraphText {
  let tex: String
  let centre: Point
  let extent: Point
  let role: TextRole
  let paint: Paint

  /// The sizes of type that the roles have on a slide; elsewhere they are a little smaller.
  static func size(of role: TextRole) -> Double {
    switch role {
    case .axisName: 26
    case .direct: 24
    case .tick: 22
    case .note: 20
    }
  }

  init(_ tex: String, at centre: Point, _ role: TextRole, _ paint: Paint) {
    self.tex = tex
    self.centre = centre
    self.role = role
    self.paint = paint
    extent = TextExtent.of(tex, size: Self.size(of: role))
  }

  var box: Box {
    Box(
      x: centre.x - extent.x / 2, y: centre.y - extent.y / 2, width: extent.x, height: extent.y)
  }

  var mark: Mark {
    .text("$\(tex)$", at: centre, anchor: .centre, offset: .zero, role, paint)
  }
}
