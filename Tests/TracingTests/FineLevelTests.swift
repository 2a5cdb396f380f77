import Calculus
import Geometry
import Testing

@testable import Tracing

/// Levels whose curves cannot be traced for themselves are not lost.
@Suite struct FineLevelTests {
  @Test(
    "every level that f takes in a sandpit of hills and wells has its curves",
    .timeLimit(.minutes(1)))
  func lattice() throws {
    let f = try Sandpit(.manyMinima, seed: 6).expression()
    let window = Box(minX: 0, minY: 0, maxX: 6, maxY: 6)
    let resolution = Resolution(window: window, pixels: Point(700, 700))
    let levels = [-1.2, -0.8, -0.4, 0, 0.4, 0.8]
    let set = LevelSetTracer(of: f, in: window, at: resolution).trace(levels: levels)
    for level in levels {
      let curves = set.curves.filter { $0.level == level }
      #expect(!curves.isEmpty)
      for cubic in curves.flatMap(\.cubics) {
        let place = cubic.point(at: 0.5)
        let values = f.gradient.map { $0.value(at: [place.x, place.y]) }
        let steepness = Point(values[0], values[1]).length
        // Near a saddle that the level all but meets the distance is of second order.
        let distance = abs(f.value(at: [place.x, place.y]) - level) / max(steepness, 0.1)
        #expect(distance < 0.3 * resolution.pixelWidth)
      }
    }
  }
}
