/// The zeros of f − c in a disc about a real place, for an expression f in one variable.
///
/// Rectangles on which an enclosure of f − c excludes zero are dropped; on the others the Taylor
/// series about the middle counts the zeros by Pellet's test, a form of Rouché's theorem (Becker,
/// Sagraloff, Sharma & Yap 2018), or they are quartered. Simple zeros are polished to rounding; what
/// the series shows as one zero of several orders to rounding is one. The nearest rectangles come
/// first, so that the search ends where the principal branches do: at the first cut of a logarithm.
struct ComplexZeroSearch {
  /// The zeros in the disc, in no order, up to `horizon`.
  private(set) var zeros: [Complex] = []
  /// The distance from the place up to which all zeros are known.
  private(set) var horizon = Double.infinity
  /// Whether the work that is allowed sufficed.
  private(set) var isComplete = true

  private let enclosure: ComplexEnclosure
  private var expansion: LocalExpansion
  private let c: Complex
  private let place: Double
  private let radius: Double
  /// Rectangles that are still to be looked at, the nearest last.
  private var open: [Cell] = []

  private struct Cell {
    let centre: Complex
    let half: Double
    let distance: Double
  }

  private static let mostCells = 6000
  /// The half side of the smallest cell, as a part of the radius.
  private static let smallest = 1e-8
  /// Zeros of higher orders are not told from clusters.
  private static let highestOrder = 6

  init(of f: Expression, equals c: Complex, from place: Double, within radius: Double) {
    let values = f.nodeValues(at: place)
    enclosure = ComplexEnclosure(f.graph.nodes, values: values)
    expansion = LocalExpansion(f, values: values, from: place)
    self.c = c
    self.place = place
    self.radius = radius
    search()
  }

  private mutating func search() {
    // Off centre, so that zeros on the axis do not lie on the sides of cells.
    let first = Complex(place + 0.0137 * radius, 0.0211 * radius)
    add(first, 1.05 * radius)
    var count = 0
    while let cell = open.popLast() {
      count += 1
      guard count <= Self.mostCells else {
        horizon = min(horizon, cell.distance)
        isComplete = cell.distance > 0
        return
      }
      if zeros.contains(where: { ($0 - cell.centre).size < 0.2 * cell.half }),
        cell.half < 1e-6 * radius
      {
        continue
      }
      let side = Interval(-cell.half, cell.half)
      let box = ComplexBox(
        Interval(cell.centre.re) + side, Interval(cell.centre.im) + side)
      let value = enclosure.value(on: box)
      if let value, !(value.top - ComplexBox(c) * value.bottom).hasZero { continue }
      if value != nil || cell.half < 0.02 * radius, settles(cell) { continue }
      guard cell.half > Self.smallest * radius else {
        horizon = cell.distance
        return
      }
      let half = cell.half / 2
      for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
        add(Complex(cell.centre.re + x, cell.centre.im + y), half)
      }
    }
  }

  private mutating func add(_ centre: Complex, _ half: Double) {
    let x = max(abs(centre.re - place) - half, 0)
    let y = max(abs(centre.im) - half, 0)
    let distance = Complex(x, y).size
    guard distance <= radius else { return }
    let cell = Cell(centre: centre, half: half, distance: distance)
    var (low, high) = (0, open.count)
    while low < high {
      let middle = (low + high) / 2
      if open[middle].distance > distance { low = middle + 1 } else { high = middle }
    }
    open.insert(cell, at: low)
  }

  // MARK: Pellet's test

  /// Whether the series about the middle of a cell tells all its zeros; they are noted.
  private mutating func settles(_ cell: Cell) -> Bool {
    // The disc about the cell, a little wider: a zero on a side is found from both.
    guard let sizes = sizes(at: cell.centre, radius: 1.45 * cell.half) else { return false }
    let all = sizes.reduce(0, +)
    for order in 0...Self.highestOrder where sizes[order] > 1.001 * (all - sizes[order]) {
      if order == 0 { return true }
      guard let zero = polished(from: cell.centre, order: order, cell) else { return false }
      note(zero)
      return true
    }
    return false
  }

  /// |aₖ| rᵏ of f − c about a point; nothing where the series does not settle on the disc.
  private mutating func sizes(at z: Complex, radius r: Double) -> [Double]? {
    guard let terms = expansion.terms(at: z, minus: c) else { return nil }
    var power = 1.0
    let sizes = terms.map { term in
      defer { power *= r }
      return term.size * power
    }
    let largest = sizes.max() ?? 0
    guard largest.isFinite, largest > 0 else { return nil }
    // The tail is taken for geometric, as fast as the last terms fall.
    let tail = sizes.suffix(12).max() ?? 0
    return tail <= 1e-6 * largest ? sizes : nil
  }

  /// The zero of an order near a point; nothing where there are several, or rounding hides it.
  private mutating func polished(from start: Complex, order: Int, _ cell: Cell) -> Complex? {
    var z = start
    for _ in 0..<12 {
      guard let terms = expansion.terms(at: z, minus: c) else { return nil }
      // The zero of the derivative of order − 1 is the middle of the zeros.
      let step = terms[order - 1] / (terms[order] * Double(order))
      guard step.isFinite else { return nil }
      z = z - step
      if step.size <= 1e-15 * max(z.size, 1e-300) { break }
      guard (z - start).size <= 3 * cell.half else { return nil }
    }
    guard order > 1 else { return z }
    guard let terms = expansion.terms(at: z, minus: c) else { return nil }
    let scale = max(z.size, 1e-3 * cell.half)
    for lower in 0..<order {
      let spread = Powers.value(
        (terms[lower] / terms[order]).size, 1 / Double(order - lower))
      // What rounding of the terms splits a zero of this order into.
      guard spread <= 8 * Powers.value(1e-15, 1 / Double(order - lower)) * max(scale, 1) else {
        return nil
      }
    }
    return z
  }

  private mutating func note(_ zero: Complex) {
    // Real functions have real zeros on the axis and the others in pairs; beside 0 the terms of a
    // series would not cancel as they do there.
    let noise = 1e-15 * max(radius, abs(place))
    var settled = abs(zero.im) <= 1e-13 * max(abs(zero.re), radius) ? Complex(zero.re) : zero
    if abs(settled.re) <= noise { settled.re = 0 }
    let reach = 1e-9 * max(settled.size, 1e-3 * radius)
    if !zeros.contains(where: { ($0 - settled).size <= reach }) { zeros.append(settled) }
  }
}
