import CVector

extension CriticalPointSearch {
  /// How many turns the gradient makes along the window's edge, counterclockwise; proved.
  ///
  /// The number is the sum of the indices of the critical points inside (Poincaré, Hopf): minima and
  /// maxima count +1, saddles −1, degenerate points any whole number. Each edge is cut until the
  /// gradient stays on one side of a line through 0 on every piece. `nil` where the gradient is zero,
  /// jumps or is undefined on the edge, or comes so near to it that 20 000 pieces do not do.
  public func gradientWinding() -> Int? {
    guard function.variables.count == 2 else { return nil }
    let function = function.fillingRemovablePoints
    let gradient = ExponentialFactor(function)?.gradient ?? function.gradient
    let steps = ([function] + gradient).filter(\.mayJump)
    let edges = IntervalEvaluator(Program(gradient + steps))
    let points = PointEvaluator(Program(gradient))
    let (x, y) = (window.x, window.y)
    let corners = [
      PlanePoint(x: x.lowerBound, y: y.lowerBound), PlanePoint(x: x.upperBound, y: y.lowerBound),
      PlanePoint(x: x.upperBound, y: y.upperBound), PlanePoint(x: x.lowerBound, y: y.upperBound),
    ]
    var pieces = (0..<4).map { (corners[$0], corners[($0 + 1) % 4]) }
    var angle = 0.0
    var visited = 0
    while let (a, b) = pieces.popLast() {
      visited += 1
      guard visited <= 20_000 else { return nil }
      edges.evaluate(
        Interval(min(a.x, b.x), max(a.x, b.x)), Interval(min(a.y, b.y), max(a.y, b.y)))
      let isContinuous = (0..<(2 + steps.count)).allSatisfy { edges.result($0).isContinuous }
      if isContinuous && (!edges.result(0).contains(0) || !edges.result(1).contains(0)) {
        points.evaluate(a.x, a.y)
        let (ux, uy) = (points.result(0), points.result(1))
        points.evaluate(b.x, b.y)
        let (vx, vy) = (points.result(0), points.result(1))
        let size = max(abs(ux), abs(uy), 1e-300) * max(abs(vx), abs(vy), 1e-300)
        angle += CVector.atan2((ux * vy - uy * vx) / size, (ux * vx + uy * vy) / size)
      } else {
        let middle = PlanePoint(x: a.x / 2 + b.x / 2, y: a.y / 2 + b.y / 2)
        if middle == a || middle == b { return nil }
        pieces.append((a, middle))
        pieces.append((middle, b))
      }
    }
    let turns = (angle / (2 * Double.pi)).rounded()
    return turns.magnitude < 1e9 ? Int(turns) : nil
  }
}
