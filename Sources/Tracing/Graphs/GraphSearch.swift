import Calculus

/// Puts the anatomy of a graph together: marks become breaks and corners, the rest branches.
struct GraphSearch {
  private let expression: Expression
  private let function: SlopedFunction
  private let interval: ClosedRange<Double>
  private let spans: [BreakSearch.Span]
  private let verdicts: MarkVerdict
  private var breaks: [GraphBreak] = []
  private var corners: [GraphCorner] = []
  private var branches: [GraphBranch] = []
  private var undefined: [ClosedRange<Double>] = []
  /// The pieces of the branch that is being put together.
  private var pieces: [GraphPiece] = []
  private var start: GraphEnd?

  init(_ expression: Expression, on interval: ClosedRange<Double>) {
    self.expression = expression
    function = SlopedFunction(expression)
    self.interval = interval
    spans = BreakSearch.spans(of: function.f, on: interval)
    verdicts = MarkVerdict(function, interval)
  }

  /// Walks along the interval once.
  mutating func run() -> FunctionGraph {
    let kinks = kinkSpans()
    var undefinedStart: Double?
    for (index, span) in spans.enumerated() {
      switch span.kind {
      case .undefined:
        if undefinedStart == nil { undefinedStart = span.lower }
      case .mark:
        let mark = verdicts.mark(span, reach: reach(around: index))
        if let from = undefinedStart, mark.right != .undefined || mark.value != nil {
          undefined.append(min(from, mark.at)...mark.at)
          undefinedStart = nil
        }
        pass(mark)
        if mark.right == .undefined && undefinedStart == nil {
          undefinedStart = min(max(mark.at, interval.lowerBound), interval.upperBound)
        }
      case .continuous:
        if let from = undefinedStart {
          undefined.append(min(from, span.lower)...span.lower)
          undefinedStart = nil
        }
        if start == nil { start = verdicts.plainEnd(span.lower, side: 1) }
        for kink in kinks where span.lower < kink.lower && kink.upper < span.upper {
          passKink(kink, in: span)
        }
        if spans.indices.last == index || spans[index + 1].kind != .mark {
          closeBranch(verdicts.plainEnd(span.upper, side: -1))
        }
      case .crowded:
        if let from = undefinedStart {
          undefined.append(min(from, span.lower)...span.lower)
          undefinedStart = nil
        }
        start = nil
        finishBranch()
      }
    }
    if let from = undefinedStart { undefined.append(from...interval.upperBound) }
    return FunctionGraph(
      interval: interval, breaks: breaks, corners: corners, branches: branches,
      undefined: undefined.filter { $0.lowerBound < $0.upperBound },
      crowded: spans.filter { $0.kind == .crowded }.map { $0.lower...$0.upper },
      expression: expression)
  }

  /// How far around a mark nothing else happens.
  private func reach(around index: Int) -> Double {
    let width = interval.upperBound - interval.lowerBound
    let (mark, last) = (spans[index], spans.count - 1)
    let left = index > 1 ? mark.lower - spans[index - 1].lower : width
    let right = index < last - 1 ? spans[index + 1].upper - mark.upper : width
    return min(width / 16, max(min(left, right) / 2, width * 0x1p-40))
  }

  // MARK: Marks of f

  /// Ends, goes on or bends at a mark.
  private mutating func pass(_ mark: MarkVerdict.Mark) {
    guard let kind = mark.kind else {
      if mark.left == .undefined && mark.right == .undefined { return }
      bend(at: mark)
      return
    }
    breaks.append(
      GraphBreak(
        at: mark.at, kind: kind, left: mark.left, right: mark.right, value: mark.value))
    if kind == .removable {
      pieces += [piece(to: mark)].compactMap(\.self)
      start = mark.upper < interval.upperBound ? verdicts.end(mark, side: 1) : nil
      if start == nil { finishBranch() }
      return
    }
    if start != nil { closeBranch(verdicts.end(mark, side: -1)) }
    // Outside the interval the function is of no concern.
    if mark.right != .undefined && mark.upper < interval.upperBound {
      start = verdicts.end(mark, side: 1)
    }
  }

  private func piece(to mark: MarkVerdict.Mark) -> GraphPiece? {
    start.map { GraphPiece(start: $0, end: verdicts.end(mark, side: -1)) }
  }

  /// A mark where f turns out to be continuous: perhaps a corner.
  private mutating func bend(at mark: MarkVerdict.Mark) {
    let (left, right) = (verdicts.end(mark, side: -1), verdicts.end(mark, side: 1))
    if start != nil {
      if let kind = Self.cornerKind(left.slope, right.slope), let value = left.limit.number {
        corners.append(GraphCorner(at: mark.at, value: mark.value ?? value, kind: kind))
      }
      pieces += [piece(to: mark)].compactMap(\.self)
      start = nil
    }
    if mark.upper < interval.upperBound { start = right } else { finishBranch() }
  }

  private mutating func closeBranch(_ end: GraphEnd) {
    if let first = start, first.inner < end.inner {
      pieces.append(GraphPiece(start: first, end: end))
    }
    start = nil
    finishBranch()
  }

  private mutating func finishBranch() {
    if let first = pieces.first, let last = pieces.last {
      branches.append(GraphBranch(from: first.start.at, to: last.end.at, pieces: pieces))
    }
    pieces = []
  }

  // MARK: Marks of the slope

  /// Where f′ breaks; nothing where that happens too often to be told apart.
  private func kinkSpans() -> [BreakSearch.Span] {
    guard spans.contains(where: { $0.kind == .continuous }) else { return [] }
    return BreakSearch.spans(of: function.derivative, on: interval).filter { $0.kind == .mark }
  }

  /// A place inside a continuous span where f′ breaks: a corner, or nothing but the end of a piece.
  private mutating func passKink(_ kink: BreakSearch.Span, in span: BreakSearch.Span) {
    let reach = min(
      (interval.upperBound - interval.lowerBound) / 16, kink.lower - span.lower,
      span.upper - kink.upper)
    let at = MarkVerdict.place(in: kink)
    let mark = Interval(kink.lower, kink.upper)
    let range = function.f.enclosure(mark)
    // The place is rounded: where f is 0 as far as that tells, as for ∛(x² − 3), 0 is meant.
    let value = range.contains(0) ? 0 : function.f.value(at)
    let left = verdicts.slope(at, in: mark, -1, reach)
    let right = verdicts.slope(at, in: mark, 1, reach)
    guard let kind = Self.cornerKind(left, right), let first = start else { return }
    corners.append(GraphCorner(at: at, value: value, kind: kind))
    let limit = OneSidedLimit.finite(value)
    pieces.append(
      GraphPiece(
        start: first, end: GraphEnd(at: at, inner: kink.lower, limit: limit, slope: left)))
    start = GraphEnd(at: at, inner: kink.upper, limit: limit, slope: right)
  }

  /// What two one-sided slopes make; nothing where they agree or are unknown.
  private static func cornerKind(
    _ left: OneSidedLimit, _ right: OneSidedLimit
  ) -> GraphCorner.Kind? {
    switch (left, right) {
    case (.finite(let a), .finite(let b)):
      return abs(a - b) > 1e-6 * max(abs(a), abs(b)) + 1e-9 ? .corner : nil
    case (.infinite(let a), .infinite(let b)): return a == b ? .verticalTangent : .cusp
    case (.infinite, .finite), (.finite, .infinite): return .corner
    default: return nil
    }
  }
}
