import Calculus

/// Where a function goes when a place is approached from one side.
public enum OneSidedLimit: Hashable, Sendable {
  /// The function is undefined on that side.
  case undefined
  /// It comes to a number.
  case finite(Double)
  /// It grows beyond all bounds.
  case infinite(isPositive: Bool)
  /// It comes to nothing: it oscillates.
  case none

  /// The number, where there is one.
  public var number: Double? {
    if case .finite(let value) = self { value } else { nil }
  }

  /// Whether it grows beyond all bounds.
  public var isInfinite: Bool {
    if case .infinite = self { true } else { false }
  }
}

/// Finds one-sided limits from values on a geometric progression towards the place.
///
/// Every value comes with the error of its rounding, from the enclosure at that place, so that
/// (1 − cos x)/x² is not followed into its noise. Growing differences tell a pole, also that of a
/// logarithm; shrinking ones are extrapolated by Aitken's Δ² (1926). It is evidence, not a proof:
/// a convergence slower than x^0.03 is taken for growth or for none.
struct LimitSearch {
  let f: LineFunction

  /// A value on the way.
  struct Entry {
    let value: Double
    let error: Double
  }

  /// How fast the place is approached.
  static let ratio = 0.6
  private static let stepLimit = 110
  /// Nothing nearer to a place than so many of its last places is looked at.
  private static let nearest = 1024.0
  private static let overflow = 1e300

  /// The limit of f at `place`, which `mark` encloses, from the right (`side` 1) or the left (−1),
  /// looked for from `reach` on.
  func limit(at place: Double, in mark: Interval, side: Double, reach: Double) -> OneSidedLimit {
    let clear = 2 * mark.width
    let (entries, isUndefined) = approach(place, side, reach, clear: clear)
    if isUndefined { return .undefined }
    guard let last = entries.last else { return .none }
    if entries.suffix(4).allSatisfy({ abs($0.value) > Self.overflow && $0.value * last.value > 0 })
    {
      return .infinite(isPositive: last.value > 0)
    }
    if grows(entries.suffix(8)), !isBounded(mark, side, reach) {
      return .infinite(isPositive: last.value > 0)
    }
    let scale = entries.reduce(0) { max($0, abs($1.value)) }
    let near = finite(entries)
    if let near, near.error <= 1e-8 * scale, place != 0 || !isSlow(entries) {
      return .finite(Self.tidied(near.value, scale))
    }
    if place == 0, let far = farLimit(side) { return .finite(Self.tidied(far, scale)) }
    return near.map { .finite(Self.tidied($0.value, scale)) } ?? .none
  }

  /// A number of few decimals where only rounding differs.
  static func tidied(_ value: Double, _ scale: Double) -> Double {
    if abs(value) <= 1e-13 * scale { return 0 }
    let short = (value * 1e9).rounded() / 1e9
    return abs(short - value) <= 1e-14 * scale ? short : value
  }

  // MARK: The way

  func entry(_ x: Double) -> (entry: Entry?, isEmpty: Bool) {
    let range = f.enclosure(Interval(x))
    if range.isEmpty { return (nil, true) }
    let value = f.value(x)
    guard range.isContinuous, !value.isNaN else { return (nil, false) }
    if abs(value) > Self.overflow { return (Entry(value: value, error: 0), false) }
    return (Entry(value: value, error: max(range.upper - value, value - range.lower)), false)
  }

  /// The values on the way, and whether there are none in the end.
  private func approach(
    _ place: Double, _ side: Double, _ reach: Double, clear: Double
  ) -> (entries: [Entry], isUndefined: Bool) {
    var entries: [Entry] = []
    var emptyInARow = 0
    var distance = reach
    // 0 itself can be approached as near as doubles go, unless rounding hides f around it.
    let isExact = place == 0 && clear < 1e-9 * reach
    let least = isExact ? 1e-290 : max(Self.nearest * place.ulp, clear)
    for _ in 0..<Self.stepLimit where distance >= least {
      let (entry, isEmpty) = entry(place + side * distance)
      emptyInARow = isEmpty ? emptyInARow + 1 : entry == nil ? emptyInARow : 0
      if let entry { entries.append(entry) }
      distance *= Self.ratio
    }
    return (entries, emptyInARow >= 4 || entries.isEmpty && emptyInARow > 0)
  }

  // MARK: Growth

