import Plotting

/// A histogram: bins of equal width with the densities of values in them.
struct HistogramBins: Sendable {
  /// The edges, one more than bins.
  let edges: [Double]
  /// The width of each.
  let width: Double
  /// How many values lie in each; weights count as so many.
  let counts: [Double]
  /// The mean and the standard deviation of the values.
  let mean: Double, deviation: Double

  /// The greatest number of bins.
  static let limit = 2000

  var total: Double { counts.reduce(0, +) }
  var centres: [Double] { zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 } }
  var densities: [Double] {
    let area = total * width
    return counts.map { $0 / area }
  }

  /// The histogram of values, each counted as often as its weight says.
  ///
  /// - Throws: that the values do not vary or the bins are too many.
  init(_ values: [Double], weights: [Double]?, rule: BinRule?, name: String) throws(FigureError) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    guard values.hasFiniteExtent else {
      throw .input("\(name): \(FitError.overflow.message)", hint: "")
    }
    guard high > low else {
      throw .input(
        "\(name) has the same value everywhere: \(low.parameterText)",
        hint: "a histogram wants values that differ")
    }
    let weights = weights ?? values.map { _ in 1 }
    let sum = weights.reduce(0, +)
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
    let variance = zip(values, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    self.mean = mean
    deviation = (variance / max(sum - 1, 1)).squareRoot()
    switch rule {
    case .count(let count):
      width = (high - low) / Double(count)
      edges = (0...count).map { low + (high - low) * Double($0) / Double(count) }
    case .width(let wanted):
      width = wanted
      edges = try Self.edges(from: low, to: high, width: width)
    case nil:
      width = Self.roundWidth(values, deviation: deviation, total: sum)
      edges = try Self.edges(from: low, to: high, width: width)
    }
    var counts = Array(repeating: 0.0, count: edges.count - 1)
    for (value, weight) in zip(values, weights) {
      counts[Self.bin(of: value, edges)] += weight
    }
    self.counts = counts
  }

  /// Edges at multiples of the width, the greatest value in a bin of its own side.
  private static func edges(
    from low: Double, to high: Double, width: Double
  ) throws(FigureError) -> [Double] {
    let first = step(of: low, width)
    let last = step(of: high, width) + 1
    guard last - first <= Double(limit), abs(first) < 1e15 else {
      throw .parameter(
        name: "bins", value: width.parameterText,
        wanted: "a width that gives at most \(limit) bins")
    }
    // 3 × 0.1 is not 0.3 in doubles, but the edge that is meant is.
    let isDecimal = width == width.rounded(toDigits: 12)
    return (0...Int(last - first)).map {
      let edge = (first + Double($0)) * width
      return isDecimal ? edge.rounded(toDigits: 15) : edge
    }
  }

  /// The number of the bin that a value belongs to; on an edge, but for rounding, the upper one.
  private static func step(of value: Double, _ width: Double) -> Double {
    let ratio = value / width
    let whole = ratio.rounded()
    return abs(ratio - whole) <= 4 * ratio.ulp ? whole : ratio.rounded(.down)
  }

  /// The bin of a value: its lower edge belongs to it, and the last upper one.
  private static func bin(of value: Double, _ edges: [Double]) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if value < edges[middle] { high = middle } else { low = middle }
    }
    return low
  }

  /// A round width near that of Scott (1979), 3.49 s/∛n.
  private static func roundWidth(_ values: [Double], deviation: Double, total: Double) -> Double {
    let wanted = 3.49 * deviation / Powers.value(max(total, 1), 1.0 / 3)
    let power = Powers.value(10, Powers.decimalLogarithm(wanted).rounded(.down))
    guard wanted > 0, power > 0, power.isFinite else { return 1 }
    let ratio = wanted / power
    return power * (ratio < 1.4 ? 1 : ratio < 2.2 ? 2 : ratio < 3.5 ? 2.5 : ratio < 7.1 ? 5 : 10)
  }
}
