/// A fit by steps: starts, runs, and the choice among their ends.
struct NonlinearFit {
  private let fit: Fit
  private let rows: FitRows
  private let space: ParameterSpace
  private let problem: any LeastSquaresProblem
  private let relaxation: LinearRelaxation
  /// About how many operations an evaluation with all derivatives costs.
  private let cost: Double
  /// The rounding of the residuals that comes from that of the response.
  private let rounding: Double

  init(_ fit: Fit, _ rows: FitRows, _ space: ParameterSpace) {
    (self.fit, self.rows, self.space) = (fit, rows, space)
    if let errorsInX = rows.errorsInX {
      problem = OrthogonalProblem(fit.model, rows, space, errorsInX: errorsInX)
    } else {
      problem = CurveProblem(fit.model.expression, rows, space)
    }
    relaxation = LinearRelaxation(fit.model, space, problem)
    let size = zip(rows.response, rows.weights).reduce(0) { $0 + ($1.0 * $1.1) * ($1.0 * $1.1) }
    rounding = Double.ulpOfOne * size.squareRoot()
    let width = Double(space.free.count)
    cost =
      Double(rows.count)
      * (10 * Double(fit.model.expression.size) * (1 + width) + 4 * width * width)
  }

  /// Runs from the start; where that gives no clean minimum, once more with the linear parameters
  /// solved for at every step, and the better end counts.
  func result() throws(FitError) -> FitResult {
    let starts = try starts()
    let budget = Int(max(20, min(4000, 4e9 / cost)))
    var best: LevenbergMarquardt?
    var iterations = 0
    for start in starts {
      guard var run = run(from: start, budget: budget, isRelaxed: false) else { continue }
      iterations += run.iterations
      if !isClean(run), !isExact(run), !relaxation.linear.isEmpty,
        let second = self.run(from: start, budget: budget, isRelaxed: true)
      {
        iterations += second.iterations
        if second.ending != .undefined, second.chiSquared < run.chiSquared { run = second }
      }
      if best.map({ run.chiSquared < $0.chiSquared }) ?? true { best = run }
    }
    guard let best else { throw undefined(at: starts.first ?? []) }
    return try result(of: best, iterations)
  }

  private func run(
    from start: [Double], budget: Int, isRelaxed: Bool
  ) -> LevenbergMarquardt? {
    let relaxation = relaxation
    var run = LevenbergMarquardt(
      problem, from: start, lower: space.lower, upper: space.upper, budget: budget,
      relaxation: isRelaxed ? { relaxation.relaxed($0) } : nil)
    run?.run()
    return run
  }

  /// The start as given, or the best of those that were looked for.
  private func starts() throws(FitError) -> [[Double]] {
    let names = space.freeNames
    let given = names.compactMap { fit.start[$0] }
    if given.count == names.count {
      let start = space.clamped(given)
      guard problem.residuals(at: start) != nil else { throw undefined(at: start) }
      return [start]
    }
    let search = StartSearch(
      rows: rows, space: space, problem: problem, relaxation: relaxation,
      limit: Int(max(4, min(400, 1e9 / cost))))
    let starts = search.starts(given: fit.start, count: cost < 1e6 ? 4 : 2)
    if starts.isEmpty {
      throw undefined(at: space.clamped(names.map { fit.start[$0] ?? 1 }))
    }
    return starts
  }

  private func undefined(at point: [Double]) -> FitError {
    let evaluator = RowEvaluator(
      Program([fit.model.expression]), table: rows.table, rowCount: rows.count)
    let row = evaluator.values(space.all(point)).firstIndex { !$0.isFinite }
    guard let row else { return .overflow }
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
