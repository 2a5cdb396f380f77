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

  @Test("Between its points a curve stays on the level, where it bends one way and then the other")
  func between() throws {
    // χ² of y = a exp(-b x) for seven points, over a and b.
    let data = [
      (1.083, 2.2548, 0.361), (1.356, 1.4131, 0.195), (1.705, 0.8685, 0.252),
      (2.707, -0.0614, 0.278), (3.17, 0.3679, 0.317), (4.701, -0.1008, 0.144),
      (5.018, -0.2675, 0.184),
    ]
    let terms = data.map { "((x exp(-\($0.0)y) - (\($0.1)))/\($0.2))^2" }
    let jet = try jet(terms.joined(separator: " + "))
    let centre = Point(13.952827, 1.6806795)
    let axes = (Point(21.678, 1.1752), Point(0.0034, 0.1831))
    let least = try #require(jet(centre)).value
    let walk = ContourWalk(
      { point in jet(point).map { ($0.value - least, $0.gradient) } }, level: 6.18,
      around: centre, axes: axes,
      in: Box(minX: -600, minY: -40, maxX: 600, maxY: 40))
    let curve = try #require(walk.curve())
    #expect(curve.isClosed)
    for cubic in curve.cubics {
      for t in [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9] {
        let here = try #require(jet(cubic.point(at: t)))
        let slope = Point(here.gradient.dot(axes.0), here.gradient.dot(axes.1)).length
        #expect(abs(here.value - least - 6.18) / slope < 1e-3)
      }
    }
  }
}
