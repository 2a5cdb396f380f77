import Calculus
import Testing

/// All roots in an interval, no others, and an honest list of what is open.
struct RealRootsTests {
  static func roots(
    _ source: String, in interval: ClosedRange<Double>, budget: Int = RealRoots.standardBudget
  ) throws -> RealRoots {
    try Expression(source, variables: ["x"]).realRoots(in: interval, budget: budget)
  }

  @Test(
    "simple roots are found, all of them, each proved to be one",
    arguments: [
      ("x^2 - 2", -2.0...2.0, [-1.414_213_562_373_095_1, 1.414_213_562_373_095_1]),
      ("x^2 + 1", -9...9, []), ("3", -1...1, []), ("exp(x)", -700...1, []),
      ("(x-1)*(x-2)*(x-3)*(x-4)*(x-5)", 0...6, [1, 2, 3, 4, 5]),
      ("sin(x)", -7...7, [-2 * Double.pi, -.pi, 0, .pi, 2 * .pi]),
      ("sin(x)", 0...3, [0]), ("x - 1", 1...2, [1]), ("x - 1", 0...1, [1]), ("x", 0...0, [0]),
      ("x^2 - 1e-300", -1...1, [-1e-150, 1e-150]),
      ("(x-1)^2 - 1e-20", 0...3, [1 - 1e-10, 1 + 1e-10]),
      (
        "x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30", -10...10,
        [-3.760_213_972_197_447_6, 1.063_070_629_709_697]
      ),
      ("exp(-x) - 1e-40", 0...200, [92.103_403_719_761_83]),
      ("cos(x) - x", -100...100, [0.739_085_133_215_160_6]), ("x*exp(-x)", -1...600, [0]),
      ("1e-200*(x - 3)", 0...10, [3]), ("x^3 - 2x + 2", -5...5, [-1.769_292_354_238_631_4]),
      ("tan(x) - x", 4...4.6, [4.493_409_457_909_064]), ("1e300*x - 1e300", -5...5, [1]),
    ] as [(String, ClosedRange<Double>, [Double])])
  func simpleRoots(source: String, interval: ClosedRange<Double>, expected: [Double]) throws {
    let answer = try Self.roots(source, in: interval)
    #expect(answer.isComplete && answer.breaks.isEmpty && answer.zeroIntervals.isEmpty)
    #expect(answer.roots.count == expected.count, "\(source): \(answer.roots)")
    for (root, place) in zip(answer.roots, expected) {
      #expect(abs(root.location - place) <= 4 * max(place.ulp, 1e-14 * abs(place)), "\(root)")
      #expect(root.kind == .simple && root.isCertified && root.multiplicity == 1, "\(root)")
      #expect(root.enclosure.contains(root.location))
    }
  }

  @Test(
    "multiple roots are reported as such, with a proved bound of their multiplicity",
    arguments: [
      ("(x-1)^2", 1.0, RealRoots.Kind.touching, 2), ("x^2 - 2x + 1", 1, .touching, 2),
      ("(x-1)^3", 1, .crossing, 3), ("x^10", 0, .touching, 10), ("(x-1)^10", 1, .touching, 10),
      ("x^3 - 3x^2 + 3x - 1", 1, .crossing, 3), ("1 - cos(x)", 0, .touching, 2),
      ("x - sin(x)", 0, .crossing, 3), ("(x-0.1)^2", 0.1, .touching, 2),
      ("(x - sqrt(2))^2", 1.414_213_562_373_095_1, .touching, 2),
      ("x^2*exp(x)", 0, .touching, 2),
    ])
  func multipleRoots(source: String, place: Double, kind: RealRoots.Kind, bound: Int) throws {
    let answer = try Self.roots(source, in: -2...3)
    #expect(answer.isComplete && answer.breaks.isEmpty)
    #expect(answer.roots.count == 1, "\(answer)")
    let root = try #require(answer.roots.first)
    #expect(root.kind == kind && root.multiplicity == bound, "\(root)")
    #expect(abs(root.location - place) < 1e-4 && root.enclosure.contains(place), "\(root)")
  }

  @Test("a double root and a simple one beside it are told apart")
  func neighbours() throws {
    let answer = try Self.roots("(x-1)^2*(x-1.001)*(x+3)", in: -5...5)
    #expect(answer.roots.map(\.kind) == [.simple, .touching, .simple])
    #expect(answer.isComplete)
  }

  @Test(
    "a pole, a jump or a gap is never taken for a root",
    arguments: [
      ("1/x", 0, 1), ("tan(x)", 1, 2), ("1/(x-0.3)^2", 0, 0), ("floor(x) + 0.5", 0, 1),
      ("sign(x)", 0, 1), ("1/x + 1", 1, 1), ("x^-3", 0, 1), ("atan(1/x)", 0, 1),
      ("if(x < 0.1, -1, 1)", 0, 1), ("ln(x)", 1, 0), ("x*ln(x)", 1, 1), ("x/abs(x)", 0, 1),
    ])
  func breaks(source: String, count: Int, gaps: Int) throws {
    let answer = try Self.roots(source, in: -2.2...2.1)
    #expect(answer.roots.count == count, "\(source): \(answer)")
    #expect(answer.breaks.count == gaps, "\(source): \(answer)")
    #expect(answer.isComplete)
    #expect(answer.breaks.allSatisfy { $0.upperBound - $0.lowerBound < 1e-9 })
  }

