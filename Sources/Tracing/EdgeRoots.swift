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
  private var rootsOfSide: [Side: [Int]] = [:]
  private var values: [Vertex: Double] = [:]

  /// Two crossings nearer than this on the same part of a side are taken for none.
  ///
  /// It is a sixteenth of a pixel, or the 64th part of a short side; it also bounds the work where a
  /// curve runs along a side, so that no part can be settled.
  private let finest: Double
  /// How many parts of a side may be cut more finely than that, down to a billionth of the side:
  /// beside a singular point two crossings can be very near to each other.
  private let patience: Int
  private var cutsLeft = 0

  init(field: ScalarField, levels: [Double], resolution: Resolution, patience: Int = 0) {
    self.field = field
    self.levels = levels
    self.patience = patience
    finest = min(resolution.pixelWidth, resolution.pixelHeight) / 16
  }

  /// f at a vertex.
  mutating func value(at vertex: Vertex, _ quadtree: Quadtree) -> Double {
    if let value = values[vertex] { return value }
    let point = quadtree.point(vertex)
    let value = field.value(point.x, point.y)
    values[vertex] = value
    return value
  }

  /// The indices of the roots on an undivided side, from its start to its end.
  ///
  /// Where f is known to be defined and monotone along the side, its ends tell which levels cross it.
  mutating func roots(
    on side: Side, _ quadtree: Quadtree, isMonotone: Bool = false
  ) -> [Int] {
    if let found = rootsOfSide[side] { return found }
    let (start, end) = (quadtree.point(side.from), quadtree.point(side.to))
    let line = Line(start: start, end: end, isHorizontal: side.isHorizontal)
    var found: [(Double, Int)] = []
    cutsLeft = patience
    let (first, last) = (value(at: side.from, quadtree), value(at: side.to, quadtree))
    if isMonotone {
      collect(levels.indices, on: line, 0, first, 1, last, &found)
    } else {
      collect(on: line, 0, first, 1, last, &found)
    }
    found.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    let indices = found.map { position, level in
      roots.append(Root(level: level, point: line.point(position)))
      return roots.count - 1
    }
    rootsOfSide[side] = indices
    return indices
  }

  /// The indices of the roots on a side that was looked at before.
  func known(on side: Side) -> [Int] { rootsOfSide[side] ?? [] }

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
    let isShort = b - a < 1.0 / 64 && p.distance(to: q) < finest || b - a < 1e-4
    if isShort && !isMonotone { cutsLeft -= 1 }
    guard isMonotone || isShort && (cutsLeft < 0 || b - a < 1e-9) else {
      let m = a + (b - a) * 0.4931
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

/// Roots of continuous functions between two places where the signs differ.
enum Bracketing {
  /// A place where `f` changes sign, to the last bits of the argument.
  ///
  /// The method of Illinois (Dowell & Jarratt 1971) with halving where it dawdles: superlinear, never
  /// outside the bracket. `fa` and `fb` are the values at the ends; a zero at an end is returned.
  static func root(
    from a: Double, _ fa: Double, to b: Double, _ fb: Double, _ f: (Double) -> Double
  ) -> Double {
    var (a, fa, b, fb) = (a, fa, b, fb)
    if fa == 0 { return a }
    if fb == 0 { return b }
    var side = 0
    for step in 0..<80 {
      let width = abs(b - a)
      if width <= 4e-16 * max(abs(a), abs(b)) { break }
      var t = (fa * b - fb * a) / (fa - fb)
      // Every fourth step halves, so that a flat function cannot stall the search.
      if step % 4 == 3 || !(t > min(a, b) && t < max(a, b)) { t = a + (b - a) / 2 }
      let ft = f(t)
      if ft == 0 { return t }
      if (ft > 0) == (fb > 0) {
        b = t
        fb = ft
        if side == -1 { fa /= 2 }
        side = -1
      } else {
        a = t
        fa = ft
        if side == 1 { fb /= 2 }
        side = 1
      }
    }
    return abs(fa) < abs(fb) ? a : b
  }
}
