import Plotting

/// The errors of difference quotients on logarithmic axes, with the slopes of their branches.
struct DifferenceErrors {
  /// A straight branch of an error: its slope, and the decades of h that it was measured on.
  struct Branch {
    let slope: Double
    let from: Point
    let to: Point
  }

  let panel: Panel
  let forward: Branch?
  let central: Branch?
  /// The branch of rounding, to the left of the best steps.
  let rounding: Branch?
  private let table: FiniteDifferences

  init(_ table: FiniteDifferences) {
    self.table = table
    let all = table.errors.flatMap { [$0.forward, $0.central] }.compactMap(\.self).filter { $0 > 0 }
    let heights = all.map(Powers.decimalLogarithm)
    let low = (heights.min() ?? -16).rounded(.down)
    let high = (heights.max() ?? 0).rounded(.up)
    let least = max(low, high - 22)
    panel = .graph(
      Box(minX: -16, minY: least, maxX: 0, maxY: max(high, least + 1)), xLabel: "step $h$",
      yLabel: "error", xScale: .logarithmic, yScale: .logarithmic)
    forward = Self.branch(table, \.forward, above: table.bestStep)
    central = Self.branch(table, \.central, above: table.bestCentralStep)
    rounding = Self.roundingBranch(table)
  }

  private static func point(
    _ entry: FiniteDifferences.Errors, _ error: (FiniteDifferences.Errors) -> Double?
  ) -> Point? {
    guard let size = error(entry), size > 0, size.isFinite else { return nil }
    return Point(Powers.decimalLogarithm(entry.h), Powers.decimalLogarithm(size))
  }

  /// The line of truncation: least squares over the middle of what lies above the best step.
  private static func branch(
    _ table: FiniteDifferences, _ error: (FiniteDifferences.Errors) -> Double?,
    above best: Double?
  ) -> Branch? {
    guard let best, best < 0.02 else { return nil }
    let from = Powers.decimalLogarithm(best) + 1
    let points = table.errors.compactMap { point($0, error) }.filter { $0.x > from && $0.x < -0.7 }
    return line(points)
  }

  private static func roundingBranch(_ table: FiniteDifferences) -> Branch? {
    let best = min(table.bestStep ?? 1, table.bestCentralStep ?? 1)
    let end = Powers.decimalLogarithm(best) - 0.7
    let points = table.errors.compactMap { point($0, \.forward) }.filter {
      $0.x < end && $0.x > -14
    }
    return line(points)
  }

  private static func line(_ points: [Point]) -> Branch? {
    guard points.count >= 4 else { return nil }
    let n = Double(points.count)
    let x = points.reduce(0) { $0 + $1.x } / n
    let y = points.reduce(0) { $0 + $1.y } / n
    let square = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    let slope = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / square
    let ends = [points.map(\.x).min() ?? x, points.map(\.x).max() ?? x]
    return Branch(
      slope: slope, from: Point(ends[0], y + slope * (ends[0] - x)),
      to: Point(ends[1], y + slope * (ends[1] - x)))
  }

  /// A dot for each step, the line through them, and the branch of truncation with its name.
  func marks(
    _ error: (FiniteDifferences.Errors) -> Double?, _ branch: Branch?, _ paint: Paint,
    _ name: String
  ) -> [Mark] {
    let points = table.errors.compactMap { Self.point($0, error) }
    guard points.count > 1 else { return [] }
    let pairs = zip(points, points.dropFirst())
    let line = Path([Subpath(cubics: pairs.map { CubicCurve(line: $0, $1) })])
    let pen = Pen(paint, width: 2.6)
    // The name stands where its slope is, not on the branch of rounding.
    // Paper around the lines: where both errors are the same, they lie on one another.
    func cased(_ path: Path, _ label: String?) -> [Mark] {
      [
        .curve(path, Pen(.role(.paper), width: pen.width + 3), label: nil),
        .curve(path, pen, label: label),
      ]
    }
    let straight = branch.map { cased(Path(line: $0.from, $0.to), Self.name(name, $0)) }
    return cased(line, straight == nil ? name : nil) + (straight ?? [])
      + points.map { .dot(at: $0, radius: 4, paint, isOpen: false, label: nil) }
  }

  /// A dashed line along the branch of rounding.
  var roundingLine: [Mark] {
    guard let rounding else { return [] }
    return [
      .curve(
        Path(line: rounding.from, rounding.to), Pen(.role(.soft), width: 1.8, dash: .model),
        label: "rounding")
    ]
  }

  /// The name of an error with the slope of its branch.
  private static func name(_ name: String, _ branch: Branch) -> String {
    "\(name), slope $\(Wording.tex((branch.slope * 10).rounded() / 10))$"
  }
}
