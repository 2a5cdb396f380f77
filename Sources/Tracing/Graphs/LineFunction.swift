import Calculus

/// A function of one variable, ready to be evaluated at places and on intervals.
final class LineFunction {
  private let points: PointEvaluator
  private let boxes: IntervalEvaluator
  private let centred: CentredEvaluator
  private let breaks: BreakEvaluator
  /// The work of an evaluation, in operations.
  let cost: Int

  /// The function of an expression in one variable.
  init(_ expression: Expression) {
    let program = Program([expression])
    points = PointEvaluator(program)
    boxes = IntervalEvaluator(program)
    centred = CentredEvaluator(program)
    breaks = BreakEvaluator(program)
    cost = program.cost
  }

  /// The value at a place.
  func value(_ x: Double) -> Double {
    points.evaluate(x)
    return points.result(0)
  }

  /// All values on an interval, by the natural enclosure.
  func enclosure(_ x: Interval) -> Interval {
    boxes.evaluate(x)
    return boxes.result(0)
  }

  /// All values on an interval, by centred forms where the natural enclosure leaves it open.
  func range(_ x: Interval) -> Interval {
    let natural = enclosure(x)
    if natural.isEmpty || natural.isContinuous { return natural }
    centred.evaluate(x)
    return centred.range(0)
  }

  /// The value at a place in `enclosure` where an operation breaks; NaN where there is none.
  func valueAtBreak(_ x: Double, in enclosure: Interval) -> Double {
    breaks.value(at: x, in: enclosure)
  }
}

/// A function with its exact derivative.
final class SlopedFunction {
  let f: LineFunction
  let derivative: LineFunction
  private let jets: PointEvaluator
  private let centred: CentredEvaluator

  /// The function of an expression in one variable.
  init(_ expression: Expression) {
    let slope = expression.derivative(by: expression.variables[0])
    f = LineFunction(expression)
    derivative = LineFunction(slope)
    let both = Program([expression, slope])
    jets = PointEvaluator(both)
    centred = CentredEvaluator(both)
  }

  /// f and f′ at a place.
  func jet(_ x: Double) -> (value: Double, slope: Double) {
    jets.evaluate(x)
    return (jets.result(0), jets.result(1))
  }

  /// All values on an interval, and all slopes of chords in it.
  ///
  /// Where f′ breaks, as at a kink, the slopes are those of both sides.
  func enclosures(_ x: Interval) -> (values: Interval, slopes: Interval) {
    centred.evaluate(x)
    let values = centred.range(0)
    let chords = centred.slope(0)
    let exact = centred.range(1)
    guard exact.isContinuous else {
      return (values, chords.isEmpty ? Interval(-.infinity, .infinity) : chords)
    }
    let lower = max(exact.lower, chords.lower)
    let upper = min(exact.upper, chords.upper)
    return (values, lower <= upper ? Interval(lower, upper) : exact)
  }
}
