import Plotting

/// The picture of a histogram: bars in three colours under the fitted density, residuals below.
struct HistogramPage {
  private let problem: FitProblem
  private let bins: HistogramBins
  private let column: String
  private let file: String
  private let setting: Setting
  private let words: FitWords
  private let curve: FittedCurve?
  private let panel: Panel
  private let residuals: ResidualPanel

  static let bothPaint = Paint.tint(.ink, 0.26)
  static let dataPaint = Paint.tint(.orange, 0.62)
  static let modelPaint = Paint.tint(.blue, 0.34)

  init(
    _ problem: FitProblem, bins: HistogramBins, column: String, file: String, in setting: Setting
  ) {
    self.problem = problem
    self.bins = bins
    self.column = column
    self.file = file
    self.setting = setting
    words = FitWords(problem)
    let curve = FittedCurve(problem, over: "x")
    self.curve = curve
    let first = bins.edges[0]
    let last = bins.edges[bins.edges.count - 1]
    let x = setting.xRange ?? (first - bins.width / 2)...(last + bins.width / 2)
    let highest = bins.densities.max() ?? 1
    // The density counts as far as it stays near the bars.
    let top = (curve?.values(on: x) ?? []).reduce(highest) { max($0, min($1, 1.5 * highest)) }
    let y = setting.yRange ?? 0...(1.08 * top)
    let window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    var panel = Panel.graph(
      window, xLabel: column.replacing("_", with: " ").replacing("$", with: "\\$"),
      yLabel: "density")
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    self.panel = panel
    var lower = ResidualPanel.panel(problem, over: x)
    lower.xLabel = panel.xLabel
    lower.yLabel = "data less model"
    residuals = ResidualPanel(
      panel: lower, across: bins.centres, drawn: Array(bins.centres.indices), problem: problem)
  }

  /// The scene with its results and words.
  var composition: Composition {
    let title = setting.title ?? "Histogram and fitted density"
    let box = PanelArrangement(of: [panel, residuals.panel], on: setting.canvas).boxes.first
    let line = box.flatMap { curve?.marks(in: panel.window, on: $0, setting, label: "$f$") } ?? []
    let stages = [
      SceneStage(
        name: "data", marks: [.region(bars, Self.bothPaint)], column: [.title(title)]),
      SceneStage(name: "density", marks: line, column: words.formula + words.parameters),
      SceneStage(
        name: "overlap", marks: overlap + line.map { cased($0) } + unnamed(line), column: keys),
      SceneStage(
        name: "residuals", panels: [[], residuals.marks],
        column: words.goodness.filter { block in
          if case .formula = block { false } else { true }
        }),
    ]
    let scene = Scene(
      panel, [residuals.panel], arrangement: .stacked, stages: stages, title: title,
      subtitle: words.subtitle,
      plainTitle: setting.title == nil ? "Histogram of \(column) of \(file)" : nil,
      description: description)
    return Composition(scene: scene, results: .object(json), notices: problem.notices)
  }

  private func unnamed(_ marks: [Mark]) -> [Mark] {
    marks.map { mark in
      guard case .curve(let path, let pen, _) = mark else { return mark }
      return .curve(path, pen, label: nil)
    }
  }

  /// The paper that a line over fills lies on.
  private func cased(_ mark: Mark) -> Mark {
    guard case .curve(let path, let pen, _) = mark else { return mark }
    return .curve(path, Pen(.role(.paper), width: pen.width + 4), label: nil)
  }

  // MARK: Bars

  private var bars: Path {
    path { density, _ in (0, density) }
  }

  /// What both have, what the data have alone, what the model has alone.
  private var overlap: [Mark] {
    let parts: [(Paint, (Double, Double) -> (Double, Double))] = [
      (.role(.paper), { density, _ in (0, density) }),
      (Self.bothPaint, { density, model in (0, max(min(density, model), 0)) }),
      (Self.dataPaint, { density, model in (max(model, 0), density) }),
      (Self.modelPaint, { density, model in (density, model) }),
    ]
    let regions = parts.map { paint, part in Mark.region(path(part), paint) }
    return regions + [.curve(bars, Pen(.role(.paper), width: 1.2), label: nil)]
  }

  /// The boxes over all bins from the lower to the upper of two heights.
  private func path(_ part: (Double, Double) -> (Double, Double)) -> Path {
    let models = problem.fitted
    var boxes: [Subpath] = []
    for (index, density) in bins.densities.enumerated() {
      let (low, high) = part(density, models.indices.contains(index) ? models[index] : 0)
      guard high > low, low.isFinite, high.isFinite else { continue }
      let box = Box(
        minX: bins.edges[index], minY: low, maxX: bins.edges[index + 1], maxY: high)
      boxes += Path(box).subpaths
    }
    return Path(boxes)
  }

  // MARK: Words and numbers

  /// The area that both have, of 1.
  private var common: Double {
    zip(bins.densities, problem.fitted).reduce(0) { $0 + max(min($1.0, $1.1), 0) } * bins.width
  }

  private var keys: [ColumnBlock] {
    [
      .key(
        .swatch(Self.bothPaint), "data and model",
        note: "\(Wording.text(100 * common, digits: 3)) % of the area"),
      .key(.swatch(Self.dataPaint), "data alone", note: nil),
      .key(.swatch(Self.modelPaint), "model alone", note: nil),
    ]
  }

  private var description: String {
    "Histogram of \(Wording.text(bins.total, digits: 9)) values of \(column) of \(file) in "
      + "\(Wording.count(bins.counts.count, "bin")) of width \(Wording.text(bins.width)): mean "
      + "\(Wording.text(bins.mean, digits: 5)), standard deviation "
      + "\(Wording.text(bins.deviation)). " + words.description
      + " Data and model have \(Wording.text(100 * common, digits: 3)) % of the area in common."
  }

  private var json: [(String, JSONValue)] {
    let (models, densities) = (problem.fitted, bins.densities)
    let list = bins.counts.indices.map { index -> JSONValue in
      .object([
        ("from", .number(bins.edges[index])), ("to", .number(bins.edges[index + 1])),
        ("count", .number(bins.counts[index])), ("density", .number(densities[index])),
        ("model", .number(models.indices.contains(index) ? models[index] : .nan)),
      ])
    }
    return words.json + [
      ("bins", .array(list)), ("binWidth", .number(bins.width)), ("mean", .number(bins.mean)),
      ("standardDeviation", .number(bins.deviation)), ("overlap", .number(common)),
    ]
  }
}
