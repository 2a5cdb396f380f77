import Calculus
import Testing

/// Lagrange points that can be found by hand: each comment is the proof.
struct FurtherLagrangeTests {
  /// A function on a constraint with everything that is to be found in a window.
  struct Problem: Sendable, CustomTestStringConvertible {
    let function: String
    let constraint: String
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    var minima: [[Double]] = []
    var maxima: [[Double]] = []
    var degenerate: [[Double]] = []
    var singular: [[Double]] = []
    var kinks: [[Double]] = []
    var isContinuum = false
    var isEmpty: Bool? = false

    init(
      _ function: String, on constraint: String, _ x: ClosedRange<Double> = -3...3,
      _ y: ClosedRange<Double>? = nil, minima: [[Double]] = [], maxima: [[Double]] = [],
      degenerate: [[Double]] = [], singular: [[Double]] = [], kinks: [[Double]] = [],
      isContinuum: Bool = false, isEmpty: Bool? = false
    ) {
      (self.function, self.constraint, self.x, self.y) = (function, constraint, x, y ?? x)
      (self.minima, self.maxima, self.degenerate) = (minima, maxima, degenerate)
      (self.singular, self.kinks) = (singular, kinks)
      (self.isContinuum, self.isEmpty) = (isContinuum, isEmpty)
    }

    var testDescription: String { "\(function) on \(constraint) = 0" }
  }

  @Test("what is found is what can be proved by hand", arguments: problems)
  func search(problem: Problem) throws {
    let f = try Expression(problem.function, variables: ["x", "y"])
    let g = try Expression(problem.constraint, variables: ["x", "y"])
    let result = LagrangePointSearch(of: f, on: g, in: (problem.x, problem.y)).points()
    #expect(result.isContinuum == problem.isContinuum)
    #expect(result.isComplete, "\(result.unsettled.count) boxes left")
    #expect(result.isConstraintEmpty == problem.isEmpty)
    func points(_ kind: CriticalPoint.Kind) -> [[Double]] {
      result.points.filter { $0.kind == kind }.map(\.at)
    }
    let (minima, maxima) = (points(.minimum), points(.maximum))
    #expect(agree(minima, problem.minima, 1e-4, problem), "minima: \(minima)")
    #expect(agree(maxima, problem.maxima, 1e-9, problem), "maxima: \(maxima)")
    let degenerate = points(.degenerate)
    #expect(agree(degenerate, problem.degenerate, 1e-4, problem), "degenerate: \(degenerate)")
    let singular = result.singularPoints.map(\.at)
    #expect(agree(singular, problem.singular, 1e-4, problem), "singular: \(singular)")
    let kinks = result.nonsmoothPoints.map(\.at)
    #expect(agree(kinks, problem.kinks, 1e-6, problem), "kinks: \(kinks)")
  }

  /// Whether two lists hold the same points, up to a share of the window.
  private func agree(
    _ found: [[Double]], _ expected: [[Double]], _ share: Double, _ problem: Problem
  ) -> Bool {
    let sides = [problem.x, problem.y].map { $0.upperBound - $0.lowerBound }
    return found.count == expected.count
      && expected.allSatisfy { point in
        found.contains { other in
          (0..<2).allSatisfy { abs(other[$0] - point[$0]) <= share * sides[$0] }
        }
      }
  }

  private static let half = (0.5).squareRoot()
  private static let three = (3.0).squareRoot()

  static let problems: [Problem] = [
    Problem("x+y", on: "x^2+y^2-2", minima: [[-1, -1]], maxima: [[1, 1]]),
    Problem(
      "x*y", on: "x^2+y^2-2", minima: [[1, -1], [-1, 1]], maxima: [[1, 1], [-1, -1]]),
    // 2y = 0 leaves the cusp alone.
    Problem("x", on: "y^2-x^3", singular: [[0, 0]]),
    // The loop of the node reaches back to x = −1.
    Problem("x", on: "y^2-x^2*(x+1)", minima: [[-1, 0]], singular: [[0, 0]]),
    // Two ovals over 1 ≤ |x| ≤ 2.
    Problem(
      "x", on: "y^2-(x^2-1)*(4-x^2)", minima: [[1, 0], [-2, 0]], maxima: [[2, 0], [-1, 0]]),
    // The top of the circle is on the edge of the window, the bottom outside.
    Problem("y", on: "x^2+y^2-1", -1...1, 0...1, maxima: [[0, 1]]),
    // A constraint that never changes its sign is not proved to have a point.
    Problem("x", on: "x^2+y^2", singular: [[0, 0]], isEmpty: nil),
    Problem("x*y", on: "x^2+y^2+1", isEmpty: true),
    Problem("x^2+y^2", on: "x^2+y^2-1", isContinuum: true),
    Problem("y", on: "x^2+4*y^2-4", minima: [[0, -1]], maxima: [[0, 1]]),
    // x⁴ = 1 on y = 1/x.
    Problem("x^2+y^2", on: "x*y-1", minima: [[1, 1], [-1, -1]]),
    // The axes of the ellipse are the diagonals: 3x² = 3 and x² = 3.
    Problem(
      "x^2+y^2", on: "x^2+x*y+y^2-3", minima: [[1, 1], [-1, -1]],
      maxima: [[three, -three], [-three, three]]),
    Problem("x+y", on: "x^2+y^2-2e12", -2e6...2e6, minima: [[-1e6, -1e6]], maxima: [[1e6, 1e6]]),
    Problem(
      "x+y", on: "x^2+y^2-2e-12", -3e-6...3e-6, minima: [[-1e-6, -1e-6]],
      maxima: [[1e-6, 1e-6]]),
    // Along the curve f is x³, and x⁴ below.
    Problem("y", on: "y-x^3", degenerate: [[0, 0]]),
    Problem("y", on: "y-x^4", minima: [[0, 0]]),
    Problem("x^2", on: "y", minima: [[0, 0]]),
    Problem("x^2+y^2", on: "x+y-10", isEmpty: true),
    // The ordinate axis is a branch of x y = 0 on which f is 0.
    Problem("x", on: "x*y", isContinuum: true),
    Problem("x*y", on: "x+y-2", maxima: [[1, 1]]),
    // On the circle |x| + |y| has kinks on the axes and 2 cos(θ − π/4)/√2 between them.
    Problem(
      "abs(x)+abs(y)", on: "x^2+y^2-1",
      maxima: [[half, half], [half, -half], [-half, half], [-half, -half]],
      kinks: [[1, 0], [-1, 0], [0, 1], [0, -1]]),
    // f = x³ on the circle: 3x² y = 0, flat at x = 0 and rising through it.
    Problem(
      "x^3", on: "x^2+y^2-1", minima: [[-1, 0]], maxima: [[1, 0]], degenerate: [[0, 1], [0, -1]]),
    // sin t on the parabola y = x² with t = y: 2x cos(x²) = 0.
    Problem(
      "sin(y)", on: "y-x^2", -2...2, minima: [[0, 0]],
      maxima: [
        [(Double.pi / 2).squareRoot(), Double.pi / 2],
        [-(Double.pi / 2).squareRoot(), Double.pi / 2],
      ]),
  ]
}
