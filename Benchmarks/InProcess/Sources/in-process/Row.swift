import Calculus
import Foundation

/// The rows by name: each prepares its work, which is then measured as often as one likes.
enum Row {
  typealias Work = () throws -> Measurement

  static let all: [String: @Sendable () throws -> Work] = [
    "rosenbrock": GradientRows.rosenbrock,
    "network": GradientRows.network,
    "taylor": GradientRows.taylor,
    "nist": FittingRow.nist,
    "himmelblau": { try SolvingRows.criticalPoints("(x^2+y-11)^2 + (x+y^2-7)^2", in: -5...5) },
    "six-hump camel": {
      try SolvingRows.criticalPoints("(4-2.1x^2+x^4/3)x^2 + x y + (-4+4y^2)y^2", in: -2...2)
    },
    "cosine sum": { try SolvingRows.criticalPoints(Sandpit(.randomPit).formula, in: 0...6) },
    "critical points": SolvingRows.allCriticalPoints,
    "course lab": SolvingRows.courseLab,
    "lagrange points": SolvingRows.allLagrangePoints,
    "grid": GridRow.separable,
    "layout": LayoutRow.twentyLabels,
    "formulas": FormulaRow.specimen,
    "peaks": TracingRows.peaks,
    "peaks sizes": TracingRows.sizes,
  ]
}

/// What a row found: times in seconds and other facts.
struct Measurement {
  var seconds: [String: Double] = [:]
  var facts: [String: [Double]] = [:]

  var json: String {
    let times = seconds.map { "\"\($0)\": \($1)" }
    let other = facts.map { "\"\($0)\": [\($1.map { "\($0)" }.joined(separator: ", "))]" }
    return "{" + (times + other).joined(separator: ", ") + "}"
  }
}

/// Takes times.
enum Stopwatch {
  /// The least time of a call among as many as fit into `patience` seconds, at least three.
  static func least(patience: Double = 0.15, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    var best = Double.infinity
    var count = 0
    while count < 3 || (clock.now - start).seconds < patience {
      let time = try clock.measure(work)
      best = min(best, time.seconds)
      count += 1
    }
    return best
  }
}

extension Duration {
  var seconds: Double {
    let (whole, parts) = components
    return Double(whole) + Double(parts) * 1e-18
  }
}

/// The conformance data of the tests.
enum Fixture {
  static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    var folder = URL(filePath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return try JSONDecoder().decode(
      type, from: Data(contentsOf: folder.appending(path: "Tests/Fixtures/\(name)")))
  }
}
