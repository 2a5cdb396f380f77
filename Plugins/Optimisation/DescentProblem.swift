import Plotting

/// A function with the paths of descents on it.
struct DescentProblem {
  /// A path with the method that made it.
  struct Path {
    let method: DescentMethod
    let start: Point
    let run: Descent

    /// The points of the plane.
    var points: [Point] { run.points.map { Point($0[0], $0[1]) } }
  }

  let function: PlaneFunction
  let paths: [Path]
  /// γ.
  let stepSize: Double
  /// The least value that a path reached, to which the others are compared.
  let least: Double

  init(_ figure: DescentPaths, in setting: Setting) throws(FigureError) {
    // The window is fitted to the paths, so they come before it.
    let first = try PlaneFunction(figure.expression, in: setting)
    let (x, y) = (
      first.window.minX...first.window.maxX, first.window.minY...first.window.maxY
    )
    let starts =
      figure.starts.isEmpty
      ? [
        Point(
          x.lowerBound + 0.2 * (x.upperBound - x.lowerBound),
          y.lowerBound + 0.8 * (y.upperBound - y.lowerBound))
      ] : figure.starts
    let methods = figure.methods.isEmpty ? [.gradient, .momentum, .newton] : figure.methods
    stepSize = figure.stepSize ?? Self.steady(first.expression, at: starts)
    var paths: [Path] = []
    for start in starts {
      for method in methods {
        let settings = Descent.Settings(method.rule, stepSize: stepSize, steps: figure.steps)
        do throws(DescentError) {
          let run = try first.expression.descent(from: [start.x, start.y], settings)
          paths.append(Path(method: method, start: start, run: run))
        } catch {
          throw .input(error.message, hint: "")
        }
      }
    }
    self.paths = paths
    // What a path falls for ever to is no least value.
    let arrived = paths.filter { $0.run.outcome.marker != nil }
    let kept = paths.filter { $0.run.outcome != .diverged && $0.run.outcome != .leftDomain }
    let judged = !arrived.isEmpty ? arrived : !kept.isEmpty ? kept : paths
    least = judged.flatMap { $0.run.values.compactMap(\.self) }.min() ?? 0
    var wide = setting
    // A sandpit is looked at as a whole.
    if !figure.starts.isEmpty, first.name == nil, let fitted = Self.window(around: paths) {
      wide.xRange = setting.xRange ?? fitted.minX...fitted.maxX
      wide.yRange = setting.yRange ?? fitted.minY...fitted.maxY
    }
    let isSame = wide.xRange == setting.xRange && wide.yRange == setting.yRange
    function = isSame ? first : try PlaneFunction(figure.expression, in: wide)
  }

  /// A window that shows the paths: their starts and ends, and what is not far from them.
  private static func window(around paths: [Path]) -> Box? {
    var places = paths.map(\.start)
    places += paths.compactMap { $0.run.outcome.marker == nil ? nil : $0.points.last }
    guard var hull = Box(containing: places) else { return nil }
    if hull.width + hull.height < 1e-9 * (1 + hull.centre.distance(to: Point(0, 0))) {
      hull = hull.grown(by: 1)
    }
    let near = hull.grown(by: 0.5 * max(hull.width, hull.height))
    let seen = paths.flatMap { $0.points.prefix(20_000).filter(near.contains) }
    hull = Box(containing: places + seen) ?? hull
    // A map thinner than two to three leaves no room for its level curves.
    let margin = 0.14 * max(hull.width, hull.height)
    let least = 0.68 * (max(hull.width, hull.height) + 2 * margin)
    let (dx, dy) = (
      max(margin, (least - hull.width) / 2), max(margin, (least - hull.height) / 2)
    )
    let box = Box(
      minX: hull.minX - dx, minY: hull.minY - dy, maxX: hull.maxX + dx, maxY: hull.maxY + dy)
    return box.width.isFinite && box.height.isFinite && box.width > 0 ? box : nil
  }

  /// Round levels, in equal ratios where the paths run low in a deep valley.
  ///
  /// Equal steps up to the walls would leave all of a path in one band.
  var levels: Levels {
    let first = paths.compactMap { $0.run.values.first ?? nil }.max() ?? 0
    guard let low = function.values.first, let high = function.values.last, low >= 0, first > 0,
      first < high / 8, high.isFinite
    else { return .count(8) }
    let levels = geometricLevels(in: (first / 50)...high, about: 7)
    return levels.count > 2 ? .list(levels) : .count(8)
  }

  /// One over the greatest curvature at the starts: a step with which a quadratic bowl descends.
  private static func steady(_ f: Expression, at starts: [Point]) -> Double {
    var greatest = 0.0
    for start in starts {
      let hessian = f.derivatives(at: [start.x, start.y]).hessian
      // The largest sum of a row bounds the eigenvalues (Gershgorin 1931).
      let bound = hessian.map { $0.reduce(0) { $0 + abs($1) } }.max() ?? 0
      if bound.isFinite { greatest = max(greatest, bound) }
    }
    return greatest > 0 && (1 / greatest).isFinite ? 1 / greatest : 0.1
  }
}
