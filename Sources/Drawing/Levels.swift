import CVector

/// Round levels strictly between the ends of `range`, about `count` of them.
///
/// The step is 1, 2 or 5 times a power of ten; 2.5, 4, 1.5 and 3 are taken where they come clearly
/// nearer to `count`: the cost is |ln(found/count)| + 0.1 for 2.5, 0.12 for 4 and 0.15 for 1.5 and
/// 3. Zero is
/// among the levels of a range around it. The result is empty where the range has no extent.
public func niceLevels(in range: ClosedRange<Double>, about count: Int) -> [Double] {
  let (low, high) = (range.lowerBound, range.upperBound)
  let wanted = Double(min(max(count, 1), 10_000))
  let span = high - low
  guard low.isFinite, high.isFinite, span.isFinite, span > 1e-300 else { return [] }
  let steps = [
    (1, 0, 0.0), (2, 0, 0.0), (5, 0, 0.0), (25, -1, 0.1), (4, 0, 0.12), (15, -1, 0.15),
    (3, 0, 0.15),
  ]
  let power = Int(log10(span / wanted).rounded(.down))
  var best: (cost: Double, levels: [Double]) = (.infinity, [])
  for exponent in (power - 2)...(power + 2) {
    for (mantissa, shift, penalty) in steps {
      let step = RoundStep(mantissa: mantissa, exponent: exponent + shift)
      guard let counts = step.multiples(in: range), counts.count <= 100_000 else { continue }
      let cost = abs(log(Double(counts.count) / wanted)) + penalty
      // Levels on the ends are not counted, which can only be told from the levels themselves.
      guard cost < best.cost + 1.2 else { continue }
      let levels = counts.map { step.multiple($0) }.filter { $0 > low && $0 < high }
      guard !levels.isEmpty else { continue }
      let exact = abs(log(Double(levels.count) / wanted)) + penalty
      if exact < best.cost { best = (exact, levels) }
    }
  }
  return best.levels
}

/// Levels in geometric progression strictly between the ends of `range`, about `count` of them.
///
/// They are powers of 2, 4, 10, 100, …, as 0.25, 1, 4, 16, 64 for a valley. A range that begins at
/// zero or below counts from a thousandth of its greatest value; one that ends there has none.
public func geometricLevels(in range: ClosedRange<Double>, about count: Int) -> [Double] {
  let high = range.upperBound
  guard high.isFinite, high > 1e-290 else { return [] }
  let low = max(range.lowerBound, range.lowerBound > 0 ? 1e-300 : high / 1000)
  guard low < high else { return [] }
  let wanted = Double(min(max(count, 1), 1000))
  var best: (cost: Double, levels: [Double]) = (.infinity, [])
  for (base, penalty) in [(4.0, 0.0), (10, 0), (2, 0.1), (100, 0.15), (10_000, 0.3)] {
    let first = Int((log(low) / log(base)).rounded(.up)) - 1
    let last = Int((log(high) / log(base)).rounded(.down)) + 1
    guard first <= last else { continue }
    let levels = (first...last).map { power(of: base, $0) }.filter { $0 > low && $0 < high }
    guard !levels.isEmpty else { continue }
    let cost = abs(log(Double(levels.count) / wanted)) + penalty
    if cost < best.cost { best = (cost, levels) }
  }
  return best.levels
}

/// The power of a base of which all powers are round: those of ten are read as decimals.
private func power(of base: Double, _ exponent: Int) -> Double {
  switch base {
  case 10: Double("1e\(exponent)") ?? 0
  case 100: Double("1e\(2 * exponent)") ?? 0
  case 10_000: Double("1e\(4 * exponent)") ?? 0
  default: pow(base, Double(exponent))
  }
}
