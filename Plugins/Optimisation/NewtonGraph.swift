import Plotting

/// The picture of Newton–Raphson: the curve, then a tangent a step.
struct NewtonGraph {
  private let problem: NewtonProblem
  private let setting: Setting
  private let window: Box

  static let curvePen = Pen(.role(.blue), width: 4.4)
  static let tangentPen = Pen(.role(.orange), width: 3)
  static let dropPen = Pen(.role(.line), width: 1.8, dash: .drop)

  init(_ problem: NewtonProblem, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    window = problem.window(in: setting)
  }

  /// The scene with its results and words.
  var composition: Composition {
    let words = NewtonWords(problem: problem)
    let title = setting.title ?? words.title
    var panel = Panel.graph(window, yLabel: problem.run.target == .root ? "$f(x)$" : "$f'(x)$")
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    let strip = NewtonStrip(problem, over: window, in: setting)
    let panels = [panel] + (strip.map { [$0.panel] } ?? [])
    let place = PanelArrangement(of: panels, on: setting.canvas).boxes.first ?? window
    let inset = NewtonInset(problem, in: window, on: place, setting)
    var stages =
      [
        SceneStage(
          name: "curve", marks: curves(in: panel, beside: strip?.panel),
          column: [.title(title)] + words.formulas)
      ] + steps(apartFrom: inset)
    if let inset { stages.append(SceneStage(name: "inset", marks: inset.marks)) }
    if let strip {
      stages.append(SceneStage(name: "starts", panels: [[], strip.marks]))
    }
    let key = strip?.key ?? []
    stages.append(
      SceneStage(
        name: "verdict", marks: rootMark,
        column: words.table(rows: max(9 - max(key.count - 2, 0), 6)) + words.verdict + key))
    let scene = Scene(
      panel, strip.map { [$0.panel] } ?? [], stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description + (strip?.words ?? ""))
    return Composition(
      scene: scene, results: .object(words.json + (strip?.json ?? [])), notices: words.notices)
  }

  /// The graph of the function, traced as the curve y = f(x): poles break it.
  private func curves(in panel: Panel, beside strip: Panel?) -> [Mark] {
    let source = "y - (\(problem.curve.text))"
    guard let difference = try? Expression(source, variables: ["x", "y"]),
      let box = PanelArrangement(of: [panel] + (strip.map { [$0] } ?? []), on: setting.canvas).boxes
        .first
    else { return [] }
    let pixels = Point(box.width / setting.canvas.pixel, box.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    let traced = LevelSetTracer(of: difference, in: window, at: resolution).trace(levels: [0])
    return traced.curves.enumerated().map { index, curve in
      .curve(curve.path, Self.curvePen, label: index == 0 ? problem.symbol : nil)
    }
  }

  /// For each step the drop line to the curve, the tangent, and its foot.
  ///
  /// What is enlarged has its names there.
  private func steps(apartFrom inset: NewtonInset?) -> [SceneStage] {
    let places = problem.drawn
    var named: [Double] = []
    func name(_ index: Int) -> String? {
      if inset?.source.contains(Point(places[index], 0)) == true { return nil }
      // Near the root the names would cover one another: the table goes on.
      guard named.allSatisfy({ abs($0 - places[index]) > 0.045 * window.width }) else { return nil }
      named.append(places[index])
      return "$x_{\(index)}$"
    }
    var stages = [
      SceneStage(
        name: "start",
        marks: [
          .dot(at: Point(places[0], 0), radius: 8, .role(.ink), isOpen: true, label: name(0))
        ])
    ]
    for index in places.indices.dropFirst() {
      let height = problem.curve.value(at: [places[index - 1]])
      guard height.isFinite else { break }
      let touch = Point(places[index - 1], height)
      let foot = Point(places[index], 0)
      stages.append(
        SceneStage(
          name: "step \(index)",
          marks: [
            .curve(Path(line: Point(touch.x, 0), touch), Self.dropPen, label: nil),
            .curve(Path(line: touch, foot), Self.tangentPen, label: nil),
            .dot(at: touch, radius: 6, .role(.orange), isOpen: false, label: nil),
            .dot(at: foot, radius: 6, .role(.ink), isOpen: false, label: name(index)),
          ]))
    }
    return stages
  }

  private var rootMark: [Mark] {
    guard let root = problem.run.root else { return [] }
    return [.dot(at: Point(root, 0), radius: 6, .role(.teal), isOpen: false, label: nil)]
  }
}

extension NewtonProblem {
  /// The symbol of the curve.
  var symbol: String { run.target == .root ? "$f$" : "$f'$" }
}
