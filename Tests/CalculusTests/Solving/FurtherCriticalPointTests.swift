import Calculus
import Testing

/// Critical points that can be found by hand: each comment is the proof.
struct FurtherCriticalPointTests {
  /// A function with everything that is to be found in a window.
  struct Problem: Sendable, CustomTestStringConvertible {
    let source: String
    let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
    var minima: [[Double]] = []
    var maxima: [[Double]] = []
    var saddles: [[Double]] = []
    var degenerate: [[Double]] = []
    /// Extrema at kinks.
    var kinks: [[Double]] = []
    var isContinuum = false

    init(
      _ source: String, _ x: ClosedRange<Double> = -3...3, _ y: ClosedRange<Double>? = nil,
      minima: [[Double]] = [], maxima: [[Double]] = [], saddles: [[Double]] = [],
      degenerate: [[Double]] = [], kinks: [[Double]] = [], isContinuum: Bool = false
    ) {
      (self.source, self.window) = (source, (x, y ?? x))
      (self.minima, self.maxima, self.saddles) = (minima, maxima, saddles)
      (self.degenerate, self.kinks, self.isContinuum) = (degenerate, kinks, isContinuum)
    }

    var testDescription: String { source }

    func points(of kind: CriticalPoint.Kind) -> [[Double]] {
      switch kind {
      case .minimum: minima
      case .maximum: maxima
      case .saddle: saddles
      case .degenerate: degenerate
      }
    }
  }

  @Test("what is found is what can be proved by hand", arguments: problems)
  func search(problem: Problem) throws {
    let f = try Expression(problem.source, variables: ["x", "y"])
    let result = CriticalPointSearch(of: f, in: problem.window).points()
    #expect(result.isContinuum == problem.isContinuum)
    #expect(result.isComplete, "\(result.unsettled.count) boxes left")
    for kind in [CriticalPoint.Kind.minimum, .maximum, .saddle, .degenerate] {
      let found = result.points.filter { $0.kind == kind }.map(\.at)
      let share = kind == .degenerate ? 1e-4 : 1e-9
      #expect(
        agree(found, problem.points(of: kind), share, problem), "\(kind): \(found)")
    }
    let kinks = result.nonsmoothPoints.map(\.at)
    #expect(agree(kinks, problem.kinks, 1e-6, problem), "kinks: \(kinks)")
  }

  /// Whether two lists hold the same points, up to a share of the window.
  private func agree(
    _ found: [[Double]], _ expected: [[Double]], _ share: Double, _ problem: Problem
  ) -> Bool {
    let sides = [problem.window.x, problem.window.y].map { $0.upperBound - $0.lowerBound }
    return found.count == expected.count
      && expected.allSatisfy { point in
        found.contains { other in
          (0..<2).allSatisfy { abs(other[$0] - point[$0]) <= share * sides[$0] }
        }
      }
  }
}
