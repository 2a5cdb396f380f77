import Calculus

/// Divides a window into parts where a function is continuous, parts where it is undefined, and
/// narrow marks around everything else.
///
/// Interval bisection, all parts of one width before the next, a little off the middle so that breaks
/// at round numbers fall inside a part. A part whose enclosure is continuous or empty is settled; the
/// rest is cut down to a few units in the last place. Columns that hold too many open parts, as for
/// tan(10⁶ x), are given up as crowded, so the work is bounded.
struct BreakSearch {
  /// A part of the window.
  struct Span {
    enum Kind {
      /// Defined and continuous, proved.
      case continuous
      /// Defined nowhere, proved.
      case undefined
      /// A break, or what rounding does not tell from one: a few units in the last place wide.
      case mark
      /// More breaks than can be told apart, or nothing but rounding.
      case crowded
    }

    var lower: Double
    var upper: Double
    var kind: Kind
  }

  private let f: LineFunction
  private let window: Interval
  private var open: [Interval]
  private var settled: [Span] = []
  private var depth = 0

  private static let ratio = 0.4877
  /// The window's width by this is a column, which may hold so many open parts, and all columns so
  /// many.
  private static let columnCount = 1024.0
  private static let columnLimit = 24
  private static let totalLimit = 6000
  /// So many for one operation: formulas of hundreds are given fewer parts.
  private static let operationLimit = 600_000
  /// Parts where rounding hides f everywhere are single marks up to this share of the window.
  private static let noiseShare = 1e-5

  /// The spans of the window in ascending order, neighbours of different kinds.
  static func spans(of f: LineFunction, on window: ClosedRange<Double>) -> [Span] {
    var search = BreakSearch(f, Interval(window.lowerBound, window.upperBound))
    while !search.open.isEmpty {
      search.bisect()
      search.giveUpCrowds()
    }
    return search.joined()
  }

  private init(_ f: LineFunction, _ window: Interval) {
    self.f = f
    self.window = window
    open = [window]
  }

  /// The width at which a part is a mark.
  private func markWidth(_ box: Interval) -> Double {
    max(4 * max(abs(box.lower), abs(box.upper)).ulp, window.width * 0x1p-56)
  }

  /// Looks at all open parts and halves those that stay open.
  private mutating func bisect() {
    var next: [Interval] = []
    for box in open {
      let range = f.range(box)
      let cut = box.lower + Self.ratio * box.width
      if range.isEmpty {
        settle(box, .undefined)
      } else if range.isContinuous {
        settle(box, .continuous)
      } else if box.width <= markWidth(box) || !(box.lower < cut && cut < box.upper) {
        settle(box, .mark)
      } else if depth > 0 && depth % 6 == 0 && isNoise(box) {
        settle(box, noiseKind(box))
      } else {
        next.append(Interval(box.lower, cut))
        next.append(Interval(cut, box.upper))
      }
    }
    open = next
    depth += 1
  }

  private mutating func settle(_ box: Interval, _ kind: Span.Kind) {
    settled.append(Span(lower: box.lower, upper: box.upper, kind: kind))
  }

  private static func places(in box: Interval) -> [Double] {
    [0.2137, 0.5431, 0.8269].map { box.lower + $0 * box.width }
  }

  /// Whether not even single places can be evaluated.
  private func isNoise(_ box: Interval) -> Bool {
    Self.places(in: box).allSatisfy { place in
      let range = f.enclosure(Interval(place))
      return !range.isEmpty && !range.isContinuous
    }
  }

  /// A part where f overflows everywhere is continuous as far as a picture goes.
  private func noiseKind(_ box: Interval) -> Span.Kind {
    let values = Self.places(in: box).map(f.value)
    if values.allSatisfy({ $0 > 1e300 }) || values.allSatisfy({ $0 < -1e300 }) {
      return .continuous
    }
    return box.width > Self.noiseShare * window.width ? .crowded : .mark
  }

  // MARK: Crowds

  private func column(_ box: Interval) -> Int {
    Int((box.middle - window.lower) / window.width * Self.columnCount)
  }

  /// How many parts may be open at a time.
  private var totalLimit: Int {
    min(Self.totalLimit, max(Self.columnLimit, Self.operationLimit / f.cost))
  }

  /// Gives up columns with too many open parts; the more parts there are, the fewer are too many.
  private mutating func giveUpCrowds() {
    guard open.count > Self.columnLimit else { return }
    var counts: [Int: Int] = [:]
    for box in open { counts[column(box), default: 0] += 1 }
    var limit = Self.columnLimit
    while limit > 0
      && counts.values.reduce(0, { $0 + ($1 > limit ? 0 : $1) }) > totalLimit
    {
      limit /= 2
    }
    guard counts.values.contains(where: { $0 > limit }) else { return }
    let (boxes, crowds) = (open, counts)
    open = []
    for box in boxes {
      if crowds[column(box), default: 0] > limit {
        settle(box, .crowded)
      } else {
        open.append(box)
      }
    }
  }

  // MARK: Joining

  private func joined() -> [Span] {
    var spans: [Span] = []
    for span in settled.sorted(by: { $0.lower < $1.lower }) { Self.append(span, to: &spans) }
    return absorbed(spans)
  }

  private static func append(_ span: Span, to spans: inout [Span]) {
    if let last = spans.last, last.kind == span.kind {
      spans[spans.count - 1].upper = span.upper
    } else {
      spans.append(span)
    }
  }

  /// Crowds swallow what lies between them within a column, marks what lies between them within
  /// rounding; a crowd that is narrow is but a mark.
  private func absorbed(_ spans: [Span]) -> [Span] {
    var result = swallowed(spans, .crowded) { _ in 2 * window.width / Self.columnCount }
    for index in result.indices
    where result[index].kind == .crowded
      && result[index].upper - result[index].lower < Self.noiseShare * window.width
    {
      result[index].kind = .mark
    }
    result = swallowed(result, .mark) { span in
      let least = markWidth(Interval(span.lower, span.upper))
      let width = span.upper - span.lower
      return width > 64 * least ? 2 * width : 4 * least
    }
    return result
  }

  /// The spans with those of a kind made one where only a short reach lies between them.
  private func swallowed(
    _ spans: [Span], _ kind: Span.Kind, reach: (Span) -> Double
  ) -> [Span] {
    var result: [Span] = []
    var index = 0
    while index < spans.count {
      var span = spans[index]
      if span.kind == kind {
        var next = index + 1
        while next < spans.count,
          spans[next].lower - span.upper <= max(reach(span), reach(spans[next]))
        {
          if spans[next].kind == kind {
            span.upper = spans[next].upper
            index = next
          }
          next += 1
        }
      }
      Self.append(span, to: &result)
      index += 1
    }
    return result
  }
}
