import Calculus
import Geometry
import Testing

@testable import Tracing

@Suite struct ContourWalkTests {
  private let plane = Box(minX: -50, minY: -50, maxX: 50, maxY: 50)

  private func jet(_ source: String) throws -> ContourWalk.Jet {
    let f = try Expression(source, variables: ["x", "y"])
    return { point in
      let jet = f.derivatives(at: [point.x, point.y])
      return (jet.value, Point(jet.gradient[0], jet.gradient[1]))
    }
  }

  @Test("A circle closes and is one")
  func circle() throws {
    let walk = ContourWalk(
      try jet("x^2 + y^2"), level: 4, around: .zero, axes: (Point(1, 0), Point(0, 1)), in: plane)
    let curve = try #require(walk.curve())
    #expect(curve.isClosed)
    for cubic in curve.cubics {
      for t in [0.0, 0.3, 0.5, 0.8] { #expect(abs(cubic.point(at: t).length - 2) < 1e-6) }
    }
    let length = curve.cubics.reduce(0) { $0 + $1.length() }
    #expect(abs(length - 4 * Double.pi) < 1e-3)
  }

  @Test("A bent valley is followed all around", arguments: [0.5, 2, 8])
  func valley(_ level: Double) throws {
    let source = "(1-x)^2 + 8(y-x^2)^2"
    let f = try Expression(source, variables: ["x", "y"])
    let walk = ContourWalk(
      try jet(source), level: level, around: Point(1, 1),
      axes: (Point(0.7, 1.4), Point(-0.2, 0.1)), in: plane)
    let curve = try #require(walk.curve())
    #expect(curve.isClosed)
    let points = curve.cubics.flatMap { [$0.p0, $0.point(at: 0.5)] }
    for point in points {
      // The distance from the level curve, by the slope.
      let slope = try f.evaluated(at: [point.x, point.y]).gradient
      let steepness = (slope[0] * slope[0] + slope[1] * slope[1]).squareRoot()
      #expect(abs(f.value(at: [point.x, point.y]) - level) < 4e-3 * steepness)
    }
    // The region reaches from 1 − √level to 1 + √level.
    let hull = try #require(Box(containing: points))
    #expect(abs(hull.minX - 1 + level.squareRoot()) < 0.01 * level.squareRoot())
    #expect(abs(hull.maxX - 1 - level.squareRoot()) < 0.01 * level.squareRoot())
  }

  @Test("A curve that leaves the window has two ends; one that is not there is none")
  func open() throws {
    let axes = (Point(1, 0), Point(0, 1))
    let parabola = ContourWalk(
      try jet("x^2 - y"), level: 1, around: Point(0, 1), axes: axes, in: plane)
    let curve = try #require(parabola.curve())
    #expect(!curve.isClosed)
    #expect(curve.cubics.first.map { $0.p0.y > 50 } == true)
    #expect(curve.cubics.last.map { $0.p3.y > 50 } == true)
    let none = ContourWalk(
      try jet("1 - exp(-x^2-y^2)"), level: 2, around: .zero, axes: axes, in: plane)
    #expect(none.curve() == nil)
    let undefined = ContourWalk(
      try jet("sqrt(x - 100)"), level: 2, around: .zero, axes: axes, in: plane)
    #expect(undefined.curve() == nil)
  }
}
