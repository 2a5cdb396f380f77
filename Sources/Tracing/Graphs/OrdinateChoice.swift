import Calculus

/// Chooses the ordinates that a picture of a graph shows.
///
/// All that f reaches, found by interval branch and bound so that no needle is missed, but for two
/// things that would flatten the rest: the arms of poles count up to a share of their branch only, and
/// arms that rush to the ends of the interval are cut until the rest can be seen. Extrema inside,
/// limits at jumps and lonely points are never cut.
struct OrdinateChoice {
  private let graph: FunctionGraph
  private let f: LineFunction
  private var samples: [(x: Double, y: Double)] = []
  private var range = ValueRange()

  private static let sampleCount = 400.0
  private static let budget = 3000
  /// Between more breaks than these the samples have to do.
  private static let breakLimit = 200
  /// The shares of a branch beside a pole that are left out; the smaller ones where f grows slowly.
  private static let poleShares = [0.08, 0.04, 0.02, 0.01, 0.005]
  private static let slowGrowth = 1.35
  /// Branches shorter than this share of the interval say nothing.
  private static let shortest = 0.004
  /// A picture with more of its columns than this in one band of a twentieth of its height is flat.
  private static let flat = 0.85
  private static let lively = 0.6
  private static let overflow = 1e306

  init(_ graph: FunctionGraph) {
    self.graph = graph
    f = LineFunction(graph.expression)
  }

  /// The ordinates without any margin; `nil` where f has no finite value.
  static func range(of graph: FunctionGraph) -> ClosedRange<Double>? {
    var choice = OrdinateChoice(graph)
    choice.collect()
    return choice.range.closed
  }

  private var width: Double { graph.interval.upperBound - graph.interval.lowerBound }

  private mutating func collect() {
    let long = graph.branches.filter { $0.to - $0.from >= Self.shortest * width }
    let shown = long.isEmpty ? graph.branches : long
    let longest = shown.map { $0.to - $0.from }.max() ?? 0
    for branch in shown { add(branch, longest) }
    addCrowds()
    for sample in samples { range.add(sample.y) }
    if graph.breaks.count < Self.breakLimit { refine(over: samples.map(\.x)) }
    for place in graph.breaks {
      for value in [place.left.number, place.right.number, place.value] {
        if let value { range.add(value) }
      }
    }
    let hasPoles = graph.breaks.contains { $0.kind == .pole }
    if !hasPoles, flatness(range) > Self.flat, !isSteadyGrowth { cutArms() }
  }

  // MARK: Branches

  /// Adds the values of a branch, with the arms of its poles cut.
  private mutating func add(_ branch: GraphBranch, _ longest: Double) {
    guard let first = branch.pieces.first, let last = branch.pieces.last else { return }
    let length = branch.to - branch.from
    let (opens, closes) = (first.start.limit.isInfinite, last.end.limit.isInfinite)
    // What the interval cuts short beside a pole is but a part of an arm.
    if opens != closes && length < 2 * Self.poleShares[0] * longest && length < longest { return }
    func part(_ share: Double) -> (Double, Double) {
      // The same distance from all poles, unless they are near to one another.
      let cut = min(share * longest, share * 4 * length)
      return (
        opens ? branch.from + cut : first.start.inner, closes ? branch.to - cut : last.end.inner
      )
    }
    let (from, to) = part(Self.poleShares[0])
    addSamples(from: from, to: to)
    guard opens || closes else { return }
    var known = ValueRange()
    for sample in samples where sample.x >= from && sample.x <= to { known.add(sample.y) }
    for share in Self.poleShares.dropFirst() {
      let (from, to) = part(share)
      let height = known.height
      known.add(f.value(from))
      known.add(f.value(to))
      guard known.height <= Self.slowGrowth * height else { break }
      if let values = known.closed {
        range.add(values.lowerBound)
        range.add(values.upperBound)
      }
    }
  }

