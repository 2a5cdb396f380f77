import Plotting

/// A function of one variable with its tangent and its parabola, in a panel of its own.
struct ModelSlice {
  let model: LocalModel
  let window: Box
  /// The error below which a model is good.
  let tolerance: Double
  private let setting: Setting
  private let graph: FunctionGraph

  static let functionPen = Pen(.role(.ink), width: 6)
  static let linePen = Pen(.role(.orange), width: 3.4)
  static let parabolaPen = Pen(.role(.plum), width: 3.4)

  /// The models over an interval; the heights and the tolerance follow the function where not given.
  init(
    _ model: LocalModel, over across: ClosedRange<Double>, tolerance: Double?, in setting: Setting
  ) throws(FigureError) {
    self.model = model
    self.setting = setting
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

  // MARK: What is drawn

  /// The function in a panel that stands in a box of the page.
  func function(in box: Box) -> [Mark] {
    traced(graph, in: box).map { .curve($0, Self.functionPen, label: "$f$") }
  }

  /// The tangent.
  func line(in box: Box) -> [Mark] { curve(model.linear, Self.linePen, "$L$", box) }

  /// The parabola, and the point where all three touch.
  func parabola(in box: Box) -> [Mark] {
    curve(model.quadratic, Self.parabolaPen, "$Q$", box) + [
      .dot(
        at: Point(model.place.values[0], model.value), radius: 8, .role(.ink), isOpen: false,
        label: nil)
    ]
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

  /// Where the tangent and the parabola err by less than the tolerance.
  var reaches: [(from: Double, to: Double)?] { [model.linear, model.quadratic].map(reach) }

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
  func bars(_ reaches: [(from: Double, to: Double)?], in box: Box) -> [Mark] {
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
