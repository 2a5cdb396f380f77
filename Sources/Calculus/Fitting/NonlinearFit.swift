/// A fit by steps: starts, runs, and the choice among their ends.
struct NonlinearFit {
  /// How many rows of a long table are fitted first.
  private static let thinnedCount = 4000

  private let fit: Fit
  private let rows: FitRows
  private let space: ParameterSpace
  private let problem: any LeastSquaresProblem
  private let relaxation: LinearRelaxation
  /// The parameters in which the model is linear.
  private let linear: [String]
  /// About how many operations an evaluation with all derivatives costs.
  private let cost: Double
  /// The rounding of the residuals that comes from that of the response.
  private let rounding: Double

  init(_ fit: Fit, _ rows: FitRows, _ space: ParameterSpace, linear: [String]) {
    (self.fit, self.rows, self.space, self.linear) = (fit, rows, space, linear)
    if let errorsInX = rows.errorsInX {
      problem = OrthogonalProblem(fit.model, rows, space, errorsInX: errorsInX)
    } else {
      problem = CurveProblem(fit.model.expression, rows, space)
    }
    relaxation = LinearRelaxation(of: linear, space, problem)
    let size = zip(rows.response, rows.weights).reduce(0) { $0 + ($1.0 * $1.1) * ($1.0 * $1.1) }
    rounding = Double.ulpOfOne * size.squareRoot()
    let width = Double(space.free.count)
    cost =
      Double(rows.count)
      * (10 * fit.model.expression.unrolledSize * (1 + width) + 4 * width * width)
  }

  /// The best end of all runs with its statistics.
  func result() throws(FitError) -> FitResult {
    let (run, iterations) = try best()
    return try result(of: run, iterations)
  }

  /// Runs from the start; where that gives no clean minimum, once more with the linear parameters
  /// solved for at every step, then from starts that are looked for, and the best end counts.
  ///
  /// Of a long table a part is fitted first, and the whole from its solution.
  private func best() throws(FitError) -> (run: LevenbergMarquardt, iterations: Int) {
    var starts: [[Double]]
    var iterations = 0
    if rows.count > 2 * Self.thinnedCount {
      let part = NonlinearFit(
        fit, rows.thinned(to: Self.thinnedCount), space, linear: linear)
      let found = try part.best()
      iterations = found.iterations
      starts = [found.run.point]
      if problem.residuals(at: found.run.point) == nil { starts = try self.starts() }
    } else {
      starts = try self.starts()
    }
    var best: LevenbergMarquardt?
    var hasSearched = fit.start.isEmpty || cost > 1e8
    while let start = starts.popLast() {
      if let end = end(from: start, &iterations),
        best.map({ end.chiSquared < $0.chiSquared }) ?? true
      {
        best = end
      }
      if let best, starts.isEmpty, !hasSearched, !isClean(best), !isExact(best) {
        starts = search(given: [:])
        hasSearched = true
      }
    }
    guard let best else { throw undefined(at: space.clamped(given)) }
    return (best, iterations)
  }

  /// The end of a run, or of the run with relaxation where that is better.
  private func end(from start: [Double], _ iterations: inout Int) -> LevenbergMarquardt? {
    guard let first = run(from: start, isRelaxed: false) else { return nil }
    iterations += first.iterations
    if isClean(first) || isExact(first) || relaxation.linear.isEmpty || cost > 1e8 { return first }
    guard let second = run(from: start, isRelaxed: true) else { return first }
    iterations += second.iterations
    return second.ending != .undefined && second.chiSquared < first.chiSquared ? second : first
  }

  private func run(from start: [Double], isRelaxed: Bool) -> LevenbergMarquardt? {
    let budget = Int(max(12, min(4000, 2e9 / cost)))
    let relaxation = relaxation
    var settings = LevenbergMarquardt.Settings()
    settings.polishLimit = min(settings.polishLimit, budget)
    var run = LevenbergMarquardt(
      problem, from: start, lower: space.lower, upper: space.upper, budget: budget,
      settings: settings, relaxation: isRelaxed ? { relaxation.relaxed($0) } : nil)
    run?.run()
    return run
  }

  /// The start that was given, with 1 where none was.
  private var given: [Double] { space.freeNames.map { fit.start[$0] ?? 1 } }

  /// The start as given, or the best of those that were looked for, best last.
  private func starts() throws(FitError) -> [[Double]] {
    let isComplete = space.freeNames.allSatisfy { fit.start[$0] != nil }
    let point = space.clamped(given)
    if isComplete {
      guard problem.residuals(at: point) != nil else { throw undefined(at: point) }
      return [point]
    }
    let starts = search(given: fit.start)
    if starts.isEmpty { throw undefined(at: point) }
    return starts
  }

  /// The best starts that are found, best last.
  private func search(given: [String: Double]) -> [[Double]] {
    let search = StartSearch(
      rows: rows, space: space, problem: problem, relaxation: relaxation,
      limit: Int(max(4, min(400, 1e9 / cost))))
    return search.starts(given: given, count: cost < 1e6 ? 4 : 2).reversed()
  }

  private func undefined(at point: [Double]) -> FitError {
    let evaluator = RowEvaluator(
      Program([fit.model.expression]), table: rows.table, rowCount: rows.count)
    let row = evaluator.values(space.all(point)).firstIndex { !$0.isFinite }
    guard let row else {
      let isFinite = problem.residuals(at: point) != nil
      return isFinite ? .undefinedSlope(parameters: space.named(point)) : .overflow
    }
    return .undefinedModel(row: rows.places[row], parameters: space.named(point))
  }

  /// Whether the residuals are the rounding of the response.
  private func isExact(_ run: LevenbergMarquardt) -> Bool {
    run.chiSquared.squareRoot() <= 8 * rounding
  }

  /// Whether a run ended in a minimum.
  private func isClean(_ run: LevenbergMarquardt) -> Bool { run.isClean(noise: 64 * rounding) }

  private func result(
    of run: LevenbergMarquardt, _ iterations: Int
  ) throws(FitError) -> FitResult {
    guard let jacobian = problem.jacobian(at: run.point) else {
      throw undefined(at: run.point)
    }
    let verdict: FitVerdict =
      if isExact(run) {
        .exact
      } else if isClean(run) {
        .converged
      } else {
        run.ending == .budget ? .budget : .stalled
      }
    let statistics = FitStatistics(
      fit: fit, rows: rows, space: space, values: run.point,
      residuals: run.residuals.map { -$0 }, jacobian: jacobian)
    return try statistics.result(verdict: verdict, iterations: iterations)
  }
}
