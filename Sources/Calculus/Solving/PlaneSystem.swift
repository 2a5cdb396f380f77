/// Two equations F = 0 in two unknowns with their exact Jacobian, at points and on boxes.
final class PlaneSystem {
  /// The equations and their Jacobian, row by row.
  struct Enclosure {
    var first: Interval
    var second: Interval
    var slopes: (Interval, Interval, Interval, Interval)
    /// Whether F is proved to be continuously differentiable on the box.
    var isSmooth: Bool
  }

  /// Numbers in the places of an enclosure.
  struct Jet {
    var first: Double
    var second: Double
    var slopes: (Double, Double, Double, Double)

    /// The Newton step J⁻¹F, or `nil` where J is singular or not finite.
    var newtonStep: PlanePoint? {
      let (a, b, c, d) = slopes
      let determinant = a * d - b * c
      let step = PlanePoint(
        x: (d * first - b * second) / determinant, y: (a * second - c * first) / determinant)
      return step.isFinite ? step : nil
    }
  }

  private let residuals: IntervalEvaluator
  private let enclosures: IntervalEvaluator
  private let points: PointEvaluator
  /// How many results stand after the Jacobian only for their marks.
  private let witnesses: Int
  /// The number of operations for one box.
  let cost: Int
  /// Whether an equation is 0 everywhere by its form.
  let isIdenticallyZero: (first: Bool, second: Bool)

  /// The system of two equations; `witnesses` must be continuous wherever a root is to be proved.
  ///
  /// The formula of a derivative does not see a jump (floor′ = 0): the marks of the function do.
  init(_ first: Expression, _ second: Expression, witnesses: [Expression]) {
    let steps = witnesses.filter(\.mayJump)
    let slopes = [first, second].flatMap(\.gradient)
    residuals = IntervalEvaluator(Program([first, second]))
    let whole = Program([first, second] + slopes + steps)
    enclosures = IntervalEvaluator(whole)
    cost = max(1, whole.cost)
    points = PointEvaluator(Program([first, second] + slopes))
    self.witnesses = steps.count
    isIdenticallyZero = (first.number == 0, second.number == 0)
  }

  /// All values of the two equations on a box.
  func residual(on box: PlaneBox) -> (first: Interval, second: Interval) {
    residuals.evaluate(box.x, box.y)
    return (residuals.result(0), residuals.result(1))
  }

  /// All values of the two equations at a point, rounding included.
  func residual(at p: PlanePoint) -> (first: Interval, second: Interval) {
    residuals.evaluate(Interval(p.x, p.x), Interval(p.y, p.y))
    return (residuals.result(0), residuals.result(1))
  }

  /// All values of the equations and of the Jacobian on a box.
  func enclosure(on box: PlaneBox) -> Enclosure {
    enclosures.evaluate(box.x, box.y)
    var isSmooth = true
    for index in 0..<(6 + witnesses) {
      let part = enclosures.result(index)
      isSmooth = isSmooth && part.isContinuous
      if index < 6 { isSmooth = isSmooth && part.lower > -.infinity && part.upper < .infinity }
    }
    return Enclosure(
      first: enclosures.result(0), second: enclosures.result(1),
      slopes: (
        enclosures.result(2), enclosures.result(3), enclosures.result(4), enclosures.result(5)
      ), isSmooth: isSmooth)
  }

  /// The values of the equations and of the Jacobian at a point.
  func jet(_ p: PlanePoint) -> Jet {
    points.evaluate(p.x, p.y)
    return Jet(
      first: points.result(0), second: points.result(1),
      slopes: (points.result(2), points.result(3), points.result(4), points.result(5)))
  }

  /// The sign of det J at a point, proved, or 0 where rounding hides it.
  func determinantSign(at p: PlanePoint) -> Int {
    let slopes = enclosure(on: PlaneBox(around: p, 0, 0)).slopes
    let determinant = slopes.0 * slopes.3 - slopes.1 * slopes.2
    return determinant.lower > 0 ? 1 : determinant.upper < 0 ? -1 : 0
  }
}

extension Expression {
  /// Whether the expression holds an operation that may jump between its pieces.
  var mayJump: Bool {
    graph.nodes.contains { node in
      switch node {
      case .comparison, .choice: true
      case .call(let function, _): [.sign, .floor, .ceil, .round, .step].contains(function)
      case .call2(let function, _, _): [.mod, .atan2, .min, .max].contains(function)
      default: false
      }
    }
  }

  /// An expression built from expressions in the same variables.
  static func combining(
    _ parts: [Expression], _ build: (inout ExpressionGraph, [Term]) -> Term
  ) -> Expression {
    var graph = ExpressionGraph()
    let terms = parts.map { graph.insert($0.root, from: $0.graph) }
    let root = build(&graph, terms)
    return Expression(graph, root, variables: parts.first?.variables ?? [])
  }
}
