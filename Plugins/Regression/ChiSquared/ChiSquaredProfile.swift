import Plotting

/// χ² over one parameter of a fit, the others at their best for each of its values.
struct ChiSquaredProfile {
  /// Where Δχ² is at most a level: the true interval, open where a side has no end.
  struct Interval {
    let delta: Double
    let from: Double?, to: Double?
  }

  let fit: FitProblem
  let name: String
  /// The best value, and its standard error in units of the scale.
  let best: Double, error: Double
  /// What χ² is measured in: 1 with errors, else the variance of the residuals.
  let scale: Double
  let range: ClosedRange<Double>
  let intervals: [Interval]
  /// Δχ² with its slope at places across the range, those where it is defined.
  let samples: [(at: Double, value: Double, slope: Double)]
  /// The steps of Levenberg–Marquardt: the parameter and Δχ².
  let path: [(at: Double, value: Double)]
  /// All parameters at these steps.
  let trail: [[String: Double]]
  let notices: [String]

  /// Δχ² of ±1σ and of ±2σ of one parameter.
  static let levels = [1.0, 4.0]
  /// Places at which the curve is computed.
  static let places = 121
  /// The most operations of χ² at one place, of some hundreds.
  private static let mostWork = 1e6
  /// Intervals are looked for up to so many standard errors away.
  private static let reach = 40.0

  init(_ fit: FitProblem, name: String, in setting: Setting) throws(FigureError) {
    self.fit = fit
    self.name = name
    let result = fit.result
    let place = result.parameters.firstIndex { $0.name == name } ?? 0
    best = result.parameters[place].value
    scale = result.errorsAreBelieved || fit.isExact ? 1 : result.reducedChiSquared ?? 1
    error = try Self.error(
      of: name, in: fit, variance: result.unscaledCovariance[place, place] * scale)
    let work = Double(
      fit.count * result.model.expression.operationCount * (result.parameters.count + 1))
    let isTooLong =
      result.verdict != .solved && work * Double(result.parameters.count) > Self.mostWork
    let line: ProfileLine
    do throws(FitError) {
      line = ProfileLine(
        try ChiSquaredSurface(fit.fit, over: [name], near: result), best: best, error: error,
        least: result.chiSquared, scale: scale, isQuadratic: isTooLong || result.verdict == .solved)
    } catch {
      throw .input(error.message, hint: "")
    }
    intervals = Self.levels.map { delta in
      Interval(
        delta: delta, from: line.end(of: delta, side: -1, within: Self.reach),
        to: line.end(of: delta, side: 1, within: Self.reach))
    }
    let ends = intervals.flatMap { [$0.from, $0.to] }.compactMap(\.self)
    let low = (ends + [best - 2 * error]).min() ?? best
    let high = (ends + [best + 2 * error]).max() ?? best
    range = setting.xRange ?? (low - 0.35 * (best - low))...(high + 0.35 * (high - best))
    samples = line.samples(on: range, count: Self.places)
    var start = fit.fit.start
    start[name] = start[name] ?? (best + 0.9 * (range.upperBound - best))
    trail = line.surface.levenbergMarquardtTrail(from: start)
    path = trail.compactMap { step in
      guard let at = step[name], let value = line.value(at: at)?.value else { return nil }
      return (at, value)
    }
    notices = fit.notices + Self.notices(of: intervals, isQuadratic: isTooLong)
  }

  private static func error(
    of name: String, in fit: FitProblem, variance: Double
  ) throws(FigureError) -> Double {
    guard variance > 0, variance.isFinite else {
      throw .input(
        "\(fit.file): the data do not determine \(name)",
        hint: "there is no interval: choose another parameter with --over, or a simpler model")
    }
    return variance.squareRoot()
  }

  private static func notices(of intervals: [Interval], isQuadratic: Bool) -> [String] {
    var notices: [String] = []
    if isQuadratic {
      notices.append("too many points to follow the true curve: only the quadratic model is drawn")
    }
    if intervals.contains(where: { $0.from == nil || $0.to == nil }) {
      notices.append("an interval has no end within \(Int(reach)) standard errors")
    }
    return notices
  }
}
