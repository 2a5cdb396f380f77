import Plotting

/// The picture of difference quotients: secants at the left, errors on two logarithmic axes.
struct DifferenceGraph {
  private let function: Expression
  private let table: FiniteDifferences
  private let setting: Setting
  private let window: Box
  private let graph: FunctionGraph
  /// The steps whose secants are drawn, the largest first.
  private let steps: [Double]

  private static let tangentPen = Pen(.role(.orange), width: 3.6)
  static let forwardPaint = Paint.role(.blue)
  static let centralPaint = Paint.role(.plum)

  init(
    _ function: Expression, _ table: FiniteDifferences, in setting: Setting
  ) throws(FigureError) {
    self.function = function
    self.table = table
    self.setting = setting
    let a = table.place
    let size = max(1, abs(a) * 1e-6)
    let across = setting.xRange ?? (a - 0.5 * size)...(a + 1.6 * size)
    do throws(UnivariateError) {
      graph = try FunctionGraph(of: function, on: across)
    } catch {
      throw .input(error.message, hint: "")
    }
    let own = FunctionGraph.window(over: graph.ordinates())
    let up =
      setting.yRange ?? min(own.lowerBound, table.value)...max(own.upperBound, table.value)
    window = Box(
      minX: across.lowerBound, minY: up.lowerBound, maxX: across.upperBound, maxY: up.upperBound)
    let longest = 0.8 * max(across.upperBound - a, 0)
    let first = Self.round(longest > 0 ? longest : size)
    steps = [first, first / 2, first / 4].filter {
      function.value(at: [a + $0]).isFinite
    }
  }

  /// The greatest of 1, 2 and 5 times a power of ten that is not longer.
  private static func round(_ length: Double) -> Double {
    let power = Powers.decimalLogarithm(length).rounded(.down)
    guard let unit = Double("1e\(Int(power))") else { return length }
    return ([5.0, 2, 1].first { $0 * unit <= length } ?? 1) * unit
  }

  func composition() throws(FigureError) -> Composition {
    let errors = DifferenceErrors(table)
    let words = DifferenceWords(function: function, table: table, errors: errors)
    let title = setting.title ?? words.title
    var left = Panel.graph(window, share: 1)
    left.xLabel = setting.xLabel ?? left.xLabel
    left.yLabel = setting.yLabel ?? left.yLabel
    let panels = [left, errors.panel]
    let box =
      PanelArrangement(of: panels, arrangement: .row, on: setting.canvas).boxes.first
      ?? Box(x: 0, y: 0, width: 1, height: 1)
    let stages = graphStages(words, title, in: box) + errorStages(words, errors)
    let scene = Scene(
      left, [errors.panel], arrangement: .row, stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description)
    return Composition(scene: scene, results: .object(words.json), notices: words.notices)
  }

  /// The function, its secants, its tangent.
  private func graphStages(
    _ words: DifferenceWords, _ title: String, in box: Box
  ) -> [SceneStage] {
    let touch = Mark.dot(
      at: Point(table.place, table.value), radius: 8, .role(.ink), isOpen: false, label: nil)
    let secants = steps.enumerated().map { index, step in
      SceneStage(name: "secant \(index + 1)", marks: secant(index, step))
    }
    return [
      SceneStage(
        name: "function", marks: traced(in: box), column: [.title(title)] + words.formulas)
    ] + secants + [
      SceneStage(
        name: "tangent", marks: line(table.derivative, Self.tangentPen, "$f'$") + [touch],
        column: words.tangent(Self.tangentPen))
    ]
  }

  /// The errors of both quotients, and where rounding wins.
  private func errorStages(
    _ words: DifferenceWords, _ errors: DifferenceErrors
  ) -> [SceneStage] {
    let forward = errors.marks(\.forward, errors.forward, Self.forwardPaint, "forward")
    let central = errors.marks(\.central, errors.central, Self.centralPaint, "central")
    return [
      SceneStage(name: "forward", panels: [[], forward], column: words.forward),
      SceneStage(name: "central", panels: [[], central], column: words.central),
      SceneStage(name: "rounding", panels: [[], errors.roundingLine], column: words.remarks),
    ]
  }

  private func traced(in box: Box) -> [Mark] {
    let pixels = Point(box.width / setting.canvas.pixel, box.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    return GraphTracer(of: graph, in: window, at: resolution).trace().lines.map {
      .curve(Path([Subpath(cubics: $0.cubics)]), Pen(.role(.ink), width: 5), label: nil)
    }
  }

  /// A secant with the points that it joins.
  private func secant(_ index: Int, _ step: Double) -> [Mark] {
    let end = Point(table.place + step, function.value(at: [table.place + step]))
    let slope = (end.y - table.value) / step
    let paint = Paint.lineRamp(1 - Double(index) / 3)
    let short = step == step.rounded() ? Wording.tex(step) : Wording.closedTeX(step)
    return line(slope, Pen(paint, width: 2.6), "$h = \(short)$")
      + [.dot(at: end, radius: 6, paint, isOpen: false, label: nil)]
  }

  /// The line of a slope through the point, cut at the window.
  private func line(_ slope: Double, _ pen: Pen, _ label: String) -> [Mark] {
    var (from, to) = (window.minX, window.maxX)
    if slope != 0 {
      let ends = [window.minY, window.maxY].map { table.place + ($0 - table.value) / slope }
        .sorted()
      (from, to) = (max(from, ends[0]), min(to, ends[1]))
    }
    guard from < to else { return [] }
    let ends = [from, to].map { Point($0, table.value + slope * ($0 - table.place)) }
    return [.curve(Path(line: ends[0], ends[1]), pen, label: label)]
  }
}
