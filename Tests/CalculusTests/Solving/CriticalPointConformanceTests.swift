import Calculus
import Testing

/// The critical points of the test functions of the optimisation literature.
struct CriticalPointConformanceTests {
  struct File: Decodable {
    let problems: [Problem]
  }

  struct Problem: Decodable {
    let id: String
    let f: String
    let variables: [String]
    let window: Window
    let criticalPoints: [Point]
    let continuum: String?
    let nonsmoothPoints: [Kink]
    let winding: Int?

    enum CodingKeys: String, CodingKey {
      case id, f, variables, window, continuum
      case criticalPoints = "critical_points"
      case nonsmoothPoints = "nonsmooth_points"
      case winding = "gradient_winding_on_window_boundary"
    }
  }

  struct Window: Decodable {
    let x: [Double]
    let y: [Double]

    var ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>) { (x[0]...x[1], y[0]...y[1]) }
    var size: Double { max(x[1] - x[0], y[1] - y[0]) }
  }

  struct Point: Decodable {
    let x: String
    let y: String
    let f: String
    let eigenvalues: [String]
    let kind: String
  }

  struct Kink: Decodable {
    let x: String
    let y: String
  }

  static let kinds: [String: CriticalPoint.Kind] = [
    "min": .minimum, "max": .maximum, "saddle": .saddle, "degenerate": .degenerate,
  ]

  /// What is wrong with a result; empty where nothing is.
  static func faults(_ problem: Problem) throws -> [String] {
    let f = try Expression(problem.f, variables: problem.variables)
    let search = CriticalPointSearch(of: f, in: problem.window.ranges)
    let result = search.points()
    var faults: [String] = []
    if result.points.count != problem.criticalPoints.count {
      faults.append("\(result.points.count) points, not \(problem.criticalPoints.count)")
    }
    for expected in problem.criticalPoints {
      guard let x = Double(expected.x), let y = Double(expected.y), let value = Double(expected.f)
      else { continue }
      let tolerance = (expected.kind == "degenerate" ? 1e-4 : 1e-9) * problem.window.size
      let match = result.points.first {
        abs($0.at[0] - x) <= tolerance && abs($0.at[1] - y) <= tolerance
      }
      guard let match else {
        faults.append("nothing at (\(x), \(y))")
        continue
      }
      if match.kind != kinds[expected.kind] { faults.append("(\(x), \(y)) is a \(match.kind)") }
      if abs(match.value - value) > 1e-8 * max(1, abs(value)) {
        faults.append("value \(match.value) at (\(x), \(y))")
      }
      let largest = expected.eigenvalues.compactMap { Double($0)?.magnitude }.max() ?? 0
      let scale = largest == 0 ? 1 : largest
      for (own, other) in zip(match.eigenvalues, expected.eigenvalues.compactMap { Double($0) })
      where abs(own - other) > 1e-7 * scale {
        faults.append("eigenvalue \(own), not \(other)")
      }
    }
    faults += specialFaults(problem, result)
    if let winding = problem.winding, search.gradientWinding() != winding {
      faults.append("winding \(String(describing: search.gradientWinding())), not \(winding)")
    }
    return faults
  }

  /// What is wrong with continua, kinks and what was not settled.
  private static func specialFaults(
    _ problem: Problem, _ result: CriticalPointSet
  ) -> [String] {
    var faults: [String] = []
    if result.isContinuum != (problem.continuum != nil) { faults.append("continuum") }
    if !result.unsettled.isEmpty { faults.append("\(result.unsettled.count) boxes unsettled") }
    if result.nonsmoothPoints.count != problem.nonsmoothPoints.count {
      faults.append("\(result.nonsmoothPoints.count) kinks")
    }
    for kink in problem.nonsmoothPoints {
      let at = [Double(kink.x) ?? 0, Double(kink.y) ?? 0]
      let isFound = result.nonsmoothPoints.contains {
        abs($0.at[0] - at[0]) <= 1e-9 * problem.window.size
          && abs($0.at[1] - at[1]) <= 1e-9 * problem.window.size
      }
      if !isFound { faults.append("no kink at \(at)") }
    }
    return faults
  }

  @Test("all critical points in a window are found, with their kinds")
  func windows() throws {
    let file = try Fixture.load("critical_points.json", as: File.self)
    var passed = 0
    for problem in file.problems {
      let faults = try Self.faults(problem)
      #expect(faults.isEmpty, "\(problem.id): \(faults)")
      if faults.isEmpty { passed += 1 }
    }
    print("critical_points.json, windows: \(passed) of \(file.problems.count) passed, 0 skipped")
    #expect(file.problems.count == 30)
  }
}
