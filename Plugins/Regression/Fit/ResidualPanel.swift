import Plotting

/// What the fit leaves: pulls where errors are given, else residuals, as stems from zero.
struct ResidualPanel {
  let panel: Panel
  let across: [Double]
  /// The rows that are drawn.
  let drawn: [Int]
  let problem: FitProblem

  /// The panel for the residuals of a fit over some abscissas.
  static func panel(_ problem: FitProblem, over range: ClosedRange<Double>) -> Panel {
    let isPull = problem.result.errorsAreBelieved
    let up = FitWindow.symmetric(
      values(of: problem), least: isPull ? 2.2 : 1.2 * (spread(of: problem) ?? 0))
    let window = Box(
      minX: range.lowerBound, minY: up.lowerBound, maxX: range.upperBound, maxY: up.upperBound)
    let value = problem.abscissa == nil ? "f_i" : "f(x_i)"
    let name = isPull ? "pull $(y_i - \(value))/\\sigma_i$" : "residual $y_i - \(value)$"
    return .graph(window, yLabel: name, share: 0.36)
  }

  /// Pulls or residuals, row by row.
  static func values(of problem: FitProblem) -> [Double] {
    // What is nothing but rounding would look like a pattern.
    if problem.isExact { return problem.result.residuals.map { _ in 0 } }
    return problem.result.errorsAreBelieved
      ? problem.result.weightedResiduals : problem.result.residuals
  }

  /// Half the height of the band: one standard deviation.
  private static func spread(of problem: FitProblem) -> Double? {
    problem.result.errorsAreBelieved
      ? 1 : problem.isExact ? 0 : problem.result.residualStandardDeviation
  }

  private static let mostStems = 200

  /// The band, the zero line, and the points.
  var marks: [Mark] {
    let window = panel.window
    var marks: [Mark] = []
    if let half = Self.spread(of: problem), half > 0 {
      let band = Box(minX: window.minX, minY: -half, maxX: window.maxX, maxY: half)
      marks.append(.region(Path(band), FittedCurve.predictionPaint))
    }
    marks.append(
      .curve(
        Path(line: Point(window.minX, 0), Point(window.maxX, 0)), Pen(.role(.blue), width: 2.4),
        label: nil))
    let values = Self.values(of: problem)
    if drawn.count <= Self.mostStems {
      let stems = drawn.flatMap { row in
        Path(line: Point(across[row], 0), Point(across[row], values[row])).subpaths
      }
      marks.append(.curve(Path(stems), Pen(.role(.ink), width: 2), label: nil))
    }
    let radius = drawn.count > 1000 ? 2.2 : drawn.count > Self.mostStems ? 3.2 : 5.0
    return marks
      + drawn.map { row in
        .dot(
          at: Point(across[row], values[row]), radius: radius, .role(.ink), isOpen: false,
          label: nil)
      }
  }
}
