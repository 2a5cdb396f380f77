import Foundation
import Plotting
import Testing

@testable import Optimisation

/// The figure on the textbook problems, through its results in JSON.
struct LagrangeConformanceTests {
  struct Report: Decodable {
    struct Point: Decodable {
      let at: [String: Double]
      let multipliers: [Double]
      let value: Double
      let kind: String
    }

    struct Singular: Decodable {
      let at: [String: Double]
      let value: Double
    }

    let points: [Point]
    let singularPoints: [Singular]
    let continuum: Bool
    let constraintEmpty: Bool?
  }

  static func load<Content: Decodable>(_ name: String) throws -> Content {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures")
    return try JSONDecoder().decode(
      Content.self, from: Data(contentsOf: folder.appending(path: name)))
  }

  static func report(_ figure: Lagrange, _ setting: Setting) throws -> (Report, Composition) {
    let composition = try figure.compose(in: setting)
    let report = try JSONDecoder().decode(
      Report.self, from: Data(composition.results.text.utf8))
    return (report, composition)
  }

  // MARK: Windows

  struct PlaneFile: Decodable { let problems: [PlaneProblem] }

  struct PlaneProblem: Decodable {
    struct Window: Decodable {
      let x: [Double]
      let y: [Double]
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

    let id: String
    let objective: String
    let constraint: String
    let window: Window
    let points: [Point]
    let continuum: String?
    let singular: [Singular]

    enum CodingKeys: String, CodingKey {
      case id, objective, constraint, window, continuum
      case points = "critical_points"
      case singular = "nonregular_points"
    }
  }

  @Test("all points of a window come out, whichever way the constraint is written")
  func windows() throws {
    let file: PlaneFile = try Self.load("lagrange_2d.json")
    var passed = 0
    for (index, problem) in file.problems.enumerated() {
      var figure = Lagrange()
      figure.expression = problem.objective
      figure.constraints = [
        index.isMultiple(of: 2) ? problem.constraint : "0 = -(\(problem.constraint))"
      ]
      let faults = try Self.faults(figure, problem)
      #expect(faults.isEmpty, "\(problem.id): \(faults)")
      if faults.isEmpty { passed += 1 }
    }
    print("lagrange_2d.json, through the figure: \(passed) of \(file.problems.count), 0 skipped")
    #expect(file.problems.count == 30)
  }

  private static func faults(_ figure: Lagrange, _ problem: PlaneProblem) throws -> [String] {
    var setting = Setting()
    setting.xRange = problem.window.x[0]...problem.window.x[1]
    setting.yRange = problem.window.y[0]...problem.window.y[1]
    let (report, composition) = try report(figure, setting)
    let size = max(
      problem.window.x[1] - problem.window.x[0], problem.window.y[1] - problem.window.y[0])
    var faults: [String] = []
    if report.points.count != problem.points.count {
      faults.append("\(report.points.count) points, not \(problem.points.count)")
    }
    for point in problem.points {
      if let fault = Self.fault(of: point, in: report, size: size) { faults.append(fault) }
    }
    if report.continuum != (problem.continuum != nil) { faults.append("continuum") }
    if report.singularPoints.count != problem.singular.count { faults.append("singular points") }
    for singular in problem.singular {
      let (x, y) = (Double(singular.x) ?? 0, Double(singular.y) ?? 0)
      let isFound = report.singularPoints.contains {
        abs(($0.at["x"] ?? .nan) - x) <= 1e-4 * size && abs(($0.at["y"] ?? .nan) - y) <= 1e-4 * size
      }
      if !isFound { faults.append("no singular point at (\(x), \(y))") }
    }
    if report.constraintEmpty != (problem.id == "empty-constraint") { faults.append("emptiness") }
    if composition.description.isEmpty { faults.append("no description") }
    if report.points.isEmpty && report.singularPoints.isEmpty && composition.notices.isEmpty {
      faults.append("no notice")
    }
    return faults
  }

  private static func fault(
    of point: PlaneProblem.Point, in report: Report, size: Double
  ) -> String? {
    let kinds = ["min": "minimum", "max": "maximum", "neither": "degenerate"]
    guard let x = Double(point.x), let y = Double(point.y), let value = Double(point.f),
      let multiplier = Double(point.multiplier)
    else { return "unreadable" }
    let digits = point.degenerate ? 1e-4 : 1e-9
    let match = report.points.first {
      abs(($0.at["x"] ?? .nan) - x) <= digits * size
        && abs(($0.at["y"] ?? .nan) - y) <= digits * size
    }
    guard let match else { return "nothing at (\(x), \(y))" }
    if match.kind != kinds[point.kind] { return "(\(x), \(y)) is a \(match.kind)" }
    if abs(match.value - value) > digits * max(1, abs(value)) { return "value at (\(x), \(y))" }
    let error = abs(match.multipliers[0]) - abs(multiplier)
    return abs(error) > digits * max(1, abs(multiplier)) ? "multiplier at (\(x), \(y))" : nil
  }

  // MARK: Starts

  struct StartFile: Decodable { let problems: [StartProblem] }

  struct StartProblem: Decodable {
    struct Solution: Decodable {
      let f: String
    }

    let name: String
    let variables: [String]
    let objective: String
    let constraints: [String]
    let start: [Double]
    let solution: Solution
    let degenerate: Bool
  }

  @Test("a start in any number of variables reaches the listed solution", arguments: [true, false])
  func starts(areNamed: Bool) throws {
    let file: StartFile = try Self.load("lagrange_nd.json")
    var passed = 0
    for problem in file.problems {
      var figure = Lagrange()
      figure.expression = problem.objective
      figure.constraints = problem.constraints.map { "\($0) = 0" }
      let numbers = zip(problem.variables, problem.start).map { areNamed ? "\($0)=\($1)" : "\($1)" }
      figure.start = try NamedPoint(parameterText: numbers.joined(separator: ","))
      let (report, composition) = try Self.report(figure, Setting())
      let value = try #require(Double(problem.solution.f))
      let isRight =
        report.points.first.map { point in
          abs(point.value - value) <= 1e-8 * max(1, abs(value))
            && (problem.degenerate || point.kind == "minimum")
            && point.multipliers.count == problem.constraints.count
            && Set(point.at.keys) == Set(problem.variables)
        } ?? false
      #expect(isRight, "\(problem.name): \(composition.description)")
      if isRight { passed += 1 }
    }
    print("lagrange_nd.json, through the figure: \(passed) of \(file.problems.count), 0 skipped")
    #expect(file.problems.count == 15)
  }
}
