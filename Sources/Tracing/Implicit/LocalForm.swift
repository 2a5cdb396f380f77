import Calculus
import Geometry

/// What a function looks like around a point where its gradient vanishes.
///
/// By the splitting lemma (Arnold 1972) a function with a Hessian of rank one is ±v² + h(u) in suitable
/// coordinates; the order k of h decides the kind of the point: 2 a node or an isolated point, 3 a
/// cusp, 4 two branches that touch, and so on. The point is where h⁽ᵏ⁻¹⁾ = 0, a simple root, so it is
/// found to rounding however degenerate it is. With a Hessian of rank zero the point is where all
/// second derivatives vanish (Gauss–Newton).
///
/// Coordinates are pixels around the point, divided by the radius at which the form is compared.
struct LocalForm {
  /// The place in data coordinates.
  var point: Point
  /// The order of the first part that does not vanish: 2 where the Hessian has a part.
  var rank: Int
  /// The order k of h.
  var order: Int
  /// The coefficient of v²: half the greater eigenvalue.
  var across: Double
  /// The coefficient of uᵏ in h.
  var along: Double
  /// The direction of u, of length one in pixels.
  var axis: Point
  /// Whether the function is zero at the point.
  var vanishes: Verdict
  /// The value of the function.
  var value: Double
  /// The length of the unit of u and v in pixels.
  var radius: Double

  /// Whether a number is zero.
  enum Verdict { case yes, no, open }

  /// The greatest degree that is looked at.
  private static let degree = 7
  private static let steps = 60

  /// The directions (in pixels, of length one) in which branches leave the point, in the order of
  /// their angles; `nil` where the form does not tell.
  var tangents: [Point]? {
    guard rank == 2 else { return nil }
    let ratio = -along / across
    let (u, v) = (axis, axis.perpendicular)
    switch order {
    case 2:
      guard ratio > 0 else { return [] }
      let slope = ratio.squareRoot()
      let directions = [u + slope * v, u - slope * v].compactMap(\.direction)
      return (directions + directions.map { -$0 }).sorted { $0.turn < $1.turn }
    case 3, 5, 7: return ratio > 0 ? [u, u] : [-u, -u]
    default: return ratio > 0 ? [u, u, -u, -u].sorted { $0.turn < $1.turn } : []
    }
  }

  /// The half axes, in pixels, of the oval on which the function is zero around an extremum whose
  /// value is not; `nil` where there is none, or it is no ellipse.
  var oval: (u: Point, v: Point)? {
    guard vanishes == .no, rank == 2, order == 2, -value / along > 0, -value / across > 0 else {
      return nil
    }
    let (u, v) = ((-value / along).squareRoot(), (-value / across).squareRoot())
    return (axis * (u * radius), axis.perpendicular * (v * radius))
  }

  /// The form around the critical point nearest to `start`; `nil` where none is found within twice the
  /// reach (in pixels).
  ///
  /// First at the scale of the picture: there a degenerate point shows its order far above rounding.
  /// Then at the scale of the reach: there neighbours below a pixel are told apart.
  init?(
    of f: Expression, near start: Point, reach: Double, resolution: Resolution,
    trustsRounding: Bool
  ) {
    for radius in [max(reach, 2), max(reach, 1e-3)] {
      let unit = Point(resolution.pixelWidth * radius, resolution.pixelHeight * radius)
      guard let (p, form) = Self.settled(f, from: start, unit, limit: 2 * reach / radius + 1e-3)
      else { continue }
      point = p
      rank = form.rank
      order = form.order
      across = form.across
      along = form.along
      axis = form.axis
      value = form.value
      self.radius = radius
      let blur = 1e-14 * Point(p.x / unit.x, p.y / unit.y).length + 1e-14 * 1000 / radius
      let slack = (abs(form.across) + abs(form.along)) * blur * blur
      vanishes = Self.verdict(f, at: p, slack: slack, trustsRounding: trustsRounding)
      return
    }
    return nil
  }

  private static func settled(
    _ f: Expression, from start: Point, _ unit: Point, limit: Double
  ) -> (Point, Expansion)? {
    var p = start
    for _ in 0..<steps {
      guard let expansion = Expansion(of: f, at: p, unit: unit, degree: degree),
        expansion.step.isFinite
      else { return nil }
      p = Point(p.x + expansion.step.x * unit.x, p.y + expansion.step.y * unit.y)
      let moved = Point((p.x - start.x) / unit.x, (p.y - start.y) / unit.y)
      guard moved.length < max(limit, 0.1) else { return nil }
      if expansion.step.length < 1e-13 { break }
    }
    let moved = Point((p.x - start.x) / unit.x, (p.y - start.y) / unit.y)
    guard moved.length <= limit,
      let final = Expansion(of: f, at: p, unit: unit, degree: degree),
      final.step.length < 1e-6, final.isSettled
    else { return nil }
    return (p, final)
  }

  /// Whether f is zero at a critical point that is known to the last bits of a double.
  ///
  /// In double-double a true zero shows as far less than the rounding of doubles. What lies between is
  /// left open: constants such as 0.1 are rounded when they are read.
  private static func verdict(
    _ f: Expression, at p: Point, slack: Double, trustsRounding: Bool
  ) -> Verdict {
    guard let result = try? f.evaluated(at: [p.x, p.y]) else { return .open }
    let size = abs(result.value)
    if size <= 4 * result.valueBound + slack { return .yes }
    let evaluator = IntervalEvaluator(Program([f]))
    evaluator.evaluate(Interval(p.x), Interval(p.y))
    let noise = evaluator.result(0).width
    if size > 8 * noise { return .no }
    return trustsRounding ? .yes : .open
  }
}
