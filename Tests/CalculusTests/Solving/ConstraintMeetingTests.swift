import Calculus
import Testing

/// Two constraints in the plane, and Lagrange points that no descent finds.
struct ConstraintMeetingTests {
  private static let variables = ["x", "y"]

  private static func search(_ f: String, _ g: String, _ h: String) throws -> LagrangePointSet {
    let parts = try [f, g, h].map { try Expression($0, variables: variables) }
    return ConstraintMeetingSearch(
      of: parts[0], on: (parts[1], parts[2]), in: (x: -6...6, y: -6...6)
    ).points()
  }

  @Test("a circle and a hyperbola meet in four points, with the multipliers of ∇f = λ∇g + μ∇h")
  func four() throws {
    let result = try Self.search("x + 2y", "x^2+y^2-25", "x y-12")
    #expect(result.points.count == 4 && result.isComplete)
    #expect(result.isConstraintEmpty == false)
    for point in result.points {
      let (x, y) = (point.at[0], point.at[1])
      let (a, b) = (point.multipliers[0], point.multipliers[1])
      #expect(abs(a * 2 * x + b * y - 1) < 1e-12)
      #expect(abs(a * 2 * y + b * x - 2) < 1e-12)
      #expect(point.kind == .degenerate)
    }
  }

  @Test("where two constraints only touch, the point is singular")
  func touching() throws {
    let result = try Self.search("x", "x^2+y^2-1", "y-1")
    #expect(result.points.isEmpty)
    #expect(result.singularPoints.count == 1)
    #expect(abs(result.singularPoints[0].at[1] - 1) < 1e-6)
  }

  @Test("constraints that never meet are proved not to, and one twice is a continuum")
  func extremes() throws {
    #expect(try Self.search("x", "x^2+y^2-1", "x-2").isConstraintEmpty == true)
    #expect(try Self.search("x", "x^2+y^2-1", "2x^2+2y^2-2").isContinuum)
  }

  @Test("where f falls for ever, a maximum or a saddle near the start is still found")
  func anyKind() throws {
    let names = ["l", "w", "h"]
    let volume = try Expression("l w h", variables: names)
    let surface = try Expression("2 l w + 2 l h + 2 w h - 6", variables: names)
    let box = try #require(volume.lagrangePoint(subjectTo: [surface], from: [1, 2, 2]))
    #expect(box.isConverged && box.point.kind == .maximum)
    #expect(box.point.at.allSatisfy { abs($0 - 1) < 1e-12 })
    #expect(abs(box.point.multipliers[0] - 0.25) < 1e-12)
    let saddle = try #require(
      Expression("x^2 - y^2 + x", variables: Self.variables).criticalPoint(from: [3, 1]))
    #expect(saddle.isConverged && saddle.point.kind == .saddle)
    #expect(saddle.point.at == [-0.5, 0])
    let hill = try #require(Expression("-a^4 - a^2", variables: ["a"]).criticalPoint(from: [2]))
    #expect(hill.isConverged && hill.point.kind == .maximum && abs(hill.point.at[0]) < 1e-12)
  }
}