  /// Whether the sizes grow, by steps that do not shrink.
  private func grows(_ tail: ArraySlice<Entry>) -> Bool {
    guard tail.count >= 6, let first = tail.first else { return false }
    var (size, step) = (abs(first.value), 0.0)
    for entry in tail.dropFirst() {
      guard entry.value * first.value > 0 else { return false }
      let next = abs(entry.value)
      guard next > size, next - size >= 0.97 * step else { return false }
      (size, step) = (next, next - size)
    }
    return step > 1e-12 * size
  }

  /// Whether an enclosure up to the place itself shows that f stays finite.
  private func isBounded(_ mark: Interval, _ side: Double, _ reach: Double) -> Bool {
    let far = reach * 0x1p-20
    let range = f.enclosure(
      Interval(mark.lower - (side < 0 ? far : 0), mark.upper + (side > 0 ? far : 0)))
    return !range.isEmpty && range.lower > -.infinity && range.upper < .infinity
  }

  // MARK: Convergence

  /// The limit of the entries and what is uncertain of it, unless they come to nothing.
  func finite(_ entries: [Entry]) -> (value: Double, error: Double)? {
    guard entries.count >= 4 else { return nil }
    func change(_ k: Int) -> Double { entries[k].value - entries[k - 1].value }
    func doubt(_ k: Int) -> Double {
      abs(change(k)) + entries[k].error + entries[k - 1].error
    }
    var best = 1
    for k in entries.indices.dropFirst(2) where !(doubt(k) > doubt(best)) { best = k }
    guard doubt(best).isFinite, settles(entries, at: best) else { return nil }
    return extrapolated(entries.map(\.value), entries.map(\.error))
      .flatMap { $0.error < doubt(best) ? $0 : nil } ?? (entries[best].value, doubt(best))
  }

  /// The best of Aitken's extrapolations: that which agrees most with the two before it.
  private func extrapolated(
    _ values: [Double], _ errors: [Double]
  ) -> (value: Double, error: Double)? {
    var best: (value: Double, error: Double)?
    var before: (Double, Double) = (.nan, .nan)
    for k in values.indices.dropFirst(2) {
      let (step, last) = (values[k] - values[k - 1], values[k - 1] - values[k - 2])
      let ratio = step / last
      let rest = step * ratio / (1 - ratio)
      let value = step == 0 ? values[k] : values[k] + rest
      // What converges slowly is extrapolated far.
      let far = ratio > 0.8 ? 0.05 * abs(rest) : 0
      let error =
        abs(value - before.0) + abs(before.0 - before.1) + 4 * errors[k] + far
      if abs(ratio) < 0.99 || step == 0, error < best?.error ?? .infinity { best = (value, error) }
      before = (value, before.0)
    }
    return best
  }

  /// Whether the entries draw together towards the best one and stay there, but for rounding.
  private func settles(_ entries: [Entry], at best: Int) -> Bool {
    let value = entries[best].value
    let step = abs(value - entries[best - 1].value) + entries[best].error
    for entry in entries[best...]
    where abs(entry.value - value) > 16 * step + 4 * entry.error + 1e-12 * abs(value) {
      return false
    }
    func spread(_ range: Range<Int>) -> Double {
      let values = entries[range].map(\.value)
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    let third = (best + 1) / 3
    let late = spread(best + 1 - third..<best + 1)
    let early = spread(0..<max(third, 1))
    return late <= 0.8 * early || late <= 1e-9 * abs(value) + 8 * entries[best].error
  }

  /// Whether the values draw together by less than a fifth from step to step.
  private func isSlow(_ entries: [Entry]) -> Bool {
    guard entries.count >= 3 else { return false }
    let last = entries.suffix(3).map(\.value)
    return abs(last[2] - last[1]) > 0.8 * abs(last[1] - last[0])
  }

  /// The limit at 0 of what converges by the logarithm, from distances whose logarithms double.
  private func farLimit(_ side: Double) -> Double? {
    var values: [Double] = []
    for exponent in [64, 128, 256, 512] {
      // 0x1p-64 and so on: far from underflow when squared but for the last ones.
      let distance = Double(sign: .plus, exponent: -exponent, significand: 1)
      guard let entry = entry(side * distance).entry, entry.error < 1e-6 * max(1, abs(entry.value))
      else { break }
      values.append(entry.value)
    }
    guard values.count >= 3 else { return nil }
    let last = values.count - 1
    let (change, before) = (values[last] - values[last - 1], values[last - 1] - values[last - 2])
    if change == 0 { return values[last] }
    let ratio = change / before
    guard abs(ratio) < 0.8 else { return nil }
    let limit = values[last] + change * ratio / (1 - ratio)
    return abs(limit) < 1e-3 * abs(change) ? 0 : limit
  }
}
