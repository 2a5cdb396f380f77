import Plotting

/// The picture of Taylor polynomials: the function, the orders over it, their errors below.
struct TaylorGraph {
  private let problem: TaylorProblem
  private let setting: Setting
  private let panel: Panel
  private let errors: TaylorErrors?
  private let box: Box

  private static let functionPen = Pen(.role(.ink), width: 6)
  private static let errorShare = 0.55

  init(_ problem: TaylorProblem, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    let window = problem.window
    var panel = Panel.graph(
      window,
      xScale: setting.scale(of: window.minX...window.maxX, for: [problem.function]))
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    var errors = problem.showsRemainder ? TaylorErrors(problem, share: Self.errorShare) : nil
    errors?.follow(panel)
    self.panel = panel
    self.errors = errors
    let panels = [panel] + (errors.map { [$0.panel] } ?? [])
    box =
      PanelArrangement(of: panels, on: setting.canvas).boxes.first
      ?? Box(x: 0, y: 0, width: 1, height: 1)
  }

  /// The scene with its results and words.
  var composition: Composition {
    let words = TaylorWords(problem: problem, pen: pen)
    let title = setting.title ?? words.title
    var stages = [
      SceneStage(
        name: "function", marks: functionMarks, column: [.title(title)] + words.formulas)
    ]
    for order in problem.orders {
      stages.append(
        SceneStage(
          name: "order \(order)",
          panels: [polynomialMarks(order), errorMarks(order)], column: words.row(of: order)))
    }
    stages.append(
      SceneStage(name: "convergence", marks: convergenceMarks, column: words.convergence))
    if problem.showsRemainder, let remainder = problem.remainder, remainder.places.count > 1 {
      // The band lies under the curves.
      stages.insert(SceneStage(name: "bound", marks: band(remainder)), at: 0)
      // Over the errors: a bound that is all but the error itself would not be seen under it.
      stages.append(
        SceneStage(
          name: "remainder", panels: [[], boundMarks(remainder)], column: words.remainder))
    }
    let scene = Scene(
      panel, errors.map { [$0.panel] } ?? [], stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description)
    return Composition(scene: scene, results: .object(words.json), notices: words.notices)
  }

  // MARK: Curves

  /// The pen of an order: its place in the ramp of all.
  private func pen(_ order: Int) -> Pen {
    let orders = problem.orders
    let index = orders.firstIndex(of: order) ?? 0
    let place = orders.count > 1 ? Double(index) / Double(orders.count - 1) : 0.5
    // Not to the ends of the ramp: labels in these colours are read on bands as well.
    return Pen(.lineRamp(0.2 + 0.5 * (1 - place)), width: index == orders.count - 1 ? 3.6 : 3)
  }

  private var functionMarks: [Mark] {
    traced(problem.graph).map { .curve($0, Self.functionPen, label: "$f$") }
  }

  private func polynomialMarks(_ order: Int) -> [Mark] {
    guard let polynomial = problem.expression(order),
      let graph = try? FunctionGraph(of: polynomial, on: problem.graph.interval)
    else { return [] }
    return traced(graph).map { .curve($0, pen(order), label: "$T_{\(order)}$") }
      + (order == problem.orders.last ? [touch] : [])
  }

  private var touch: Mark {
    .dot(
      at: Point(problem.place, problem.coefficients[0]), radius: 8, .role(.ink),
      isOpen: problem.isContinued, label: nil)
  }

  private func traced(_ graph: FunctionGraph) -> [Path] {
    let pixels = Point(box.width / setting.canvas.pixel, box.height / setting.canvas.pixel)
    let resolution = Resolution(
      window: problem.window, pixels: pixels, tolerance: setting.tolerance)
    return GraphTracer(of: graph, in: problem.window, at: resolution).trace().lines.map {
      Path([Subpath(cubics: $0.cubics)])
    }
  }

  // MARK: Errors

  private func errorMarks(_ order: Int) -> [Mark] {
    guard let errors else { return [] }
    return errors.curves(order).map { .curve($0, pen(order), label: "$T_{\(order)}$") }
  }

  private func boundMarks(_ remainder: TaylorRemainder) -> [Mark] {
    guard let errors else { return [] }
    return errors.bound(remainder).map { .curve($0, TaylorWords.boundPen, label: nil) }
  }

  /// The area within the bound of the highest polynomial.
  private func band(_ remainder: TaylorRemainder) -> [Mark] {
    guard let last = problem.orders.last else { return [] }
    let window = problem.window
    // What leaves the window by far is cut off by its edge.
    let (least, most) = (window.minY - 9 * window.height, window.maxY + 9 * window.height)
    func seen(_ x: Double, _ y: Double) -> Point { Point(x, min(max(y, least), most)) }
    let places = remainder.outline.filter { $0.x >= window.minX && $0.x <= window.maxX }
    let points = places.map { place -> (upper: Point, lower: Point) in
      let middle = problem.value(last, at: place.x).value
      return (seen(place.x, middle + place.bound), seen(place.x, middle - place.bound))
    }
    guard points.count > 1 else { return [] }
    return [
      .region(
        Path(polygon: points.map(\.upper) + points.map(\.lower).reversed()), TaylorWords.bandPaint)
    ]
  }

  // MARK: Convergence

  /// The interval of convergence as a bar on the lower edge, with dashed lines at its ends.
  private var convergenceMarks: [Mark] {
    guard let radius = problem.convergence?.radius, radius > 0 else { return [] }
    let window = problem.window
    let (from, to) = (problem.place - radius, problem.place + radius)
    let height = 9 * window.height / max(box.height, 1)
    var marks: [Mark] = []
    if radius.isFinite {
      let bar = Box(
        minX: max(from, window.minX), minY: window.minY, maxX: min(to, window.maxX),
        maxY: window.minY + height)
      if bar.width > 0 { marks.append(.region(Path(bar), TaylorWords.convergencePaint)) }
      for end in [from, to] where end > window.minX && end < window.maxX {
        let line = Path(line: Point(end, window.minY), Point(end, window.maxY))
        marks.append(.curve(line, Pen(.role(.teal), width: 1.8, dash: .drop), label: nil))
      }
    }
    return marks
  }
}
