import Calculus
import Testing

/// The lab's pits: the facts of the course, and pits that are the same on every run.
struct SandpitTests {
  static func descent(
    _ pit: Sandpit, from start: [Double], _ method: Descent.Method, steps: Int = 200,
    inWindow: Bool = false
  ) throws -> Descent {
    var settings = Descent.Settings(method, stepSize: 0.5, steps: steps)
    if inWindow { settings.window = [Sandpit.side, Sandpit.side] }
    return try pit.expression().descent(from: start, settings)
  }

  @Test("the intro pit has the minimum, the maximum and the saddle of the course")
  func introFacts() throws {
    let pit = Sandpit(.intro)
    let minimum = try Self.descent(pit, from: [1.3, 3.9], .newton)
    #expect(minimum.outcome == .converged)
    Self.expect(minimum, at: [1.212_83, 4.009_26], value: -46.154_37, [15.550, 18.108])
    let maximum = try Self.descent(pit, from: [4.2, 0.8], .newton)
    #expect(maximum.outcome == .reachedMaximum)
    Self.expect(maximum, at: [4.203_25, 0.788_81], value: -0.129_97, [-2.785, -1.924])
    let saddle = try Self.descent(pit, from: [0.22, 5.08], .newton)
    #expect(saddle.outcome == .reachedSaddle)
    Self.expect(saddle, at: [0.221, 5.078], value: -40.99, [-11.25, 4.06], tolerance: 1e-2)
    let corner = try pit.expression().value(at: [0, 6])
    #expect(abs(corner + 44.85) < 0.01)
  }

  private static func expect(
    _ path: Descent, at point: [Double], value: Double, _ eigenvalues: [Double],
    tolerance: Double = 1e-5
  ) {
    let end = path.points[path.points.count - 1]
    #expect(abs(end[0] - point[0]) < tolerance && abs(end[1] - point[1]) < tolerance)
    #expect(abs((path.values.last.flatMap { $0 } ?? 0) - value) < tolerance)
    #expect(zip(path.eigenvalues, eigenvalues).allSatisfy { abs($0 - $1) < max(1e-3, tolerance) })
  }

  @Test("gradient descent in the intro pit leaves the window from (5, 2)")
  func introTrap() throws {
    let path = try Self.descent(Sandpit(.intro), from: [5, 2], .gradient, inWindow: true)
    #expect(path.outcome == .leftWindow)
  }

  @Test("the hybrid rule steps by the gradient where Newton's step climbs or is longer than 2")
  func hybridRule() throws {
    let f = try Sandpit(.intro).expression()
    let onTheHill = f.derivatives(at: [4, 1])
    let path = try Self.descent(Sandpit(.intro), from: [4, 1], .hybrid, steps: 1)
    let gradient = onTheHill.gradient
    #expect(abs(path.points[1][0] - (4 - 0.5 * gradient[0])) < 1e-14)
    #expect(abs(path.points[1][1] - (1 - 0.5 * gradient[1])) < 1e-14)
    let near = try Self.descent(Sandpit(.intro), from: [1.5, 4.2], .hybrid)
    let newton = try Self.descent(Sandpit(.intro), from: [1.5, 4.2], .newton)
    #expect(near.points == newton.points && near.outcome == .converged)
  }

  @Test("the constant rule walks along x")
  func constantRule() throws {
    let path = try Self.descent(Sandpit(.intro), from: [1, 2], .constant, steps: 5)
    #expect(path.points == (0...5).map { [1 + Double($0), 2] })
    #expect(path.outcome == .stepLimit)
  }

  @Test("a seed gives one pit, and two seeds give two", arguments: Sandpit.Scene.allCases)
  func seeds(scene: Sandpit.Scene) throws {
    #expect(Sandpit(scene, seed: 4).formula == Sandpit(scene, seed: 4).formula)
    if scene != .intro {
      #expect(Sandpit(scene, seed: 4).formula != Sandpit(scene, seed: 5).formula)
    }
    for seed in 0..<20 as Range<UInt64> {
      let f = try Sandpit(scene, seed: seed).expression()
      #expect(f.value(at: [0, 0]).isFinite && f.value(at: [3, 3]).isFinite)
      #expect(try Expression(f.text, variables: ["x", "y"]) == f)
    }
  }

  @Test("the lattice is close to cos(πu)cos(πv), and one well is twice as deep as the others")
  func lattice() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let f = try Sandpit(.manyMinima, seed: seed).expression()
      let program = Program([f])
      let axis = (0...240).map { Double($0) / 40 }
      let values = program.values(columns: axis, rows: axis).values[0]
      let least = try #require(values.min())
      #expect(least > -2.1 && least < -1.9)
      #expect(try #require(values.max()) < 1.3)
    }
  }

  @Test("the rocks are small, and the narrow well is 0.6 deep")
  func rocksAndWell() throws {
    let program = Program(
      try [Sandpit.Scene.randomPit, .rocks, .narrowWell].map {
        try Sandpit($0, seed: 9).expression()
      })
    let axis = (0...300).map { Double($0) / 50 }
    let grid = program.values(columns: axis, rows: axis).values
    let rocks = zip(grid[1], grid[0]).map { abs($0 - $1) }
    #expect(try #require(rocks.max()) < 0.09)
    let deepest = try #require(zip(grid[2], grid[0]).map { $0 - $1 }.min())
    #expect(deepest < -0.5 && deepest >= -0.6 - 1e-15)
  }

  @Test("the path from a start in each pit ends in a verdict", arguments: Sandpit.Scene.allCases)
  func paths(scene: Sandpit.Scene) throws {
    for method in [Descent.Method.gradient, .newton, .hybrid, .safeguardedNewton, .bfgs] {
      let path = try Self.descent(Sandpit(scene), from: [2.2, 3.1], method, inWindow: true)
      #expect(path.points.count > 1)
      if path.outcome == .converged { #expect(path.eigenvalues.allSatisfy { $0 > 0 }) }
    }
  }
}
