import Calculus
import Geometry
import Testing

@testable import Tracing

/// Streamlines follow the field, keep apart and end where it ends.
struct StreamlineTests {
  @Test("orbits of a rotation close and are circles to the tolerance", arguments: [12, 36, 90.0])
  func rotation(separation: Double) throws {
    let probe = try FieldProbe("-y", "x", separation: separation)
    #expect(probe.zeros.zeros.map(\.kind) == [.centre])
    let closed = probe.set.lines.filter(\.isClosed)
    #expect(Double(closed.count) >= (382 / separation).rounded(.down) - 1)
    for line in probe.set.lines {
      let points = probe.points(of: line)
      let radius = points[0].length
      for p in points { #expect(abs(p.length - radius) <= 0.25 * probe.pixel) }
      if line.isClosed {
        #expect(line.cubics[0].p0 == line.cubics[line.cubics.count - 1].p3)
        #expect(line.cubics.count <= 5)
      } else {
        // Only the window's edge ends the others.
        #expect(radius > 3 - 0.6 * separation * probe.pixel)
      }
    }
  }

  @Test("streamlines of a gradient cross level curves at right angles")
  func gradient() throws {
    let f = try Expression("x^2 - y^2/2 + sin(x y)", variables: ["x", "y"])
    let probe = try FieldProbe(f.gradient[0].text, f.gradient[1].text)
    let gradient = PointEvaluator(Program(f.gradient))
    var checked = 0
    for line in probe.set.lines {
      for cubic in line.cubics {
        for t in [0.0, 0.25, 0.5, 0.75, 1] {
          let p = cubic.point(at: t)
          guard let tangent = cubic.derivative(at: t).direction else { continue }
          let values = gradient.values(at: [p.x, p.y])
          let direction = try #require(Point(values[0], values[1]).direction)
          // Exact at the joints; between them the tolerance of the place leaves some of the angle.
          #expect(tangent.dot(direction) > (t == 0 || t == 1 ? 1 - 1e-12 : 0.995))
          checked += 1
        }
      }
    }
    #expect(checked > 400)
  }

  static let fields: [(String, String)] = [
    ("-y", "x"), ("x", "-y"), ("x", "y"), ("y", "-sin(x)"), ("1", "0.5"),
    ("sin(x) cos(y)", "-cos(x) sin(y)"), ("y", "(1-x^2) y - x"), ("x (1-y)", "y (x-1)"),
    ("x^2 - y^2", "2 x y"), ("x - y", "x + y"), ("cos(x^2 + y)", "cos(x - y^2)"),
    ("2x + sin(3y)", "3x cos(3y)"), ("y", "x - x^3 - 0.2 y"), ("sqrt(x+1)", "y"),
    ("x/(x^2+y^2)", "y/(x^2+y^2)"), ("1", "x^2 - y"),
  ]

  @Test("lines keep half the separation from each other", arguments: fields)
  func distances(p: String, q: String) throws {
    for separation in [20.0, 36] {
      let probe = try FieldProbe(p, q, separation: separation, separatrices: true)
      let least = StreamPlacement.ruleShare * separation * probe.pixel
      var grid = PlaceGrid(extent: Point(6, 6), cell: least)
      let offset = Point(3, 3)
      let all = probe.set.lines.map(probe.points(of:))
      for (index, points) in all.enumerated() {
        let isLine = probe.set.lines[index].kind == .line
        for point in points where isLine {
          #expect(
            !grid.hasEntry(within: least, of: point + offset) { $0.line != index },
            "(\(p), \(q)): two lines near \(point) \(probe.set.lines[index].kind)")
        }
        for point in points { grid.insert(point + offset, line: index) }
      }
      #expect(probe.set.lines.count > 5)
      #expect(!probe.set.isCutShort)
    }
  }

  @Test("no place of the window is far from all lines")
  func coverage() throws {
    for (p, q) in [("-y", "x"), ("x", "-y"), ("y", "-sin(x)"), ("y", "(1-x^2) y - x")] {
      let probe = try FieldProbe(p, q)
      var grid = PlaceGrid(extent: Point(6, 6), cell: 0.3)
      for line in probe.set.lines {
        for point in probe.points(of: line) { grid.insert(point + Point(3, 3)) }
      }
      for i in 0...40 {
        for j in 0...40 {
          let place = Point(6 * Double(i) / 40, 6 * Double(j) / 40)
          #expect(
            grid.hasEntry(within: 2 * 36 * probe.pixel, of: place), "(\(p), \(q)) at \(place)")
        }
      }
    }
  }

  @Test("no line comes nearer to a zero than the clearance", arguments: fields)
  func zeros(p: String, q: String) throws {
    let probe = try FieldProbe(p, q, separatrices: true)
    let clearance = StreamlineTracer.clearanceShare * 36 * probe.pixel
    for zero in probe.zeros.zeros {
      for line in probe.set.lines {
        for point in probe.points(of: line) {
          let distance = point.distance(to: Point(zero.x, zero.y))
          #expect(distance >= clearance - 0.3 * probe.pixel, "(\(p), \(q)) at \(point)")
        }
      }
    }
  }

  @Test("curves are the solution to the tolerance, against a Runge–Kutta method of small steps")
  func accuracy() throws {
    for (p, q) in [("y", "(1-x^2) y - x"), ("cos(x^2 + y)", "cos(x - y^2)"), ("y", "-sin(x)")] {
      let probe = try FieldProbe(p, q)
      let values = PointEvaluator(Program([probe.p, probe.q]))
      func direction(_ place: Point) -> Point {
        let v = values.values(at: [place.x, place.y])
        return Point(v[0], v[1]).direction ?? .zero
      }
      // From joint to joint: beside a saddle no method can follow an orbit for long.
      for cubic in probe.set.lines.flatMap(\.cubics) {
        let points = (0...60).map { cubic.point(at: Double($0) / 60) }
        var place = points[0]
        var worst = 0.0
        var next = 0
        let step = 0.2 * probe.pixel
        for _ in 0..<20_000 where next < points.count {
          let k1 = direction(place)
          let k2 = direction(place + k1 * (step / 2))
          let k3 = direction(place + k2 * (step / 2))
          let k4 = direction(place + k3 * step)
          // Each point is passed where its distance is least.
          while next < points.count, (points[next] - place).dot(k1) <= step / 2 {
            worst = max(worst, abs((points[next] - place).cross(k1)))
            next += 1
          }
          place = place + (k1 + 2 * k2 + 2 * k3 + k4) * (step / 6)
        }
        #expect(next == points.count)
        #expect(worst <= 0.25 * probe.pixel, "(\(p), \(q)): \(worst / probe.pixel) px")
      }
    }
  }

  @Test("few cubics make a line")
  func economy() throws {
    let probe = try FieldProbe("y", "-sin(x)", from: -6.5, to: 6.5)
    let count = probe.set.lines.reduce(0) { $0 + $1.cubics.count }
    #expect(count <= 4 * probe.set.lines.count)
  }

  @Test("each line has a head in the direction of the field")
  func heads() throws {
    let probe = try FieldProbe("y", "-sin(x)")
    for line in probe.set.lines {
      #expect(!line.heads.isEmpty)
      for head in line.heads {
        let field = Point(
          probe.p.value(at: [head.at.x, head.at.y]), probe.q.value(at: [head.at.x, head.at.y]))
        #expect((field.direction ?? .zero).dot(head.direction) > 1 - 1e-9)
      }
    }
  }
}
