import Calculus
import Testing

/// What fits on a slide: the two snippets of the documentation, word for word between the marks
/// `slide` and `end`.
struct SlideTests {
  @Test("the Swift that fits a line")
  func line() throws {
    // slide
    let data = try FitData(
      x: [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
      y: [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68])
    let line = try data.fit("m x + c")
    for p in line.parameters { print(p.name, p.value, "±", p.standardError ?? 0) }
    // end
    // Anscombe's first table: the course's numbers.
    #expect(abs((line["m"] ?? 0) - 0.500091) < 5e-7 && abs((line["c"] ?? 0) - 3.000091) < 5e-7)
    #expect(abs(line.chiSquared - 13.76269) < 5e-6)
    #expect(abs((line.parameters[0].standardError ?? 0) - 0.117906) < 5e-7)
    #expect(abs((line.parameters[1].standardError ?? 0) - 1.124747) < 5e-7)
  }

  @Test("the Swift that finds Lagrange points")
  func lagrange() throws {
    // slide
    let f = try Expression("x^2 y", variables: ["x", "y"])
    let found = try f.lagrangePoints(on: "x^2 + y^2 = 3", x: -2...2, y: -2...2)
    for p in found.points { print(p.kind, p.at, "λ =", p.multipliers[0], "f =", p.value) }
    // end
    // ±2a³/(3√3) with a = √3 is ±2, at (±√2, ±1).
    #expect(found.points.count == 6 && found.isComplete)
    #expect(abs((found.points.first?.value ?? 0) + 2) < 1e-14)
    #expect(abs((found.points.last?.value ?? 0) - 2) < 1e-14)
    #expect(found.points.contains { abs($0.at[0] - 2.0.squareRoot()) + abs($0.at[1] - 1) < 1e-14 })
  }

  @Test("a slip in the equation is told as in any formula")
  func slip() throws {
    let f = try Expression("x", variables: ["x", "y"])
    #expect(throws: ParseError.self) { try f.lagrangePoints(on: "x^2 +", x: -1...1, y: -1...1) }
  }
}
