import Testing

@testable import Calculus

/// Zeros of plane fields: all of them, with their kinds.
struct PlaneZeroTests {
  private func zeros(
    _ p: String, _ q: String, from low: Double = -3, to high: Double = 3
  ) throws -> PlaneZeroSet {
    PlaneZeroSearch(
      of: try Expression(p, variables: ["x", "y"]), try Expression(q, variables: ["x", "y"]),
      in: (low...high, low...high)
    ).zeros()
  }

  static let kinds: [(String, String, PlaneZero.Kind)] = [
    ("-x", "-2y", .stableNode), ("x", "y", .unstableNode), ("-x + y", "-x - y", .stableSpiral),
    ("x + y", "-x + y", .unstableSpiral), ("x", "-y", .saddle), ("y", "-sin(x)/4", .centre),
    // Reversible, not area-preserving.
    ("-y + x y", "x + x^2 - y^2", .centre), ("y", "-x + x y^2 y^2", .centre),
    // A weak spiral: its linear part is a centre, and nothing closes its orbits.
    ("-y - x^3", "x - y^3", .linearCentre), ("x^2", "y", .degenerate),
    ("abs(x) + y", "x", .degenerate), ("-x + y", "-y", .stableNode),
  ]

  @Test("a zero at the origin has its kind", arguments: kinds)
  func kind(p: String, q: String, kind: PlaneZero.Kind) throws {
    let found = try zeros(p, q, from: -0.5, to: 0.6)
    #expect(found.zeros.map(\.kind) == [kind])
    let zero = try #require(found.zeros.first)
    #expect(abs(zero.x) < 1e-6 && abs(zero.y) < 1e-6)
    #expect(found.isComplete)
  }

  @Test("eigenvalues are those of the Jacobian")
  func eigenvalues() throws {
    let zero = try #require(try zeros("x + 2y", "3x + 2y").zeros.first)
    #expect(zero.eigenvalues.map(\.real) == [-1, 4])
    let spiral = try #require(try zeros("-x/2 - 2y", "2x - y/2").zeros.first)
    #expect(spiral.eigenvalues.map(\.real) == [-0.5, -0.5])
    #expect(spiral.eigenvalues.map(\.imaginary) == [-2, 2])
  }

  @Test("all zeros of the window are found, those on its edge too")
  func all() throws {
    let cells = try zeros("sin(pi x)", "sin(pi y)", from: -2, to: 2)
    #expect(cells.zeros.count == 25)
    #expect(cells.zeros.filter { $0.kind == .saddle }.count == 12)
    #expect(cells.isComplete)
  }

  @Test("fields without isolated zeros say why")
  func none() throws {
    #expect(try zeros("1", "x").zeros.isEmpty)
    #expect(try zeros("0", "0").isContinuum)
    #expect(try zeros("x", "0").isContinuum)
    let dipole = try zeros("x/(x^2+y^2)", "y/(x^2+y^2)")
    #expect(dipole.zeros.isEmpty)
    let line = try Expression("x", variables: ["x"])
    #expect(!PlaneZeroSearch(of: line, line, in: (0...1, 0...1)).zeros().isComplete)
  }

  static let symmetries: [(String, String, keepsAreas: Bool, isGradient: Bool)] = [
    ("y", "-sin(x)", true, false), ("sin(x) cos(y)", "-cos(x) sin(y)", true, false),
    ("x^2 - y^2", "-2 x y", true, true), ("2 x y", "x^2", false, true), ("x", "y", false, true),
    ("y exp(x y)", "x exp(x y)", false, true), ("x + 1e16 - 1e16", "-y", true, true),
    ("(x + y)^3", "-(x + y)^3", true, false), ("x/3", "-y/3", true, true),
    ("sin(y)/(1+x^2)", "2 x y", false, false), ("abs(x)", "y", false, true),
  ]

  @Test("identities between derivatives are recognised, and no others", arguments: symmetries)
  func identities(p: String, q: String, keepsAreas: Bool, isGradient: Bool) throws {
    let symmetry = FlowSymmetry(
      of: try Expression(p, variables: ["x", "y"]), try Expression(q, variables: ["x", "y"]))
    #expect(symmetry.keepsAreas == keepsAreas, "(\(p), \(q))")
    #expect(symmetry.isGradient == isGradient, "(\(p), \(q))")
  }

  @Test("towers of powers and long sums have no form, in little time")
  func bounded() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let tower = String(repeating: "(", count: 30) + "x" + String(repeating: ")^8", count: 30)
    let sum = (0..<40).map { "(x + \($0) y)^8" }.joined(separator: " * ")
    for text in [tower, sum] {
      let f = try Expression(text, variables: ["x", "y"])
      #expect(!FlowSymmetry(of: f, f).keepsAreas)
    }
    #expect(clock.now - start < .seconds(2))
  }
}
