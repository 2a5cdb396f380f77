import Plotting

/// A function along a path, with all that the chain rule says at a time.
struct ChainProblem {
  /// What is known at a time.
  struct State {
    let place: Point
    let velocity: Point
    let value: Double
    let gradient: Point

    /// The partial derivatives times the rates of their variables.
    let products: [Double]

    /// df/dt.
    var rate: Double { products.reduce(0, +) }
  }

  let function: PlaneFunction
  /// x and y as functions of t.
  let path: [Expression]
  let time: Double
  let range: ClosedRange<Double>
  private let motion: PointEvaluator
  private let jet: PointEvaluator

  init(_ figure: Chain, in setting: Setting) throws(FigureError) {
    let sources = figure.along.isEmpty ? ["cos t", "sin t"] : figure.along
    guard sources.count == 2 else {
      throw .parameter(
        name: "along", value: sources.joined(separator: " "),
        wanted: "two expressions in t, for x and y")
    }
    if let value = setting.constants["t"] {
      throw .parameter(
        name: "let", value: "t=\(value.parameterText)",
        wanted: "a name other than that of the time t")
    }
    var path: [Expression] = []
    for source in sources {
      do throws(ParseError) {
        path.append(try Expression(source, variables: ["t"], constants: setting.constants))
      } catch {
        throw .expression(source, error)
      }
    }
    let range = figure.range ?? Self.range(around: figure.time, for: path)
    let motion = PointEvaluator(Program(path + path.map { $0.derivative(by: "t") }))
    var wide = setting
    let window = Self.window(of: motion, over: range)
    wide.xRange = setting.xRange ?? window.minX...window.maxX
    wide.yRange = setting.yRange ?? window.minY...window.maxY
    function = try PlaneFunction(figure.expression, in: wide)
    jet = PointEvaluator(Program([function.expression] + function.gradient))
    self.path = path
    self.motion = motion
    self.range = range
    time = figure.time
  }

  /// How many places of the path may be looked at: fewer for formulas of thousands of operations.
  var placeLimit: Int {
    let cost = path.reduce(function.expression.operationCount) { $0 + 2 * $1.operationCount }
    return min(ParametricCurve.standardPlaces, 40_000_000 / cost)
  }

  /// The state at a time.
  func state(at t: Double) -> State {
    let moved = motion.values(at: [t])
    let known = jet.values(at: [moved[0], moved[1]])
    // A variable that stands still adds nothing, even where f has no derivative by it.
    let products = path.indices.map { index in
      path[index].depends(on: "t") || known[0].isNaN ? known[index + 1] * moved[index + 2] : 0
    }
    return State(
      place: Point(moved[0], moved[1]), velocity: Point(moved[2], moved[3]), value: known[0],
      gradient: Point(known[1], known[2]), products: products)
  }

  /// The state at the time asked for; a slope is not a number where there is none, as at a kink, which
  /// formulas give a slope all the same.
  var present: State {
    let known = state(at: time)
    let (place, gradient) = ([known.place.x, known.place.y], [known.gradient.x, known.gradient.y])
    let f = function.expression
    let rates = path.indices.map { index in
      path[index].isDifferentiable(at: [time])
        ? (index == 0 ? known.velocity.x : known.velocity.y) : .nan
    }
    let partials = path.indices.map { index -> Double in
      guard path[index].depends(on: "t"), place.allSatisfy(\.isFinite) else {
        return gradient[index]
      }
      let axis = f.along(from: place, direction: index == 0 ? [1, 0] : [0, 1], by: "s")
      return axis.isDifferentiable(at: [0]) ? gradient[index] : .nan
    }
    return State(
      place: known.place, velocity: Point(rates[0], rates[1]), value: known.value,
      gradient: Point(partials[0], partials[1]),
      products: path.indices.map { index in
        path[index].depends(on: "t") || known.value.isNaN
          ? partials[index] * rates[index] : known.products[index]
      })
  }

  /// A turn around a time for a path that turns, else two units each way.
  private static func range(around time: Double, for path: [Expression]) -> ClosedRange<Double> {
    let turns = path.contains { $0.turns(with: "t") }
    let half = max(turns ? Double.pi : 2, 4 * time.ulp)
    return (time - half)...(time + half)
  }

  /// The usual window of a map where the path stays in it, else one that shows the path.
  private static func window(of motion: PointEvaluator, over range: ClosedRange<Double>) -> Box {
    let usual = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)
    let points = (0...400).compactMap { step -> Point? in
      let part = Double(step) / 400
      let moved = motion.values(at: [range.lowerBound * (1 - part) + range.upperBound * part])
      let point = Point(moved[0], moved[1])
      return point.isFinite && point.length < 1e100 ? point : nil
    }
    guard let hull = Box(containing: points), !usual.contains(hull) else { return usual }
    // A square around the path: equal room on all sides.
    let half = max(hull.width, hull.height, 1e-3 * hull.centre.length, 1e-6) * 0.58
    let centre = hull.centre
    return Box(
      minX: centre.x - half, minY: centre.y - half, maxX: centre.x + half, maxY: centre.y + half)
  }
}
