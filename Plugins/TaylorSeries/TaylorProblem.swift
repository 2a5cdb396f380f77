import Plotting

/// A function with its Taylor series about a place, and how far that converges.
struct TaylorProblem {
  let function: Expression
  let place: Double
  let orders: [Int]
  /// f⁽ᵏ⁾(a)/k! up to the highest order.
  let coefficients: [Double]
  /// Whether the function is undefined at the place, and the series is that of its continuation.
  let isContinued: Bool
  let convergence: ConvergenceRadius?
  let window: Box
  let graph: FunctionGraph
  /// The bound of the error of the highest order; `nil` where nothing is proved.
  let remainder: TaylorRemainder?
  let showsRemainder: Bool

  /// Coefficients that are looked at for orders that differ.
  private static let searched = 12

  init(_ figure: Taylor, in setting: Setting) throws(FigureError) {
    function = try setting.expression(figure.expression, in: ["x"])
    showsRemainder = figure.showsRemainder
    let highest = figure.orders?.list.last ?? Self.searched
    let given = figure.orders?.list
    if let place = figure.place {
      self.place = place
      convergence = function.convergenceRadius(at: place)
      (coefficients, isContinued, orders) = try Self.series(
        of: function, at: place, given, to: highest, convergence)
    } else {
      (place, convergence, (coefficients, isContinued, orders)) = try Self.usual(
        of: function, given, to: highest)
    }
    let across = setting.xRange ?? Self.range(function, place, convergence)
    do throws(UnivariateError) {
      graph = try FunctionGraph(of: function, on: across)
    } catch {
      throw .input(error.message, hint: "")
    }
    let up = setting.yRange ?? Self.heights(graph, coefficients[0])
    window = Box(
      minX: across.lowerBound, minY: up.lowerBound, maxX: across.upperBound, maxY: up.upperBound)
    let reach = min(across.lowerBound, place)...max(across.upperBound, place)
    remainder =
      isContinued
      ? nil
      : try? function.taylorRemainder(of: coefficients.count - 1, at: place, on: reach)
  }

  private static func series(
    of f: Expression, at place: Double, _ given: [Int]?, to highest: Int,
    _ convergence: ConvergenceRadius?
  ) throws(FigureError) -> ([Double], Bool, [Int]) {
    var known = (try? f.taylorCoefficients(of: highest, at: place)) ?? []
    var isContinued = false
    let isUsable = !known.isEmpty && known.allSatisfy(\.isFinite) && convergence?.radius != 0
    if !isUsable {
      guard f.value(at: [place]).isNaN, convergence?.radius != 0,
        let continued = f.continuedTaylorCoefficients(of: highest, at: place),
        continued.allSatisfy(\.isFinite)
      else { throw noSeries(of: f, at: place) }
      known = continued
      isContinued = true
    }
    let orders = given ?? distinctOrders(known)
    // A zero has no sign for a reader.
    return (known[...(orders.last ?? 0)].map { $0 == 0 ? 0 : $0 }, isContinued, orders)
  }

  /// The series about 0, or about 1 where there is none about 0.
  private static func usual(
    of f: Expression, _ given: [Int]?, to highest: Int
  ) throws(FigureError) -> (Double, ConvergenceRadius?, ([Double], Bool, [Int])) {
    let radius = f.convergenceRadius(at: 0)
    do throws(FigureError) {
      return (0, radius, try series(of: f, at: 0, given, to: highest, radius))
    } catch {
      let other = f.convergenceRadius(at: 1)
      guard let series = try? series(of: f, at: 1, given, to: highest, other) else { throw error }
      return (1, other, series)
    }
  }

  private static func noSeries(of f: Expression, at place: Double) -> FigureError {
    let isDefined = f.value(at: [place]).isFinite
    return .parameter(
      name: "about", value: place.parameterText,
      wanted: isDefined
        ? "a place where the function has all derivatives (no kink, no branch point)"
        : "a place where the function is defined and smooth")
  }

  /// The first four orders above 0 at which the polynomial changes.
  private static func distinctOrders(_ coefficients: [Double]) -> [Int] {
    let scale = coefficients.reduce(0) { max($0, abs($1)) }
    let changing = coefficients.indices.dropFirst().filter {
      abs(coefficients[$0]) > 1e-13 * scale
    }
    return changing.isEmpty ? [0] : Array(changing.prefix(4))
  }

  /// The part of the axis that shows the convergence, or some turns of a wave.
  private static func range(
    _ f: Expression, _ place: Double, _ convergence: ConvergenceRadius?
  ) -> ClosedRange<Double> {
    var half = 3 * max(1, abs(place) * 1e-6)
    if let radius = convergence?.radius, radius.isFinite {
      half = min(1.6 * radius, max(half, 1e-6 * radius) * 4)
    } else if f.turns(with: "x") {
      half = max(half, 2 * Double.pi)
    }
    return (place - half)...(place + half)
  }

  /// The ordinates of the function, with grace for polynomials that leave them.
  private static func heights(_ graph: FunctionGraph, _ value: Double) -> ClosedRange<Double> {
    let own = FunctionGraph.window(over: graph.ordinates())
    let low = min(own.lowerBound, value)
    let high = max(own.upperBound, value)
    let grace = 0.3 * (high - low)
    guard grace.isFinite else { return own }
    return (low - grace)...(high + grace)
  }

  // MARK: Polynomials

  /// The coefficients up to an order.
  func polynomial(_ order: Int) -> [Double] { Array(coefficients[...order]) }

  /// A polynomial by its order as an expression, by Horner's rule.
  func expression(_ order: Int) -> Expression? {
    let h = place == 0 ? "x" : "(x-(\(place.parameterText)))"
    var text = coefficients[order].parameterText
    for coefficient in coefficients[..<order].reversed() {
      text = "(\(coefficient.parameterText))+\(h)*(\(text))"
    }
    return try? Expression(text, variables: ["x"])
  }

  /// The value of a polynomial, and its slope.
  func value(_ order: Int, at x: Double) -> (value: Double, slope: Double) {
    let h = x - place
    var (value, slope) = (0.0, 0.0)
    for coefficient in coefficients[...order].reversed() {
      slope = slope * h + value
      value = value * h + coefficient
    }
    return (value, slope)
  }
}
