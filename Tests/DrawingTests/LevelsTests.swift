import Testing

@testable import Drawing

struct LevelsTests {
  @Test(
    "levels are round and strictly inside",
    arguments: [
      (0.0...18.0, 10, [2.0, 4, 6, 8, 10, 12, 14, 16]),
      (-6.55...8.11, 10, [-6, -4.5, -3, -1.5, 0, 1.5, 3, 4.5, 6, 7.5]),
      (0...1, 9, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
      (-1...1, 3, [-0.5, 0, 0.5]),
      (0...4, 3, [1, 2, 3]),
    ] as [(ClosedRange<Double>, Int, [Double])])
  func levelsAreRound(range: ClosedRange<Double>, count: Int, expected: [Double]) {
    #expect(niceLevels(in: range, about: count) == expected)
  }

  @Test(
    "any range and count give ascending levels inside, about as many as wanted",
    arguments: [1e-300, 1e-30, 1e-3, 1, 7, 1e9, 1e300], [1, 2, 7, 10, 100])
  func levelsAreInside(span: Double, count: Int) {
    for offset in [-0.37, 0, 0.11, -1] {
      let range = (offset * span)...((offset + 1) * span)
      let levels = niceLevels(in: range, about: count)
      #expect(levels.allSatisfy { $0 > range.lowerBound && $0 < range.upperBound })
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
      if span > 1e-290 {
        #expect(levels.count >= (count + 1) / 2 && levels.count <= 2 * count)
      }
    }
  }

  @Test("zero among levels is exactly zero and positive")
  func zeroIsZero() {
    let zero = niceLevels(in: -0.7...0.9, about: 9).first { abs($0) < 1e-9 }
    #expect(zero == 0 && zero?.sign == .plus)
  }

  @Test("ranges that have no inside give no levels")
  func emptyRanges() {
    #expect(niceLevels(in: 3...3, about: 10).isEmpty)
    #expect(niceLevels(in: -Double.infinity...1, about: 10).isEmpty)
    #expect(niceLevels(in: -1e308...1.7e308, about: 10).isEmpty)
    #expect(geometricLevels(in: -2...0, about: 5).isEmpty)
    #expect(niceLevels(in: 0...1, about: 1_000_000_000).count < 100_000)
  }

  @Test("a valley has levels in geometric progression")
  func geometricProgression() {
    #expect(geometricLevels(in: 0.1...200, about: 5) == [0.25, 1, 4, 16, 64])
    #expect(geometricLevels(in: 1e-9...1, about: 8) == (-8...(-1)).map { Double("1e\($0)") })
  }
}
