import Plotting

/// The picture of a function of many variables: its slices along two telling directions with the
/// slices of both models, and beside them gradient, Hessian and models.
struct LineariseMatrices {
  private let model: LocalModel
  private let setting: Setting
  private let slices: [DirectedSlice]

  /// More variables than these are not all named, and their matrices stand without the point.
  private static let mostNamed = 4
  /// More variables than these, and the quadratic model is written with the Hessian.
  private static let mostWritten = 3
  /// More terms of a model than these cannot be read.
  private static let mostTerms = 8
  /// So many entries of a matrix stand side by side in the column; of a wider one fewer, and dots.
  private static let columns = 5, columnsWithDots = 4

  init(_ model: LocalModel, tolerance: Double?, in setting: Setting) throws(FigureError) {
    self.model = model
    self.setting = setting
    slices = try DirectedSlice.all(of: model, tolerance: tolerance, in: setting)
  }

  private var count: Int { model.place.variables.count }

  /// The numbers as text, and as a picture where one is asked for.
  var composition: Composition {
    let words = LineariseWords(model: model, tolerance: slices.first?.slice.tolerance ?? 0)
    let isShort = count <= Self.mostNamed
    let title = setting.title ?? (isShort ? words.title : "Linear and quadratic models")
    let panels = slices.map { $0.panel(in: setting) }
    let places = PanelArrangement(of: panels, on: setting.canvas).boxes
    func marks(_ part: (ModelSlice, Box) -> [Mark]) -> [[Mark]] {
      zip(slices, places).map { part($0.slice, $1) }
    }
    let scene = Scene(
      panels[0], Array(panels.dropFirst()),
      stages: [
        SceneStage(
          name: "function", panels: marks { $0.function(in: $1) },
          column: [.title(title), formula]),
        SceneStage(
          name: "linear", panels: marks { $0.line(in: $1) },
          column: [gradient, terms("L", withSquares: false, .orange)]),
        SceneStage(
          name: "quadratic", panels: marks { $0.parabola(in: $1) },
          column: [hessian, quadratic]),
        SceneStage(
          name: "error", panels: marks { $0.bars($0.reaches, in: $1) }, column: key),
      ],
      title: title, subtitle: words.subtitle,
      plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: "Models of \(Wording.text(model.function)). " + model.words
        + slices.map(\.words).joined())
    var composition = Composition(
      scene: scene, results: .object(model.json + [("slices", .array(slices.map(\.json)))]))
    composition.listing = model.listing
    return composition
  }

  // MARK: The margin column

  private var formula: ColumnBlock {
    let names = model.place.variables.map(Expression.tex(ofName:)).joined(separator: ", ")
    return LevelMap.formula(
      model.function.texTerms, of: count <= Self.mostNamed ? "f(\(names))" : "f")
  }

  /// The gradient, as a row where a column of numbers would fill the page.
  private var gradient: ColumnBlock {
    let entries = Self.cells([model.gradient])[0]
    let isHigh = entries.count > Self.mostWritten
    let rows = isHigh ? [entries] : entries.map { [$0] }
    return .formula(
      terms: ["\\nabla f\(isHigh ? "^{\\mathsf{T}}" : "") = " + Wording.matrix(rows)],
      isHeadline: false)
  }

  private var hessian: ColumnBlock {
    var rows = Self.cells(model.hessian)
    if rows.count > Self.columns, let width = rows.first?.count {
      let dots = (0..<width).map { $0 == width - 2 ? "\\ddots" : "\\vdots" }
      rows = rows.prefix(Self.columnsWithDots - 2) + [dots] + rows.suffix(1)
    }
    return .formula(terms: ["\\mathbf{H} = " + Wording.matrix(rows)], isHeadline: false)
  }

  /// The rows of a matrix; of one too wide for the column the first entries and the last.
  private static func cells(_ rows: [[Double]]) -> [[String]] {
    let scale = rows.joined().reduce(0) { max($0, abs($1)) }
    let width = rows.first?.count ?? 0
    let digits = width > mostWritten + 1 ? 2 : width > mostWritten ? 3 : 4
    return rows.map { row in
      let cells = row.map { Wording.tex(Wording.settled($0, scale: scale), digits: digits) }
      return cells.count <= columns
        ? cells : cells.prefix(columnsWithDots - 2) + ["\\cdots"] + cells.suffix(1)
    }
  }

  private var quadratic: ColumnBlock {
    guard count > Self.mostWritten else { return terms("Q", withSquares: true, .plum) }
    return .formula(
      terms: [
        "Q = L",
        " + \\frac{1}{2} (\\mathbf{x} - \\mathbf{a})^{\\mathsf{T}} \\mathbf{H}"
          + " (\\mathbf{x} - \\mathbf{a})",
      ], isHeadline: false, role: .plum)
  }

  private func terms(_ name: String, withSquares: Bool, _ role: Role) -> ColumnBlock {
    var terms = model.terms(withSquares: withSquares)
    if terms.count > Self.mostTerms { terms = terms.prefix(Self.mostTerms - 1) + [" + \\cdots"] }
    terms[0] = "\(name) = " + terms[0]
    return .formula(terms: terms, isHeadline: false, role: role)
  }

  private var key: [ColumnBlock] {
    guard let tolerance = slices.first?.slice.tolerance else { return [] }
    let number = Wording.tex(tolerance)
    let keys = zip(["L", "Q"], [Role.orange, .plum]).map { name, role in
      ColumnBlock.key(.swatch(.role(role)), "$|f - \(name)| < \(number)$", note: nil)
    }
    let vectors = slices.compactMap(\.vector).map { "$\($0)$" }
    return keys
      + (vectors.isEmpty ? [] : [.remark("directions: " + vectors.joined(separator: ", "))])
  }
}
