import Calculus
import Geometry
import Testing

@testable import Tracing

/// What is drawn of a graph: true to the tolerance, never across a break, honest where it is crowded.
struct GraphTracerTests {
  static func graph(_ source: String, _ interval: ClosedRange<Double>) throws -> FunctionGraph {
    try FunctionGraph(of: Expression(source, variables: ["x"]), on: interval)
  }

  static func picture(_ source: String, _ interval: ClosedRange<Double>) throws -> GraphPicture {
    let graph = try graph(source, interval)
    return GraphPicture(graph, FunctionGraph.window(over: graph.ordinates()))
  }

  static let smooth: [(String, ClosedRange<Double>)] = [
    ("sin(x)", -5...5), ("exp(x)", -5...5), ("x^3-3x", -3...3), ("1/x", -3...3), ("tan(x)", -5...5),
    ("sqrt(x)", -1...4), ("sqrt(1-x^2)", -1.5...1.5), ("cbrt(x)", -2...2), ("ln(x)", -1...3),
    ("1/(1+25x^2)", -1...1), ("1/(0.0001+(x-0.3)^2)", -1...1), ("gamma(x)", -4.5...5),
    ("tanh(40(x-0.2))", -5...5), ("x^x", -1...2), ("abs(x^2-2)", -3...3), ("sin(x^2)", -6...6),
    ("exp(-x^2)cos(9x)", -4...4), ("x^20", -1.2...1.2), ("1/(1+1e8*(x-0.3)^2)", -5...5),
    ("sin(1/x)", 0.05...1),
    ("asin(x)", -2...2), ("x + 0.01tanh(1e6(x-0.123))", -5...5),
    ("erf(3x)", -5...5), ("atan(100x)", -5...5), ("x^41", -2...2), ("sqrt(abs(x^3-2))", -2...2),
    ("1000000+0.001*sin(x)", -7...7), ("3", -5...5), ("2x-1", -5...5),
  ]

  @Test("drawn points are within the tolerance of the graph", arguments: smooth)
  func accuracy(source: String, interval: ClosedRange<Double>) throws {
    #expect(try worstDistance(source, interval) <= 0.25)
  }

  /// The farthest that a drawn point is from the graph, in pixels.
  private func worstDistance(_ source: String, _ interval: ClosedRange<Double>) throws -> Double {
    let picture = try Self.picture(source, interval)
    let f = SlopedFunction(try Expression(source, variables: ["x"]))
    var worst = 0.0
    for cubic in picture.trace.lines.flatMap(\.cubics) {
      for step in 0...200 {
        let p = cubic.point(at: Double(step) / 200)
        worst = max(worst, Self.distance(p, f, picture))
      }
    }
    #expect(!picture.trace.lines.isEmpty)
    return worst
  }

  /// The distance of a point from the graph in pixels: to the nearest place where the graph has the
  /// same ordinate, or to the graph above and below, whichever is less.
  static func distance(_ p: Point, _ f: SlopedFunction, _ picture: GraphPicture) -> Double {
    let pixel = picture.resolution.pixelWidth
    var best = abs(f.f.value(p.x) - p.y) / picture.resolution.pixelHeight
    if best.isNaN { best = .infinity }
    let isAbove = f.f.value(p.x) > p.y
    for side in [-1.0, 1] {
      var reach = 1e-6
      while reach < min(best, 1) {
        let (a, b) = (p.x, p.x + side * reach * pixel)
        let value = f.f.value(b)
        if value.isFinite {
          if (value > p.y) != isAbove { best = min(best, reach) }
          let q = picture.pixels(Point(b, value))
          best = min(best, q.distance(to: picture.pixels(p)))
        }
        if a == b { break }
        reach *= 1.1
      }
    }
    return best
  }

  @Test("few cubics say what a smooth graph is")
  func cost() throws {
    for (source, most) in [("2x-1", 1), ("sin(x)", 8), ("exp(x)", 4), ("x^2", 4), ("1/x", 6)] {
      let picture = try Self.picture(source, -5...5)
      #expect(picture.trace.lines.flatMap(\.cubics).count <= most, "\(source)")
    }
  }

