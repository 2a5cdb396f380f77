import Calculus
import Geometry
import Testing

@testable import Tracing

/// Drawn curves take few cubics: at most half as many again as a greedy fit that looks everywhere.
struct FewPiecesTests {
  /// The pieces of the library and of the greedy fit, over all curves of some levels.
  private func pieces(
    _ f: Expression, _ levels: [Double], tolerance: Double
  ) -> (ours: Int, greedy: Int) {
    let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)
    let resolution = Resolution(window: window, pixels: Point(764, 764), tolerance: tolerance)
    let pixel = Point(resolution.pixelWidth, resolution.pixelHeight)
    var sums = (ours: 0, greedy: 0)
    for curve in LevelSetTracer(of: f, in: window, at: resolution).trace(levels: levels).curves {
      sums.ours += curve.cubics.count
      sums.greedy += GreedyFit(curve, f, pixel: pixel, tolerance: tolerance).count()
    }
    return sums
  }

  @Test("peaks and two hundred random functions take at most 1.5 times the pieces of a greedy fit")
  func few() throws {
    var generator = SplitMix64(seed: 7)
    func number() -> Double { Double.random(in: -1...1, using: &generator) }
    let peaks = try Expression(CurveAccuracyTests.sources[2].0, variables: ["x", "y"])
    var total = pieces(peaks, [-6, -4, -2, 0.1, 1, 2, 4, 6, 8], tolerance: 0.25)
    print("peaks: \(total.ours) cubics, greedy \(total.greedy)")
    #expect(Double(total.ours) <= 1.5 * Double(total.greedy))
    var worst = 0.0
    for _ in 0..<200 {
      let terms = (0..<4).map { _ in
        "(\(number())) sin((\(2 * number()))x + (\(2 * number()))y + (\(3 * number())))"
      }
      let f = try Expression(terms.joined(separator: " + "), variables: ["x", "y"])
      let found = pieces(f, [-0.127], tolerance: 0.25)
      if found.greedy > 0 { worst = max(worst, Double(found.ours) / Double(found.greedy)) }
      total.ours += found.ours
      total.greedy += found.greedy
    }
    let ratio = Double(total.ours) / Double(total.greedy)
    print("cubics: \(total.ours), greedy \(total.greedy), ratio \(ratio), worst function \(worst)")
    #expect(ratio <= 1.5)
  }
}

/// The generator of Steele, Lea & Flood (2014), so that nothing is random.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
