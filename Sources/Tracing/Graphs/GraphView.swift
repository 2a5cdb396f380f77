import Calculus
import Geometry

/// The pixels of a picture of a graph: where distances are what the eye sees.
///
/// The origin is the least corner of the window; ordinates point upwards, as in the data.
struct GraphView {
  let window: Box
  let resolution: Resolution

  var pixelWidth: Double { resolution.pixelWidth }
  var pixelHeight: Double { resolution.pixelHeight }

  /// A point of the data in pixels.
  func pixels(_ x: Double, _ y: Double) -> Point {
    Point((x - window.minX) / pixelWidth, (y - window.minY) / pixelHeight)
  }

  /// A place in pixels as a point of the data.
  func data(_ p: Point) -> Point {
    Point(window.minX + p.x * pixelWidth, window.minY + p.y * pixelHeight)
  }

  /// A slope in pixels.
  func slope(_ slope: Double) -> Double { slope * (pixelWidth / pixelHeight) }

  /// The direction of a curve with a slope in the data; vertical for an infinite one.
  func direction(_ slope: Double) -> Point {
    let slope = self.slope(slope)
    if slope.isNaN { return Point(1, 0) }
    if abs(slope) > 1e12 { return Point(0, slope > 0 ? 1 : -1) }
    return Point(1, slope) / (1 + slope * slope).squareRoot()
  }

  /// The slope of a function; where f′ overflows or is lost in rounding, that of a chord.
  func slope(of function: SlopedFunction, at x: Double) -> Double {
    let slope = function.jet(x).slope
    if slope.isFinite { return slope }
    let step = pixelWidth * 0x1p-6
    let chord = (function.f.value(x + step) - function.f.value(x - step)) / (2 * step)
    return chord.isFinite ? chord : slope
  }

  /// Whether an ordinate is in the window.
  func contains(_ y: Double) -> Bool { y >= window.minY && y <= window.maxY }
}
