import Calculus
import Geometry

/// A point where a level curve crosses a side of the subdivision.
struct Root: Sendable {
  /// The index of the level.
  let level: Int
  let point: Point
}

/// Finds the points where level curves cross sides, each side once for the cells on both its sides.
///
/// The value 0 counts as positive, as if every level were a little lower: then a curve through a
/// vertex crosses exactly one of the sides that meet there, from whichever cell one looks.
struct EdgeRoots {
  private let field: ScalarField
  private let levels: [Double]
  private(set) var roots: [Root] = []
  /// The roots on each side, as a part of the list of roots: those of a side follow each other.
  private var rootsOfSide = KeyTable(filler: 0..<0)
  private var values = KeyTable(filler: Double.nan)

  /// Two crossings nearer than this on the same part of a side are taken for none.
  ///
  /// It is a sixteenth of a pixel, or the 64th part of a short side; it also bounds the work where a
  /// curve runs along a side, so that no part can be settled.
  private let finest: Double
  /// How many parts of a side may be cut more finely than that, down to a billionth of the side:
  /// beside a singular point two crossings can be very near to each other.
  private let patience: Int
  private var cutsLeft = 0
  /// How many parts the side at hand may still be cut into, and all sides before they have to make
  /// do with few.
  private var partsLeft = 0
  private var allPartsLeft = 1_000_000
  private static let mostParts = 2_000, fewParts = 32

  init(field: ScalarField, levels: [Double], resolution: Resolution, patience: Int = 0) {
    self.field = field
    self.levels = levels
    self.patience = patience
    finest = min(resolution.pixelWidth, resolution.pixelHeight) / 16
  }

  /// f at a vertex.
  private mutating func value(at vertex: Vertex, _ point: Point) -> Double {
    if let value = values[vertex.key] { return value }
    let value = field.value(point.x, point.y)
    values.set(value, for: vertex.key)
    return value
  }

  /// What is known of a function that is defined and continuous on a cell.
  struct Known {
    /// What its derivative along a side takes.
    let slope: Interval
    /// The indices of the levels that may occur.
    let levels: Range<Int>

    var isMonotone: Bool { !slope.isEmpty && !slope.isPartial && !slope.contains(0) }

    /// The levels for which the values at the ends of a line and the slope between leave room.
    func crossing(
      _ levels: [Double], _ first: Double, _ last: Double, length: Double
    ) -> Range<Int> {
      guard !slope.isPartial, !slope.isEmpty else { return self.levels }
      let reach = max(abs(slope.lower), abs(slope.upper)) * length
      let slack = (reach + 1e-12 * (abs(first) + abs(last) + reach)) / 2
      let (low, high) = ((first + last) / 2 - slack, (first + last) / 2 + slack)
      var (start, end) = (self.levels.lowerBound, self.levels.upperBound)
      // NaN leaves room for all of them.
      while start < end, levels[start] < low { start += 1 }
      while start < end, levels[end - 1] > high { end -= 1 }
      return start..<end
    }
  }

  /// The indices of the roots on an undivided side, from its start to its end.
  ///
  /// Where f is known to be monotone along the side, its ends tell which levels cross it.
  mutating func roots(on placed: PlacedSide, known: Known? = nil) -> Range<Int> {
    let (side, start, end) = (placed.side, placed.start, placed.end)
    let key = side.key
    if let found = rootsOfSide[key] { return found }
    let line = Line(start: start, end: end, isHorizontal: side.isHorizontal)
    var found: [(Double, Int)] = []
    cutsLeft = patience
    partsLeft = allPartsLeft > 0 ? Self.mostParts : Self.fewParts
    let (first, last) = (value(at: side.from, start), value(at: side.to, end))
    if let known, known.isMonotone {
      collect(known.levels, on: line, 0, first, 1, last, &found)
    } else if let known {
      let length = line.isHorizontal ? end.x - start.x : end.y - start.y
      let levels = known.crossing(levels, first, last, length: length)
      if !levels.isEmpty { collect(levels, smoothOn: line, 0, first, 1, last, &found) }
    } else {
      collect(on: line, 0, first, 1, last, &found)
    }
    if found.count > 1 { found.sort { ($0.0, $0.1) < ($1.0, $1.1) } }
    let range = roots.count..<roots.count + found.count
    for (position, level) in found {
      roots.append(Root(level: level, point: line.point(position)))
    }
    rootsOfSide.set(range, for: key)
    return range
  }

