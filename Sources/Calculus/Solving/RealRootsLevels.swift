/// A function and its derivatives, each compiled when it is first asked for.
final class RealRootsLevels {
  /// The highest derivative that is used, and how large its expression may be.
  private static let limit = (order: 12, size: 800)

  /// One derivative.
  struct Level {
    let expression: Expression
    let points: PointEvaluator
    let boxes: IntervalEvaluator

    init(_ expression: Expression) {
      self.expression = expression
      let program = Program([expression])
      points = PointEvaluator(program)
      boxes = IntervalEvaluator(program)
    }
  }

  private let name: String
  private var levels: [Level]

  init(_ f: Expression, _ name: String) {
    self.name = name
    levels = [Level(f), Level(f.derivative(by: name))]
  }

  /// Whether there is a derivative of that order; f and f′ always are there.
  func has(_ order: Int) -> Bool {
    while levels.count <= order {
      let last = levels[levels.count - 1].expression
      guard order <= Self.limit.order, last.size <= Self.limit.size else { return false }
      levels.append(Level(last.derivative(by: name)))
    }
    return true
  }

  /// f⁽ᵏ⁾ at a place.
  func value(_ order: Int, at x: Double) -> Double { levels[order].points.values(at: [x])[0] }

  /// All values of f⁽ᵏ⁾ on an interval.
  func range(_ order: Int, _ x: Interval) -> Interval { levels[order].boxes.values(on: [x])[0] }

  /// The sign of f⁽ᵏ⁾ at a place: proved, or 0 where rounding leaves it open.
  func sign(_ order: Int, at x: Double) -> Int {
    let range = range(order, Interval(x))
    if range.isEmpty || range.contains(0) { return 0 }
    return range.lower > 0 ? 1 : -1
  }

  /// Whether f⁽ᵏ⁾ is exactly 0 at a place, without any rounding.
  func isExactlyZero(_ order: Int, at x: Double) -> Bool {
    let range = range(order, Interval(x))
    return range.lower == 0 && range.upper == 0 && range.isContinuous
  }

  /// Whether f⁽ᵏ⁾ is bounded away from 0 on an interval where f is, and not undefined anywhere.
  func excludesZero(_ order: Int, on x: Interval) -> Bool {
    let range = range(order, x)
    return !range.isEmpty && !range.isPartial && !range.contains(0)
  }

  /// The least k with f, …, f⁽ᵏ⁻¹⁾ continuous on the interval and f⁽ᵏ⁾ without a root there.
  ///
  /// The roots of f in it, counted by multiplicity, are then at most k (Rolle).
  func rootBound(on x: Interval, upTo limit: Int) -> Int? {
    var order = 0
    while order < limit, range(order, x).isContinuous, has(order + 1) {
      order += 1
      if excludesZero(order, on: x) { return order }
    }
    return nil
  }
}
