import Testing

@testable import Calculus

/// What lanes give, against the iteration of one start after the other.
struct BasinLanesTests {
  /// An iteration of the plane written out for a single start.
  private struct Walk {
    let program: PointEvaluator
    let rule: Basins.Rule

    init(_ f: Expression, _ rule: Basins.Rule) {
      program = PointEvaluator(Program(f.gradient + f.gradient.flatMap(\.gradient)))
      self.rule = rule
    }

    /// Where a start is after many steps with γ = 0.004.
    func end(x: Double, y: Double) -> PlanePoint {
      var p = PlanePoint(x: x, y: y)
      for _ in 0..<2000 {
        program.evaluate(p.x, p.y)
        let r = (0..<6).map { program.result($0) }
        let determinant = r[2] * r[5] - r[3] * r[4]
        let newton = PlanePoint(
          x: (r[3] * r[1] - r[5] * r[0]) / determinant,
          y: (r[4] * r[0] - r[2] * r[1]) / determinant)
        let isDown = newton.x * r[0] + newton.y * r[1] < 0
        let isShort = newton.x * newton.x + newton.y * newton.y <= 4
        let takesNewton = rule == .newton || rule == .hybrid && isDown && isShort
        let move = takesNewton ? newton : PlanePoint(x: -0.004 * r[0], y: -0.004 * r[1])
        p = PlanePoint(x: p.x + move.x, y: p.y + move.y)
      }
      return p
    }
  }

  @Test("each start of a lattice ends where it ends by itself", arguments: Basins.Rule.allCases)
  func alone(rule: Basins.Rule) throws {
    let f = try Expression("(x^2+y-11)^2 + (x+y^2-7)^2", variables: ["x", "y"])
    let basins = try #require(
      Basins(
        ofMinimaOf: f, by: rule, factor: 0.004, x: -5...5, y: -5...5, columns: 37, rows: 29))
    let walk = Walk(f, rule)
    var compared = 0
    for row in 0..<29 {
      for column in 0..<37 where basins.labels[row * 37 + column] >= 0 {
        let end = basins.ends[Int(basins.labels[row * 37 + column])]
        let alone = walk.end(
          x: -5 + 10 * (Double(column) + 0.5) / 37, y: -5 + 10 * (Double(row) + 0.5) / 29)
        // Beside a border the last bits of a step decide.
        if abs(end.x - alone.x) < 1e-6 && abs(end.y - alone.y) < 1e-6 { compared += 1 }
      }
    }
    let ended = basins.labels.count { $0 >= 0 }
    #expect(ended > 1060 && compared >= ended - 4)
  }

  @Test("more steps than the limit are no end, fewer are counted")
  func limit() throws {
    let f = try Expression("x^3 - 1", variables: ["x"])
    let whole = try #require(
      Basins(ofRootsOf: f, x: -2...2, y: -2...2, columns: 150, rows: 150))
    let short = try #require(
      Basins(ofRootsOf: f, x: -2...2, y: -2...2, columns: 150, rows: 150, steps: 7))
    for (start, steps) in whole.steps.enumerated() where whole.labels[start] >= 0 {
      #expect(short.labels[start] == (steps <= 7 ? whole.labels[start] : -1))
      #expect(short.steps[start] == min(steps, 7))
    }
  }

  @Test("numbers of steps have the symmetry of the roots: a quarter turn leaves them")
  func symmetry() throws {
    let f = try Expression("x^4 - 1", variables: ["x"])
    let basins = try #require(
      Basins(ofRootsOf: f, x: -2...2, y: -2...2, columns: 101, rows: 101))
    var differing = 0
    for row in 0..<101 {
      for column in 0..<101
      where basins.steps[row * 101 + column] != basins.steps[column * 101 + 100 - row] {
        differing += 1
      }
    }
    #expect(differing <= 40)
  }

  @Test("from the corners of a proved square Newton's steps halve on their way to the minimum")
  func squares() throws {
    let sources: [(String, PlanePoint)] = [
      ("(x^2+y-11)^2 + (x+y^2-7)^2", PlanePoint(x: 3, y: 2)),
      ("(1-x)^2 + 8(y-x^2)^2", PlanePoint(x: 1, y: 1)),
      ("cosh(x) + x y + y^2", PlanePoint(x: 0, y: 0)),
    ]
    for (source, m) in sources {
      let f = try Expression(source, variables: ["x", "y"])
      let program = Program(f.gradient + f.gradient.flatMap(\.gradient))
      let half = ConvexSquare(program).halfSide(about: m, atMost: 0.2)
      #expect(half > 0 && half <= 0.2)
      let step = BasinStep(program)
      for (x, y) in [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1), (0, 1), (1, 0)] {
        let start = PlanePoint(x: m.x + x * half, y: m.y + y * half)
        let end = try #require(step.minimum(near: start, within: 0.4) { _ in nil })
        #expect(abs(end.x - m.x) < 1e-9 && abs(end.y - m.y) < 1e-9)
      }
    }
  }

  @Test(
    "at saddles, maxima, kinks and flat places there is no such square",
    arguments: ["x^2 - y^2", "-x^2 - y^2", "x^2 abs(x) + y^2", "x^4 + y^4", "x^2"])
  func noSquares(source: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    let program = Program(f.gradient + f.gradient.flatMap(\.gradient))
    let origin = PlanePoint(x: 0, y: 0)
    #expect(ConvexSquare(program).halfSide(about: origin, atMost: 0.1) == 0)
  }

  @Test("from every start of a square for given steps downhill they come to the minimum")
  func squaresOfSteps() throws {
    let f = try Expression("(x^2+y-11)^2 + (x+y^2-7)^2", variables: ["x", "y"])
    let program = Program(f.gradient + f.gradient.flatMap(\.gradient))
    let squares = ConvexSquare(program)
    // The greater eigenvalue at (3, 2) is 82.28: up to 2/82.28 = 0.0243 steps arrive.
    let m = PlanePoint(x: 3, y: 2)
    for factor in [0.001, 0.01, 0.02, 0.024] {
      let half = squares.halfSide(about: m, atMost: 0.2, factor: factor)
      #expect(half > 0)
      for (x, y) in [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1)] {
        var p = [m.x + x * half, m.y + y * half]
        for _ in 0..<5000 {
          let slope = f.derivatives(at: p).gradient
          p = [p[0] - factor * slope[0], p[1] - factor * slope[1]]
        }
        #expect(abs(p[0] - m.x) < 1e-9 && abs(p[1] - m.y) < 1e-9)
      }
    }
    #expect(squares.halfSide(about: m, atMost: 0.2, factor: 0.0244) == 0)
  }
}