  /// The indices of the roots on a side that was looked at before.
  func known(on side: Side) -> Range<Int> { rootsOfSide[side.key] ?? 0..<0 }

  private struct Line {
    let start: Point
    let end: Point
    let isHorizontal: Bool

    func point(_ t: Double) -> Point {
      isHorizontal
        ? Point(t == 1 ? end.x : start.x + t * (end.x - start.x), start.y)
        : Point(start.x, t == 1 ? end.y : start.y + t * (end.y - start.y))
    }
  }

  /// The roots of some levels between two places of a line on which f is defined and continuous, by
  /// halving until it is monotone or has no room for a level.
  private mutating func collect(
    _ candidates: Range<Int>, smoothOn line: Line, _ a: Double, _ fa: Double, _ b: Double,
    _ fb: Double, _ found: inout [(Double, Int)]
  ) {
    let (p, q) = (line.point(a), line.point(b))
    let slope = field.slopeEnclosure(
      Interval(p.x, q.x), Interval(p.y, q.y), alongX: line.isHorizontal)
    guard !slope.isPartial, slope.width < .infinity else {
      collect(on: line, a, fa, b, fb, &found)
      return
    }
    let known = Known(slope: slope, levels: candidates)
    if known.isMonotone || isTooShort(p, q, b - a) {
      collect(candidates, on: line, a, fa, b, fb, &found)
      return
    }
    let length = line.isHorizontal ? q.x - p.x : q.y - p.y
    let range = field.enclosure(Interval(p.x, q.x), Interval(p.y, q.y))
    let left = known.crossing(levels, fa, fb, length: length).filter {
      range.contains(levels[$0])
    }
    guard let first = left.first, let last = left.last else { return }
    let m = a + (b - a) * Self.division
    let middle = line.point(m)
    let fm = field.value(middle.x, middle.y)
    collect(first..<last + 1, smoothOn: line, a, fa, m, fm, &found)
    collect(first..<last + 1, smoothOn: line, m, fm, b, fb, &found)
  }

  private static let division = 0.4931

  /// Whether a part of a line on which f is not monotone is not to be cut again.
  private mutating func isTooShort(_ p: Point, _ q: Point, _ part: Double) -> Bool {
    partsLeft -= 1
    allPartsLeft -= 1
    if partsLeft < 0 { return true }
    guard part < 1.0 / 64 && p.distance(to: q) < finest || part < 1e-4 else { return false }
    cutsLeft -= 1
    return cutsLeft < 0 || part < 1e-9
  }

  /// The roots of all levels between two places of a line, by halving until f is monotone.
  private mutating func collect(
    on line: Line, _ a: Double, _ fa: Double, _ b: Double, _ fb: Double,
    _ found: inout [(Double, Int)]
  ) {
    let (p, q) = (line.point(a), line.point(b))
    let x = Interval(min(p.x, q.x), max(p.x, q.x))
    let y = Interval(min(p.y, q.y), max(p.y, q.y))
    let (range, dx, dy) = field.slopeEnclosures(x, y)
    if range.isEmpty || !range.isContinuous { return }
    let candidates = levels.indices.filter { range.contains(levels[$0]) }
    if candidates.isEmpty { return }
    let slope = line.isHorizontal ? dx : dy
    let isMonotone = !slope.isEmpty && !slope.isPartial && !slope.contains(0)
    guard isMonotone || isTooShort(p, q, b - a) else {
      let m = a + (b - a) * Self.division
      let middle = line.point(m)
      let fm = field.value(middle.x, middle.y)
      collect(on: line, a, fa, m, fm, &found)
      collect(on: line, m, fm, b, fb, &found)
      return
    }
    collect(candidates, on: line, a, fa, b, fb, &found)
  }

  /// The roots of some levels between two places of a line on which f is monotone.
  private func collect(
    _ candidates: some Sequence<Int>, on line: Line, _ a: Double, _ fa: Double, _ b: Double,
    _ fb: Double, _ found: inout [(Double, Int)]
  ) {
    for level in candidates {
      let c = levels[level]
      guard (fa >= c) != (fb >= c) else { continue }
      let t = Bracketing.root(from: a, fa - c, to: b, fb - c) { t in
        let point = line.point(t)
        return field.value(point.x, point.y) - c
      }
      found.append((t, level))
    }
  }
}
