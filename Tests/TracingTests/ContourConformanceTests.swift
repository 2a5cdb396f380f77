import Calculus
import Foundation
import Geometry
import Testing

@testable import Tracing

/// Levels whose curves are known: saddles, touching levels, single points, breaks.
struct ContourConformanceTests {
  private struct Problem: Decodable {
    struct Level: Decodable {
      let level: Double
      let closed: Int
      let open: Int
      let isolated: Int
    }

    let f: String
    let window: ImplicitProblem.Window
    let levels: [Level]

    static func all() throws -> [Problem] {
      struct File: Decodable { let problems: [Problem] }
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/contour_levels.json")
      return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).problems
    }
  }

  @Test("curves and points at each level are those counted by hand", arguments: [false, true])
  func levels(isMoved: Bool) throws {
    let problems = try Problem.all()
    var passed = 0
    for problem in problems {
      let faults = try faults(of: problem, isMoved: isMoved)
      if faults.isEmpty { passed += 1 }
      #expect(faults.isEmpty, "\(problem.f): \(faults)")
    }
    print("contour_levels.json\(isMoved ? " moved" : ""): \(passed) of \(problems.count)")
    #expect(problems.count >= 20)
  }

  private func faults(of problem: Problem, isMoved: Bool) throws -> [String] {
    var (source, box) = (problem.f, problem.window.box)
    if isMoved {
      let (x, y, scale) = (0.2171, -0.3313, 1.37)
      source = ImplicitProblem.replaced("x", in: source, with: "(\(scale)*(x - \(x)))")
      source = ImplicitProblem.replaced("y", in: source, with: "(\(scale)*(y - (\(y))))")
      box = Box(
        minX: box.minX / scale + x, minY: box.minY / scale + y, maxX: box.maxX / scale + x,
        maxY: box.maxY / scale + y)
    }
    let f = try Expression(source, variables: ["x", "y"])
    let resolution = Resolution(window: box, pixels: Point(764, 764 * box.height / box.width))
    let found = LevelSetTracer(of: f, in: box, at: resolution).trace(
      levels: problem.levels.map(\.level))
    var faults = found.unresolved.isEmpty ? [] : ["\(found.unresolved.count) unresolved"]
    for expected in problem.levels {
      let curves = found.curves.filter { $0.level == expected.level }
      let closed = curves.count(where: \.isClosed)
      let points = found.isolatedPoints.count { $0.level == expected.level }
      if (closed, curves.count - closed, points)
        != (expected.closed, expected.open, expected.isolated)
      {
        faults.append(
          "\(expected.level): \(closed) closed, \(curves.count - closed) open, \(points) points")
      }
    }
    return faults
  }
}