  /// Adds the values of crowds, but for a tenth that poles among them may have thrown out.
  private mutating func addCrowds() {
    for span in graph.crowded {
      let start = samples.count
      addSamples(from: span.lowerBound, to: span.upperBound)
      let values = samples[start...].map(\.y).sorted()
      let cut = values.count / 20
      guard cut > 0 else { continue }
      let (low, high) = (values[cut], values[values.count - 1 - cut])
      samples[start...].removeAll { $0.y < low || $0.y > high }
    }
  }

  private mutating func addSamples(from: Double, to: Double) {
    // The share first: its product with a width near the greatest double would overflow.
    let count = max((Self.sampleCount * ((to - from) / width)).rounded(.up), 4)
    for index in 0...Int(count) {
      // A little off the lattice, so that no period meets all places.
      let fromEnd = min(index, Int(count) - index)
      let side: Double = 2 * index < Int(count) ? 1 : -1
      let shift = fromEnd == 0 ? 0 : 0.23 * side * Double(fromEnd % 3 - 1)
      let x = from + (to - from) * ((Double(index) + shift) / count)
      let y = f.value(x)
      if abs(y) < Self.overflow { samples.append((x, y)) }
    }
  }

  // MARK: Between the samples

  /// Looks between neighbouring places for values outside the range, by branch and bound.
  private mutating func refine(over places: [Double]) {
    var open: [Interval] = []
    for (a, b) in zip(places, places.dropFirst())
    where b > a && b - a <= 4 * width / Self.sampleCount && isSmooth(a, b) {
      open.append(Interval(a, b))
    }
    var cost = 0
    while !open.isEmpty && cost < Self.budget {
      var next: [Interval] = []
      for cell in open {
        cost += 1
        let values = f.enclosure(cell)
        let slack = 0.01 * range.height
        if values.isEmpty
          || values.lower >= range.lower - slack && values.upper <= range.upper + slack
        {
          continue
        }
        range.add(f.value(cell.middle))
        if cell.width > 1e-12 * width {
          next.append(Interval(cell.lower, cell.middle))
          next.append(Interval(cell.middle, cell.upper))
        }
      }
      open = next
    }
  }

  /// Whether no break lies between two samples.
  private func isSmooth(_ a: Double, _ b: Double) -> Bool {
    !graph.breaks.contains { $0.at >= a && $0.at <= b }
      && !graph.crowded.contains { $0.lowerBound <= b && $0.upperBound >= a }
  }

  // MARK: Arms

  /// The greatest share of the samples in a twentieth of a range.
  private func flatness(_ range: ValueRange) -> Double {
    let inside = samples.map(\.y).filter { range.contains($0) }.sorted()
    guard range.height > 0, !inside.isEmpty else { return 0 }
    var (most, first) = (0, 0)
    for (index, value) in inside.enumerated() {
      while value - inside[first] > range.height / 20 { first += 1 }
      most = max(most, index - first + 1)
    }
    return Double(most) / Double(samples.count)
  }

  /// Whether the graph is one arm that leaves its level as exp does, at a pace that stays about the
  /// same: then the arm is what there is to see, and cutting it would leave a part of the interval
  /// empty.
  ///
  /// An arm beside a pole outside the interval grows nearly all in its last quarter; one that leaves
  /// the numbers of a double is cut after all.
  private var isSteadyGrowth: Bool {
    let values = samples.map(\.y)
    guard values.count > 8, Self.armLength(values) == values.count - 1,
      let first = values.first, let last = values.last, graph.branches.count == 1,
      samples.last.map({ $0.x >= graph.interval.upperBound - 0.01 * width }) ?? false,
      samples.first.map({ $0.x <= graph.interval.lowerBound + 0.01 * width }) ?? false
    else { return false }
    // The level is the end that most of the graph stays near to.
    let middle = values[values.count / 2]
    let way = abs(middle - first) <= abs(last - middle) ? values : values.reversed()
    let level = way[0]
    func growth(_ quarter: Int) -> Double { abs(way[(way.count - 1) * quarter / 4] - level) }
    let (half, most, end) = (growth(2), growth(3), growth(4))
    guard half > 0, most > half, end.isFinite, growth(2) < 0.05 * end else { return false }
    // The logarithm of the last step is at most two and a half times that of the one before.
    let (step, before) = (end / most, most / half)
    return step * step <= before * before * before * before * before
  }

