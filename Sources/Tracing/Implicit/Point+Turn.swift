import Geometry

extension Point {
  /// How far a direction is turned from the x axis, 0 to 4: grows with the angle, a quarter a unit.
  ///
  /// It is the way along the square |x| + |y| = 1, so it needs no circular functions.
  var turn: Double {
    let size = abs(x) + abs(y)
    guard size > 0 else { return 0 }
    if y >= 0 { return 1 - x / size }
    return 3 + x / size
  }

  /// The direction, of length one, that is turned so far.
  init(turn: Double) {
    var t = turn.truncatingRemainder(dividingBy: 4)
    if t < 0 { t += 4 }
    let p = t <= 2 ? Point(1 - t, 1 - abs(1 - t)) : Point(t - 3, abs(t - 3) - 1)
    self = p.direction ?? Point(1, 0)
  }
}