  @Test(
    "a window as wide as the greatest double has a range of values",
    arguments: [0...1e308, 1e307...1.5e308, -1e307...1e308])
  func widest(interval: ClosedRange<Double>) throws {
    #expect(OrdinateChoice.range(of: try Self.graph("3", interval)) == 3...3)
  }

  @Test(
    "an oscillation finer than pixels is the band it fills",
    arguments: [
      ("sin(1000x)", -5.0...5.0), ("sin(1e6x)", -5...5), ("sin(100x)", -10...10),
      ("cos(12345.6789x)", -1...1),
    ])
  func bands(source: String, interval: ClosedRange<Double>) throws {
    let picture = try Self.picture(source, interval)
    let width = interval.upperBound - interval.lowerBound
    for step in 1..<97 {
      let x = interval.lowerBound + width * Double(step) / 97
      for y in [-0.99, 0, 0.99] {
        #expect(picture.distance(to: Point(x, y)) < 1, "\(x), \(y)")
      }
    }
    for path in picture.trace.bands {
      let hull = try #require(path.hull)
      #expect(hull.maxY <= 1 && hull.minY >= -1)
    }
    #expect(picture.trace.lines.flatMap(\.cubics).count < 40)
  }

  @Test("near an essential point the band reaches the point")
  func essential() throws {
    let picture = try Self.picture("sin(1/x)", -1...1)
    for x in [-0.003, -1e-4, 1e-4, 0.003, 0.01] {
      for y in [-0.98, 0.5, 0.98] { #expect(picture.distance(to: Point(x, y)) < 1.5) }
    }
    // Crests that can be told apart are lines.
    #expect(picture.distance(to: Point(2 / Double.pi, 0.9)) > 20)
  }

  @Test(
    "a million breaks take no time and are said to be many",
    arguments: ["tan(1e6x)", "floor(1e6x)", "1/sin(1e7x)", "sign(sin(1e8x))", "mod(1e7x, 1)"])
  func crowds(source: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let picture = try Self.picture(source, -5...5)
    let graph = try Self.graph(source, -5...5)
    #expect(clock.now - start < .seconds(2))
    #expect(!graph.crowded.isEmpty)
    #expect(graph.breaks.count < 100)
    #expect(!picture.trace.bands.isEmpty)
    #expect(picture.trace.bands.reduce(0) { $0 + $1.subpaths[0].segments.count } < 10_000)
  }

  @Test(
    "what is nowhere defined, constant or lost in rounding is no trouble",
    arguments: [
      "sqrt(-1-x^2)", "ln(-exp(x))", "0/0", "1/0", "0", "-7.5", "0*x", "x-x", "1e300*x^9",
      "1e-300*x",
      "sqrt(sin(x)^2+cos(x)^2-1)", "sin(1e10x)", "tan(1e12x)", "exp(exp(exp(x)))", "1/(x-x)",
      "sin(1/sin(1/x))", "x^1000", "gamma(100x)", "if(x<0, sqrt(x), ln(-x))", "0/(x-1)",
    ])
  func trouble(source: String) throws {
    for interval in [-5.0...5.0, 0...1e-300, -1e300...1e300, 1e15...(1e15 + 4)] {
      let clock = ContinuousClock()
      let start = clock.now
      let picture = try Self.picture(source, interval)
      #expect(clock.now - start < .seconds(3), "\(interval)")
      for line in picture.trace.lines {
        #expect(line.cubics.allSatisfy { $0.p0.isFinite && $0.p3.isFinite }, "\(interval)")
      }
    }
  }

  @Test("an interval without extent and an expression of two variables are refused")
  func refused() throws {
    let f = try Expression("x*y", variables: ["x", "y"])
    #expect(throws: UnivariateError.self) { try FunctionGraph(of: f, on: 0...1) }
    let g = try Expression("x", variables: ["x"])
    #expect(throws: UnivariateError.self) { try FunctionGraph(of: g, on: 1...1) }
    #expect(throws: UnivariateError.self) { try FunctionGraph(of: g, on: 0...Double.infinity) }
  }

  /// A graph, the ordinates that must be shown, and how high the window may be.
  struct ChosenWindow: Sendable {
    let source: String
    let interval: ClosedRange<Double>
    let shown: [Double]
    let height: Double

    init(
      _ source: String, _ interval: ClosedRange<Double>, _ shown: [Double], _ height: Double
    ) {
      self.source = source
      self.interval = interval
      self.shown = shown
      self.height = height
    }
  }

  static let windows: [ChosenWindow] = [

    ChosenWindow("tan(x)", -5.0...5.0, [-2.0, 2], 20.0), ChosenWindow("1/x", -5...5, [-1, 1], 12),
    ChosenWindow("1/x", 0...5, [0.2, 2], 20),
    ChosenWindow("sec(x)", -5...5, [-2, 2], 20), ChosenWindow("1/x^2", -5...5, [0.1, 4], 20),
    ChosenWindow("ln(x)", -1...3, [-3, 1], 12),
    ChosenWindow("x^2", -5...5, [0, 25], 30), ChosenWindow("exp(x)", -5...5, [0, 148], 180),
    ChosenWindow("x^3-3x", -3...3, [-18, 18], 45),
    ChosenWindow("sin(1/x)", -1...1, [-1, 1], 2.5),
    ChosenWindow("floor(x)", -3.5...3.5, [-4, 3], 9),
    ChosenWindow("1/(1+1e8*(x-0.3)^2)", -5...5, [0, 1], 1.3),
    ChosenWindow("exp(-1e6*(x-0.1)^2)", -5...5, [0, 1], 1.3),
    ChosenWindow("1/(0.0001+(x-0.3)^2)", -1...1, [0, 10000], 13000),
    ChosenWindow("x^41", -2...2, [-1, 1], 1e6),
    ChosenWindow("exp(x)", -5...800, [0, 1], 1e4),
    ChosenWindow("exp(x)", 0...50, [0, 5e21], 6e21),
    ChosenWindow("exp(-x)", -30...0, [0, 1e13], 1.3e13),
    ChosenWindow("1/x", 0.001...5, [0.2, 3], 900),
    ChosenWindow("x", 1e300...2e300, [1e300, 2e300], 1.2e300),
    ChosenWindow("1/((x-0.5)*(x-0.5001))", 0...1, [4, 100], 2000),
    ChosenWindow("gamma(x)", -4.5...5, [-3, 24], 60),
    ChosenWindow("tan(1e6x)", -5...5, [-2, 2], 40),
    ChosenWindow("5", -5...5, [5], 4),
    ChosenWindow("1000000+0.001*sin(x)", -7...7, [999999.999, 1000000.001], 0.003),
    ChosenWindow("x/2+1/(x-1)", -5...5, [-2.66, 2.75], 20),
    ChosenWindow("atan(1/x)", -3...3, [-1.5, 1.5], 4),
    ChosenWindow("1/(x-3)+1/(x+3)", -5...5, [-1, 1], 12),
    ChosenWindow("if(abs(x)<0.01, 1000, sin(x))", -5...5, [-1, 1, 1000], 1300),
  ]

  @Test("the chosen ordinates show the graph and not its poles", arguments: windows)
  func ordinates(chosen: ChosenWindow) throws {
    let graph = try Self.graph(chosen.source, chosen.interval)
    let window = FunctionGraph.window(over: graph.ordinates())
    for y in chosen.shown { #expect(window.contains(y), "\(y) in \(window)") }
    #expect(window.upperBound - window.lowerBound <= chosen.height, "\(window)")
  }

  static let lines: [(String, [(Double, Double)])] = [
    ("1/x", [(0.0, 0.0)]), ("x/2+1/(x-1)", [(0.5, 0)]), ("tanh(x)", [(0, -1), (0, 1)]),
    ("sqrt(x^2+1)", [(-1, 0), (1, 0)]), ("sin(x)/x", [(0, 0)]), ("(x^2+3x)/(x+1)", [(1, 2)]),
    ("exp(x)", [(0, 0)]), ("x^2", []), ("ln(x)", []), ("2x+1", []), ("sin(x)", []), ("3", []),
  ]

  @Test("asymptotes are the lines that the graph comes near to far away", arguments: lines)
  func asymptotes(source: String, lines: [(Double, Double)]) throws {
    let found = try Self.graph(source, -5...5).asymptotes()
    #expect(found.count == lines.count, "\(found)")
    for (line, expected) in zip(found, lines) {
      #expect(abs(line.slope - expected.0) < 1e-6 && abs(line.intercept - expected.1) < 1e-6)
    }
  }
}
