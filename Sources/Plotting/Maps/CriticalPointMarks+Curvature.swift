/// A direction in which a function bends most or least at a critical point.
public struct PrincipalDirection: Hashable, Sendable {
  /// The direction, of length 1: an eigenvector of the Hessian.
  public let direction: Point
  /// How much the function bends along it: the eigenvalue.
  public let curvature: Double
}

extension CriticalPoint {
  /// The eigenvectors of a symmetric Hessian with the eigenvalues of the point, ascending.
  ///
  /// Empty where all directions are alike. The rows of H − λ₂ are at right angles to the second vector,
  /// so they lie along the first; the longer row has the digits.
  func principalDirections(_ hessian: [[Double]]) -> [PrincipalDirection] {
    guard eigenvalues.count == 2, eigenvalues.allSatisfy(\.isFinite) else { return [] }
    let (low, high) = (eigenvalues[0], eigenvalues[1])
    guard high - low > 1e-9 * max(abs(low), abs(high)) else { return [] }
    let (a, b, d) = (hessian[0][0], hessian[0][1], hessian[1][1])
    let rows = [Point(a - high, b), Point(b, d - high)]
    let row = rows[0].length > rows[1].length ? rows[0] : rows[1]
    guard let first = row.direction else { return [] }
    return [
      PrincipalDirection(direction: first, curvature: low),
      PrincipalDirection(direction: first.perpendicular, curvature: high),
    ]
  }
}

extension CriticalPointMarks {
  /// For each point found, the principal directions of its Hessian.
  public var directions: [[PrincipalDirection]] {
    found.points.map { point in
      point.principalDirections(function.expression.derivatives(at: point.at).hessian)
    }
  }

  private static let rising = Pen(.role(.blue), width: 3.2)
  private static let falling = Pen(.role(.orange), width: 3.2)
  private static let flat = Pen(.role(.soft), width: 3.2)

  /// More points than this would be a thicket of lines.
  private static let mostPoints = 30

  /// Lines through the points along the principal directions, blue where f bends up.
  ///
  /// The line of the stronger bend is the longer one. Markers are to be painted over them.
  public func curvatureMarks(on panel: Box) -> [Mark] {
    guard found.points.count <= Self.mostPoints else { return [] }
    let unit = function.window.width / panel.width
    return zip(found.points, directions).flatMap { point, directions -> [Mark] in
      let greatest = directions.reduce(0) { max($0, abs($1.curvature)) }
      return directions.map { line -> Mark in
        let share = abs(line.curvature) / greatest
        let half = line.direction * ((26 + 26 * share) * unit)
        let middle = Point(point.at[0], point.at[1])
        return .curve(
          Path(line: middle - half, middle + half), Self.pen(line.curvature, beside: greatest),
          label: nil)
      }
    }
  }

  private static func pen(_ curvature: Double, beside greatest: Double) -> Pen {
    if abs(curvature) <= 1e-9 * greatest { return flat }
    return curvature > 0 ? rising : falling
  }

  /// What the lines mean.
  public var curvatureKey: [ColumnBlock] {
    let values = directions.flatMap { lines in
      let greatest = lines.reduce(0) { max($0, abs($1.curvature)) }
      return lines.map { Self.pen($0.curvature, beside: greatest) }
    }
    guard found.points.count <= Self.mostPoints else { return [] }
    var blocks: [ColumnBlock] = []
    if values.contains(Self.rising) {
      blocks.append(.key(.line(Self.rising), "bends up: $\\lambda > 0$", note: nil))
    }
    if values.contains(Self.falling) {
      blocks.append(.key(.line(Self.falling), "bends down: $\\lambda < 0$", note: nil))
    }
    if values.contains(Self.flat) {
      blocks.append(.key(.line(Self.flat), "does not bend: $\\lambda = 0$", note: nil))
    }
    return blocks
  }

  /// The table of the points with the eigenvalues of their Hessians.
  public var curvatureTable: [ColumnBlock] {
    let points = listed
    guard !points.isEmpty else { return kinkSummary }
    let (places, exact) = writtenPlaces
    let values = ExactWording.column(
      points.map(\.value), exact.map { $0?.value }, else: Wording.column(points.map(\.value)))
    let bends = (0...1).map { index in
      Wording.column(points.map { Wording.settled($0.eigenvalues)[index] })
    }
    let rows = points.indices.map { row in
      TableRow(
        marker: points[row].kind.marker,
        cells: [
          places[row], "$\(values[row])$", "$\(bends[0][row])$", "$\(bends[1][row])$",
          points[row].kind.word,
        ])
    }
    let head = ["critical point", "$f$", "$\\lambda_1$", "$\\lambda_2$", "kind"]
    return [.table(head: head, rows: rows)] + more
  }
}
