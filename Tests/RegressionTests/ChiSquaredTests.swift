import Plotting
import Testing

@testable import Regression

@Suite struct ChiSquaredTests {
  private static let growth = [
    "sample:saturation", "--model", "a (1 - exp(-b x))", "--error", "sigma",
  ]

  /// The corners and the middles of the cubics of a contour of the results.
  private func contour(_ run: FitRun, _ delta: Double) -> [Point] {
    guard case .array(let contours)? = run.value("contours") else { return [] }
    var points: [Point] = []
    for contour in contours.indices
    where run.number("contours", "\(contour)", "deltaChiSquared") == delta {
      guard case .array(let list)? = run.value("contours", "\(contour)", "bezier") else { continue }
      let all = list.indices.map { index in
        Point(
          run.number("contours", "\(contour)", "bezier", "\(index)", "0"),
          run.number("contours", "\(contour)", "bezier", "\(index)", "1"))
      }
      for start in stride(from: 0, to: all.count - 3, by: 3) {
        let cubic = CubicCurve(all[start], all[start + 1], all[start + 2], all[start + 3])
        points += [cubic.p0, cubic.point(at: 0.5)]
      }
    }
    return points
  }

  @Test("The true regions have the chi-squared that they are called by")
  func regions() throws {
    let run = try FitRun(ChiSquaredMap.self, Self.growth)
    let data = [
      (0.5, 4.4, 1.0), (1, 7.3, 1.0), (2, 11.0, 1.2), (3, 14.6, 1.4), (5, 16.2, 1.6),
      (8, 18.1, 1.8),
    ]
    let model = try Expression("a*(1 - exp(-b*x))", variables: ["a", "b", "x"])
    for delta in [1, 2.30, 6.18] {
      let points = contour(run, delta)
      #expect(points.count > 40)
      for point in points {
        let chiSquared = data.reduce(0.0) { sum, row in
          let pull = (row.1 - model.value(at: [point.x, point.y, row.0])) / row.2
          return sum + pull * pull
        }
        #expect(abs(chiSquared - run.number("chiSquared") - delta) < 5e-3 * delta)
      }
    }
  }

  @Test("Of two among three parameters the regions are those of the third at its best")
  func profile() throws {
    let run = try FitRun(
      ChiSquaredMap.self,
      ["sample:decay", "--model", "a exp(-b x) + c", "--error", "sigma", "--over", "b,c"])
    let points = contour(run, 2.30)
    #expect(points.count > 40)
    for point in stride(from: 0, to: points.count, by: 16).map({ points[$0] }) {
      var setting = Setting()
      setting.constants = ["b": point.x, "c": point.y]
      let held = try FitRun(
        CurveFit.self, ["sample:decay", "--model", "a exp(-b x) + c", "--error", "sigma"],
        in: setting)
      #expect(abs(held.number("chiSquared") - run.number("chiSquared") - 2.30) < 5e-3)
    }
  }

  @Test("The ellipses are those of the covariance, and of a line they are true")
  func ellipses() throws {
    let run = try FitRun(
      ChiSquaredMap.self, ["sample:anscombe", "--x", "x1", "--y", "y1", "--over", "a,b"])
    let variances = [
      run.number("covariance", "0", "0"), run.number("covariance", "1", "1"),
    ]
    let covariance = run.number("covariance", "0", "1")
    for place in 0..<3 {
      let delta = run.number("ellipses", "\(place)", "deltaChiSquared")
      let axes = (0..<2).map { run.number("ellipses", "\(place)", "axes", "\($0)") }
      let extents = ["a", "b"].map { run.number("ellipses", "\(place)", "extent", $0) }
      for (extent, variance) in zip(extents, variances) {
        #expect(abs(extent - (delta * variance).squareRoot()) < 1e-12)
      }
      // The trace and the determinant of the matrix are those of the squares of the axes.
      let squares = axes.map { $0 * $0 / delta }
      #expect(abs(squares[0] + squares[1] - variances[0] - variances[1]) < 1e-12)
      let determinant = variances[0] * variances[1] - covariance * covariance
      #expect(abs(squares[0] * squares[1] / determinant - 1) < 1e-9)
    }
    let box = try #require(Box(containing: contour(run, 1)))
    #expect(abs(box.width / 2 - variances[0].squareRoot()) < 1e-3 * box.width)
  }

  @Test("Both ways end at the least value, the short one in few steps")
  func ways() throws {
    let run = try FitRun(ChiSquaredMap.self, Self.growth + ["--start", "a=37,b=0.74"])
    guard case .array(let path)? = run.value("path"),
      case .array(let slow)? = run.value("paths", "1", "points")
    else {
      Issue.record("no path")
      return
    }
    #expect(run.number("path", "0", "a") == 37)
    #expect(path.count < 15 && slow.count > 2 * path.count)
    for name in ["a", "b"] {
      let best = run.parameters()[name] ?? 0
      #expect(abs(run.number("path", "\(path.count - 1)", name) - best) < 1e-9)
      let end = run.number("paths", "1", "points", "\(slow.count - 1)", name)
      #expect(abs(end - best) < 0.02 * best)
    }
  }

  @Test(
    "What cannot be drawn says why",
    arguments: [
      (["--over", "a,b,c"], "one parameter a or two a,b"),
      (["--over", "q"], "parameters of the model, a or b"),
      (["--over", "a,q"], "parameters of the model, a or b"),
      (["--over", "a,a"], "one parameter a or two a,b"),
    ])
  func refusals(_ words: [String], _ wanted: String) {
    #expect(throws: FigureError.parameter(name: "over", value: words[1], wanted: wanted)) {
      _ = try FitRun(ChiSquaredMap.self, Self.growth + words)
    }
  }

  @Test("A model without parameters has no chi-squared to be drawn")
  func tooFew() {
    #expect(throws: FigureError.self) {
      _ = try FitRun(ChiSquaredMap.self, ["sample:decay", "--model", "2 x"])
    }
  }

  @Test("Many points still have their ellipses")
  func manyPoints() throws {
    var text = "x,y\n"
    for row in 0..<20_000 {
      text += "\(Double(row) / 4000),\(3 + Double(row % 7) * 0.1)\n"
    }
    try TestFile.with(text) { path in
      let run = try FitRun(ChiSquaredMap.self, [path, "--model", "a exp(-b x)"])
      #expect(run.number("ellipses", "0", "deltaChiSquared") == 1)
      let single = try FitRun(
        ChiSquaredMap.self, [path, "--model", "a exp(-b x)", "--over", "b"])
      #expect(single.number("intervals", "0", "to") > single.number("intervals", "0", "from"))
    }
  }
}
