import Calculus
import Geometry

/// A function of x and y with its exact gradient, ready to be evaluated at points and on boxes.
final class ScalarField {
  private let values: PointEvaluator
  private let enclosures: IntervalEvaluator
  private let slopes: IntervalEvaluator
  private let slopeAlongX: IntervalEvaluator
  private let slopeAlongY: IntervalEvaluator
  private let plain: PointEvaluator
  /// The work of the function with its gradient, in operations: all terms of sums counted.
  let cost: Int
  /// The same as it is written: a sum is as long as one of its terms.
  let writtenCost: Int

  /// The field of an expression in two variables.
  init(_ expression: Expression) {
    let gradient = expression.variables.map { expression.derivative(by: $0) }
    let all = Program([expression] + gradient)
    values = PointEvaluator(all)
    slopes = IntervalEvaluator(all)
    slopeAlongX = IntervalEvaluator(Program([gradient[0]]))
    slopeAlongY = IntervalEvaluator(Program([gradient[1]]))
    plain = PointEvaluator(Program([expression]))
    enclosures = IntervalEvaluator(Program([expression]))
    writtenCost = gradient.reduce(expression.size) { $0 + $1.size }
    cost = all.cost
  }

  /// f at a point.
  func value(_ x: Double, _ y: Double) -> Double {
    plain.evaluate(x, y)
    return plain.result(0)
  }

  /// f and its gradient at a point.
  func jet(_ x: Double, _ y: Double) -> (value: Double, gradient: Point) {
    values.evaluate(x, y)
    return (values.result(0), Point(values.result(1), values.result(2)))
  }

  /// All values that f takes on a box.
  func enclosure(_ x: Interval, _ y: Interval) -> Interval {
    enclosures.evaluate(x, y)
    return enclosures.result(0)
  }

  /// All values that one partial derivative takes on a box.
  func slopeEnclosure(_ x: Interval, _ y: Interval, alongX: Bool) -> Interval {
    let slope = alongX ? slopeAlongX : slopeAlongY
    slope.evaluate(x, y)
    return slope.result(0)
  }

  /// All values that f and its partial derivatives take on a box.
  func slopeEnclosures(_ x: Interval, _ y: Interval) -> (f: Interval, x: Interval, y: Interval) {
    slopes.evaluate(x, y)
    return (slopes.result(0), slopes.result(1), slopes.result(2))
  }
}
