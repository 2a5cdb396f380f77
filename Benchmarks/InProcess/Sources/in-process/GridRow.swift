import Plotting

/// A function on a grid of 2000 × 2000.
enum GridRow {
  static func separable() throws -> Row.Work {
    let f = try Expression("exp(-(x^2+y^2)) sin(3x) cos(2y)", variables: ["x", "y"])
    let program = Program([f])
    let places = (0..<2000).map { (k: Int) -> Double in -3 + 6 * Double(k) / 1999 }
    var grid = program.values(columns: places, rows: places, threads: 1)
    return {
      let one = Stopwatch.least(patience: 0.3) { program.evaluate(on: &grid, threads: 1) }
      let two = Stopwatch.least(patience: 0.3) { program.evaluate(on: &grid, threads: 2) }
      let fresh = Stopwatch.least(patience: 0.3) {
        grid = program.values(columns: places, rows: places, threads: 1)
      }
      return Measurement(
        seconds: ["one thread": one, "two threads": two, "one thread, new memory": fresh],
        facts: ["sample": [grid[0, row: 700, column: 1100]]])
    }
  }
}
