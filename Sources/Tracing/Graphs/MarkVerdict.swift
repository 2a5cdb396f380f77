import Calculus

/// Tells what happens at a mark: a narrow interval where a function may break.
struct MarkVerdict {
  /// A mark with what is known of it; without a kind f is continuous there, or undefined around it.
  struct Mark {
    let at: Double
    let lower: Double
    let upper: Double
    let kind: GraphBreak.Kind?
    let left: OneSidedLimit
    let right: OneSidedLimit
    let value: Double?
    let reach: Double
  }

  private let function: SlopedFunction
  private let interval: ClosedRange<Double>

  init(_ function: SlopedFunction, _ interval: ClosedRange<Double>) {
    self.function = function
    self.interval = interval
  }

  /// What happens at a mark around which nothing else happens within `reach`.
  func mark(_ span: BreakSearch.Span, reach: Double) -> Mark {
    let at = Self.place(in: span)
    let limits = LimitSearch(f: function.f)
    let mark = Interval(span.lower, span.upper)
    var left = limits.limit(at: at, in: mark, side: -1, reach: reach)
    var right = limits.limit(at: at, in: mark, side: 1, reach: reach)
    let raw = function.f.valueAtBreak(at, in: mark)
    let value = raw.isFinite ? raw : nil
    let scale = [at - reach, at + reach].map { abs(function.f.value($0)) }.filter(\.isFinite).max()
    // A wide mark, full of rounding, leaves its place and so the limits uncertain.
    let doubt = max(1e-8, 4 * mark.width / reach) * (scale ?? 0)
    let same = { (a: Double?, b: Double) in
      a.map { abs($0 - b) <= 1e-7 * max(abs($0), abs(b)) + doubt } ?? false
    }
    if let value {
      // The value is exact, a limit extrapolated: where both agree the value is meant.
      if same(left.number, value) { left = .finite(value) }
      if same(right.number, value) { right = .finite(value) }
    }
    // The pen goes on over a removable gap: both sides have the same number.
    if let a = left.number, let b = right.number, same(a, b) {
      (left, right) = (.finite(a), .finite(a))
    }
    return Mark(
      at: at, lower: span.lower, upper: span.upper, kind: Self.kind(left, right, value, same),
      left: left, right: right, value: value, reach: reach)
  }

  private static func kind(
    _ left: OneSidedLimit, _ right: OneSidedLimit, _ value: Double?,
    _ same: (Double?, Double) -> Bool
  ) -> GraphBreak.Kind? {
    if left == .undefined && right == .undefined { return value == nil ? nil : .other }
    if left.isInfinite || right.isInfinite { return .pole }
    if left == .none || right == .none { return .essential }
    guard let a = left.number, let b = right.number else { return .domain }
    guard same(a, b) else { return .jump }
    return same(value, a) ? nil : .removable
  }

  // MARK: Ends of pieces

  /// The end of a piece at a mark: its start (`side` 1) or its end (−1).
  func end(_ mark: Mark, side: Double) -> GraphEnd {
    let limit = side > 0 ? mark.right : mark.left
    let inner = side > 0 ? max(mark.upper, mark.at) : min(mark.lower, mark.at)
    let slope =
      limit.number == nil
      ? .none : slope(mark.at, in: Interval(mark.lower, mark.upper), side, mark.reach)
    return GraphEnd(at: mark.at, inner: inner, limit: limit, slope: slope)
  }

  /// The end of a piece at an end of the interval, where f is defined.
  func plainEnd(_ x: Double, side: Double) -> GraphEnd {
    let (value, slope) = function.jet(x)
    return GraphEnd(
      at: x, inner: x, limit: value.isFinite ? .finite(value) : .none,
      slope: slope.isFinite ? .finite(slope) : self.slope(x, in: Interval(x), side, width / 64))
  }

  private var width: Double { interval.upperBound - interval.lowerBound }

  /// Where f′ goes from one side.
  func slope(_ at: Double, in mark: Interval, _ side: Double, _ reach: Double) -> OneSidedLimit {
    LimitSearch(f: function.derivative).limit(at: at, in: mark, side: side, reach: reach)
  }

  // MARK: The place

  /// The simplest number in a mark: 0, one of few decimals, else the middle.
  static func place(in span: BreakSearch.Span) -> Double {
    let slack = 2 * max(abs(span.lower), abs(span.upper)).ulp
    let (lower, upper) = (span.lower - slack, span.upper + slack)
    if lower <= 0 && upper >= 0 { return 0 }
    let middle = span.lower / 2 + span.upper / 2
    var scale = 1.0
    // A number of few decimals is meant only where so few do not hit the mark by chance.
    while scale <= 1e8 && scale * (span.upper - span.lower) < 1e-4 {
      let number = (middle * scale).rounded() / scale
      if number >= lower && number <= upper { return number }
      scale *= 10
    }
    return middle
  }
}
