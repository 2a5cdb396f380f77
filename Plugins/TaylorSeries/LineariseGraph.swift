import Plotting

/// The picture of a function of x with its tangent and its parabola.
struct LineariseGraph {
  private let slice: ModelSlice
  private let setting: Setting

  private var model: LocalModel { slice.model }

  init(_ model: LocalModel, tolerance: Double?, in setting: Setting) throws(FigureError) {
    self.setting = setting
    let a = model.place.values[0]
    let half =
      model.function.turns(with: model.place.variables[0]) ? Double.pi : 2 * max(1, abs(a) * 1e-6)
    slice = try ModelSlice(
      model, over: setting.xRange ?? (a - half)...(a + half), tolerance: tolerance, in: setting)
  }

  var composition: Composition {
    let window = slice.window
    let reaches = slice.reaches
    let words = LineariseWords(model: model, tolerance: slice.tolerance)
    let title = setting.title ?? words.title
    var panel = Panel.graph(
      window, xLabel: "$\(Expression.tex(ofName: model.place.variables[0]))$",
      xScale: setting.scale(
        of: window.minX...window.maxX, for: [model.function], in: model.place.variables[0]))
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    let box =
      PanelArrangement(of: [panel], on: setting.canvas).boxes.first
      ?? Box(x: 0, y: 0, width: 1, height: 1)
    let stages = [
      SceneStage(
        name: "function", marks: slice.function(in: box), column: [.title(title)] + words.heading),
      SceneStage(
        name: "linear", marks: slice.line(in: box), column: words.linear(.line(ModelSlice.linePen))
      ),
      SceneStage(
        name: "quadratic", marks: slice.parabola(in: box),
        column: words.quadratic(.line(ModelSlice.parabolaPen))),
      SceneStage(
        name: "error", marks: slice.bars(reaches, in: box),
        column: words.reaches(reaches, paints: [.role(.orange), .role(.plum)])),
    ]
    return composition(panel, stages, title, words, reaches)
  }

  private func composition(
    _ panel: Panel, _ stages: [SceneStage], _ title: String, _ words: LineariseWords,
    _ reaches: [(from: Double, to: Double)?]
  ) -> Composition {
    let scene = Scene(
      panel: panel, stages: stages, title: title, subtitle: words.subtitle,
      plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description + words.reachWords(reaches))
    return Composition(
      scene: scene,
      results: .object(
        model.json + [
          ("tolerance", .number(slice.tolerance)),
          ("within", .array(reaches.map { $0.map { JSONValue([$0.from, $0.to]) } ?? .null })),
        ]))
  }
}
