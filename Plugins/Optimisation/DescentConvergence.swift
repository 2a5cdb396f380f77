import Plotting

/// How far above the least value each path is after each step, on a logarithmic axis.
struct DescentConvergence {
  let panel: Panel
  private let curves: [(points: [Point], method: DescentMethod)]

  /// Differences below this part of the first one are rounding.
  private static let floor = 1e-14
  /// More steps than this would hide the fast methods at the left edge.
  private static let mostSteps = 200

  /// Nothing where no path comes down.
  init?(_ problem: DescentProblem) {
    let first = problem.paths.compactMap { $0.run.values.first ?? nil }.max() ?? 0
    let size = max(first - problem.least, abs(problem.least) * 1e-2)
    let floor = Self.floor * size
    guard floor > 0, floor.isFinite else { return nil }
    curves = problem.paths.map { path in
      var points: [Point] = []
      for (step, value) in path.run.values.prefix(Self.mostSteps + 1).enumerated() {
        guard let value, value - problem.least > floor else { continue }
        if value - problem.least > 1e4 * size { break }
        points.append(Point(Double(step), Powers.decimalLogarithm(value - problem.least)))
      }
      return (points, path.method)
    }
    let all = curves.flatMap(\.points)
    guard all.count > 2, let box = Box(containing: all), box.height > 0 else { return nil }
    let window = Box(
      minX: 0, minY: box.minY.rounded(.down), maxX: max(box.maxX, 1), maxY: box.maxY.rounded(.up))
    panel = .graph(
      window, xLabel: "step $k$", yLabel: "$f(x_k) - f^*$", yScale: .logarithmic)
  }

  /// The curve of a path, with its name where the paths are few.
  func marks(of index: Int, isNamed: Bool) -> [Mark] {
    let (points, method) = curves[index]
    guard points.count > 1 else { return [] }
    let line = zip(points, points.dropFirst()).map { start, end in
      CubicCurve(
        start, start.interpolated(to: end, at: 1 / 3), start.interpolated(to: end, at: 2 / 3), end)
    }
    return [
      .curve(Path([Subpath(cubics: line)]), method.pen, label: isNamed ? method.words : nil)
    ]
  }
}
