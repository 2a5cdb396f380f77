import Testing

@testable import Calculus

/// Searches that find nothing, too much, or run out of their budget.
struct HostileSearchTests {
  static func search(
    _ source: String, _ x: ClosedRange<Double> = -2...2, _ y: ClosedRange<Double> = -2...2,
    budget: Int = CriticalPointSearch.defaultBudget
  ) throws -> CriticalPointSet {
    let f = try Expression(source, variables: ["x", "y"])
    return CriticalPointSearch(of: f, in: (x, y), budget: budget).points()
  }

  @Test(
    "curves and areas of critical points are said to be so",
    arguments: [
      "3", "x^2", "sin(x)^2", "x^2*y^2", "cos(x^2+y^2)", "(x+y)^2", "exp(-(x^2+y^2-1)^2)", "0*x",
    ])
  func continua(source: String) throws {
    let result = try Self.search(source)
    #expect(result.isContinuum)
    #expect(result.boxesVisited < 20_000)
  }

  @Test("where the gradient underflows nothing is claimed")
  func underflow() throws {
    // Two Gaussians: a maximum near each, a saddle between them, and nothing to be seen beyond.
    let pair = "exp(-100*((x-1)^2+y^2))+exp(-100*((x+1)^2+y^2))"
    for half in [3.0, 20] {
      let result = try Self.search(pair, -half...half, -half...half)
      #expect(!result.isContinuum && result.hasFlatParts && !result.isComplete)
      #expect(result.points.map(\.kind) == [.saddle, .maximum, .maximum])
      #expect(result.boxesVisited < 20_000)
      let isCovered = result.unsettled.contains { $0.x.contains(half / 2) && $0.y.contains(half) }
      #expect(isCovered)
    }
    let single = try Self.search("exp(-100*(x^2+y^2))", -20...20, -20...20)
    #expect(single.isComplete && !single.hasFlatParts)
  }

  @Test("a point that rounding blurs is no curve of points")
  func blur() throws {
    // ((x − 1)⁴ + (y − 1)⁴) written out.
    let source = "x^4-4*x^3+6*x^2-4*x+y^4-4*y^3+6*y^2-4*y"
    let result = try Self.search(source, -3...3, -3...3)
    #expect(!result.isContinuum)
    let isCovered = result.unsettled.contains { $0.x.contains(1) && $0.y.contains(1) }
    let isFound = result.points.contains { abs($0.at[0] - 1) + abs($0.at[1] - 1) < 1e-3 }
    #expect(isCovered || isFound)
  }

