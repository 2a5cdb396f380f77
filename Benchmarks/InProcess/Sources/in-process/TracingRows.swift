import Plotting

/// Twenty levels of peaks, from the function to fitted curves.
enum TracingRows {
  private static let source =
    "3(1-x)^2 exp(-x^2-(y+1)^2) - 10(x/5-x^3-y^5)exp(-x^2-y^2) - 1/3 exp(-(x+1)^2-y^2)"
  private static let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)
  private static let levels = (0..<20).map { (k: Int) -> Double in
    -6.5 + 14.5 * (Double(k) + 0.5) / 20
  }

  private static func trace(_ f: Expression, width: Double, tolerance: Double) -> LevelSet {
    let resolution = Resolution(
      window: window, pixels: Point(width, width * 0.75), tolerance: tolerance)
    return LevelSetTracer(of: f, in: window, at: resolution).trace(levels: levels)
  }

  /// What the curves take in an SVG with a hundredth of a pixel: six numbers of about five digits.
  private static func bytes(_ set: LevelSet, width: Double) -> Int {
    func text(_ p: Point) -> String {
      func number(_ v: Double) -> String {
        let hundredths = Int((v * 100).rounded())
        return hundredths % 100 == 0
          ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
      }
      return number((p.x + 3) / 6 * width) + "," + number((3 - p.y) / 6 * width * 0.75)
    }
    var count = 0
    for curve in set.curves {
      guard let first = curve.cubics.first else { continue }
      count += 1 + text(first.p0).utf8.count
      for cubic in curve.cubics {
        count += 3 + [cubic.p1, cubic.p2, cubic.p3].reduce(0) { $0 + text($1).utf8.count }
      }
    }
    return count
  }

  static func peaks() throws -> Row.Work {
    let work: Row.Work = {
      var set: LevelSet?
      let time = try Stopwatch.least(patience: 0.3) {
        let f = try Expression(source, variables: ["x", "y"])
        set = trace(f, width: 1600, tolerance: 0.1)
      }
      let cubics = set.map { $0.curves.reduce(0) { $0 + $1.cubics.count } } ?? 0
      return Measurement(
        seconds: ["curves": time],
        facts: [
          "cubics": [Double(cubics)], "lines": [Double(set?.curves.count ?? 0)],
          "bytes": [Double(set.map { bytes($0, width: 1600) } ?? 0)],
        ])
    }
    return work
  }

  /// The same at three sizes: the time beside the length of the curves in pixels.
  static func sizes() throws -> Row.Work {
    let f = try Expression(source, variables: ["x", "y"])
    return {
      var (times, lengths): ([Double], [Double]) = ([], [])
      for width in [800.0, 1600, 3200] {
        var set: LevelSet?
        times.append(Stopwatch.least { set = trace(f, width: width, tolerance: 0.1) })
        lengths.append(set.map { length($0, width: width) } ?? 0)
      }
      return Measurement(facts: ["times": times, "pixels": lengths])
    }
  }

  private static func length(_ set: LevelSet, width: Double) -> Double {
    var total = 0.0
    for cubic in set.curves.flatMap(\.cubics) {
      let points = (0...8).map { cubic.point(at: Double($0) / 8) }
      for (a, b) in zip(points, points.dropFirst()) {
        total += Point((b.x - a.x) * width / 6, (b.y - a.y) * width * 0.75 / 6).length
      }
    }
    return total
  }
}
