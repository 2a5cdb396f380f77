import Plotting

/// The picture of a fit: measurements and curve above, residuals below over the same abscissa.
///
/// A model of several columns has no curve over one of them: there the fitted values stand across
/// and the observed ones up.
struct FitPage {
  private let problem: FitProblem
  private let showsBands: Bool
  private let showsSquares: Bool
  private let setting: Setting
  private let words: FitWords
  private let curve: FittedCurve?
  private let points: PointMarks
  private let residuals: ResidualPanel
  private let panel: Panel

  init(_ problem: FitProblem, showsBands: Bool, showsSquares: Bool, in setting: Setting) {
    self.problem = problem
    self.showsBands = showsBands
    self.showsSquares = showsSquares
    self.setting = setting
    words = FitWords(problem)
    let column = problem.abscissa
    curve = column.flatMap { FittedCurve(problem, over: $0) }
    let up = problem.response
    let across = column.map(problem.column) ?? problem.fitted
    let errors = problem.errors
    let errorsAcross =
      column == nil ? nil : problem.fit.errorsInX.map { problem.column($0.errors) }
    let window = Self.window(across, up, errors, errorsAcross, curve, setting)
    let lower = ResidualPanel.panel(problem, over: window.minX...window.maxX)
    var panel = Panel.graph(window, xLabel: words.acrossName, yLabel: words.upName)
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    let boxes = PanelArrangement(of: [panel, lower], on: setting.canvas).boxes
    let box = boxes.first ?? window
    points = PointMarks(
      across: across, up: up, errorsAcross: errorsAcross, errorsUp: errors, window: window,
      panel: box)
    var below = lower
    below.xLabel = panel.xLabel
    residuals = ResidualPanel(panel: below, across: across, drawn: points.drawn, problem: problem)
    self.panel = panel
  }

  /// The window over the points, their errors and the curve between them.
  private static func window(
    _ across: [Double], _ up: [Double], _ errors: [Double]?, _ errorsAcross: [Double]?,
    _ curve: FittedCurve?, _ setting: Setting
  ) -> Box {
    var xs = across
    if let errorsAcross {
      xs += zip(across, errorsAcross).flatMap { [$0 - $1, $0 + $1] }
    }
    let x = setting.xRange ?? FitWindow.range(xs, margin: 0.05)
    var ys = up
    if let errors { ys += zip(up, errors).flatMap { [$0 - $1, $0 + $1] } }
    if curve == nil { ys += setting.xRange == nil ? across : [] }
    // The curve counts as far as it stays near the points: a pole would leave them a thin line.
    if let curve, let low = ys.min(), let high = ys.max() {
      let reach = 0.3 * (high - low)
      ys += curve.values(on: x).map { min(max($0, low - reach), high + reach) }
    }
    let y = setting.yRange ?? FitWindow.range(ys, margin: 0.06)
    return Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }

  /// The scene with its results and words.
  var composition: Composition {
    let title = setting.title ?? words.title
    var stages = [
      SceneStage(name: "data", marks: points.marks, column: [.title(title)] + words.formula),
      SceneStage(name: "fit", marks: model + pointsOnTop, column: words.parameters),
    ]
    if showsBands, curve != nil {
      let bands = curve?.bands(in: panel.window) ?? []
      stages.append(
        SceneStage(
          name: "bands", marks: bands + model + pointsOnTop,
          column: bands.isEmpty ? [] : words.bandKeys))
      // The curve is named once, where it is last seen.
      stages[1].marks = unnamed(stages[1].marks)
    }
    if showsSquares {
      stages.append(SceneStage(name: "squares", marks: squares, column: words.squareKey))
    }
    stages.append(
      SceneStage(name: "residuals", panels: [[], residuals.marks], column: words.goodness))
    let scene = Scene(
      panel, [residuals.panel], arrangement: .stacked, stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description)
    var notices = problem.notices + [points.notice].compactMap(\.self)
    if showsBands, curve == nil {
      notices.append("a model of several columns has no bands over one of them")
    } else if showsBands, !stages.contains(where: { $0.name == "bands" && !$0.column.isEmpty }) {
      notices.append("there are no bands: the errors of the parameters are not known")
    }
    return Composition(scene: scene, results: .object(words.json), notices: notices)
  }

  /// Few points stand over the curve; many would hide it.
  private var pointsOnTop: [Mark] { problem.count <= 400 ? points.marks : [] }

  private func unnamed(_ marks: [Mark]) -> [Mark] {
    marks.map { mark in
      guard case .curve(let path, let pen, _) = mark else { return mark }
      return .curve(path, pen, label: nil)
    }
  }

  /// The curve, or the line on which fitted and observed values are equal.
  private var model: [Mark] {
    let box = PanelArrangement(of: [panel, residuals.panel], on: setting.canvas).boxes.first
    if let curve, let box {
      return curve.marks(in: panel.window, on: box, setting, label: "$f$")
    }
    let low = max(panel.window.minX, panel.window.minY)
    let high = min(panel.window.maxX, panel.window.maxY)
    guard low < high else { return [] }
    return [
      .curve(
        Path(line: Point(low, low), Point(high, high)), Pen(.role(.blue), width: 3.2),
        label: nil)
    ]
  }

  /// For each residual the square on the page that has it as a side.
  private var squares: [Mark] {
    let window = panel.window
    let boxes = PanelArrangement(of: [panel, residuals.panel], on: setting.canvas).boxes
    guard let box = boxes.first, box.width > 0, window.height > 0 else { return [] }
    let aspect = box.height / window.height * window.width / box.width
    let rows = points.drawn.prefix(Self.mostSquares)
    return rows.flatMap { row -> [Mark] in
      let residual = problem.result.residuals[row]
      let (x, y) = (points.across[row], points.up[row])
      let side = abs(residual) * aspect
      let end = x + side <= window.maxX ? x + side : x - side
      let corners = [
        Point(x, y), Point(end, y), Point(end, y - residual), Point(x, y - residual),
      ]
      let square = Path(polygon: corners)
      return [
        .region(square, .glaze(.orange, 0.1)),
        .curve(square, Pen(.role(.paper), width: 4.6), label: nil),
        .curve(square, Pen(.role(.orange), width: 1.6), label: nil),
      ]
    } + pointsOnTop
  }

  private static let mostSquares = 400
}
