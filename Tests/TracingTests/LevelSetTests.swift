import Calculus
import Geometry
import Testing

@testable import Tracing

/// Level curves of functions that are known.
struct LevelSetTests {
  static let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)

  static func trace(
    _ source: String, _ levels: [Double], in window: Box = window, tolerance: Double = 0.25,
    withRegions: Bool = false, ratio: Quadtree.SplitRatio = Quadtree.SplitRatio()
  ) throws -> LevelSet {
    let f = try Expression(source, variables: ["x", "y"])
    let resolution = Resolution(window: window, pixels: Point(764, 764), tolerance: tolerance)
    return LevelSetTracer(of: f, in: window, at: resolution, ratio: ratio)
      .trace(levels: levels, withRegions: withRegions)
  }

  @Test("a circle is one closed curve of few cubics", arguments: [0.25, 0.02, 0.002])
  func circle(tolerance: Double) throws {
    let set = try Self.trace("x^2+y^2", [4], tolerance: tolerance)
    #expect(set.curves.count == 1)
    #expect(set.unresolved.isEmpty)
    let curve = try #require(set.curves.first)
    #expect(curve.isClosed)
    #expect(curve.cubics.count <= (tolerance > 0.1 ? 4 : tolerance > 0.01 ? 8 : 12))
    for cubic in curve.cubics {
      for step in 0...100 {
        let point = cubic.point(at: Double(step) / 100)
        #expect(abs(point.length - 2) * 764 / 6 <= tolerance)
      }
    }
  }

  /// Expression, level, number of curves, how many of them are closed.
  static let counts: [(String, Double, Int, Int)] = [
    ("x^2+y^2", 10, 4, 0), ("x^2+y^2", 18, 0, 0), ("x^2+y^2", 19, 0, 0), ("x^2+y^2", 9, 1, 1),
    ("x^2+y^2", 1e-4, 1, 1), ("x", 1, 1, 0), ("x+y", 0, 1, 0), ("x y", 1, 2, 0),
    ("sin(x)cos(y)", 0.5, 3, 1), ("sin(3x)sin(3y)", 0.5, 18, 18), ("y - x^3", 0, 1, 0),
    ("exp(-(x^2+y^2)) (x^2-y^2)", 0.1, 2, 2), ("(x^2+y^2-4)^2 - 0.01", 0, 2, 2),
    ("x^4+y^4-x^2", -0.1, 2, 2), ("ln(x)+y", 0, 1, 0), ("sqrt(x^2+y^2)", 1, 1, 1),
    ("abs(x)+abs(y)", 1, 1, 1), ("max(abs(x), abs(y))", 1, 1, 1), ("1/(x^2+y^2)", 1, 1, 1),
    ("if(x^2+y^2 < 1, x^2+y^2, 1)", 0.25, 1, 1), ("x y", 0, 2, 0), ("x^2-y^2", 0, 2, 0),
    ("sin(x)cos(y)", 0, 3, 0), ("x y (x^2-y^2)/(x^2+y^2)", 0, 4, 0), ("1/x", 1, 1, 0),
    ("y/x", 1, 2, 0), ("tan(x)", 0, 1, 0), ("y - 1/x", 0, 2, 0),
  ]

  @Test("the components of a level set are counted, under five ways of splitting cells")
  func components() throws {
    let ratios = [
      (0.4877, 0.5113), (0.5077, 0.4831), (0.4631, 0.5297), (0.4913, 0.5171), (0.51, 0.47),
    ]
    for (x, y) in ratios {
      for (source, level, count, closed) in Self.counts {
        let set = try Self.trace(source, [level], ratio: Quadtree.SplitRatio(x: x, y: y))
        #expect(set.curves.count == count, "\(source) = \(level) at \(x), \(y)")
        #expect(set.curves.filter(\.isClosed).count == closed, "\(source) = \(level)")
      }
    }
  }

  @Test("an oval of three pixels is found")
  func smallOval() throws {
    let set = try Self.trace("(x-1.234567)^2 + (y-0.7654321)^2", [1.4e-4])
    #expect(set.curves.map(\.isClosed) == [true])
  }

  @Test("higher values lie on the left of a curve")
  func direction() throws {
    let f = try Expression("x^2+3y^2", variables: ["x", "y"])
    for curve in try Self.trace("x^2+3y^2", [1, 5]).curves {
      for cubic in curve.cubics {
        let point = cubic.point(at: 0.5)
        let left = cubic.derivative(at: 0.5).perpendicular
        let gradient = f.derivatives(at: [point.x, point.y]).gradient
        #expect(left.dot(Point(gradient[0], gradient[1])) > 0)
      }
    }
  }

  @Test("a level that is only touched is drawn, and jumps are not joined")
  func singularLevels() throws {
    let double = try Self.trace("(x^2+y^2-1)^2", [0])
    #expect(double.curves.map(\.isClosed) == [true])
    #expect(double.unresolved.isEmpty)
    let point = try Self.trace("(x-1)^2 + 2(y+1)^2", [0, 1])
    #expect(point.isolatedPoints.map(\.level) == [0])
    #expect(point.isolatedPoints.first.map { $0.at.distance(to: Point(1, -1)) < 1e-12 } ?? false)
    #expect(point.curves.map(\.level) == [1])
    let steps = try Self.trace("floor(x) + y", [0.5])
    // −3 ≤ x < 3: the step with y = 3.5 lies above the window.
    #expect(steps.curves.count == 5)
    #expect(steps.unresolved.isEmpty)
    for curve in steps.curves {
      for cubic in curve.cubics { #expect(abs(cubic.p0.y - cubic.p3.y) < 1e-12) }
    }
  }

  @Test("what is not settled is said")
  func unresolved() throws {
    let expanded = try Self.trace("x^4 + 2x^2 y^2 + y^4 - 2x^2 - 2y^2 + 1", [0])
    #expect(expanded.curves.isEmpty)
    #expect(!expanded.unresolved.isEmpty)
    #expect(try Self.trace("x y", [0]).unresolved.isEmpty)
  }

  @Test("a window far from the origin or very small keeps its curves")
  func windows() throws {
    let tiny = Box(minX: -1e-9, minY: -1e-9, maxX: 1e-9, maxY: 1e-9)
    #expect(try Self.trace("x^2+y^2", [2.5e-19], in: tiny).curves.count == 1)
    let far = Box(minX: 1e6, minY: 1e6, maxX: 1e6 + 1, maxY: 1e6 + 1)
    #expect(try Self.trace("x-y", [0], in: far).curves.count == 1)
    let huge = Box(minX: -1e150, minY: -1e150, maxX: 1e150, maxY: 1e150)
    #expect(try Self.trace("x+y", [0], in: huge).curves.count == 1)
    #expect(try Self.trace("x^2+y^2", [.greatestFiniteMagnitude], in: huge).curves.isEmpty)
  }
}
