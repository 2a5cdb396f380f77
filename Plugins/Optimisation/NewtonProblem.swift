import Plotting

/// A function with what Newton–Raphson did on it.
struct NewtonProblem {
  /// The function that was given.
  let function: Expression
  let run: NewtonRaphson
  /// The function whose root is looked for: f, or f′ for an extremum.
  let curve: Expression
  /// Its derivative.
  let slope: Expression

  init(function: Expression, run: NewtonRaphson) {
    self.function = function
    self.run = run
    curve = run.target == .root ? function : function.derivative(by: "x")
    slope = curve.derivative(by: "x")
  }

  /// The steps that are drawn: the first ones, as far as they stay on one picture.
  var drawn: [Double] {
    let limit = 1e4 * max(1, abs(run.iterates[0]))
    var drawn: [Double] = []
    for x in run.iterates.prefix(Self.mostDrawn) {
      guard abs(x - run.iterates[0]) <= limit else { break }
      drawn.append(x)
    }
    return drawn
  }

  private static let mostDrawn = 8

  /// The part of the plane that shows the drawn steps, or what the setting wants.
  func window(in setting: Setting) -> Box {
    let places = withTurns(drawn + (run.root.map { [$0] } ?? []))
    let across = setting.xRange ?? Self.range(of: places, around: places[0])
    let heights = places.filter(across.contains).map { curve.value(at: [$0]) }.filter(\.isFinite)
    let up = setting.yRange ?? Self.range(of: heights + [0], around: 0)
    return Box(
      minX: across.lowerBound, minY: up.lowerBound, maxX: across.upperBound, maxY: up.upperBound)
  }

  /// The places with the turning points of the curve beside them, where starts begin to part.
  private func withTurns(_ places: [Double]) -> [Double] {
    guard let low = places.min(), let high = places.max(), high > low else { return places }
    let reach = 0.5 * (high - low)
    let heights = places.map { abs(curve.value(at: [$0])) }.filter(\.isFinite)
    let turns = try? slope.realRoots(in: (low - reach)...(high + reach), budget: Self.turnBudget)
    let usual = heights.max() ?? 0
    return places
      + (turns?.roots.map(\.location) ?? []).filter { abs(curve.value(at: [$0])) <= 2 * usual }
  }

  private static let turnBudget = 300

  /// The hull of numbers with a margin; where they are all alike, a unit around them.
  private static func range(of numbers: [Double], around centre: Double) -> ClosedRange<Double> {
    let low = numbers.min() ?? centre
    let high = numbers.max() ?? centre
    let extent = high - low
    let least = 1e-6 * max(abs(low), abs(high), 1e-3)
    guard extent.isFinite, extent > least else {
      let half = max(1, abs(centre) / 4)
      return (centre - half)...(centre + half)
    }
    return (low - 0.15 * extent)...(high + 0.15 * extent)
  }
}
