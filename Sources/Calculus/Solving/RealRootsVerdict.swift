/// Says what a narrow interval holds outside of which nothing was left open.
struct RealRootsVerdict {
  /// What it holds.
  enum Verdict {
    case root(RealRoots.Root)
    /// A pole, a jump or a gap of the domain, and no root.
    case gap
    case nothing
  }

  private let levels: RealRootsLevels
  private let mark: Interval
  private let interval: ClosedRange<Double>

  init(_ levels: RealRootsLevels, _ mark: Interval, in interval: ClosedRange<Double>) {
    self.levels = levels
    self.mark = mark
    self.interval = interval
  }

  /// A root with what is proved of it, a break, or nothing.
  func verdict() -> Verdict {
    if !levels.range(0, mark).isContinuous { return verdictAtBreak() }
    let location = bestLocation()
    let bound = levels.rootBound(on: mark, upTo: 12)
    if levels.isExactlyZero(0, at: location) {
      let isSimple = bound == 1
      return root(
        at: location, isSimple ? .simple : changesSign ? .crossing : .touching, bound,
        isCertified: true)
    }
    let wide = widened
    if changesSign(on: wide) {
      let isSimple = levels.rootBound(on: wide, upTo: 1) == 1
      return root(
        at: location, isSimple ? .simple : .crossing, isSimple ? 1 : bound, isCertified: true)
    }
    // Inside the interval an extremum that was closed in and stays away from 0 is none.
    return levels.range(0, mark).contains(0)
      ? root(at: location, .touching, bound, isCertified: false) : .nothing
  }

  private func root(
    at location: Double, _ kind: RealRoots.Kind, _ multiplicity: Int?, isCertified: Bool
  ) -> Verdict {
    let place = min(max(location, interval.lowerBound), interval.upperBound)
    return .root(
      RealRoots.Root(
        location: place, enclosure: min(mark.lower, place)...max(mark.upper, place), kind: kind,
        multiplicity: multiplicity, isCertified: isCertified))
  }

  // MARK: Signs

  /// The mark with a little on each side, so that the signs beside a root on its end can be seen.
  private var widened: Interval {
    var reach = max(4 * max(abs(mark.lower), abs(mark.upper)).ulp, mark.width)
    var result = mark
    for _ in 0..<8 {
      let next = Interval(mark.lower - reach, mark.upper + reach)
      guard levels.range(0, next).isContinuous else { break }
      result = next
      if levels.sign(0, at: next.lower) != 0 && levels.sign(0, at: next.upper) != 0 { break }
      reach *= 4
    }
    return result
  }

  private var changesSign: Bool { changesSign(on: widened) }

  private func changesSign(on x: Interval) -> Bool {
    levels.sign(0, at: x.lower) * levels.sign(0, at: x.upper) < 0
  }

  /// Where |f| is least among the middle, the ends, the Newton point and a number of few digits.
  private func bestLocation() -> Double {
    let middle = mark.middle
    let newton = middle - levels.value(0, at: middle) / levels.value(1, at: middle)
    var candidates = [middle, mark.lower, mark.upper, newton]
    // Roots at round numbers are common, and there f may be 0 exactly.
    let unit = (mark.width > 0 ? mark.width : middle.ulp).binade * 1024
    candidates.append((middle / unit).rounded() * unit)
    var best = middle
    var least = abs(levels.value(0, at: middle))
    for place in candidates where mark.contains(place) {
      let size = abs(levels.value(0, at: place))
      if size < least { (best, least) = (place, size) }
    }
    return best
  }

  // MARK: Breaks

  /// At a pole or a jump there is no root; at an end of the domain f may come down to 0.
  private func verdictAtBreak() -> Verdict {
    let range = levels.range(0, mark)
    if range.isBroken || !range.contains(0) { return .gap }
    for place in [endOfDomain(), mark.middle, mark.lower, mark.upper, 0].compactMap({ $0 })
    where mark.contains(place) {
      // The end itself need not be a double. An infinite range is that of x·ln(x): 0 is not reached.
      let there = levels.range(0, Interval(place.nextDown, place.nextUp))
      if levels.value(0, at: place).isFinite && !there.isBroken && there.contains(0)
        && there.width.isFinite
      {
        return root(
          at: place, .domainEnd, nil, isCertified: levels.isExactlyZero(0, at: place))
      }
    }
    return .gap
  }

  /// The last number with a value on the way to where there is none.
  private func endOfDomain() -> Double? {
    var (inside, outside) = (mark.lower, mark.upper)
    if levels.value(0, at: inside).isNaN { (inside, outside) = (outside, inside) }
    guard !levels.value(0, at: inside).isNaN, levels.value(0, at: outside).isNaN else { return nil }
    for _ in 0..<1200 {
      let middle = inside / 2 + outside / 2
      if middle == inside || middle == outside { break }
      if levels.value(0, at: middle).isNaN { outside = middle } else { inside = middle }
    }
    return inside
  }
}