  /// Cuts the monotone arms at both ends of the interval until the rest can be seen.
  private mutating func cutArms() {
    let values = samples.map(\.y)
    let left = Self.armLength(values)
    let right = values.count - 1 - Self.armLength(values.reversed())
    var inner = ValueRange()
    if left <= right {
      let part = samples[max(left - 1, 0)...min(right + 1, samples.count - 1)]
      for sample in part { inner.add(sample.y) }
      let all = range
      range = inner
      refine(over: part.map(\.x))
      (inner, range) = (range, all)
    }
    var best = inner
    for share in stride(from: 0.02, through: 0.46, by: 0.04) {
      best = inner
      let (from, to) = (
        graph.interval.lowerBound + share * width, graph.interval.upperBound - share * width
      )
      for sample in samples where sample.x >= from && sample.x <= to { best.add(sample.y) }
      if flatness(best) <= Self.lively { break }
    }
    // Where every cut looks alike, as for exp on a wide interval, the picture is of the size of x.
    if best.height > 1e6 * width && inner.height < width {
      var small = inner
      for sample in samples where abs(sample.y) <= width { small.add(sample.y) }
      if small.height > 0 {
        small.add(min(max(best.upper, -width), width))
        small.add(min(max(best.lower, -width), width))
        best = small
      }
    }
    if best.height > 0 { range = best }
  }

  /// The number of steps from the start of values that go one way.
  private static func armLength(_ values: [Double]) -> Int {
    var direction = 0.0
    for index in values.indices.dropFirst() {
      let step = values[index] - values[index - 1]
      if step * direction < 0 { return index - 1 }
      if step != 0 { direction = step > 0 ? 1 : -1 }
    }
    return max(values.count - 1, 0)
  }
}

/// The least and the greatest of some values.
struct ValueRange {
  private(set) var lower = Double.infinity
  private(set) var upper = -Double.infinity

  var height: Double { max(upper - lower, 0) }
  var closed: ClosedRange<Double>? { lower <= upper ? lower...upper : nil }

  func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    lower = min(lower, value)
    upper = max(upper, value)
  }
}

extension FunctionGraph {
  /// The ordinates that a picture of the graph should show, without any margin.
  ///
  /// All values but for the arms of poles and arms that would flatten everything else; `nil` where f has
  /// no finite value.
  public func ordinates() -> ClosedRange<Double>? { OrdinateChoice.range(of: self) }

  /// Ordinates with a margin, and with an extent where the values have none.
  ///
  /// Zero is included where it is near, so that the axis shows.
  public static func window(over values: ClosedRange<Double>?) -> ClosedRange<Double> {
    guard let values else { return -1...1 }
    var (lower, upper) = (values.lowerBound, values.upperBound)
    let size = max(abs(lower), abs(upper))
    guard upper - lower > 1e-12 * size, (upper - lower).isFinite else {
      let middle = lower / 2 + upper / 2
      let reach = max(abs(middle) * 1e-6, abs(middle) < 1e-6 && middle != 0 ? abs(middle) : 1)
      return middle - reach...middle + reach
    }
    let height = upper - lower
    if lower > 0 && lower < 0.3 * height { lower = 0 }
    if upper < 0 && -upper < 0.3 * height { upper = 0 }
    let margin = 0.06 * (upper - lower)
    return max(
      lower - margin, -.greatestFiniteMagnitude)...min(upper + margin, .greatestFiniteMagnitude)
  }
}
