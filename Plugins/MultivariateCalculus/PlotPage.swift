import Plotting

/// The page of a plot: the window, the stages, the words and the numbers.
struct PlotPage {
  let functions: [PlottedFunction]
  let tangents: [TangentLine]
  let showsAsymptotes: Bool
  let showsFeatures: Bool
  let setting: Setting
  let window: Box
  private let traces: [GraphTrace]

  /// Curves are labelled directly up to so many.
  private static let labelLimit = 6
  /// Formulas in the margin column.
  private static let formulaLimit = 10

  init(
    functions: [PlottedFunction], tangents: [TangentLine], showsAsymptotes: Bool,
    showsFeatures: Bool, setting: Setting
  ) {
    self.functions = functions
    self.tangents = tangents
    self.showsAsymptotes = showsAsymptotes
    self.showsFeatures = showsFeatures
    self.setting = setting
    let x = functions.first?.graph.interval ?? -5...5
    let y = setting.yRange ?? Self.ordinates(of: functions)
    window = Box(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    let box = window
    traces = functions.map { $0.trace(in: box, setting) }
  }

  private static func ordinates(of functions: [PlottedFunction]) -> ClosedRange<Double> {
    var all: ClosedRange<Double>?
    for range in functions.compactMap({ $0.graph.ordinates() }) {
      guard let known = all else {
        all = range
        continue
      }
      all =
        min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }
    return FunctionGraph.window(over: all)
  }

  /// The figure.
  var composition: Composition {
    var stages = functions.indices.map(stage)
    if showsAsymptotes {
      let lines = functions.indices.flatMap {
        // Where the axis counts in π its numbers say where the poles are.
        marks($0).asymptotes(areLabelled: xScale != .pi)
      }
      stages.insert(SceneStage(name: "asymptotes", marks: lines), at: 0)
    }
    if !tangents.isEmpty {
      stages.append(
        SceneStage(
          name: "tangents", marks: tangents.flatMap { $0.marks(in: window) },
          column: tangents.prefix(4).map(\.block)))
    }
    if showsFeatures {
      stages.append(
        SceneStage(name: "extrema", marks: functions.indices.flatMap { marks($0).features }))
    }
    stages.append(SceneStage(name: "remarks", column: facts + remarks))
    var panel = Panel.graph(window, xScale: xScale)
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    let scene = Scene(
      panel: panel, stages: stages, title: setting.title ?? title,
      plainTitle: setting.title == nil ? "The graph of " + names : nil, description: description)
    return Composition(scene: scene, results: .object(results), notices: notices)
  }

  /// How the abscissa is counted: the first function is what the figure is about.
  private var xScale: AxisScale {
    setting.scale(of: window.minX...window.maxX, for: functions.prefix(1).map(\.expression))
  }

  // MARK: Curves

  private func pen(_ number: Int) -> Pen {
    CurvePens.pen(number, width: functions.count == 1 ? 4.4 : 4.2)
  }

  private func marks(_ number: Int) -> GraphMarks {
    GraphMarks(functions[number], traces[number], in: window, pen: pen(number))
  }

  /// The name of a function: f, g, h, or with numbers where there are more.
  private func name(_ number: Int) -> String {
    functions.count <= 3 ? ["f", "g", "h"][number] : "f_{\(number + 1)}"
  }

  private func stage(_ number: Int) -> SceneStage {
    let isLabelled = functions.count <= Self.labelLimit
    return SceneStage(
      name: functions.count == 1 ? "graph" : "graph \(number + 1)",
      marks: marks(number).marks(label: isLabelled ? "$\(name(number))$" : nil),
      column: formulas(number))
  }

  private func formulas(_ number: Int) -> [ColumnBlock] {
    guard number < Self.formulaLimit else { return [] }
    let expression = functions[number].expression
    var terms = expression.texTerms
    // Nobody reads a formula of many lines, and it would leave no room for the rest.
    let isLong = terms.reduce(0) { $0 + $1.count } > (functions.count == 1 ? 1500 : 200)
    if isLong { terms = ["\\ldots"] }
    terms[0] = "\(name(number))(x) = " + terms[0]
    guard functions.count == 1 else {
      return [.formula(terms: terms, isHeadline: false, role: CurvePens.role(number))]
    }
    let slope = expression.derivative(by: "x").textbook
    let heading = ColumnBlock.formula(terms: terms, isHeadline: true)
    guard slope.tex.count <= 90 else { return [heading] }
    return [heading, LevelMap.formula(slope.texTerms, of: "f'(x)", isHeadline: false)]
  }

  // MARK: The margin column

  /// What was solved of a single function, in a few lines.
  private var facts: [ColumnBlock] {
    guard functions.count == 1 else { return [] }
    let f = functions[0]
    var blocks: [ColumnBlock] = f.features.foremost.map { extremum in
      let (x, y) = f.written(extremum)
      let relation = x.isExact && y.isExact ? "=" : "\\approx"
      let kind: Marker = extremum.isMaximum ? .maximum : .minimum
      return .result(
        "\(extremum.isMaximum ? "maximum" : "minimum") $f(\(x.tex)) \(relation) \(y.tex)$",
        marker: showsFeatures ? kind : nil)
    }
    let hidden = f.features.extrema.count - f.features.foremost.count
    if hidden > 3 { blocks.append(.remark("and \(hidden) more extrema")) }
    for kind in [GraphBreak.Kind.pole, .jump, .removable, .essential] {
      let places = f.graph.breaks.filter { $0.kind == kind }
      guard !places.isEmpty else { continue }
      let list = places.prefix(3).map { f.written(breakAt: $0.at).tex }.joined(separator: ",\\; ")
      let more = places.count > 3 ? " and \(places.count - 3) more" : ""
      blocks.append(
        .result(
          "\(places.count > 1 ? kind.plural : kind.word) at $x = \(list)$\(more)", marker: nil))
    }
    return Array(blocks.prefix(6))
  }

  private var remarks: [ColumnBlock] {
    var blocks: [ColumnBlock] = []
    let isNowhere = functions.allSatisfy {
      $0.graph.branches.isEmpty && $0.graph.crowded.isEmpty && $0.graph.breaks.isEmpty
    }
    if isNowhere { blocks.append(.remark("undefined in the whole window")) }
    if functions.count > Self.formulaLimit {
      blocks.append(.remark("and \(functions.count - Self.formulaLimit) more"))
    }
    if traces.contains(where: { !$0.bands.isEmpty }) {
      blocks.append(.remark("filled where the graph turns more often than can be shown"))
    }
    if functions.indices.contains(where: { marks($0).hasTooManyEnds }) {
      blocks.append(.remark("too many ends for dots"))
    }
    return Array(blocks.prefix(2))
  }

  // MARK: Words and numbers

  private var title: String {
    let tex = functions.first?.expression.tex ?? ""
    if functions.count == 1 { return "The graph of $\(tex.count <= 60 ? tex : "f")$" }
    let all = functions.indices.prefix(Self.labelLimit).map { "$\(name($0))$" }
    guard functions.count <= Self.labelLimit, let last = all.last else {
      return "\(functions.count) graphs"
    }
    return "The graphs of " + all.dropLast().joined(separator: ", ") + " and " + last
  }

  private var names: String {
    functions.map { Wording.text($0.expression) }.joined(separator: ", ")
  }

  private var description: String {
    var words = "Graph of \(names) on \(Wording.text(window))."
    for f in functions {
      let prefix = functions.count > 1 ? " \(Wording.text(f.expression)): " : " "
      let facts = f.words
      if !facts.isEmpty { words += prefix + facts }
    }
    for tangent in tangents { words += tangent.words }
    if traces.contains(where: { !$0.bands.isEmpty }) {
      words +=
        " Filled between the least and the greatest value of a column of pixels where the"
        + " graph turns more often than can be shown."
    }
    if isCut { words += " The graph goes on above or below the window." }
    return words
  }

  /// Whether a graph leaves the window other than to a pole.
  private var isCut: Bool {
    functions.indices.contains { number in
      traces[number].isClipped && !functions[number].graph.breaks.contains { $0.kind == .pole }
    }
  }

  private var notices: [String] {
    var notices: [String] = []
    for f in functions where f.graph.branches.isEmpty && f.graph.crowded.isEmpty {
      notices.append("\(f.source.quoted) is undefined in the whole window")
    }
    for f in functions where !f.graph.crowded.isEmpty {
      notices.append(
        "\(f.source.quoted) has more breaks than can be told apart: they are not listed")
    }
    if isCut && setting.yRange == nil {
      notices.append("the graph goes on above or below the window: -y A:B shows more")
    }
    return notices
  }

  private var results: [(String, JSONValue)] {
    func all(_ part: (PlottedFunction) -> [JSONValue]) -> JSONValue {
      .array(functions.flatMap(part))
    }
    return [
      (
        "window",
        .object([
          ("x", JSONValue([window.minX, window.maxX])),
          ("y", JSONValue([window.minY, window.maxY])),
        ])
      ),
      ("branches", all(\.branchesJSON)), ("breaks", all(\.breaksJSON)),
      ("corners", all(\.cornersJSON)), ("roots", all(\.zerosJSON)),
      ("extrema", all(\.extremaJSON)),
      ("complete", .bool(functions.allSatisfy(\.features.isComplete))),
      ("undefined", all { f in f.graph.undefined.map { Self.json($0, f.source) } }),
      ("crowded", all { f in f.graph.crowded.map { Self.json($0, f.source) } }),
      ("tangents", .array(tangents.map(\.json))),
      ("curves", .array(zip(functions, traces).flatMap(Self.curves))),
    ]
  }

  private static func json(_ range: ClosedRange<Double>, _ source: String) -> JSONValue {
    .object([
      ("expression", .string(source)), ("from", .number(range.lowerBound)),
      ("to", .number(range.upperBound)),
    ])
  }

  /// The lines as control points: 1 + 3k points of k cubics.
  private static func curves(_ f: PlottedFunction, _ trace: GraphTrace) -> [JSONValue] {
    trace.lines.map { line in
      var points = line.cubics.first.map { [$0.p0] } ?? []
      for cubic in line.cubics { points += [cubic.p1, cubic.p2, cubic.p3] }
      return .object([
        ("expression", .string(f.source)), ("branch", .number(Double(line.branch))),
        ("bezier", .array(points.map { JSONValue([$0.x, $0.y]) })),
      ])
    }
  }
}