  @Test(
    "roots at kinks, at ends of the domain and of no slope are found",
    arguments: [
      ("abs(x)", 0.0, RealRoots.Kind.touching), ("sqrt(x)", 0, .domainEnd),
      ("sqrt(1 - x^2)*(x+3)", 1, .domainEnd), ("cbrt(x)", 0, .crossing),
      ("sqrt(2 - x^2)*(x+3)", 1.414_213_562_373_095, .domainEnd),
      ("max(x, -1)", 0, .simple), ("abs(x-1) - 1", 0, .simple),
    ])
  func oddRoots(source: String, place: Double, kind: RealRoots.Kind) throws {
    let answer = try Self.roots(source, in: -1.7...1.8)
    #expect(answer.isComplete && answer.zeroIntervals.isEmpty)
    let root = try #require(answer.roots.last { abs($0.location - place) < 1e-9 }, "\(answer)")
    #expect(root.kind == kind, "\(root)")
    #expect(answer.roots.count == (kind == .domainEnd && source != "sqrt(x)" ? 2 : 1), "\(answer)")
  }

  @Test("a function that is 0 on an interval says so")
  func zeroIntervals() throws {
    #expect(try Self.roots("0", in: -1...2).zeroIntervals == [-1...2])
    let steps = try Self.roots("floor(x)", in: -1.5...2.5)
    let range = try #require(steps.zeroIntervals.first)
    #expect(steps.zeroIntervals.count == 1 && steps.roots.isEmpty)
    #expect(abs(range.lowerBound) < 1e-9 && abs(range.upperBound - 1) < 1e-9)
    let ramp = try Self.roots("relu(x)", in: -1...1)
    #expect(abs(try #require(ramp.zeroIntervals.first).upperBound) < 1e-9)
  }

  @Test("a removable gap and an underflow are left open, not called roots")
  func openQuestions() throws {
    let removable = try Self.roots("sin(x)/x - 1", in: -2.2...2.1, budget: 3000)
    #expect(removable.roots.isEmpty)
    #expect((removable.breaks + removable.unsettled).contains { $0.contains(0) })
    let tail = try Self.roots("exp(x)", in: -800...1)
    #expect(tail.roots.isEmpty && tail.zeroIntervals.isEmpty)
    #expect(tail.unsettled.allSatisfy { $0.upperBound < -700 } && tail.unsettled.count == 1)
  }

  @Test("what the budget does not settle is listed, and no root is lost")
  func budgets() throws {
    let wild = try Self.roots("sin(1/x)", in: 0.0001...1, budget: 300)
    #expect(!wild.isComplete && wild.boxes == 300)
    for k in 1...3000 {
      let place = 1 / (Double(k) * .pi)
      let isFound = wild.roots.contains { abs($0.location - place) < 1e-12 }
      #expect(isFound || wild.unsettled.contains { $0.contains(place) })
    }
    let all = try Self.roots("sin(1/x)", in: 0.01...1)
    #expect(all.isComplete && all.roots.count == 31)
    let flat = try Self.roots("abs(x) - x", in: -1...1, budget: 500)
    #expect(!flat.isComplete)
  }

  @Test("products of random linear factors have exactly their roots")
  func randomPolynomials() throws {
    var generator = SplitMix64(seed: 17)
    for _ in 0..<30 {
      let places = (0..<5).map { _ in Double.random(in: -4...4, using: &generator) }.sorted()
      let source = places.map { "(x - (\($0)))" }.joined(separator: "*")
      let answer = try Self.roots(source, in: -5...5)
      #expect(answer.isComplete && answer.roots.count == 5)
      for (root, place) in zip(answer.roots, places) {
        #expect(abs(root.location - place) <= 4 * place.ulp && root.kind == .simple)
      }
    }
  }

  @Test("an interval or a budget that makes no sense is refused")
  func refusals() throws {
    let f = try Expression("x", variables: ["x"])
    #expect(throws: UnivariateError.self) { try f.realRoots(in: 0...Double.infinity) }
    #expect(throws: UnivariateError.self) { try f.realRoots(in: -1.7e308...1.7e308) }
    #expect(throws: UnivariateError.badBudget(0, limit: RealRoots.budgetLimit)) {
      try f.realRoots(in: 0...1, budget: 0)
    }
    let two = try Expression("x + y", variables: ["x", "y"])
    #expect(throws: UnivariateError.variables(count: 2)) { try two.realRoots(in: 0...1) }
  }

  @Test("any function on any interval ends, with its sign changes accounted for")
  func randomSearches() throws {
    var generator = SplitMix64(seed: 8)
    for source in IntervalTests.sources where !source.contains("y") {
      let f = try Expression(source + " - 0.3", variables: ["x"])
      let lower = Double.random(in: -6...0, using: &generator)
      let upper = Double.random(in: 0...6, using: &generator)
      let answer = try f.realRoots(in: lower...upper, budget: 2000)
      let points = PointEvaluator(Program([f]))
      let places = (0...400).map { lower + (upper - lower) * Double($0) / 400 }
      for (a, b) in zip(places, places.dropFirst()) {
        guard points.values(at: [a])[0] * points.values(at: [b])[0] < 0 else { continue }
        let isExplained =
          answer.roots.contains { $0.enclosure.upperBound >= a && $0.enclosure.lowerBound <= b }
          || (answer.breaks + answer.unsettled).contains { $0.overlaps(a...b) }
        #expect(isExplained, "\(source) on \(a)...\(b)")
      }
    }
  }
}
