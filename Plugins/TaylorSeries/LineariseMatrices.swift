import Plotting

/// The models of a function of many variables: there is nothing to draw but its matrices.
struct LineariseMatrices {
  private let model: LocalModel
  private let setting: Setting

  /// The room for an entry of a matrix, and for what stands before it, in u.
  private static let entry = 112.0
  private static let lead = 190.0
  /// More variables than these are not all named with the matrices.
  private static let mostNamed = 4
  /// More terms of a model than these cannot be read.
  private static let mostTerms = 8
  /// The picture plane: wider than high, as a matrix beside its name.
  private static let window = Box(x: 0, y: 0, width: 1.5, height: 1)

  init(_ model: LocalModel, in setting: Setting) {
    self.model = model
    self.setting = setting
  }

  /// The numbers as text, and as a picture where one is asked for.
  var composition: Composition {
    let words = LineariseWords(model: model, tolerance: 0)
    let isShort = model.place.variables.count <= Self.mostNamed
    let title = setting.title ?? (isShort ? words.title : "Linear and quadratic models")
    let names = model.place.variables.map(Expression.tex(ofName:)).joined(separator: ", ")
    let name = isShort ? "f(\(names))" : "f"
    let scene = Scene(
      panel: .space(Self.window),
      stages: [
        SceneStage(
          name: "function",
          column: [.title(title), LevelMap.formula(model.function.texTerms, of: name)]),
        SceneStage(
          name: "linear", marks: [text(jacobian, at: 0.82)],
          column: [terms("L", withSquares: false, .orange)]),
        SceneStage(
          name: "quadratic", marks: [text(hessian, at: 0.36)],
          column: [terms("Q", withSquares: true, .plum)]),
      ],
      title: title, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: "Models of \(Wording.text(model.function)). " + model.words)
    var composition = Composition(scene: scene, results: .object(model.json))
    composition.listing = model.listing
    return composition
  }

  private func text(_ formula: String, at height: Double) -> Mark {
    .text(
      "$\(formula)$", at: Point(Self.window.centre.x, height), anchor: .centre, offset: .zero,
      .axisName, .role(.ink))
  }

  private func terms(_ name: String, withSquares: Bool, _ role: Role) -> ColumnBlock {
    var terms = model.terms(withSquares: withSquares)
    if terms.count > Self.mostTerms { terms = terms.prefix(Self.mostTerms - 1) + [" + \\cdots"] }
    terms[0] = "\(name) = " + terms[0]
    return .formula(terms: terms, isHeadline: false, role: role)
  }

  private var place: String {
    model.place.variables.count <= Self.mostNamed ? "(\(model.placeTeX))" : ""
  }

  /// The row of first derivatives.
  private var jacobian: String {
    "\\mathbf{J}\(place) = " + Self.matrix([model.gradient], columns: columns)
  }

  /// The square of second derivatives.
  private var hessian: String {
    "\\mathbf{H}\(place) = " + Self.matrix(model.hessian, columns: columns)
  }

  /// How many entries stand side by side on the page.
  private var columns: Int {
    let panel = mapPanel(for: Self.window, on: setting.canvas, hasColourBar: false)
    return max(Int((panel.width - Self.lead) / Self.entry), 3)
  }

  /// A matrix; of one too wide for the page the first entries and the last.
  private static func matrix(_ rows: [[Double]], columns: Int) -> String {
    let scale = rows.joined().reduce(0) { max($0, abs($1)) }
    let cells = rows.map { row in
      shortened(
        row.map { Wording.tex(Wording.settled($0, scale: scale), digits: 4) }, to: columns,
        with: "\\cdots")
    }
    guard cells.count > columns, let width = cells.first?.count else {
      return Wording.matrix(cells)
    }
    let dots = (0..<width).map { $0 == width - 2 ? "\\ddots" : "\\vdots" }
    return Wording.matrix(cells.prefix(columns - 2) + [dots] + cells.suffix(1))
  }

  private static func shortened(
    _ cells: [String], to count: Int, with dots: String
  ) -> [String] {
    cells.count <= count ? cells : cells.prefix(count - 2) + [dots] + cells.suffix(1)
  }
}
