import Calculus
import Testing

/// What must hold for every function, on functions drawn at random.
struct SearchPropertyTests {
  /// A sum of waves: many critical points, all of them regular.
  static func waves(_ random: inout SplitMix64) -> String {
    (0..<5).map { _ in
      let a = Double.random(in: -1...1, using: &random)
      let k = Int.random(in: -3...3, using: &random)
      let l = Int.random(in: -3...3, using: &random)
      let phase = Double.random(in: 0...6, using: &random)
      return "(\(a))*sin(\(k)*x+\(l)*y+\(phase))"
    }.joined(separator: "+") + "+0.1*x*y"
  }

  @Test("the indices of the critical points add up to the winding number of the gradient")
  func winding() throws {
    var random = SplitMix64(seed: 7)
    var settled = 0
    for _ in 0..<30 {
      let f = try Expression(Self.waves(&random), variables: ["x", "y"])
      let search = CriticalPointSearch(of: f, in: (-2...2, -2...2))
      let result = search.points()
      guard result.isComplete, !result.isContinuum, let winding = search.gradientWinding(),
        !result.points.contains(where: { $0.kind == .degenerate })
      else { continue }
      let sum = result.points.reduce(0) { $0 + ($1.kind == .saddle ? -1 : 1) }
      #expect(sum == winding, "\(f.text)")
      settled += 1
    }
    #expect(settled >= 28)
  }

  @Test("whatever Newton's method finds is in the list")
  func completeness() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<10 {
      let f = try Expression(Self.waves(&random), variables: ["x", "y"])
      let result = CriticalPointSearch(of: f, in: (-2...2, -2...2)).points()
      #expect(result.isComplete)
      for _ in 0..<40 {
        let start = [
          Double.random(in: -2...2, using: &random), Double.random(in: -2...2, using: &random),
        ]
        guard let found = f.criticalPoint(from: start), found.isConverged,
          found.point.at.allSatisfy({ abs($0) < 2 })
        else { continue }
        let isListed = result.points.contains {
          abs($0.at[0] - found.point.at[0]) + abs($0.at[1] - found.point.at[1]) < 1e-7
        }
        #expect(isListed, "\(f.text) at \(found.point.at)")
      }
    }
  }

  @Test("points move with the function, and maxima become minima when it is negated")
  func symmetry() throws {
    let peaks =
      "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3"
    let f = try Expression(peaks, variables: ["x", "y"])
    let moved = try Expression(
      peaks.replacing("x", with: "(X-5)").replacing("e(X-5)p", with: "exp")
        .replacing("X", with: "x"), variables: ["x", "y"])
    let negated = try Expression("-(\(peaks))", variables: ["x", "y"])
    let here = CriticalPointSearch(of: f, in: (-3...3, -3...3)).points().points
    let there = CriticalPointSearch(of: moved, in: (2...8, -3...3)).points().points
    let below = CriticalPointSearch(of: negated, in: (-3...3, -3...3)).points().points
    #expect(here.count == 9 && there.count == 9 && below.count == 9)
    for (a, b) in zip(here, there) {
      #expect(abs(a.at[0] + 5 - b.at[0]) < 1e-12 && abs(a.at[1] - b.at[1]) < 1e-12)
      #expect(a.kind == b.kind)
    }
    for (a, b) in zip(here, below.reversed()) {
      #expect(abs(a.at[0] - b.at[0]) < 1e-12 && abs(a.value + b.value) < 1e-12)
      let opposite: CriticalPoint.Kind =
        a.kind == .minimum ? .maximum : a.kind == .maximum ? .minimum : a.kind
      #expect(b.kind == opposite)
    }
  }

  @Test("gradients are parallel at Lagrange points, and values beside them agree with the kind")
  func lagrange() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<10 {
      let f = try Expression(Self.waves(&random), variables: ["x", "y"])
      let g = try Expression("x^2+y^2-1", variables: ["x", "y"])
      let result = LagrangePointSearch(of: f, on: g, in: (-2...2, -2...2)).points()
      #expect(result.isComplete && result.isConstraintEmpty == false)
      let count = { kind in result.points.count { $0.kind == kind } }
      // On a closed curve maxima and minima alternate.
      #expect(count(.minimum) == count(.maximum) && count(.minimum) > 0)
      for point in result.points {
        let (p, slope, _) = f.derivatives(at: point.at)
        let slopeOfG = g.derivatives(at: point.at).gradient
        for (a, b) in zip(slope, slopeOfG) { #expect(abs(a - point.multipliers[0] * b) < 1e-12) }
        for turn in [-1e-3, 1e-3] {
          let (x, y) = (point.at[0] - turn * point.at[1], point.at[1] + turn * point.at[0])
          let length = (x * x + y * y).squareRoot()
          let beside = f.value(at: [x / length, y / length])
          #expect(point.kind == .minimum ? beside > p : beside < p)
        }
      }
    }
  }

  @Test("continua, kinks and singular points of a constraint are said to be so")
  func specialConstraints() throws {
    func solve(_ f: String, _ g: String) throws -> LagrangePointSet {
      LagrangePointSearch(
        of: try Expression(f, variables: ["x", "y"]), on: try Expression(g, variables: ["x", "y"]),
        in: (-2...2, -2...2)
      ).points()
    }
    let circle = try solve("x^2+y^2", "x^2+y^2-1")
    #expect(circle.isContinuum && circle.points.isEmpty)
    #expect(circle.isConstraintEmpty == false)
    let point = try solve("x", "x^2+y^2")
    #expect(point.singularPoints.count == 1 && point.points.isEmpty)
    let kinks = try solve("abs(x)+abs(y)", "x^2+y^2-1")
    #expect(kinks.nonsmoothPoints.count == 4)
    let areMinima = kinks.nonsmoothPoints.allSatisfy { $0.kind == .minimum }
    #expect(areMinima)
    let diamond = try solve("x", "abs(x)+abs(y)-1")
    #expect(diamond.nonsmoothPoints.map(\.kind) == [.minimum, .maximum])
  }

  @Test("results survive JSON")
  func coding() throws {
    let f = try Expression("abs(x-1)+y^2+sin(3*x*y)", variables: ["x", "y"])
    let result = CriticalPointSearch(of: f, in: (-2...2, -2...2), budget: 200).points()
    #expect(try Fixture.roundTrip(result) == result)
  }
}
