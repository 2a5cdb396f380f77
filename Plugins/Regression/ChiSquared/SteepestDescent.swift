import Plotting

/// The way of steepest descent with short steps, in units in which a window is one wide and high.
///
/// A step that gains less than half of what the slope promises is made again, half as long (Armijo
/// 1966); the next one may be a tenth longer. So the way bends like the lines of steepest descent
/// until it lies in the valley, where the steps are about the inverse of the greatest curvature.
struct SteepestDescent {
  typealias Jet = (Point) -> (value: Double, gradient: Point)?

  let jet: Jet
  let window: Box

  /// The points from the start to where the gradient or the number of steps ends.
  func path(from start: Point, steps: Int, tolerance: Double) -> [Point] {
    let unit = Point(window.width, window.height)
    guard var here = jet(start) else { return [] }
    var (point, points) = (start, [start])
    func scaled(_ gradient: Point) -> Point { Point(gradient.x * unit.x, gradient.y * unit.y) }
    var slope = scaled(here.gradient)
    guard slope.length > 0 else { return points }
    var length = 0.06 / slope.length
    while points.count <= steps {
      let square = slope.dot(slope)
      if square * length < tolerance { break }
      let trial = Point(
        point.x - length * slope.x * unit.x, point.y - length * slope.y * unit.y)
      guard let next = jet(trial), next.value <= here.value - 0.5 * length * square else {
        length /= 2
        if length * slope.length < 1e-12 { break }
        continue
      }
      (point, here) = (trial, next)
      slope = scaled(here.gradient)
      points.append(point)
      // No step is longer than a sixteenth of the window.
      length = min(1.1 * length, slope.length > 0 ? 0.06 / slope.length : length)
    }
    return points
  }
}
