import Calculus
import Testing

/// Confidence and prediction bands against the closed formulas of a straight line.
struct FitBandTests {
  static let points = FitPropertyTests.sample(20, seed: 5, scatter: 0.3) { 1 + 2 * $0 }

  @Test("the bands of a line are those of the textbook")
  func line() throws {
    let (x, y) = Self.points
    let result = try Fit(
      FitModel("a + b*x", columns: ["x", "y"]), to: FitData(x: x, y: y)
    ).solved()
    let places = [-1.0, 0, 2.1, 10]
    let data = try FitData(columns: ["x": places])
    let confidence = try result.confidenceBand(at: data, level: 0.9)
    let prediction = try result.predictionBand(at: data, level: 0.9)
    let n = Double(x.count)
    let mean = x.reduce(0, +) / n
    let square = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let s = result.residualStandardDeviation ?? 0
    let t = Distributions.studentQuantile(level: 0.9, degreesOfFreedom: n - 2)
    for (row, place) in places.enumerated() {
      let share = 1 / n + (place - mean) * (place - mean) / square
      let half = t * s * share.squareRoot()
      #expect(abs(confidence.upper[row] - confidence.middle[row] - half) < 1e-12)
      #expect(abs(confidence.middle[row] - confidence.lower[row] - half) < 1e-12)
      let wide = t * s * (1 + share).squareRoot()
      #expect(abs(prediction.upper[row] - prediction.middle[row] - wide) < 1e-12)
    }
  }

  @Test("with believed errors the band is normal and does not feel the scatter")
  func believed() throws {
    let (x, y) = Self.points
    let data = try FitData(x: x, y: y, errors: x.map { _ in 0.3 })
    let result = try Fit(
      FitModel("a + 0*x", columns: ["x", "y"]), to: data, errors: "error"
    ).solved()
    let band = try result.confidenceBand(at: FitData(columns: ["x": [0]]), level: 0.95)
    let half = Distributions.normalQuantile(level: 0.95) * 0.3 / 20.0.squareRoot()
    #expect(abs(band.upper[0] - band.middle[0] - half) < 1e-12)
    let wide = try result.predictionBand(
      at: FitData(columns: ["x": [0]]), level: 0.95, error: 0.4)
    let noise = (0.3 * 0.3 / 20 + 0.16).squareRoot()
    let expected = Distributions.normalQuantile(level: 0.95) * noise
    #expect(abs(wide.upper[0] - wide.middle[0] - expected) < 1e-12)
  }

  @Test("about 95 of 100 samples have the true curve inside the band")
  func coverage() throws {
    var inside = 0
    let data = try FitData(columns: ["x": [1.7]])
    for seed in 0..<400 {
      let (x, y) = FitPropertyTests.sample(15, seed: UInt64(seed), scatter: 0.05) {
        2 * (1 / (1 + $0))
      }
      let result = try Fit(
        FitModel("a/(k+x)", columns: ["x", "y"]), to: FitData(x: x, y: y), errors: nil,
        start: ["a": 1, "k": 2]
      ).solved()
      let band = try result.confidenceBand(at: data)
      if band.lower[0] < 2 / 2.7 && 2 / 2.7 < band.upper[0] { inside += 1 }
    }
    #expect((364...394).contains(inside), "\(inside) of 400")
  }
}