  @Test(
    "extrema at kinks are found and told from smooth ones",
    arguments: [
      ("abs(x)+abs(y)", [0.0, 0.0], CriticalPoint.Kind.minimum),
      ("abs(x-0.3)+(y-0.7)^2", [0.3, 0.7], .minimum),
      ("1-sqrt(x^2+y^2)", [0, 0], .maximum), ("abs(x-y)+x^2", [0, 0], .minimum),
      ("max(abs(x-0.1), abs(y+0.2))", [0.1, -0.2], .minimum), ("-hypot(x, y)", [0, 0], .maximum),
      ("-relu(x)-relu(-x)-abs(y-1)", [0, 1], .maximum), ("sqrt(abs(x))+y^2", [0, 0], .minimum),
      ("cbrt(x-0.25)^2+(y+1.5)^2", [0.25, -1.5], .minimum), ("abs(x)^1.5+y^2", [0, 0], .minimum),
    ])
  func kinks(source: String, at: [Double], kind: CriticalPoint.Kind) throws {
    let result = try Self.search(source)
    #expect(result.points.isEmpty)
    #expect(result.nonsmoothPoints.count == 1)
    let point = try #require(result.nonsmoothPoints.first)
    #expect(point.kind == kind)
    for (own, other) in zip(point.at, at) { #expect(abs(own - other) < 1e-7) }
  }

  @Test(
    "kinks that are not extreme, or only level with their neighbours, are no extrema",
    arguments: [
      "abs(x)-abs(y)", "abs(x*y)", "min(x^2+y^2, (x-1)^2+y^2)", "abs(x)", "abs(x)+x*y",
      "sqrt(1-x^2-y^2)", "abs(x-y)+x", "-abs(sin(x)*cos(y))", "1/(x^2+y^2)",
    ])
  func levelKinks(source: String) throws {
    #expect(try Self.search(source).nonsmoothPoints == [])
  }

  @Test("a jump is no critical point")
  func jumps() throws {
    for source in ["floor(x)+y^2+x", "x^2+y^2+sign(x)", "if(x < 0, x, x + 1) + y^2"] {
      let result = try Self.search(source)
      #expect(result.points.isEmpty, "\(source): \(result.points)")
    }
  }

  @Test("a budget that runs out leaves the boxes that were not settled")
  func budget() throws {
    let peaks =
      "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3"
    let full = try Self.search(peaks, -3...3, -3...3)
    #expect(full.isComplete)
    for budget in [1, 10, 100, 1000] {
      let result = try Self.search(peaks, -3...3, -3...3, budget: budget)
      #expect(!result.unsettled.isEmpty)
      #expect(result.boxesVisited <= budget)
      // A point that was not found lies in a box that says so.
      for point in full.points {
        let isKnown = result.points.contains {
          abs($0.at[0] - point.at[0]) + abs($0.at[1] - point.at[1]) < 1e-9
        }
        let isCovered = result.unsettled.contains {
          $0.x.contains(point.at[0]) && $0.y.contains(point.at[1])
        }
        #expect(isKnown || isCovered)
      }
    }
    let bumps = "-abs(sin(x)*cos(y)*exp(abs(1-sqrt(x^2+y^2)/pi)))"
    let result = try Self.search(bumps, -10...10, -10...10, budget: 20_000)
    #expect(result.boxesVisited <= 20_000)
  }

  @Test(
    "windows of any size and place neither trap nor hang",
    arguments: [
      (0.0, 0.0, 0.0, 0.0), (-1e-300, 1e-300, -1e-300, 1e-300), (-1e300, 1e300, -1e300, 1e300),
      (-1.7e308, 1.7e308, 0, 1), (-Double.infinity, .infinity, -1, 1), (1, 1, -1, 1),
      (1e15, 1e15 + 2, 0, 1), (0, 1e-12, -1e12, 1e12),
      (0, .leastNonzeroMagnitude, 0, .leastNonzeroMagnitude),
    ])
  func windows(x0: Double, x1: Double, y0: Double, y1: Double) throws {
    for source in ["x^2+y^2", "x^2*y-x", "sin(x)*cos(y)", "1/x+ln(y)", "x^y", "gamma(x)*y", "3"] {
      let result = try Self.search(source, x0...x1, y0...y1, budget: 3000)
      #expect(result.boxesVisited <= 3000)
      let areFinite = result.points.allSatisfy { $0.at.allSatisfy(\.isFinite) }
      #expect(areFinite)
      let f = try Expression(source, variables: ["x", "y"])
      let search = CriticalPointSearch(of: f, in: (x0...x1, y0...y1), budget: 1000)
      _ = search.gradientWinding()
      _ = LagrangePointSearch(
        of: f, on: try Expression("x+y-1", variables: ["x", "y"]), in: (x0...x1, y0...y1),
        budget: 1000
      ).points()
    }
  }

  @Test("functions that are nowhere defined have no critical points")
  func undefined() throws {
    for source in ["sqrt(-1-x^2)", "ln(-x^2-1)*y", "asin(3+x^2)+y", "0/0*x", "1/0+x*y"] {
      let result = try Self.search(source)
      #expect(result.points.isEmpty && result.nonsmoothPoints.isEmpty, "\(source): \(result)")
    }
  }

  @Test("a long formula gets fewer boxes, so that the work stays bounded")
  func longFormula() throws {
    let source = (1...1500).map { "sin(\($0)*x*y+\($0))" }.joined(separator: "+")
    let gradient = try Expression(source, variables: ["x", "y"]).gradient
    let system = PlaneSystem(gradient[0], gradient[1], witnesses: [])
    let box = PlaneBox(SearchBox(x: -2...2, y: -2...2))
    let search = RootSearch(system, in: box, budget: .max)
    #expect(search.budget * system.cost <= RootSearch.operationLimit)
    #expect(search.budget > 100)
  }

  @Test("points on the window's edge belong to it, points beside it do not")
  func edges() throws {
    let corner = try Self.search("x^2+y^2", 0...1, 0...1).points
    let side = try Self.search("x^2+y^2", 0...1, -1...1).points
    let beside = try Self.search("x^2+y^2", 1e-6...1, -1...1).points
    let both = try Self.search("x^3-3*x+y^2", -1...1, -1...1).points
    #expect([corner, side, beside, both].map(\.count) == [1, 1, 0, 2])
  }

  @Test("a wrong number of variables or coordinates is no trap")
  func shapes() throws {
    let three = try Expression("a+b+c", variables: ["a", "b", "c"])
    let result = CriticalPointSearch(of: three, in: (0...1, 0...1)).points()
    #expect(result.unsettled.count == 1)
    #expect(three.criticalPoint(from: [1]) == nil)
    #expect(three.lagrangePoint(subjectTo: [], from: [0, 0, 0]) == nil)
    #expect(three.lagrangePoint(subjectTo: [three], from: [0]) == nil)
    let none = try Expression("3", variables: [])
    #expect(none.criticalPoint(from: []) == nil)
  }

  @Test("a search from a start says when it does not come to rest")
  func divergence() throws {
    let f = try Expression("x+y", variables: ["x", "y"])
    let far = try #require(f.criticalPoint(from: [0, 0]))
    #expect(!far.isConverged)
    let g = try Expression("x^2+y^2+1", variables: ["x", "y"])
    let none = try #require(f.lagrangePoint(subjectTo: [g], from: [1, 2]))
    #expect(!none.isConverged)
    let undefined = try Expression("ln(x)+y", variables: ["x", "y"])
    #expect(undefined.criticalPoint(from: [-1, 0]) == nil)
  }
}
