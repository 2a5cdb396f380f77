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
    let x = setting.xRange ?? Self.range(figure.starts.map(\.x))
    let y = setting.yRange ?? Self.range(figure.starts.map(\.y))
    var wide = setting
    wide.xRange = x
    wide.yRange = y
    function = try PlaneFunction(figure.expression, in: wide)
    let starts =
      figure.starts.isEmpty
      ? [
        Point(
          x.lowerBound + 0.2 * (x.upperBound - x.lowerBound),
          y.lowerBound + 0.8 * (y.upperBound - y.lowerBound))
      ] : figure.starts
    let methods = figure.methods.isEmpty ? [.gradient, .momentum, .newton] : figure.methods
    stepSize = figure.stepSize ?? Self.steady(function.expression, at: starts)
    var paths: [Path] = []
    for start in starts {
      for method in methods {
        let settings = Descent.Settings(method.rule, stepSize: stepSize, steps: figure.steps)
        do throws(DescentError) {
          let run = try function.expression.descent(from: [start.x, start.y], settings)
          paths.append(Path(method: method, start: start, run: run))
        } catch {
          throw .input(error.message, hint: "")
        }
      }
    }
    self.paths = paths
    least = paths.flatMap { $0.run.values.compactMap(\.self) }.min() ?? 0
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

  /// The usual window of a map, made wide enough for the starts.
  private static func range(_ starts: [Double]) -> ClosedRange<Double> {
    let low = min(starts.min() ?? -3, -3)
    let high = max(starts.max() ?? 3, 3)
    let isWider = low < -3 || high > 3
    let margin = isWider ? 0.08 * (high - low) : 0
    return (low - margin)...(high + margin)
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
