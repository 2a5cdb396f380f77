import Plotting

/// The fitted model as a curve over one column, with its bands.
struct FittedCurve {
  /// The model with its parameters put in: a function of the column.
  let expression: Expression
  private let problem: FitProblem
  private let column: String

  /// Places where the bands are computed.
  private static let bandPlaces = 121

  /// The curve of the best parameters or of others, or `nil` where one is not finite.
  init?(_ problem: FitProblem, over column: String, parameters: [String: Double] = [:]) {
    var values: [String: Double] = [:]
    for parameter in problem.result.parameters {
      values[parameter.name] = parameters[parameter.name] ?? parameter.value
    }
    guard values.values.allSatisfy(\.isFinite),
      let expression = try? Expression(
        problem.result.model.expression.text, variables: [column], constants: values)
    else { return nil }
    self.expression = expression
    self.problem = problem
    self.column = column
  }

  /// The values at some places, those that are finite.
  func values(on range: ClosedRange<Double>) -> [Double] {
    Self.places(on: range).map { expression.value(at: [$0]) }.filter(\.isFinite)
  }

  private static func places(on range: ClosedRange<Double>) -> [Double] {
    (0..<bandPlaces).map { index in
      let t = Double(index) / Double(bandPlaces - 1)
      return range.lowerBound * (1 - t) + range.upperBound * t
    }
  }

  /// The lines of the curve in a window, traced to the tolerance of the page.
  func marks(
    in window: Box, on panel: Box, _ setting: Setting, label: String?, pen: Pen = Self.pen
  ) -> [Mark] {
    guard let graph = try? FunctionGraph(of: expression, on: window.minX...window.maxX) else {
      return []
    }
    let pixels = Point(
      panel.width / setting.canvas.pixel, panel.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    let lines = GraphTracer(of: graph, in: window, at: resolution).trace().lines
    let longest = lines.indices.max { a, b in
      Self.width(lines[a]) < Self.width(lines[b])
    }
    // Paper around the curve: its tails may run along the axis.
    return lines.indices.flatMap { index in
      let path = Path([Subpath(cubics: lines[index].cubics)])
      return [
        Mark.curve(path, Pen(.role(.paper), width: pen.width + 2.6), label: nil),
        .curve(path, pen, label: index == longest ? label : nil),
      ]
    }
  }

  private static func width(_ line: GraphTrace.Line) -> Double {
    (line.cubics.last?.p3.x ?? 0) - (line.cubics.first?.p0.x ?? 0)
  }

  /// The areas of prediction and of confidence, the wider one first; none where there are no errors.
  func bands(in window: Box) -> [Mark] {
    let places = Self.places(on: window.minX...window.maxX)
    guard let points = try? FitData(columns: [column: places]) else { return [] }
    var marks: [Mark] = []
    for (isPrediction, paint) in [(true, Self.predictionPaint), (false, Self.confidencePaint)] {
      let band =
        try? isPrediction
        ? problem.result.predictionBand(at: points)
        : problem.result.confidenceBand(at: points)
      guard let band, (band.lower + band.upper).allSatisfy(\.isFinite) else { continue }
      // What lies far outside the window is moved nearer: nobody sees it.
      let low = window.minY - 4 * window.height
      let high = window.maxY + 4 * window.height
      let lower = band.lower.map { min(max($0, low), high) }
      let upper = band.upper.map { min(max($0, low), high) }
      marks.append(.region(SmoothLine.area(places, lower: lower, upper: upper), paint))
    }
    return marks
  }

  static let pen = Pen(.role(.blue), width: 4.4)
  static let predictionPaint = Paint.tint(.blue, 0.13)
  static let confidencePaint = Paint.tint(.blue, 0.34)
}
