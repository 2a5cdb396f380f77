import Plotting

/// A function of x and y with its constraints, solved in a window.
struct LagrangeProblem {
  let function: PlaneFunction
  let equations: [Equation]
  /// What the search found and what it left open.
  let found: LagrangePointSet
  /// The points as they were found, from the highest value to the lowest: P₁, P₂, ….
  let points: [LagrangePoint]
  /// The same points as they are shown: what is zero or round but for rounding is written so.
  let shown: [LagrangePoint]
  /// The points of the constraints without multipliers, as they are shown.
  let singularPoints: [SingularConstraintPoint]

  init(_ figure: Lagrange, in setting: Setting) throws(FigureError) {
    function = try PlaneFunction(figure.expression, in: setting)
    equations = try figure.equations(in: ["x", "y"], setting)
    let window = function.window
    let ranges = (window.minX...window.maxX, window.minY...window.maxY)
    let g = equations[0].difference
    found =
      equations.count == 1
      ? LagrangePointSearch(of: function.expression, on: g, in: ranges).points()
      : ConstraintMeetingSearch(
        of: function.expression, on: (g, equations[1].difference), in: ranges
      ).points()
    let rounding = Rounding(function)
    let pairs = found.points.map { (raw: $0, shown: rounding.settled($0)) }.sorted { a, b in
      (-a.shown.value, a.shown.at[0], a.shown.at[1])
        < (-b.shown.value, b.shown.at[0], b.shown.at[1])
    }
    points = pairs.map(\.raw)
    shown = pairs.map(\.shown)
    singularPoints = found.singularPoints.map { point in
      // Singular points are found to half the digits.
      SingularConstraintPoint(
        at: rounding.settled(point.at, noise: 1e5),
        value: rounding.settled(value: point.value, noise: 1e5))
    }
  }

  /// The names of the constraints in TeX: g alone, or g₁ and g₂.
  var names: [String] { equations.count == 1 ? ["g"] : ["g_1", "g_2"] }

  /// The exact place of a computed point: where g = 0 and ∇f and ∇g are proved to be parallel, or
  /// where both constraints are 0.
  func exactPlace(near at: [Double]) -> [ExactNumber]? {
    let constraints = equations.map(\.difference)
    guard constraints.count == 1 else { return ExactNumber.solution(near: at, of: constraints) }
    let (f, g) = (function.expression.gradient, constraints[0].gradient)
    return ExactNumber.solution(near: at, of: constraints) { point in
      guard let left = f[0].exactValue(at: point), let right = f[1].exactValue(at: point),
        let across = g[1].exactValue(at: point), let along = g[0].exactValue(at: point),
        let first = left.times(across), let second = right.times(along)
      else { return false }
      return first == second
    }
  }

  /// Whether a constraint has no value anywhere on a lattice of the window.
  var isConstraintUndefined: Bool {
    let window = function.window
    let steps = (0...32).map { Double($0) / 32 }
    let grid = Program(equations.map(\.difference)).values(
      columns: steps.map { window.minX * (1 - $0) + window.maxX * $0 },
      rows: steps.map { window.minY * (1 - $0) + window.maxY * $0 })
    return grid.values.contains { values in !values.contains(where: \.isFinite) }
  }
}

/// What numbers of a problem are worth beside the extents of its window.
private struct Rounding {
  private let extents: [Double]
  private let size: Double

  init(_ f: PlaneFunction) {
    extents = [
      max(abs(f.window.minX), abs(f.window.maxX)), max(abs(f.window.minY), abs(f.window.maxY)),
    ]
    size = max(abs(f.values.first ?? 0), abs(f.values.last ?? 0))
  }

  func settled(_ at: [Double], noise: Double = 1) -> [Double] {
    zip(at, extents).map { Wording.settled($0, scale: noise * $1) }
  }

  func settled(value: Double, noise: Double = 1) -> Double {
    Wording.settled(value, scale: noise * size)
  }

  func settled(_ point: LagrangePoint) -> LagrangePoint {
    LagrangePoint(
      at: settled(point.at),
      multipliers: point.multipliers.map { Wording.settled($0, scale: max(abs($0), size)) },
      value: settled(value: point.value), kind: point.kind)
  }
}
