import Plotting

/// The data with the fitted curve at each step of Levenberg–Marquardt, from light to dark.
struct EvolvingFit {
  let panel: Panel
  /// The measurements.
  let points: [Mark]
  /// The curves before the last one.
  let steps: [Mark]
  /// The fit.
  let last: [Mark]

  /// More curves than these say nothing more.
  private static let mostCurves = 6

  /// The fit beside `main`; nothing where the model has no curve over one column.
  ///
  /// - Parameter trail: the parameters at each step, where the steps are known.
  init?(
    _ fit: FitProblem, trail: [[String: Double]], beside main: Panel, in setting: Setting
  ) {
    guard let column = fit.abscissa, let best = FittedCurve(fit, over: column) else { return nil }
    let words = FitWords(fit)
    let (across, up) = (fit.column(column), fit.response)
    let x = FitWindow.range(across, margin: 0.05)
    var ys = up
    if let errors = fit.errors { ys += zip(up, errors).flatMap { [$0 - $1, $0 + $1] } }
    if let low = ys.min(), let high = ys.max() {
      let reach = 0.3 * (high - low)
      ys += best.values(on: x).map { min(max($0, low - reach), high + reach) }
    }
    let y = FitWindow.range(ys, margin: 0.06)
    let window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    let shown = Array(trail.dropLast().prefix(Self.mostCurves))
    panel = .graph(
      window, xLabel: words.acrossName,
      yLabel: shown.isEmpty ? words.upName : "\(words.upName), and the fit at each step",
      share: 0.5)
    let boxes = PanelArrangement(of: [main, panel], arrangement: .heading, on: setting.canvas).boxes
    let box = boxes.count > 1 ? boxes[1] : window
    points =
      PointMarks(
        across: across, up: up, errorsUp: fit.errors, window: window, panel: box
      ).marks
    steps = shown.enumerated().flatMap { number, parameters -> [Mark] in
      guard let curve = FittedCurve(fit, over: column, parameters: parameters) else { return [] }
      // From light to dark, and never so light that it is lost.
      let part = Double(number) / Double(max(shown.count - 1, 1))
      return curve.marks(
        in: window, on: box, setting, label: nil, pen: Pen(.lineRamp(0.95 - 0.7 * part), width: 2.2)
      )
    }
    last = best.marks(in: window, on: box, setting, label: nil, pen: Pen(.role(.blue), width: 4))
  }
}
