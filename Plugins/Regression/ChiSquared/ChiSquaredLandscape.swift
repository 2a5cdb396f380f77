import Plotting

/// Δχ² over two parameters at points: exact for linear models, else the surface with a budget.
final class ChiSquaredLandscape {
  /// All parameters of the model.
  let parameters: [String]
  private let fit: FitProblem
  private let surface: ChiSquaredSurface
  private let centre: Point
  private let covariance: (Double, Double, Double)
  private let scale: Double
  private let isQuadratic: Bool
  private var budget: Int

  init(
    _ fit: FitProblem, names: [String], centre: Point, covariance: (Double, Double, Double),
    scale: Double
  ) throws(FigureError) {
    self.fit = fit
    (self.centre, self.covariance, self.scale) = (centre, covariance, scale)
    parameters = fit.result.model.parameters
    isQuadratic = fit.result.verdict == .solved
    // About how often χ² may be computed in two seconds.
    let cost = Double(
      fit.count * fit.result.model.expression.operationCount * (parameters.count + 1))
    budget = Int(min(2e5, 6e8 / max(cost, 1)))
    do throws(FitError) {
      surface = try ChiSquaredSurface(fit.fit, over: names, near: fit.result)
    } catch {
      throw .input(error.message, hint: "")
    }
  }

  /// Whether the work that was allowed ran out.
  var isExhausted: Bool { budget <= 0 }

  /// Δχ² and its gradient.
  func jet(_ point: Point) -> (value: Double, gradient: Point)? {
    if isQuadratic {
      let (p, q, r) = covariance
      let determinant = p * r - q * q
      let d = point - centre
      let slope = Point((r * d.x - q * d.y) / determinant, (p * d.y - q * d.x) / determinant)
      return (slope.dot(d), slope * 2)
    }
    // The other parameters are found in about eight steps.
    budget -= parameters.count > 2 ? 8 : 1
    guard budget > 0, let jet = surface.jet(at: [point.x, point.y]) else { return nil }
    return (
      (jet.value - fit.result.chiSquared) / scale,
      Point(jet.gradient[0], jet.gradient[1]) / scale
    )
  }

  /// The true curve of a level about the best fit.
  func contour(_ delta: Double, in window: Box? = nil) -> ContourWalk.Curve? {
    guard let ellipse = ErrorEllipse(delta: delta, centre: centre, covariance: covariance) else {
      return nil
    }
    let reach = 30 * max(ellipse.box.width, 1e-300)
    let height = 30 * max(ellipse.box.height, 1e-300)
    let wide = Box(
      minX: centre.x - reach, minY: centre.y - height, maxX: centre.x + reach,
      maxY: centre.y + height)
    return ContourWalk(
      jet, level: delta, around: centre, axes: (ellipse.long, ellipse.short), in: window ?? wide
    ).curve()
  }

  /// The ways of Levenberg–Marquardt and of steepest descent.
  func ways(
    from start: Point, given: [String: Double], _ names: [String], in window: Box
  ) -> [ChiSquaredProblem.Way] {
    var all = given
    (all[names[0]], all[names[1]]) = (start.x, start.y)
    let trail = surface.levenbergMarquardtTrail(from: all)
    let quick = trail.compactMap { step -> Point? in
      guard let x = step[names[0]], let y = step[names[1]] else { return nil }
      return Point(x, y)
    }
    let slow = SteepestDescent(jet: jet, window: window)
      .path(from: start, steps: Self.mostSteps, tolerance: 1e-6)
    return [("levenbergMarquardt", quick), ("steepestDescent", slow)].compactMap { method, points in
      guard points.count > 1 else { return nil }
      let values = points.map { point in
        jet(point).map { $0.value * scale + fit.result.chiSquared }
      }
      return ChiSquaredProblem.Way(
        method: method, points: points, values: values,
        trail: method == "levenbergMarquardt" ? trail : [])
    }
  }

  private static let mostSteps = 3000
}
