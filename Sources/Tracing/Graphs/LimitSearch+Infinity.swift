import Calculus

/// A line y = slope·x + intercept that a graph comes near to far away.
public struct GraphAsymptote: Hashable, Sendable {
  /// The slope of the line.
  public let slope: Double
  /// Where it crosses the ordinate.
  public let intercept: Double
}

extension FunctionGraph {
  /// The lines that the graph comes near to as x goes to −∞ and to ∞; none for a line itself.
  ///
  /// The slope is where f′ goes, the intercept where f(x) − slope·x goes; both found numerically.
  public func asymptotes() -> [GraphAsymptote] {
    let function = SlopedFunction(expression)
    var found: [GraphAsymptote] = []
    for side in [-1.0, 1] {
      guard let line = LimitSearch.asymptote(of: function, side: side),
        !found.contains(where: { isSame($0, line) }), !isLine(line, function.f)
      else { continue }
      found.append(line)
    }
    return found
  }

  /// Whether two lines are one, but for what is uncertain of a limit.
  private func isSame(_ a: GraphAsymptote, _ b: GraphAsymptote) -> Bool {
    abs(a.slope - b.slope) <= 1e-7 * (1 + abs(a.slope))
      && abs(a.intercept - b.intercept) <= 1e-6 * (1 + abs(a.intercept))
  }

  /// Whether f is the line, as far as three places tell.
  private func isLine(_ line: GraphAsymptote, _ f: LineFunction) -> Bool {
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    return [0.137, 0.519, 0.871].allSatisfy { share in
      let x = lower + share * (upper - lower)
      let height = line.slope * x + line.intercept
      return abs(f.value(x) - height) <= 1e-9 * (1 + abs(height))
    }
  }
}

extension LimitSearch {
  /// The line that a graph comes near to as x goes to ∞ (`side` 1) or −∞.
  static func asymptote(of function: SlopedFunction, side: Double) -> GraphAsymptote? {
    let slopes = LimitSearch(f: function.derivative)
    guard let slope = slopes.limitAtInfinity(side, slope: 0) else { return nil }
    guard let intercept = LimitSearch(f: function.f).limitAtInfinity(side, slope: slope) else {
      return nil
    }
    return GraphAsymptote(slope: slope, intercept: intercept)
  }

  /// Where f(x) − slope·x goes.
  private func limitAtInfinity(_ side: Double, slope: Double) -> Double? {
    // Between the poles of Γ far out every place tells of 0: only a continuous f has a limit there.
    let (near, far) = (1e6, 1e7)
    let range = f.enclosure(side > 0 ? Interval(near, far) : Interval(-far, -near))
    guard range.isContinuous else { return nil }
    var entries: [Entry] = []
    var x = 2 * side
    for _ in 0..<50 {
      if let entry = entry(x).entry, abs(entry.value) < 1e100 {
        let lost = abs(slope * x) * 2 * Double.ulpOfOne
        entries.append(Entry(value: entry.value - slope * x, error: entry.error + lost))
      }
      x /= Self.ratio
    }
    // A function that comes to nothing by the logarithm still moves where the search ends.
    guard let last = entries.last, let first = entries.first, let limit = finite(entries) else {
      return nil
    }
    let scale = max(abs(first.value), abs(last.value), 1)
    guard limit.error <= 1e-6 * scale else { return nil }
    // Extrapolated from afar, it has fewer digits than a limit at a place.
    let short = (limit.value * 1e6).rounded() / 1e6
    return abs(short - limit.value) <= 1e-8 * scale ? short : limit.value
  }
}
