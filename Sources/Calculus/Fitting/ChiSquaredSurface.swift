/// χ² over some parameters of a fit, the others being the best for these: its profile.
///
///     let surface = try ChiSquaredSurface(fit, over: ["a", "b"], near: result)
///     surface.jet(at: [18.4, 0.49])?.value
///
/// The others are found by `LevenbergMarquardt` from where they were last, so neighbouring points
/// cost a few steps each; the gradient is that of χ² at the best others, for what they contribute
/// is zero there. Not for use from several threads at once.
public final class ChiSquaredSurface {
  /// The parameters that span it.
  public let names: [String]
  private let problem: any LeastSquaresProblem
  private let space: ParameterSpace
  /// The places of the spanning parameters, and of the others, among the free ones.
  private let places: [Int]
  private let others: [Int]
  /// The free parameters of the best fit.
  private let best: [Double]
  private var last: [Double]

  /// The surface of a fit that was solved.
  ///
  /// - Throws: that a name is no free parameter of the model.
  public init(_ fit: Fit, over names: [String], near result: FitResult) throws(FitError) {
    let rows = try FitRows(fit)
    space = ParameterSpace(names: fit.model.parameters, fixed: fit.fixed, bounds: fit.bounds)
    if let errorsInX = rows.errorsInX {
      problem = OrthogonalProblem(fit.model, rows, space, errorsInX: errorsInX)
    } else {
      problem = CurveProblem(fit.model.expression, rows, space)
    }
    let free = space.freeNames
    var places: [Int] = []
    for name in names {
      guard let place = free.firstIndex(of: name) else {
        throw FitError.unknownParameter(name, known: free)
      }
      places.append(place)
    }
    self.names = names
    self.places = places
    others = free.indices.filter { !places.contains($0) }
    best = free.map { result[$0] ?? 0 }
    last = best
  }

  /// χ² and its gradient at values of the spanning parameters; `nil` where it is undefined.
  public func jet(at values: [Double]) -> (value: Double, gradient: [Double])? {
    guard let point = profiled(values) else { return nil }
    guard let residuals = problem.residuals(at: point), let jacobian = problem.jacobian(at: point)
    else { return nil }
    let rows = residuals.count
    let gradient = places.map { place in
      2 * zip(residuals, jacobian[place * rows..<(place + 1) * rows]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let value = residuals.reduce(0) { $0 + $1 * $1 }
    guard value.isFinite, gradient.allSatisfy(\.isFinite) else { return nil }
    return (value, gradient)
  }

  /// χ² at values of the spanning parameters.
  public func value(at values: [Double]) -> Double? {
    guard let point = profiled(values), let residuals = problem.residuals(at: point) else {
      return nil
    }
    let value = residuals.reduce(0) { $0 + $1 * $1 }
    return value.isFinite ? value : nil
  }

  /// All free parameters, the others at their best.
  private func profiled(_ values: [Double]) -> [Double]? {
    var point = last
    for (place, value) in zip(places, values) { point[place] = value }
    guard !others.isEmpty else { return point }
    for start in [last, best] {
      let slice = SliceProblem(problem, free: others, point: point)
      var settings = LevenbergMarquardt.Settings()
      settings.polishLimit = 2
      guard
        var run = LevenbergMarquardt(
          slice, from: others.map { start[$0] }, lower: others.map { space.lower[$0] },
          upper: others.map { space.upper[$0] }, budget: 80, settings: settings)
      else { continue }
      run.run()
      guard run.chiSquared.isFinite else { continue }
      last = slice.merged(run.point)
      return last
    }
    return nil
  }

  /// The points of a run of Levenberg–Marquardt, all free parameters by name, from start to end.
  ///
  /// All free parameters move; those that `start` does not have begin at their best.
  public func levenbergMarquardtTrail(from start: [String: Double]) -> [[String: Double]] {
    let first = space.freeNames.enumerated().map { start[$1] ?? best[$0] }
    var settings = LevenbergMarquardt.Settings()
    settings.recordsTrail = true
    guard
      var run = LevenbergMarquardt(
        problem, from: space.clamped(first), lower: space.lower, upper: space.upper, budget: 500,
        settings: settings)
    else { return [] }
    run.run()
    return run.trail.map { point in
      Dictionary(zip(space.freeNames, point), uniquingKeysWith: { first, _ in first })
    }
  }
}

/// A problem in some of its parameters, the others being held.
private final class SliceProblem: LeastSquaresProblem {
  private let problem: any LeastSquaresProblem
  private let free: [Int]
  private let point: [Double]

  init(_ problem: any LeastSquaresProblem, free: [Int], point: [Double]) {
    (self.problem, self.free, self.point) = (problem, free, point)
  }

  var residualCount: Int { problem.residualCount }

  func merged(_ values: [Double]) -> [Double] {
    var all = point
    for (place, value) in zip(free, values) { all[place] = value }
    return all
  }

  func residuals(at values: [Double]) -> [Double]? { problem.residuals(at: merged(values)) }

  func jacobian(at values: [Double]) -> [Double]? {
    guard let all = problem.jacobian(at: merged(values)) else { return nil }
    let rows = residualCount
    return free.flatMap { all[$0 * rows..<($0 + 1) * rows] }
  }

  func curvature(at values: [Double], along velocity: [Double]) -> [Double]? {
    var whole = point.map { _ in 0.0 }
    for (place, value) in zip(free, velocity) { whole[place] = value }
    return problem.curvature(at: merged(values), along: whole)
  }
}
