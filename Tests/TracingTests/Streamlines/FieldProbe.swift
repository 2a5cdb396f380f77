import Calculus
import Geometry

@testable import Tracing

/// A vector field with its zeros and streamlines on a square picture, for tests.
struct FieldProbe {
  let p: Expression
  let q: Expression
  let window: Box
  let zeros: PlaneZeroSet
  let set: StreamlineSet
  let separation: Double

  static let pixels = 764.0

  init(
    _ p: String, _ q: String, from low: Double = -3, to high: Double = 3, separation: Double = 36,
    separatrices: Bool = false
  ) throws {
    self.p = try Expression(p, variables: ["x", "y"])
    self.q = try Expression(q, variables: ["x", "y"])
    window = Box(minX: low, minY: low, maxX: high, maxY: high)
    self.separation = separation
    zeros = PlaneZeroSearch(of: self.p, self.q, in: (low...high, low...high), budget: 20_000)
      .zeros()
    set = StreamlineTracer(
      of: self.p, self.q, in: window,
      at: Resolution(window: window, pixels: Point(Self.pixels, Self.pixels)), zeros: zeros,
      separation: separation, headSpacing: 300
    ).trace(withSeparatrices: separatrices)
  }

  /// The extent of a pixel.
  var pixel: Double { window.width / Self.pixels }

  /// Points along all cubics of a line, nearer than two pixels.
  func points(of line: Streamline) -> [Point] {
    line.cubics.flatMap { cubic -> [Point] in
      let count = max(2, Int(cubic.length(steps: 8) / pixel / 1.5))
      return (0..<count).map { cubic.point(at: Double($0) / Double(count)) }
    } + [line.cubics[line.cubics.count - 1].p3]
  }
}
