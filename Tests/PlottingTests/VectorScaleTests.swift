import Testing

@testable import Plotting

/// How long single vectors are drawn.
struct VectorScaleTests {
  private let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)

  @Test("a vector that fits is drawn true; others by tens, twos and fives, and say so")
  func factors() {
    #expect(VectorScale(for: Point(1, 1), in: window).factor == 1)
    #expect(VectorScale(for: Point(1, 1), in: window).words == nil)
    let long = VectorScale(for: Point(300, 0), in: window)
    #expect(300 * long.factor <= 0.35 * 6 && 300 * long.factor >= 0.05 * 6)
    #expect(long.words == "drawn at \(Wording.text(long.factor)) of its length")
    #expect(VectorScale(for: Point(0.05, 0), in: window).words == "drawn 10 times as long")
  }

  @Test("the tip stays in the window where it is asked to")
  func inside() {
    let p = Point(2.8, 0)
    let scale = VectorScale(for: Point(1, 0), from: p, in: window)
    #expect(window.contains(p + Point(1, 0) * scale.factor))
  }

  @Test(
    "no vector is scaled for ever",
    arguments: [0, Double.leastNonzeroMagnitude, 1e308, .infinity, .nan])
  func extremes(size: Double) {
    let factor = VectorScale(for: Point(size, 0), in: window).factor
    #expect(factor > 0)
  }
}
