/// Closes in the roots of f on an interval where some derivative has none, from that one down.
///
/// Outside the marks of f⁽ʲ⁺¹⁾ it has no root, so f⁽ʲ⁾ is monotone between them: the signs at the ends
/// of each piece decide whether it has one root there, and bisection with Newton's method closes it in.
struct RealRootsChain {
  private let levels: RealRootsLevels
  private let box: Interval

  init(_ levels: RealRootsLevels, _ box: Interval) {
    self.levels = levels
    self.box = box
  }

  /// Narrow enclosures, ascending, outside of which f has no root, where f⁽ᵏ⁾ has none at all.
  func marks(below order: Int) -> [Interval] {
    var marks: [Interval] = []
    for level in stride(from: order - 1, through: 0, by: -1) {
      marks = roots(of: level, between: marks)
    }
    return marks
  }

  /// The enclosures of the roots of f⁽ʲ⁾, which is monotone outside the given marks.
  private func roots(of level: Int, between marks: [Interval]) -> [Interval] {
    var found: [Interval] = []
    for mark in marks where levels.range(level, mark).contains(0) { found.append(mark) }
    if box.width == 0 { return levels.range(level, box).contains(0) ? [box] : [] }
    var left = box.lower
    for right in marks.map(\.lower) + [box.upper] {
      if left < right { found += rootsOfPiece(level, Interval(left, right)) }
      if let mark = marks.first(where: { $0.lower == right }) { left = mark.upper }
    }
    return disjoint(found)
  }

  /// Enclosures that overlap made one; ascending.
  private func disjoint(_ intervals: [Interval]) -> [Interval] {
    var result: [Interval] = []
    for interval in intervals.sorted(by: { $0.lower < $1.lower }) {
      if let last = result.last, interval.lower <= last.upper {
        result[result.count - 1].upper = max(last.upper, interval.upper)
      } else {
        result.append(Interval(interval.lower, interval.upper))
      }
    }
    return result
  }

  /// What a monotone piece holds: a root between opposite signs, or one at an end with an open sign.
  private func rootsOfPiece(_ level: Int, _ piece: Interval) -> [Interval] {
    var (low, high) = (piece.lower, piece.upper)
    var found: [Interval] = []
    if levels.sign(level, at: low) == 0 {
      let open = low
      low = decided(level, from: low, towards: high)
      found.append(Interval(open, low))
    }
    if low < high, levels.sign(level, at: high) == 0 {
      let open = high
      high = decided(level, from: high, towards: low)
      found.append(Interval(high, open))
    }
    guard low < high else { return found }
    if levels.sign(level, at: low) * levels.sign(level, at: high) < 0 {
      found.append(crossing(level, Interval(low, high)))
    }
    return found
  }

  /// The first place on the way from an end where the sign is proved, or the other end.
  private func decided(_ level: Int, from start: Double, towards end: Double) -> Double {
    var reach = 2 * start.ulp
    while reach < abs(end - start) {
      let place = start < end ? start + reach : start - reach
      if levels.sign(level, at: place) != 0 { return place }
      reach *= 8
    }
    return end
  }

  /// A narrow interval around the root of a monotone function with opposite signs at the ends.
  private func crossing(_ level: Int, _ piece: Interval) -> Interval {
    let rising = levels.sign(level, at: piece.upper)
    var (low, high) = (piece.lower, piece.upper)
    if piece.contains(0), levels.isExactlyZero(level, at: 0) { return Interval(0) }
    // A root near 0 in a wide interval takes as many halvings as there are exponents.
    for _ in 0..<1200 {
      let guess = newton(level, Interval(low, high))
      if let close = closedIn(level, around: guess, Interval(low, high), rising) { return close }
      let middle = low / 2 + high / 2
      guard low < middle && middle < high else { break }
      let sign = levels.sign(level, at: middle)
      if sign == 0 {
        return Interval(
          decided(level, from: middle, towards: low), decided(level, from: middle, towards: high))
      }
      if sign == rising { high = middle } else { low = middle }
    }
    return Interval(low, high)
  }

  /// Newton's method from the middle, ended where it leaves the interval.
  private func newton(_ level: Int, _ piece: Interval) -> Double {
    var x = piece.middle
    for _ in 0..<40 {
      let next = x - levels.value(level, at: x) / levels.value(level + 1, at: x)
      guard next >= piece.lower && next <= piece.upper else { break }
      let isSettled = abs(next - x) <= abs(next).ulp
      x = next
      if isSettled { break }
    }
    return x
  }

  /// The narrowest interval around a guess with proved opposite signs, if it is narrow indeed.
  private func closedIn(
    _ level: Int, around guess: Double, _ piece: Interval, _ rising: Int
  ) -> Interval? {
    if levels.isExactlyZero(level, at: guess) { return Interval(guess) }
    var reach = guess.ulp
    // Narrow beside the distance from 0 as well: two roots ±1e-150 are two.
    while reach <= piece.width * 0x1p-10 && reach <= abs(guess) * 0x1p-20 {
      let low = max(guess - reach, piece.lower)
      let high = min(guess + reach, piece.upper)
      if levels.sign(level, at: low) == -rising && levels.sign(level, at: high) == rising {
        return Interval(low, high)
      }
      reach *= 8
    }
    return nil
  }
}
