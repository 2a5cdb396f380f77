import Calculus
import Geometry
import Testing

@testable import Tracing

/// Fields without sense end in few lines or none, in bounded time.
struct HostileFieldTests {
  static let fields: [(String, String)] = [
    ("0", "0"), ("ln(-1 - x^2)", "1"), ("0/0", "0/0"), ("1/0", "1"), ("sqrt(-1)", "x"),
    ("x/(x^2+y^2)^(3/2)", "y/(x^2+y^2)^(3/2)"), ("1/x", "1/y"), ("1/x^2", "0.3"),
    ("1e300 y", "-1e300 x"), ("1e-300 y", "-1e-300 x"), ("exp(1000x)", "exp(-1000y)"),
    ("sin(1000x)", "1"), ("1", "sin(1000x)"), ("sin(1000x)", "sin(1000y)"), ("x", "0"),
    ("x^2", "0"), ("floor(x)", "floor(y)"), ("sign(x)", "sign(y)"), ("abs(x)", "abs(y)"),
    ("tan(x)", "tan(y)"), ("x^x", "y^y"), ("if(x < 0, 1, -1)", "0"), ("sqrt(x*x)", "1"),
    ("sin(1/x)", "cos(1/y)"), ("mod(x, 1)", "1"), ("gamma(x)", "gamma(y)"),
    ("-y/(x^2+y^2)", "x/(x^2+y^2)"), ("(x^2+y^2)^4 x", "(x^2+y^2)^4 y"), ("sin(x y)^9", "x^9 y^9"),
  ]

  @Test("hostile fields are drawn in bounded time", arguments: fields)
  func bounded(p: String, q: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let probe = try FieldProbe(p, q, separatrices: true)
    #expect(clock.now - start < .seconds(6))
    for line in probe.set.lines {
      for cubic in line.cubics {
        let isFinite = [cubic.p0, cubic.p1, cubic.p2, cubic.p3].allSatisfy { $0.isFinite }
        #expect(isFinite)
        #expect(probe.window.grown(by: probe.pixel).contains(cubic.p3))
      }
    }
  }

  @Test("a field that is zero or undefined everywhere has no line")
  func empty() throws {
    for (p, q) in [("0", "0"), ("ln(-1 - x^2)", "1"), ("0/0", "1"), ("x - x", "0 y")] {
      let probe = try FieldProbe(p, q)
      #expect(probe.set.lines.isEmpty)
    }
    let zero = try FieldProbe("0", "0")
    #expect(zero.zeros.isContinuum)
  }

  @Test("lines of a constant field are straight from edge to edge")
  func constant() throws {
    let probe = try FieldProbe("2", "1")
    for line in probe.set.lines {
      for end in [line.cubics[0].p0, line.cubics[line.cubics.count - 1].p3] {
        let edge = 3 - max(abs(end.x), abs(end.y))
        #expect(abs(edge) < 1e-9)
      }
    }
  }

  @Test("no line crosses a pole, a jump or a line of zeros")
  func breaks() throws {
    for (p, q) in [
      ("1/x^2", "0.3"), ("1/x", "0.2"), ("x^2", "0"), ("if(x < 0, 1, 2)", "1"), ("x", "0"),
    ] {
      let probe = try FieldProbe(p, q)
      #expect(probe.set.lines.count > 10)
      for line in probe.set.lines {
        let sides = Set(probe.points(of: line).filter { abs($0.x) > 1e-3 }.map { $0.x > 0 })
        #expect(sides.count == 1, "(\(p), \(q))")
      }
      // And lines reach it.
      let nearest = probe.set.lines.map { line in
        probe.points(of: line).map { abs($0.x) }.min() ?? 1
      }
      #expect((nearest.min() ?? 1) < 0.1 * probe.pixel)
    }
  }

  @Test("lines end at the edge of the domain")
  func domain() throws {
    let probe = try FieldProbe("1", "sqrt(x)")
    #expect(probe.set.lines.count > 10)
    for line in probe.set.lines {
      for point in probe.points(of: line) { #expect(point.x > -1e-6) }
    }
  }

  @Test("a window far from the origin or thin as a hair is no harm")
  func windows() throws {
    for (low, high) in [(1e15, 1e15 + 2), (1, 1 + 1e-12), (-1e-300, 1e-300), (-1e150, 1e150)] {
      _ = try FieldProbe("-y", "x", from: low, to: high)
    }
  }
}
