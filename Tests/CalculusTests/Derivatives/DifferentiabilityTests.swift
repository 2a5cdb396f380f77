import Calculus
import Testing

/// Where a function has a derivative, and where formulas only seem to give one.
struct DifferentiabilityTests {
  @Test(
    "kinks, jumps and vertical tangents have no derivative, smooth places have",
    arguments: [
      ("abs(x)", 0, false), ("abs(x-1)", 1, false), ("abs(2x-1)", 0.5, false),
      ("max(x, 1)", 1, false), ("if(x < 0, -x, x)", 0, false), ("floor(x)", 1, false),
      ("sqrt(x)", 0, false), ("cbrt(x)", 0, false), ("ln(x)", -1, false), ("1/x", 0, false),
      ("abs(x)", -1e-3, true), ("x abs(x)", 0, true), ("abs(x)^1.5", 0, true),
      ("floor(x)", 0.5, true), ("sin(1000x)", 1.5707963267948966e-3, true), ("exp(x)", 2, true),
      ("1e6 x^2", 3, true), ("1/x", 1e-9, true),
      ("sin(1e8 x)", 0, true), ("abs(x) + 1e6", 0, false), ("abs(x)", 1e-7, true),
      ("tan(x)", 1.5, true), ("x^2 + 1e9", 1e3, true),
    ] as [(String, Double, Bool)])
  func line(source: String, place: Double, isSmooth: Bool) throws {
    let f = try Expression(source, variables: ["x"])
    #expect(f.isDifferentiable(at: [place]) == isSmooth)
  }

  @Test("of several variables each axis counts")
  func plane() throws {
    let f = try Expression("abs(x) + y^2", variables: ["x", "y"])
    #expect(!f.isDifferentiable(at: [0, 1]))
    #expect(f.isDifferentiable(at: [1, 0]))
    #expect(!f.isDifferentiable(at: [1]))
  }
}
