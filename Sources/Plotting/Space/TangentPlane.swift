/// The tangent plane of a surface at a point: its numbers, its patch, its marks.
public struct TangentPlane {
  /// How the surface runs beside its plane near the point.
  public enum Contact {
    /// On one side of the plane.
    case above, below
    /// On both sides.
    case crossing
    /// Higher derivatives decide.
    case unsettled
  }

  /// Where it touches.
  public let at: Point
  /// f there.
  public let value: Double
  /// The slopes of the plane.
  public let gradient: Point
  /// Whether f is differentiable at the point.
  public let exists: Bool
  /// Whether the point lies in the window.
  public let isInWindow: Bool
  /// How the surface runs beside it.
  public let contact: Contact
  /// The length on the floor of the tangent vectors, a round number, one where it fits.
  let step: Double
  /// The piece of the plane that is drawn.
  public let patch: TangentPatch?

  /// How far the piece that is drawn goes beyond the tangent vectors.
  static let patchReach = 1.08

  init(of f: PlaneFunction, at point: Point, heights: ClosedRange<Double>) {
    at = point
    isInWindow = f.window.contains(point)
    let values = Program([f.expression] + f.gradient).values(at: [point.x, point.y])
    let extent = Point(f.window.width, f.window.height)
    let scale = max(abs(heights.lowerBound), abs(heights.upperBound))
    value = Wording.settled(values[0], scale: scale)
    let slope = Point(values[1], values[2])
    let steepest = max(abs(slope.x), abs(slope.y))
    gradient = Point(
      Wording.settled(slope.x, scale: steepest), Wording.settled(slope.y, scale: steepest))
    let program = PointEvaluator(Program([f.expression]))
    exists = Self.isTangent(program, at: point, values[0], slope, extent)
    contact = exists ? Self.contact(f, at: point) : .unsettled
    let height = heights.upperBound - heights.lowerBound
    step = Self.step(extent: min(extent.x, extent.y), height: height, steepness: steepest)
    guard exists, isInWindow, step > 0 else {
      patch = nil
      return
    }
    let plane = SpacePlane(through: SpacePoint(over: point, values[0]), slope: slope)
    let reach = Self.patchReach * step
    let patch = TangentPatch(of: plane, reach: Point(reach, reach))
    self.patch = patch.corners.allSatisfy(\.isFinite) ? patch : nil
  }

  /// The corners of the patch: the frame has to hold them.
  var reach: [SpacePoint] { patch?.corners ?? [] }

  /// Whether f follows the plane: nearer to the point the gap shrinks faster than the distance.
  public static func isTangent(
    _ f: PointEvaluator, at point: Point, _ value: Double, _ slope: Point, _ extent: Point
  ) -> Bool {
    guard value.isFinite, slope.isFinite, point.isFinite else { return false }
    return [1e-4, 1e-6].contains { part in
      let reach = Point(extent.x * part, extent.y * part)
      let noise = 1e-12 * (abs(value) + 1e-300)
      return [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)]
        .allSatisfy { direction in
          let offset = Point(direction.0 * reach.x, direction.1 * reach.y)
          f.evaluate(point.x + offset.x, point.y + offset.y)
          let rise = abs(slope.x * offset.x) + abs(slope.y * offset.y)
          let gap = abs(f.result(0) - value - slope.dot(offset))
          // A kink leaves a gap in proportion to the distance, whatever the slope.
          f.evaluate(point.x + offset.x / 8, point.y + offset.y / 8)
          let near = abs(f.result(0) - value - slope.dot(offset) / 8)
          return gap <= 1e-6 * rise + noise || near <= gap / 16 + noise
        }
    }
  }

  /// What the Hessian says.
  private static func contact(_ f: PlaneFunction, at point: Point) -> Contact {
    let rows = f.gradient.flatMap { part in ["x", "y"].map { part.derivative(by: $0) } }
    let h = Program(rows).values(at: [point.x, point.y])
    let determinant = h[0] * h[3] - h[1] * h[2]
    let size = h.reduce(0) { max($0, abs($1)) }
    guard determinant.isFinite, abs(determinant) > 1e-9 * size * size else { return .unsettled }
    return determinant < 0 ? .crossing : h[0] > 0 ? .above : .below
  }

  /// A round length that shows well and does not rise out of the box.
  private static func step(extent: Double, height: Double, steepness: Double) -> Double {
    let widest = min(0.26 * extent, 0.55 * height / max(steepness, 1e-300))
    guard widest > 0, widest.isFinite else { return 0 }
    // The largest of 1, 2 and 5 times a power of ten that is not longer.
    for exponent in (-320...308).reversed() {
      for digit in [5, 2, 1] {
        if let length = Double("\(digit)e\(exponent)"), length > 0, length <= widest {
          return length
        }
      }
    }
    return 0
  }
}
