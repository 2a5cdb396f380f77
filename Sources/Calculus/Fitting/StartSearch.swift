/// Starts for parameters that nobody gave one.
///
/// The linear ones follow from the others. For these, numbers of the size of the data are tried -
/// the means, spreads and ends of the columns, their reciprocals, and powers of ten - in a Halton
/// sequence, with a limit on their count; the candidates with the least χ² come back, best first.
struct StartSearch {
  private static let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]

  let rows: FitRows
  let space: ParameterSpace
  let problem: any LeastSquaresProblem
  let relaxation: LinearRelaxation
  /// How many candidates may be tried.
  let limit: Int

  /// The best starts; empty where the model is undefined at all of them.
  func starts(given: [String: Double], count: Int) -> [[Double]] {
    let names = space.freeNames
    let pool = pool
    var plain = names.indices.map { given[names[$0]] ?? 1 }
    plain = space.clamped(plain)
    let open = names.indices.filter { given[names[$0]] == nil && !relaxation.linear.contains($0) }
    let isLinearOpen = relaxation.linear.contains { given[names[$0]] == nil }
    var found: [(chiSquared: Double, point: [Double])] = []
    for index in 0..<(open.isEmpty ? 1 : limit) {
      var point = plain
      if index > 0 {
        for (dimension, place) in open.enumerated() {
          let fraction = Self.radicalInverse(index, Self.primes[dimension % Self.primes.count])
          point[place] = pool[min(Int(fraction * Double(pool.count)), pool.count - 1)]
        }
      }
      point = space.clamped(point)
      let relaxed = isLinearOpen ? relaxation.relaxed(point) : point
      if let relaxed {
        for place in relaxation.linear where given[names[place]] == nil {
          point[place] = relaxed[place]
        }
      }
      point = space.clamped(point)
      guard let residuals = problem.residuals(at: point) else { continue }
      let chiSquared = residuals.reduce(0) { $0 + $1 * $1 }
      if chiSquared.isFinite { found.append((chiSquared, point)) }
    }
    found.sort { $0.chiSquared < $1.chiSquared }
    return found.prefix(count).map(\.point)
  }

  /// Numbers of the size that parameters may have, in ascending order.
  private var pool: [Double] {
    var pool: Set<Double> = [-1, 0.01, 0.1, 0.5, 1, 2, 5, 10]
    for column in rows.table + [rows.response] {
      let mean = column.reduce(0, +) / Double(column.count)
      let spread =
        (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot()
      let (low, high) = (column.min() ?? 0, column.max() ?? 0)
      for value in [mean, mean - spread, mean + spread, spread, spread / 4, low, high] {
        pool.insert(value)
      }
      for value in [spread, high - low, mean] where value != 0 { pool.insert(1 / value) }
      if high > low { pool.insert(2 * Double.pi / (high - low)) }
    }
    return pool.filter { $0.isFinite && abs($0) < 1e100 }.sorted()
  }

  /// The index written in a base and mirrored at the point: a Halton sequence (1960).
  private static func radicalInverse(_ index: Int, _ base: Int) -> Double {
    var (rest, fraction, value) = (index, 1.0, 0.0)
    while rest > 0 {
      fraction /= Double(base)
      value += fraction * Double(rest % base)
      rest /= base
    }
    return value
  }
}
