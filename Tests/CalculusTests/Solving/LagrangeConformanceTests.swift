import Calculus
import Testing

/// All Lagrange points of textbook problems in two variables.
struct LagrangeConformanceTests {
  struct File: Decodable { let problems: [Problem] }

  struct Problem: Decodable {
    let id: String
    let objective: String
    let constraint: String
    let window: CriticalPointConformanceTests.Window
    let criticalPoints: [Point]
    let continuum: String?
    let nonregularPoints: [Singular]

    enum CodingKeys: String, CodingKey {
      case id, objective, constraint, window, continuum
      case criticalPoints = "critical_points"
      case nonregularPoints = "nonregular_points"
    }
  }

  struct Point: Decodable {
    let x: String
    let y: String
    let f: String
    let multiplier: String
    let kind: String
    let degenerate: Bool
  }

  struct Singular: Decodable {
    let x: String
    let y: String
  }

  static let kinds: [String: CriticalPoint.Kind] = [
    "min": .minimum, "max": .maximum, "neither": .degenerate,
  ]

  static func faults(_ problem: Problem) throws -> [String] {
    let f = try Expression(problem.objective, variables: ["x", "y"])
    let g = try Expression(problem.constraint, variables: ["x", "y"])
    let result = LagrangePointSearch(of: f, on: g, in: problem.window.ranges).points()
    var faults: [String] = []
    if result.points.count != problem.criticalPoints.count {
      faults.append("\(result.points.count) points, not \(problem.criticalPoints.count)")
    }
    let size = problem.window.size
    for expected in problem.criticalPoints {
      guard let x = Double(expected.x), let y = Double(expected.y), let value = Double(expected.f),
        let multiplier = Double(expected.multiplier)
      else { continue }
      let tolerance = (expected.degenerate ? 1e-4 : 1e-9) * size
      let match = result.points.first {
        abs($0.at[0] - x) <= tolerance && abs($0.at[1] - y) <= tolerance
      }
      guard let match else {
        faults.append("nothing at (\(x), \(y))")
        continue
      }
      if match.kind != kinds[expected.kind] { faults.append("(\(x), \(y)) is a \(match.kind)") }
      let digits = expected.degenerate ? 1e-4 : 1e-9
      if abs(match.value - value) > digits * max(1, abs(value)) { faults.append("value at \(x)") }
      if abs(match.multipliers[0] - multiplier) > digits * max(1, abs(multiplier)) {
        faults.append("multiplier \(match.multipliers[0]), not \(multiplier)")
      }
    }
    return faults + specialFaults(problem, result)
  }

  /// What is wrong with continua, singular points, emptiness and what was not settled.
  private static func specialFaults(_ problem: Problem, _ result: LagrangePointSet) -> [String] {
    var faults: [String] = []
    let size = problem.window.size
    if result.isContinuum != (problem.continuum != nil) { faults.append("continuum") }
    if !result.unsettled.isEmpty { faults.append("\(result.unsettled.count) boxes unsettled") }
    if result.isConstraintEmpty != (problem.id == "empty-constraint") { faults.append("emptiness") }
    if result.singularPoints.count != problem.nonregularPoints.count {
      faults.append("\(result.singularPoints.count) singular points")
    }
    for singular in problem.nonregularPoints {
      let (x, y) = (Double(singular.x) ?? 0, Double(singular.y) ?? 0)
      let isFound = result.singularPoints.contains {
        abs($0.at[0] - x) <= 1e-4 * size && abs($0.at[1] - y) <= 1e-4 * size
      }
      if !isFound { faults.append("no singular point at (\(x), \(y))") }
    }
    return faults
  }

  @Test("all Lagrange points in a window are found, with multipliers and kinds")
  func windows() throws {
    let file = try Fixture.load("lagrange_2d.json", as: File.self)
    var passed = 0
    for problem in file.problems {
      let faults = try Self.faults(problem)
      #expect(faults.isEmpty, "\(problem.id): \(faults)")
      if faults.isEmpty { passed += 1 }
    }
    print("lagrange_2d.json: \(passed) of \(file.problems.count) passed, 0 skipped")
    #expect(file.problems.count == 30)
  }
}
