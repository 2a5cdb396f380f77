import Testing

@testable import Calculus

/// Where the gradient is flat, steps lose half of the digits; the answer must not.
struct DegeneratePointTests {
  struct Problem: Sendable, CustomTestStringConvertible {
    let expression: String
    let at: [Double]
    var tolerance = 1e-12
    var testDescription: String { expression }
  }

  static let problems: [Problem] = [
    Problem(expression: "-2*x^2 - 6*x*y^2", at: [0, 0]),
    Problem(expression: "3*x^5 + 5*x^3*y + 3*y^2 + 3*y", at: [0, -0.5]),
    Problem(expression: "-5*x^2 + x - 4*y^3", at: [0.1, 0]),
    Problem(expression: "3*x^4 - x^3*y + x^3 + 3*x^2*y - 2*x*y^3", at: [0, 0]),
    Problem(expression: "x^2 - 3*x*y^3 - 3*x + 6*y^4", at: [1.5, 0]),
    Problem(expression: "3*x^4 - 3*y^4 + 6*y", at: [0, 0.7937005259840998]),
    // Hardly less flat on 3x = y³ than at the origin.
    Problem(expression: "x^3*y + 6*x^2*y - 4*x*y^4", at: [0, 0]),
    Problem(expression: "(x-1/3)^4 + (y+1/7)^4", at: [0.333333, -0.142857], tolerance: 1e-4),
  ]

  @Test("a degenerate point is where a textbook has it", arguments: problems)
  func places(problem: Problem) throws {
    let f = try Expression(problem.expression, variables: ["x", "y"])
    let found = CriticalPointSearch(of: f, in: (x: -3...3, y: -3...3)).points()
    #expect(found.unsettled.isEmpty)
    let points = found.points.filter { $0.kind == .degenerate }
    try #require(points.count == 1)
    for (a, b) in zip(points[0].at, problem.at) {
      #expect(abs(a - b) <= problem.tolerance, "\(points[0].at)")
    }
  }
}
