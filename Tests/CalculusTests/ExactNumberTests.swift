import Testing

@testable import Calculus

/// Numbers without rounding: solutions as a textbook writes them, each proved by its equation.
@Suite struct ExactNumberTests {
  private static func expression(_ source: String, _ names: [String] = ["x"]) throws -> Expression {
    try Expression(source, variables: names)
  }

  /// The equation, one of its roots, and how it is written.
  @Test(arguments: [
    ("x^2 - 2", 1.414213562373095, "\\sqrt{2}"),
    ("x^2 - 2", -1.4142135623730951, "-\\sqrt{2}"),
    ("3x - 1", 0.3333333333333333, "\\frac{1}{3}"),
    ("x^2 - x - 1", 1.618033988749895, "\\frac{1+\\sqrt{5}}{2}"),
    ("x^2 - x - 1", -0.6180339887498949, "\\frac{1-\\sqrt{5}}{2}"),
    ("1/2 - 1/(x-1)^2", 2.414213562373095, "1+\\sqrt{2}"),
    ("1/2 - 1/(x-1)^2", -0.41421356237309515, "1-\\sqrt{2}"),
    ("cos x", 4.71238898038469, "\\frac{3\\pi}{2}"),
    ("2 cos x - 1", -1.0471975511965979, "-\\frac{\\pi}{3}"),
    ("sin 2x", 1.5707963267948966, "\\frac{\\pi}{2}"),
    ("tan x - 1", 0.7853981633974483, "\\frac{\\pi}{4}"),
    ("exp(x) - 2", 0.6931471805599453, "\\ln 2"),
    ("exp(2x) - 3/2", 0.2027325540540822, "\\frac{\\ln \\frac{3}{2}}{2}"),
    ("ln x - 1", 2.718281828459045, "e"),
    ("ln x + 1/2", 0.6065306597126334, "e^{-1/2}"),
    ("1 - 2x^2", 0.7071067811865476, "\\frac{\\sqrt{2}}{2}"),
    ("x^2 (x-3)", 3, "3"),
    ("2^x - 8", 3, "3"),
    ("abs(x - 1) - 1/7", 1.1428571428571428, "\\frac{8}{7}"),
  ])
  func solutionsAreProved(source: String, root: Double, tex: String) throws {
    let found = try #require(
      ExactNumber.solution(near: root, of: [try Self.expression(source)]))
    #expect(found.tex == tex)
    #expect(abs(found.value - root) <= 4 * root.ulp)
  }

  /// Roots of no such form, and numbers that only look like one.
  @Test(arguments: [
    ("x^3 - 2x + 2", -1.769292354238631), ("cos x - x", 0.7390851332151607),
    ("x^5 - x - 1", 1.1673039782614187), ("x^2 - 2.0000000000001", 1.4142135623731305),
    ("sin x - 0.3", 0.30469265401539754),
  ])
  func whatIsNotProvedIsNotSaid(source: String, root: Double) throws {
    #expect(ExactNumber.solution(near: root, of: [try Self.expression(source)]) == nil)
  }

  @Test func pointsInThePlane() throws {
    let equations = try ["x^2 + y^2 - 3", "2x y y - 2x x^2"].map {
      try Self.expression($0, ["x", "y"])
    }
    let point = try #require(
      ExactNumber.solution(near: [1.224744871391589, -1.224744871391589], of: equations))
    #expect(point.map(\.tex) == ["\\frac{\\sqrt{6}}{2}", "-\\frac{\\sqrt{6}}{2}"])
  }

  /// Values at exact points.
  @Test(arguments: [
    ("x^3 - 3x", "\\sqrt{2}", "-\\sqrt{2}"), ("x e^(-x^2/2)", "1", "e^{-1/2}"),
    ("x e^-x", "1", "\\frac{1}{e}"), ("x/2 + 1/(x-1)", "1+\\sqrt{2}", "\\frac{1}{2}+\\sqrt{2}"),
    ("x + sin x", "\\frac{\\pi}{2}", "1+\\frac{\\pi}{2}"),
    ("x ln x", "\\frac{1}{e}", "-\\frac{1}{e}"),
    ("sqrt(x)", "\\frac{1}{3}", "\\frac{\\sqrt{3}}{3}"), ("if(x < 1, 2, 3)", "\\sqrt{2}", "3"),
    ("floor(x)", "\\sqrt{2}", nil), ("pi e", "1", nil), ("1/(x-1)", "1", nil),
  ])
  func valuesAtExactPoints(source: String, at: String, tex: String?) throws {
    let points: [String: ExactNumber?] = [
      "1": .one, "\\sqrt{2}": .root(2, of: ExactFraction(2)),
      "1+\\sqrt{2}": ExactNumber.root(2, of: ExactFraction(2))?.adding(.one),
      "\\frac{\\pi}{2}": .pi(times: .half), "\\frac{1}{e}": ExactNumber.e.inverse,
      "\\frac{1}{3}": ExactNumber(ExactFraction(3)).inverse,
    ]
    let point = try #require(points[at] ?? nil)
    #expect(point.tex == at)
    let value = try Self.expression(source).exactValue(at: [point])
    #expect(value?.tex == tex)
  }

  /// Fractions that grow are given up, never wrong.
  @Test func longNumbersAreGivenUp() throws {
    let big = ExactNumber(try ExactFraction(999_999_999_989, over: 7))
    #expect(big.times(big) == nil)
    #expect(big.tex == nil)
    #expect(big.power(3) == nil)
    #expect(ExactNumber.zero.inverse == nil)
  }

  /// Sums and products agree with doubles.
  @Test func arithmeticAgreesWithDoubles() throws {
    var generator = SeededGenerator(seed: 7)
    var compared = 0
    for _ in 0..<2000 {
      let numbers = try (0..<2).map { _ in
        let parts = try (0..<2).map { _ in
          try ExactFraction(
            Int.random(in: -9...9, using: &generator),
            over: Int.random(in: 1...9, using: &generator))
        }
        let unit = IrrationalUnit(radicand: [1, 2, 3, 6][Int.random(in: 0...3, using: &generator)])
        return ExactNumber(parts[0], parts[1], unit)
      }
      guard let a = numbers[0], let b = numbers[1] else { continue }
      for (exact, plain) in [
        (a.adding(b), a.value + b.value), (a.times(b), a.value * b.value),
        (a.over(b), a.value / b.value), (a.power(3), a.value * a.value * a.value),
      ] {
        guard let exact else { continue }
        let size = abs(plain) + 1
        #expect(abs(exact.value - plain) <= 1e-9 * size * size)
        compared += 1
      }
    }
    #expect(compared > 4000)
  }
}
