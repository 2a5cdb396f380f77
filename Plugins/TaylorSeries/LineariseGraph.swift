import Plotting

/// The picture of a function of x with its tangent and its parabola.
struct LineariseGraph {
  private let model: LocalModel
  private let setting: Setting
  private let window: Box
  private let graph: FunctionGraph
  private let tolerance: Double

  private static let functionPen = Pen(.role(.ink), width: 6)
  private static let linePen = Pen(.role(.orange), width: 3.4)
  private static let parabolaPen = Pen(.role(.plum), width: 3.4)

  init(_ model: LocalModel, tolerance: Double?, in setting: Setting) throws(FigureError) {
    self.model = model
    self.setting = setting
    let a = model.place.values[0]
    let half =
      model.function.turns(with: model.place.variables[0]) ? Double.pi : 2 * max(1, abs(a) * 1e-6)
    let across = setting.xRange ?? (a - half)...(a + half)
    do throws(UnivariateError) {
      graph = try FunctionGraph(of: model.function, on: across)
    } catch {
      throw .input(error.message, hint: "")
    }
    let own = FunctionGraph.window(over: graph.ordinates())
    let (low, high) = (min(own.lowerBound, model.value), max(own.upperBound, model.value))
    let grace = 0.25 * (high - low)
    let up = setting.yRange ?? (grace.isFinite ? (low - grace)...(high + grace) : own)
    window = Box(
      minX: across.lowerBound, minY: up.lowerBound, maxX: across.upperBound, maxY: up.upperBound)
    self.tolerance = tolerance ?? (0.02 * window.height).rounded(toDigits: 1)
  }

  var composition: Composition {
    let place = model.place.values[0]
    let reaches = [model.linear, model.quadratic].map(reach)
    let words = LineariseWords(model: model, tolerance: tolerance)
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
        name: "function",
        marks: traced(graph, in: box).map { .curve($0, Self.functionPen, label: "$f$") },
        column: [.title(title)] + words.heading),
      SceneStage(
        name: "linear", marks: curve(model.linear, Self.linePen, "$L$", box),
        column: words.linear(.line(Self.linePen))),
      SceneStage(
        name: "quadratic",
        marks: curve(model.quadratic, Self.parabolaPen, "$Q$", box)
          + [
            .dot(
              at: Point(place, model.value), radius: 8, .role(.ink), isOpen: false, label: nil)
          ],
        column: words.quadratic(.line(Self.parabolaPen))),
      SceneStage(
        name: "error", marks: bars(reaches, box),
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
          ("tolerance", .number(tolerance)),
          ("within", .array(reaches.map { $0.map { JSONValue([$0.from, $0.to]) } ?? .null })),
        ]))
  }

  private func curve(_ text: String, _ pen: Pen, _ label: String, _ box: Box) -> [Mark] {
    guard let expression = model.expression(text),
      let graph = try? FunctionGraph(of: expression, on: graph.interval)
    else { return [] }
    // Paper around a model: near its point it lies on the function.
    return traced(graph, in: box).flatMap {
      [
        .curve($0, Pen(.role(.paper), width: pen.width + 4), label: nil),
        .curve($0, pen, label: label),
      ]
    }
  }

  private func traced(_ graph: FunctionGraph, in box: Box) -> [Path] {
    let pixels = Point(box.width / setting.canvas.pixel, box.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    return GraphTracer(of: graph, in: window, at: resolution).trace().lines.map {
      Path([Subpath(cubics: $0.cubics)])
    }
  }

  /// The interval around the point in which a model errs by less than the tolerance.
  ///
  /// The error is looked at 2000 times over the window; its end is found by bisection.
  private func reach(of text: String) -> (from: Double, to: Double)? {
    guard let error = model.error(of: text, constants: setting.constants) else { return nil }
    let values = PointEvaluator(Program([error]))
    func isGood(_ x: Double) -> Bool { abs(values.values(at: [x])[0]) < tolerance }
    let place = model.place.values[0]
    guard isGood(place), window.minX <= place, place <= window.maxX else { return nil }
    func end(_ edge: Double) -> Double {
      let parts = 1000
      guard edge != place else { return place }
      for part in 1...parts {
        let x = place + (edge - place) * Double(part) / Double(parts)
        if isGood(x) { continue }
        var (good, bad) = (place + (edge - place) * Double(part - 1) / Double(parts), x)
        for _ in 0..<60 {
          let middle = good / 2 + bad / 2
          if isGood(middle) { good = middle } else { bad = middle }
        }
        return good
      }
      return edge
    }
    return (end(window.minX), end(window.maxX))
  }

  /// Bars on the lower edge, one over the other, where the models are good.
  private func bars(_ reaches: [(from: Double, to: Double)?], _ box: Box) -> [Mark] {
    let unit = window.height / max(box.height, 1)
    return zip(reaches, [Role.orange, .plum]).enumerated().compactMap { index, pair in
      guard let reach = pair.0, reach.from < reach.to else { return nil }
      let low = window.minY + (4 + 15 * Double(1 - index)) * unit
      return .region(
        Path(Box(minX: reach.from, minY: low, maxX: reach.to, maxY: low + 10 * unit)),
        .role(pair.1))
    }
  }
}
