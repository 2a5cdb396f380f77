import Testing

@testable import Calculus

/// Complex parts of formulas, and where iterations of the plane end.
struct BasinsTests {
  @Test(
    "the parts of an analytic formula satisfy the Cauchy–Riemann equations",
    arguments: [
      "x^3 - 2x + 2", "exp(x)", "sin(x)", "cos(x)", "tan(x)", "sinh(x)", "cosh(x)", "tanh(x)",
      "ln(x)", "sqrt(x)", "1/x", "x^-2", "x^2.5", "2^x", "sec(x)", "csc(x)", "cot(x)", "coth(x)",
      "sinc(x)", "(x-1)/(x+1)", "x*exp(-x^2)",
    ])
  func cauchyRiemann(source: String) throws {
    let f = try Expression(source, variables: ["x"])
    let parts = try #require(ComplexParts.split([f, f.derivative(by: "x")]))
    for p in [[0.7, 0.4], [-1.3, 0.9], [0.2, -1.1]] {
      let (u, v) = (
        parts[0].gradient.map { $0.value(at: p) }, parts[1].gradient.map { $0.value(at: p) }
      )
      let size = max(abs(u[0]), abs(u[1]))
      #expect(abs(u[0] - v[1]) <= 1e-12 * size && abs(u[1] + v[0]) <= 1e-12 * size)
      #expect(abs(parts[2].value(at: p) - u[0]) <= 1e-12 * size)
      #expect(abs(parts[3].value(at: p) - v[0]) <= 1e-12 * size)
    }
    // On the axis the real part is the function itself.
    #expect(
      abs(parts[0].value(at: [0.6, 0]) - f.value(at: [0.6])) <= 1e-14
        * max(1, abs(f.value(at: [0.6]))))
  }

  @Test(
    "what is not analytic has no parts",
    arguments: ["abs(x)", "floor(x)", "max(x, 1)", "if(x < 0, 1, x)", "sum(k, 1, 3, x^k)"])
  func others(source: String) throws {
    #expect(ComplexParts.split([try Expression(source, variables: ["x"])]) == nil)
  }

  @Test("the same lattice gives the same answer each time")
  func repeats() throws {
    let f = try Expression("x^5 - 3x + 1", variables: ["x"])
    let all = (0..<3).map { _ in
      Basins(ofRootsOf: f, x: -2...2, y: -2...2, columns: 300, rows: 300)
    }
    #expect(all[0] != nil && all[0] == all[1] && all[1] == all[2])
    #expect(all[0]?.ends.count == 5)
  }

  @Test(
    "a window about the axis has the ends, labels and steps of its rows in a window that is not",
    arguments: ["x^3 - 1", "x^5 - 3x + 1", "sin(x) - x/2", "ln(x) - 1", "1/x - 1"], [40, 41])
  func mirror(source: String, rows: Int) throws {
    let f = try Expression(source, variables: ["x"])
    func basins(_ top: Double, _ rows: Int) throws -> Basins {
      try #require(
        Basins(ofRootsOf: f, x: -4...4.1, y: -2...top, columns: 50, rows: rows))
    }
    let half = try basins(2, rows)
    // Some rows more: the lower ones have the same starts, and nothing is mirrored.
    let whole = try basins(-2 + 4 * Double(rows + 9) / Double(rows), rows + 9)
    #expect(half.labels.count == 50 * rows && half.steps.count == 50 * rows)
    var (different, counts) = (0, half.ends.map { _ in 0 })
    for start in half.labels.indices {
      let (a, b) = (Int(half.labels[start]), Int(whole.labels[start]))
      if a >= 0 { counts[a] += 1 }
      let isSame =
        a < 0 || b < 0
        ? a == b
        : abs(half.ends[a].x - whole.ends[b].x) < 1e-4
          && abs(half.ends[a].y - whole.ends[b].y) < 1e-4
      if !isSame || half.steps[start] != whole.steps[start] { different += 1 }
    }
    // The lattices differ by rounding, which the fine parts of a basin magnify.
    #expect(different <= half.labels.count / 200)
    let total = Double(50 * rows)
    for (end, count) in zip(half.ends, counts) {
      #expect(abs(end.share - Double(count) / total) < 1e-12)
    }
  }

  @Test("a budget makes the lattice coarser, not the work longer")
  func budget() throws {
    let f = try Expression("(1-x)^2 + 100(y-x^2)^2", variables: ["x", "y"])
    let basins = try #require(
      Basins(
        ofMinimaOf: f, by: .gradient, x: -2...2, y: -2...2, columns: 700, rows: 700, within: 2e6))
    #expect(basins.columns < 300 && basins.columns == basins.rows)
    #expect(basins.ends.count == 1)
  }

  @Test("a start that Newton throws far out comes back", arguments: [5, 8])
  func farOut(degree: Int) throws {
    // From 0.035 it lands at 1e5 or 1e9, and every step brings it nearer by one part in n.
    let f = try Expression("x^\(degree) - 1", variables: ["x"])
    let basins = try #require(
      Basins(ofRootsOf: f, x: -1...1, y: -1...1, columns: 40, rows: 40, steps: 400))
    #expect(basins.labels.allSatisfy { $0 >= 0 })
    #expect(basins.ends.count == degree)
  }

  @Test("a short step over a flat place is no end of the hybrid rule")
  func flatPlace() throws {
    let f = try Expression("-exp(-(x^2+y^2))", variables: ["x", "y"])
    let basins = try #require(
      Basins(
        ofMinimaOf: f, by: .hybrid, factor: 0.02, x: -4...5, y: -3...5, columns: 40, rows: 40))
    #expect(basins.ends.count == 1)
    for end in basins.ends { #expect(abs(end.x) < 1e-12 && abs(end.y) < 1e-12) }
  }

  @Test("the hybrid rule ends on the point itself, and so where it hits it exactly")
  func exactEnds() throws {
    let bowl = try Expression("x^2 + 3y^2", variables: ["x", "y"])
    let one = try #require(
      Basins(ofMinimaOf: bowl, by: .hybrid, x: -1...1, y: -1...1, columns: 9, rows: 9))
    #expect(one.ends.map(\.share) == [1])
    let wells = try Expression("x^4 - 2x^2 + y^2", variables: ["x", "y"])
    let three = try #require(
      Basins(ofMinimaOf: wells, by: .hybrid, x: -3...3, y: -3...3, columns: 91, rows: 90))
    #expect(three.ends.map { $0.x.rounded() } == [-1, 0, 1])
    for end in three.ends { #expect(abs(end.x - end.x.rounded()) < 1e-12) }
  }

  @Test("steps that jump over a minimum ever farther do not end there")
  func repelled() throws {
    // The curvature is 2 in x and 10 in y: steps of 0.19 arrive, steps of 0.21 do not.
    let f = try Expression("x^2 + 5y^2 + x^4/100", variables: ["x", "y"])
    func share(_ factor: Double) throws -> Double {
      let basins = try #require(
        Basins(
          ofMinimaOf: f, by: .gradient, factor: factor, x: -1...1, y: -1...1, columns: 12,
          rows: 12))
      return basins.ends.reduce(0) { $0 + $1.share }
    }
    #expect(try share(0.19) == 1)
    #expect(try share(0.21) == 0)
  }
}
