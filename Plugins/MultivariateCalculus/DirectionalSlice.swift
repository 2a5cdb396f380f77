import Plotting

/// A function along a straight line through a point, and how fast it changes there.
struct DirectionalSlice {
  let function: PlaneFunction
  let point: Point
  /// The direction as it was given.
  let given: Point
  /// Its unit vector.
  let unit: Point
  /// f at the point.
  let value: Double
  let gradient: Point
  /// Whether f is differentiable at the point, so that ∇f·u is its rate along u.
  let exists: Bool
  /// The part of the line in the window, by the distance from the point.
  let reach: ClosedRange<Double>
  /// f along that part.
  let graph: FunctionGraph

  init(
    of f: PlaneFunction, at point: Point, along given: Point
  ) throws(FigureError) {
    let size = max(abs(given.x), abs(given.y))
    guard size > 0, let unit = Point(given.x / size, given.y / size).direction else {
      throw .parameter(
        name: "direction", value: given.parameterText, wanted: "a direction other than (0, 0)")
    }
    function = f
    self.point = point
    self.given = given
    self.unit = unit
    let jet = Program([f.expression] + f.gradient).values(at: [point.x, point.y])
    value = jet[0]
    gradient = Point(jet[1], jet[2])
    exists = TangentPlane.isTangent(
      PointEvaluator(Program([f.expression])), at: point, jet[0], gradient,
      Point(f.window.width, f.window.height))
    reach = Self.reach(from: point, along: unit, in: f.window)
    do throws(UnivariateError) {
      graph = try FunctionGraph(
        of: f.expression.along(
          from: [point.x, point.y], direction: [unit.x, unit.y], by: "s"), on: reach)
    } catch {
      throw .input(error.message, hint: "")
    }
  }

  /// The part of the line in a window; where it passes by, the part nearest to the window.
  private static func reach(
    from p: Point, along u: Point, in window: Box
  ) -> ClosedRange<Double> {
    var (from, to) = (-Double.infinity, Double.infinity)
    for (start, step, low, high) in [
      (p.x, u.x, window.minX, window.maxX), (p.y, u.y, window.minY, window.maxY),
    ] where step != 0 {
      let ends = [(low - start) / step, (high - start) / step].sorted()
      (from, to) = (max(from, ends[0]), min(to, ends[1]))
    }
    let least = 1e-3 * min(window.width, window.height)
    let isMet = window.contains(p) || to - from > least
    guard isMet, from < to, (to - from).isFinite else {
      let half = min(window.width, window.height) / 2
      return -half...half
    }
    // The point itself is always shown.
    return min(from, -least)...max(to, least)
  }

  /// D_u f = ∇f·u; NaN where f is not differentiable.
  var derivative: Double {
    guard exists else { return .nan }
    let (a, b) = (gradient.x * unit.x, gradient.y * unit.y)
    return abs(a + b) <= 4 * Double.ulpOfOne * (abs(a) + abs(b)) ? 0 : a + b
  }

  /// The rate as a share of the steepest, the cosine of the angle between ∇f and u.
  var share: Double? {
    guard exists, gradient.length > 0 else { return nil }
    return derivative / gradient.length
  }

  /// The window of the slice: its ordinates with the point among them.
  var window: Box {
    let own = FunctionGraph.window(over: graph.ordinates())
    let (low, high) =
      value.isFinite
      ? (min(own.lowerBound, value), max(own.upperBound, value))
      : (own.lowerBound, own.upperBound)
    return Box(minX: reach.lowerBound, minY: low, maxX: reach.upperBound, maxY: high)
  }
}
