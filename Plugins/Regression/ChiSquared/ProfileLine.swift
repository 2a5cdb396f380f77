import Plotting

/// Δχ² along one parameter.
struct ProfileLine {
  let surface: ChiSquaredSurface
  let best: Double, error: Double
  /// The least χ², and what it is measured in.
  let least: Double, scale: Double
  /// Whether it is a parabola.
  let isQuadratic: Bool

  init(
    _ surface: ChiSquaredSurface, best: Double, error: Double, least: Double, scale: Double,
    isQuadratic: Bool
  ) {
    self.surface = surface
    (self.best, self.error, self.least, self.scale) = (best, error, least, scale)
    self.isQuadratic = isQuadratic
  }

  /// Δχ² and its slope.
  func value(at place: Double) -> (value: Double, slope: Double)? {
    if isQuadratic {
      let distance = (place - best) / error
      return (distance * distance, 2 * distance / error)
    }
    guard let jet = surface.jet(at: [place]) else { return nil }
    return ((jet.value - least) / scale, jet.gradient[0] / scale)
  }

  /// Where Δχ² first reaches a level on one side: bracketed by growing steps, then halved.
  func end(of delta: Double, side: Double, within reach: Double) -> Double? {
    if isQuadratic { return best + side * delta.squareRoot() * error }
    var (inner, outer) = (0.0, 0.25)
    while true {
      guard outer <= reach, let here = value(at: best + side * outer * error) else { return nil }
      if here.value >= delta { break }
      (inner, outer) = (outer, outer * 1.2)
    }
    for _ in 0..<60 where outer - inner > 1e-11 * outer {
      let middle = (inner + outer) / 2
      guard let here = value(at: best + side * middle * error) else { return nil }
      if here.value < delta { inner = middle } else { outer = middle }
    }
    return best + side * outer * error
  }

  /// The line at equidistant places, from the best value outwards, those where it is defined.
  func samples(
    on range: ClosedRange<Double>, count: Int
  ) -> [(at: Double, value: Double, slope: Double)] {
    (0..<count).compactMap { index in
      let part = Double(index) / Double(count - 1)
      let place = range.lowerBound * (1 - part) + range.upperBound * part
      guard let here = value(at: place), here.value.isFinite, here.slope.isFinite else {
        return nil
      }
      return (place, here.value, here.slope)
    }
  }
}
