import Calculus
import Geometry

/// A condition on the points of a curve, ready to be evaluated at points and on boxes.
struct FieldCondition {
  let field: ScalarField
  let kind: ZeroPiece.Condition.Kind

  init(_ condition: ZeroPiece.Condition) {
    field = ScalarField(condition.function)
    kind = condition.kind
  }

  /// Whether it holds on a whole box, or nowhere on it; `nil` where that is open.
  func holds(_ x: Interval, _ y: Interval) -> Bool? {
    let range = field.enclosure(x, y)
    if range.isEmpty { return false }
    switch kind {
    case .nonZero: return range.isContinuous && !range.contains(0) ? true : nil
    case .atLeastZero:
      if range.upper < 0 { return false }
      return range.isContinuous && range.lower >= 0 ? true : nil
    case .positive:
      if range.upper <= 0 { return false }
      return range.isContinuous && range.lower > 0 ? true : nil
    }
  }

  /// Whether its function rises or falls all the way along each curve with the given slopes.
  func isMonotone(along slopes: (Interval, Interval), _ x: Interval, _ y: Interval) -> Bool {
    let (c, dx, dy) = field.slopeEnclosures(x, y)
    let turn = slopes.0 * dy - slopes.1 * dx
    return c.isContinuous && turn.isContinuous && !turn.contains(0)
  }

  /// Whether it holds at a point that is known to within `distance`.
  func holds(at p: Point, within distance: Double) -> Bool {
    let (value, slope) = field.jet(p.x, p.y)
    let slack = distance * slope.length
    switch kind {
    case .nonZero: return !(abs(value) <= slack)
    case .positive: return value > slack
    case .atLeastZero: return value >= -slack
    }
  }
}
