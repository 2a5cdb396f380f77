import Plotting

/// A vector field of the plane: arrows or streamlines, with its zeros and their kinds.
///
///     var figure = Field()
///     figure.first = "y"
///     figure.second = "-sin(x)"
///     figure.showsStreamlines = true
public struct Field: Figure {
  /// The word on the command line.
  public static let name = "field"
  /// What it draws.
  public static let summary = "A vector field of the plane: arrows or streamlines, and its zeros."

  /// The first component P, an expression in x and y.
  public var first = "-y"
  /// The second component Q, an expression in x and y.
  public var second = "x"
  /// Whether streamlines are drawn in place of arrows.
  public var showsStreamlines = false
  /// How densely the streamlines are drawn.
  public var density = StreamDensity.usual
  /// Whether the separatrices of saddles are drawn; they are streamlines.
  public var showsSeparatrices = false
  /// How the length of the arrows follows the field.
  public var arrowLengths = ArrowLengths.power

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Field>] {
    [
      .argument("p", \.first, help: "The component along x, an expression in x and y."),
      .argument("q", \.second, help: "The component along y, an expression in x and y."),
      .flag("stream", \.showsStreamlines, help: "Draw streamlines in place of arrows."),
      .option("density", \.density, help: "How densely streamlines are drawn: 0.25 to 4."),
      .flag(
        "separatrices", \.showsSeparatrices,
        help: "Draw the streamlines into and out of saddles first; implies --stream."),
      .option("arrows", \.arrowLengths, help: "How the length of an arrow follows the field."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A rotation: every orbit is a circle.", ["-y", "x"]),
    Example(
      "The pendulum: the separatrices divide swinging from turning over.",
      ["y", "-sin(x)", "--separatrices", "-x", "-7:7", "-y", "-3:3"]),
    Example(
      "Van der Pol's oscillator: all orbits wind to one limit cycle.",
      ["y", "(1-x^2) y - x", "--stream", "-x", "-4:4", "-y", "-4:4"]),
    Example(
      "Two limit cycles around a spiral, found as closed orbits.",
      [
        "-y + x (1-x^2-y^2)(4-x^2-y^2)/4", "x + y (1-x^2-y^2)(4-x^2-y^2)/4", "--stream",
        "--density", "1.5",
      ]),
  ]

  /// Finds the zeros, traces the lines and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let field = try PlaneField([first, second], in: setting)
    let panel = mapPanel(for: field.window, on: setting.canvas, hasColourBar: false)
    let zeros = FieldZeros(of: field.components, in: field.window)
    let arrows = VectorArrows(
      of: field.components, in: field.window, panel: panel, lengths: arrowLengths)
    var results: [(String, JSONValue)] = [("samples", arrows.json(named: "vector"))] + zeros.json
    var stages = [SceneStage(name: "formula", column: heading(field, setting))]
    var words = "The vector field \(field.text) on \(Wording.text(field.window))."
    var notices = zeros.notices
    if arrows.samples.isEmpty {
      words += " The field is undefined at all places of a lattice."
      notices.append("the field is undefined at all places looked at")
    } else {
      words += zeros.description
    }
    if isStream {
      let streams = Streams(
        of: field.components, zeros: zeros.found, in: field.window, panel: panel,
        density: density, withSeparatrices: showsSeparatrices, setting: setting)
      stages += streams.stages
      results.append(("streamlines", streams.json))
      words += streams.description
      notices += streams.notices
    } else {
      stages.append(Self.stage(of: arrows))
      words += arrows.words(of: "field")
    }
    stages.append(SceneStage(name: "zeros", marks: zeros.marks, column: zeros.key))
    return Composition(
      scene: scene(field, stages, words, setting), results: .object(results), notices: notices)
  }

  private var isStream: Bool { showsStreamlines || showsSeparatrices }

  private var title: String { isStream ? "Streamlines of a field" : "A vector field" }

  private static func stage(of arrows: VectorArrows) -> SceneStage {
    let pen = Pen(.role(.blue), width: 2.2)
    let row = ColumnBlock.key(
      .arrow(pen), "$F$ at the middle of each arrow", note: arrows.lengthNote("F"))
    return SceneStage(
      name: "arrows", marks: arrows.marks(pen), column: arrows.reference > 0 ? [row] : [])
  }

  private func scene(
    _ field: PlaneField, _ stages: [SceneStage], _ words: String, _ setting: Setting
  ) -> Scene {
    var map = Panel.map(field.window)
    map.xLabel = setting.xLabel ?? map.xLabel
    map.yLabel = setting.yLabel ?? map.yLabel
    // A phase portrait has an angle on one axis and its speed on the other.
    let window = field.window
    map.xScale = setting.scale(
      of: window.minX...window.maxX, for: field.components, in: "x")
    map.yScale = setting.scale(
      of: window.minY...window.maxY, for: field.components, in: "y")
    return Scene(
      panel: map, stages: stages, title: setting.title ?? title,
      subtitle: field.formula.map { "$" + $0.joined() + "$" },
      plainTitle: setting.title == nil ? "\(title) \(field.text)" : nil, description: words)
  }

  private func heading(_ field: PlaneField, _ setting: Setting) -> [ColumnBlock] {
    var blocks: [ColumnBlock] = [.title(setting.title ?? title)]
    if let terms = field.formula { blocks.append(.formula(terms: terms, isHeadline: true)) }
    return blocks
  }
}
