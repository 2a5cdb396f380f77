import Testing

@testable import Calculus

/// What becomes of Newton–Raphson from each start of an interval.
struct NewtonStartsTests {
  private static func starts(
    _ source: String, _ range: ClosedRange<Double>, _ count: Int = 101
  ) throws -> NewtonStarts {
    try Expression(source, variables: ["x"]).newtonStarts(in: range, count: count)
  }

  @Test("the starts of x² − 1 go to the root of their sign")
  func roots() throws {
    let starts = try Self.starts("x^2 - 1", -3...3, 100)
    #expect(starts.fates == [.root(-1), .root(1)])
    #expect(starts.labels == (0..<100).map { $0 < 50 ? 0 : 1 })
    #expect(starts.share(of: 0) == 0.5)
  }

  @Test("the cycle 0, 1 of x³ − 2x + 2 draws a share of the starts")
  func cycle() throws {
    let starts = try Self.starts("x^3 - 2x + 2", -0.15...1.15, 505)
    #expect(starts.fates.count == 2)
    guard case .root(let root) = starts.fates[0], case .cycle(let places) = starts.fates[1] else {
      Issue.record("\(starts.fates)")
      return
    }
    #expect(abs(root + 1.769_292_354_238_631) < 1e-12)
    #expect(places.count == 2 && abs(places[0]) < 1e-8 && abs(places[1] - 1) < 1e-8)
    #expect(starts.share(of: 1) > 0.2)
  }

  @Test("cycles of three and four are found with their places in order")
  func longerCycles() throws {
    // Hermite's interpolation: N(0) = 1, N(1) = 2, N(2) = 0, and f″(0) = 0 makes the cycle attract.
    let source = "-33x^6/16 + 85x^5/8 - 289x^4/16 + 21x^3/2 - x + 1"
    let run = try Expression(source, variables: ["x"]).newtonRaphson(from: 1e-5)
    let cycle = try #require(run.cycle)
    #expect(run.period == 3 && cycle.count == 3)
    #expect(zip(cycle, [0.0, 1, 2]).allSatisfy { abs($0 - $1) < 1e-8 })

    let four = try Self.starts("x^3 - x - 3", -0.02...0.02, 11)
    guard four.fates.count == 1, case .cycle(let places) = four.fates[0] else {
      Issue.record("\(four.fates)")
      return
    }
    let expected = [-3.000_498_25, -1.961_896_67, -1.147_501_57, -0.007_446_077]
    #expect(places.count == 4)
    #expect(zip(places, expected).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("where each start has a cycle of its own, none of them stands for all")
  func manyCycles() throws {
    let starts = try Self.starts("sign(x) sqrt(abs(x))", 1...3)
    #expect(starts.fates == [.furtherCycle(period: 2)])
  }

  @Test(
    "divergence has its direction",
    arguments: [
      ("exp(-x)", NewtonStarts.Direction.up), ("exp(x)", .down), ("cbrt(x)", .alternating),
    ])
  func divergence(source: String, direction: NewtonStarts.Direction) throws {
    #expect(try Self.starts(source, 1...2, 10).fates == [.diverged(direction)])
  }

  @Test("arctan converges from the middle and is thrown out from the sides")
  func arctan() throws {
    let starts = try Self.starts("atan(x)", -3...3, 600)
    #expect(starts.fates.contains(.diverged(.alternating)))
    // The border is where the tangent's foot is −x: 1.391745….
    let inside = starts.labels.indices.filter { starts.labels[$0] == 0 }
    #expect(inside.count == 2 * 139)
  }

  @Test("chaos, level tangents and ends of the domain are told apart")
  func others() throws {
    #expect(try Self.starts("x^2 + 1", -2.1...1.9, 50).fates == [.wandering])
    #expect(try Self.starts("floor(x) + 1/2", 0.1...0.9, 9).fates == [.stationary])
    #expect(try Self.starts("sqrt(x)", 1...2, 9).fates == [.leftDomain])
    let sine = try Self.starts("sin(x)", -500...500, 2000)
    #expect(sine.fates.filter { if case .root = $0 { true } else { false } }.count == 12)
    #expect(sine.fates.contains(.furtherRoot))
  }

  @Test("an interval without a width is refused")
  func refusals() {
    #expect(throws: UnivariateError.self) { try Self.starts("x", 1...1) }
    #expect(throws: UnivariateError.self) { try Self.starts("x", 0...(.infinity)) }
  }
}
