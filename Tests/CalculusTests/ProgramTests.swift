import Calculus
import Testing

/// The same program gives the same values at points and on grids, to some units in the last place.
struct ProgramTests {
  static let peaks =
    "3(1-x)^2 exp(-x^2-(y+1)^2) - 10(x/5-x^3-y^5)exp(-x^2-y^2) - 1/3 exp(-(x+1)^2-y^2)"

  @Test(
    "a grid has the values of its points",
    arguments: [
      "x^2 + y^2", "x", "y", "3", peaks, "sin(x) + sin(y) + sin(x y)", "exp(x)*y - y^3*cos(x)/x",
      "if(x < y, x, y)", "sin(y)", "sum(k, 1, 4, sin(k x) cos(k y))",
    ])
  func grid(source: String) throws {
    let f = try Expression(source, variables: ["x", "y"])
    let program = Program([f] + f.gradient)
    let evaluator = PointEvaluator(program)
    // More columns than a block, so that the seams are tested.
    let columns = (0..<1100).map { Double($0) * 0.01 - 5.3 }
    let rows = [-2.0, -0.3, 0, 1.7]
    let grid = program.values(columns: columns, rows: rows)
    for (row, y) in rows.enumerated() {
      for (column, x) in columns.enumerated() {
        let values = evaluator.values(at: [x, y])
        for index in 0..<3 {
          let value = grid[index, row: row, column: column]
          let size = max(1, abs(values[index]))
          // The kernels for many numbers have last bits of their own.
          #expect(
            value == values[index] || abs(value - values[index]) <= 1e-13 * size
              || value.isNaN && values[index].isNaN)
        }
      }
    }
  }

  @Test("shared parts are computed once")
  func sharing() throws {
    let f = try Expression("sin(x y) + sin(x y)^2 + exp(sin(x y))", variables: ["x", "y"])
    // x, y, x y, sin(x y), 2, its square, its exponential, two sums.
    #expect(f.size == 9)
  }

  @Test("more than sixty-four variables are told apart")
  func manyVariables() throws {
    let names = (0..<100).map { "v\($0)" }
    let f = try Expression(
      names.enumerated().map { "\($0.offset)*\($0.element)" }.joined(separator: "+"),
      variables: names)
    let point = (0..<100).map { Double($0 % 7) }
    let expected = point.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(f.value(at: point) == expected)
    #expect(f.derivatives(at: point).gradient == (0..<100).map(Double.init))
  }

  @Test(
    "the language has the values of the textbook",
    arguments: [
      ("sinc(0)", 1.0), ("acot(0)", Double.pi / 2), ("asec(2)", Double.pi / 3),
      ("step(0)", 1), ("sign(0)", 0), ("relu(-2)", 0), ("round(2.5)", 3), ("mod(-1, 3)", 2),
      ("5!", 120), ("0.5!", 0.886226925452758), ("digamma(1)", -0.5772156649015329),
      ("polygamma(1, 1)", 1.6449340668482264), ("sigmoid(-800)", 0), ("softplus(800)", 800),
      ("tau", 2 * Double.pi), ("3 · 4 ÷ 6", 2), ("√4", 2), ("∛27", 3), ("√x²", 1.5),
      ("if(x ≥ 1, 10, 20)", 10), ("log2(8)", 3), ("cbrt(-27)", -3), ("sinx", 0.9974949866040544),
      ("2xy", -1.5), ("e^x y", -2.2408445351690323),
    ])
  func values(source: String, value: Double) throws {
    let f = try Expression(source, variables: ["x", "y"])
    let found = f.value(at: [1.5, -0.5])
    #expect(abs(found - value) <= 4e-16 * max(1, abs(value)), "\(source) = \(found)")
  }
}
