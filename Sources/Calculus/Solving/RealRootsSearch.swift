/// Branch and bound over an interval: the queue, the budget and the collecting of what is found.
struct RealRootsSearch {
  let levels: RealRootsLevels
  let interval: ClosedRange<Double>
  private let budget: Int
  private var queue: [(box: Interval, depth: Int)]
  private var next = 0
  /// Enclosures outside of which there is no root, from the parts that were settled.
  private var marks: [Interval] = []
  /// Parts of least width that could be neither dropped nor settled.
  private var leftovers: [Interval] = []
  private var zeros: [Interval] = []
  /// Parts where f is too small for doubles to say anything.
  private var underflows: [Interval] = []

  init(_ levels: RealRootsLevels, _ interval: ClosedRange<Double>, budget: Int) {
    self.levels = levels
    self.interval = interval
    self.budget = budget
    queue = [(Interval(interval.lowerBound, interval.upperBound), 0)]
  }

  /// Searches until the queue is empty or the budget spent.
  mutating func run() -> RealRoots {
    while next < queue.count && next < budget {
      let (box, depth) = queue[next]
      next += 1
      look(at: box, depth)
    }
    let unsettled = Self.joined(queue[next...].map(\.box) + underflows, gap: 0).map(\.closedRange)
    var roots: [RealRoots.Root] = []
    var breaks: [ClosedRange<Double>] = []
    let found = marks.map { ($0, false) } + leftovers.map { ($0, true) }
    for mark in Self.clusters(found, gap: 4 * tick) {
      switch RealRootsVerdict(levels, mark, in: interval).verdict() {
      case .root(let root): roots.append(root)
      case .gap: breaks.append(mark.closedRange)
      case .nothing: break
      }
    }
    return RealRoots(
      interval: interval, roots: roots.sorted { $0.location < $1.location },
      zeroIntervals: Self.joined(zeros, gap: 4 * tick).map(\.closedRange), breaks: breaks,
      unsettled: unsettled, boxes: next)
  }

  /// A unit in the last place of the larger end: nothing narrower is told apart away from 0.
  private var tick: Double {
    max(abs(interval.lowerBound), abs(interval.upperBound), .leastNormalMagnitude).ulp
  }

  private mutating func look(at box: Interval, _ depth: Int) {
    let range = levels.range(0, box)
    if range.isEmpty || !range.contains(0) { return }
    if range.lower == 0 && range.upper == 0 && range.isContinuous && box.width > 0 {
      zeros.append(box)
      return
    }
    // Higher derivatives are dear and help only where a multiple root is near.
    let limit = depth < 8 ? 2 : depth % 4 == 0 ? 12 : 2
    if range.isContinuous, let order = levels.rootBound(on: box, upTo: limit) {
      marks += RealRootsChain(levels, box).marks(below: order)
      return
    }
    if max(-range.lower, range.upper) < 1e-307 && depth > 12 {
      underflows.append(box)
      return
    }
    let cut = box.lower + 0.493 * box.width
    if box.width <= 16 * max(abs(box.lower), abs(box.upper), tick).ulp || box.width <= 4 * tick
      || !(box.lower < cut && cut < box.upper)
    {
      leftovers.append(box)
      return
    }
    queue.append((Interval(box.lower, cut), depth + 1))
    queue.append((Interval(cut, box.upper), depth + 1))
  }

  // MARK: Neighbours

  /// Intervals with those that touch, or nearly, made one; ascending.
  private static func joined(_ intervals: [Interval], gap: Double) -> [Interval] {
    clusters(intervals.map { ($0, true) }, gap: gap)
  }

  /// The same, where only those that are loose are joined across a gap: roots that were closed in
  /// apart stay apart, however near they are.
  private static func clusters(
    _ intervals: [(Interval, isLoose: Bool)], gap: Double
  ) -> [Interval] {
    var result: [(Interval, isLoose: Bool)] = []
    for (interval, isLoose) in intervals.sorted(by: { $0.0.lower < $1.0.lower }) {
      if let last = result.last,
        interval.lower <= last.0.upper + (isLoose || last.isLoose ? gap : 0)
      {
        let joined = Interval(last.0.lower, max(last.0.upper, interval.upper))
        result[result.count - 1] = (joined, last.isLoose || isLoose)
      } else {
        result.append((Interval(interval.lower, interval.upper), isLoose))
      }
    }
    return result.map(\.0)
  }
}

extension Interval {
  /// The same ends as a range.
  var closedRange: ClosedRange<Double> { lower...Swift.max(lower, upper) }
}
