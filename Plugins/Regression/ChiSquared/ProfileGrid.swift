import Plotting

/// Δχ² over two parameters with the others at their best, on a lattice, for the fills of a landscape
/// that is no formula of the two.
///
/// Between the points of the lattice stands the bicubic polynomial of their values and gradients
/// (Hermite), so it is exact to the fourth order of their distance; its level sets are found on a
/// lattice six times as fine.
struct ProfileGrid {
  typealias Jet = (Point) -> (value: Double, gradient: Point)?

  private let window: Box
  private let fine: SampledField

  /// Points of the lattice in each direction.
  private static let count = 29
  private static let refinement = 6

  /// Nothing where a tenth of the lattice is undefined.
  init?(_ jet: Jet, in window: Box) {
    self.window = window
    let count = Self.count
    let step = Point(window.width / Double(count - 1), window.height / Double(count - 1))
    var nodes = [(value: Double, gradient: Point)](
      repeating: (.nan, .zero), count: count * count)
    var missing = 0
    for row in 0..<count {
      // There and back: the others are looked for from where they were last.
      for index in 0..<count {
        let column = row % 2 == 0 ? index : count - 1 - index
        let place = Point(
          window.minX + Double(column) * step.x, window.minY + Double(row) * step.y)
        guard let found = jet(place), found.value.isFinite, found.gradient.isFinite else {
          missing += 1
          if 10 * missing > count * count { return nil }
          continue
        }
        // Slopes by steps of the lattice.
        nodes[row * count + column] = (
          found.value, Point(found.gradient.x * step.x, found.gradient.y * step.y)
        )
      }
    }
    fine = Self.refined(nodes)
  }

  /// The values of the bicubic patches on a finer lattice.
  private static func refined(_ nodes: [(value: Double, gradient: Point)]) -> SampledField {
    let size = (count - 1) * refinement + 1
    func node(_ column: Int, _ row: Int) -> (value: Double, gradient: Point) {
      nodes[min(max(row, 0), count - 1) * count + min(max(column, 0), count - 1)]
    }
    /// ∂²f/∂x∂y by differences of the slopes.
    func twist(_ column: Int, _ row: Int) -> Double {
      let (low, high) = (max(row - 1, 0), min(row + 1, count - 1))
      return (node(column, high).gradient.x - node(column, low).gradient.x) / Double(high - low)
    }
    var values = [Double](repeating: .nan, count: size * size)
    for row in 0..<size {
      let (j, v) = (min(row / refinement, count - 2), row)
      let t = Double(v - j * refinement) / Double(refinement)
      let (a, b) = (basis(t), basis(1 - t))
      for column in 0..<size {
        let i = min(column / refinement, count - 2)
        let s = Double(column - i * refinement) / Double(refinement)
        let (c, d) = (basis(s), basis(1 - s))
        var sum = 0.0
        for (corner, weights) in [((i, j), (d, b)), ((i + 1, j), (c, b))]
          + [((i, j + 1), (d, a)), ((i + 1, j + 1), (c, a))]
        {
          let here = node(corner.0, corner.1)
          let x = corner.0 == i ? -weights.0.slope : weights.0.slope
          let y = corner.1 == j ? -weights.1.slope : weights.1.slope
          sum += here.value * weights.0.value * weights.1.value
          sum += here.gradient.x * x * weights.1.value + here.gradient.y * weights.0.value * y
          sum += twist(corner.0, corner.1) * x * y
        }
        values[row * size + column] = sum
      }
    }
    return SampledField(values: values, columns: size, rows: size)
  }

  /// The cubics that are 1 at t = 1, and that have the slope 1 there; both are 0 at t = 0.
  private static func basis(_ t: Double) -> (value: Double, slope: Double) {
    (t * t * (3 - 2 * t), t * t * (t - 1))
  }

  /// The greatest value.
  var greatest: Double { fine.values.filter(\.isFinite).max() ?? 0 }

  /// Where the function is above a level.
  func region(above level: Double) -> Path {
    Path(fine.loops(above: level).map { Subpath(polygon: $0.map(place), isClosed: true) })
  }

  /// The level curves inside the window.
  func curves(at level: Double) -> [Path] {
    let (columns, rows) = (Double(fine.columns - 1), Double(fine.rows - 1))
    func isOnBorder(_ a: Point, _ b: Point) -> Bool {
      (a.x == b.x && (a.x == 0 || a.x == columns)) || (a.y == b.y && (a.y == 0 || a.y == rows))
    }
    return fine.loops(above: level).flatMap { loop -> [Path] in
      guard
        let start = loop.indices.first(where: { index in
          isOnBorder(loop[index], loop[(index + 1) % loop.count])
        })
      else { return [Path([Subpath(polygon: loop.map(place), isClosed: true)])] }
      var runs: [[Point]] = [[]]
      for offset in 1...loop.count {
        let (a, b) = (loop[(start + offset) % loop.count], loop[(start + offset + 1) % loop.count])
        runs[runs.count - 1].append(a)
        if isOnBorder(a, b) { runs.append([]) }
      }
      return runs.filter { $0.count > 1 }.map {
        Path([Subpath(polygon: $0.map(place), isClosed: false)])
      }
    }
  }

  private func place(_ node: Point) -> Point {
    Point(
      window.minX + window.width * node.x / Double(fine.columns - 1),
      window.minY + window.height * node.y / Double(fine.rows - 1))
  }
}
