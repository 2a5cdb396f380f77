import Plotting

/// The errors of Taylor polynomials on a logarithmic ordinate, with the proved bound of one.
struct TaylorErrors {
  private(set) var panel: Panel
  private let problem: TaylorProblem
  private let slope: Expression
  private let box: Box

  /// Decades of the ordinate.
  private static let decades = 8.0
  private static let knots = 160
  /// Parts of a way that ends at a zero: each step leaves six tenths of it.
  private static let approach = sequence(first: 1.0) { $0 * 0.6 }.prefix(41).map(\.self)

  init(_ problem: TaylorProblem, share: Double) {
    self.problem = problem
    slope = problem.function.derivative(by: "x")
    let window = problem.window
    let top = Powers.decimalLogarithm(window.height).rounded(.up)
    box = Box(
      minX: window.minX, minY: top - Self.decades, maxX: window.maxX, maxY: top)
    panel = .graph(box, yLabel: "$|f - T_n|$", yScale: .logarithmic, share: share)
  }

  /// Takes over the abscissa of the panel above.
  mutating func follow(_ other: Panel) {
    panel.xScale = other.xScale
    panel.xLabel = other.xLabel
  }

  /// The proved bound of the highest order.
  func bound(_ remainder: TaylorRemainder) -> [Path] {
    let points = remainder.outline.map { Point($0.x, Powers.decimalLogarithm($0.bound)) }
    var chains: [[CubicCurve]] = []
    for (a, b) in zip(points, points.dropFirst()) {
      guard a.isFinite, b.isFinite, isSeen(a.y) || isSeen(b.y) else { continue }
      let line = CubicCurve(line: a, b)
      if chains.last?.last?.p3 == a {
        chains[chains.count - 1].append(line)
      } else {
        chains.append([line])
      }
    }
    return chains.map { Path([Subpath(cubics: $0)]) }
  }

  private func isSeen(_ y: Double) -> Bool { y > box.minY - 1 && y < box.maxY + 1 }

  /// The error of a polynomial: lines between the places where it vanishes.
  func curves(_ order: Int) -> [Path] {
    let values = PointEvaluator(Program([problem.function, slope]))
    func error(_ x: Double) -> (error: Double, slope: Double) {
      let f = values.values(at: [x])
      let polynomial = problem.value(order, at: x)
      return (f[0] - polynomial.value, f[1] - polynomial.slope)
    }
    var places = (0...Self.knots).map {
      box.minX + box.width * Double($0) / Double(Self.knots)
    }
    places = (places + [problem.place]).filter { box.minX <= $0 && $0 <= box.maxX }.sorted()
    var chains: [[CubicCurve]] = [[]]
    for (a, b) in zip(places, places.dropFirst()) where a < b {
      let (left, right) = (error(a).error, error(b).error)
      guard left.isFinite, right.isFinite else {
        chains.append([])
        continue
      }
      let root =
        a == problem.place
        ? a : b == problem.place ? b : left * right < 0 ? zero(a, b) { error($0).error } : nil
      guard let root else {
        add(a, b, to: &chains, depth: 0, error)
        continue
      }
      let steps = Self.approach
      let before = steps.map { root - (root - a) * $0 }
      for (p, q) in zip(before, before.dropFirst()) { add(p, q, to: &chains, depth: 4, error) }
      chains.append([])
      let after = steps.reversed().map { root + (b - root) * $0 }
      for (p, q) in zip(after, after.dropFirst()) { add(p, q, to: &chains, depth: 4, error) }
    }
    return chains.filter { !$0.isEmpty }.map { Path([Subpath(cubics: $0)]) }
  }

  private func zero(_ a: Double, _ b: Double, _ error: (Double) -> Double) -> Double {
    var (low, high) = (a, b)
    let isRising = error(a) < 0
    for _ in 0..<50 {
      let middle = low / 2 + high / 2
      if (error(middle) < 0) == isRising { low = middle } else { high = middle }
    }
    return low / 2 + high / 2
  }

  /// Adds the line between two places as cubics that have its slopes.
  private func add(
    _ a: Double, _ b: Double, to chains: inout [[CubicCurve]], depth: Int,
    _ error: (Double) -> (error: Double, slope: Double)
  ) {
    guard a < b else { return }
    func point(_ x: Double) -> (at: Point, slope: Double) {
      let e = error(x)
      let height = Powers.decimalLogarithm(abs(e.error))
      return (Point(x, height), e.slope / e.error / 2.302_585_092_994_046)
    }
    let (p, q) = (point(a), point(b))
    guard p.at.isFinite, q.at.isFinite, p.slope.isFinite, q.slope.isFinite,
      isSeen(p.at.y) || isSeen(q.at.y)
    else {
      if chains.last?.isEmpty == false { chains.append([]) }
      return
    }
    let third = (b - a) / 3
    let curve = CubicCurve(
      p.at, Point(a + third, p.at.y + p.slope * third), Point(b - third, q.at.y - q.slope * third),
      q.at)
    let middle = point(a / 2 + b / 2).at.y
    let drawn = (curve.p0.y + 3 * curve.p1.y + 3 * curve.p2.y + curve.p3.y) / 8
    if depth < 7, !(abs(middle - drawn) < 2e-3 * Self.decades) {
      add(a, a / 2 + b / 2, to: &chains, depth: depth + 1, error)
      add(a / 2 + b / 2, b, to: &chains, depth: depth + 1, error)
    } else if let last = chains.last?.last, last.p3 == curve.p0 {
      chains[chains.count - 1].append(curve)
    } else {
      chains.append([curve])
    }
  }
}
