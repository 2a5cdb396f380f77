import Geometry

/// Follows a level curve of a function that is known by its value and gradient at points alone.
///
/// Steps along the tangent, then back to the level along the gradient by Newton's method (a
/// predictor and a corrector: Allgower & Georg 1990); a step that turns by more than a fifth of a
/// radian, or whose cubic strays from the level, is made again, shorter. Cubics join the points with
/// the tangents that the gradient gives. Promised: the points lie on the level to a millionth of the
/// step, and the curve at a quarter and three quarters of each cubic to 1/2500 of the axes. Found is the one curve that a
/// ray from the centre meets first; others are not looked for. For a curve that can be enclosed by
/// intervals `LevelSetTracer` promises more.
public struct ContourWalk {
  /// The value and the gradient at a point; `nil` where the function is undefined.
  public typealias Jet = (Point) -> (value: Double, gradient: Point)?

  /// A curve that was followed.
  public struct Curve: Hashable, Sendable {
    /// The curve as cubics.
    public let cubics: [CubicCurve]
    /// Whether it closes on itself.
    public let isClosed: Bool

    /// The curve as a path of one piece.
    public var path: Path { Path([Subpath(cubics: cubics, isClosed: isClosed)]) }
  }

  private let jet: Jet
  private let centre: Point
  /// The sides of a parallelogram that the curves about the centre roughly fill.
  private let first: Point, second: Point
  private let window: Box
  private let level: Double

  private static let mostSteps = 3000
  private static let sharpest = 0.2
  /// How far a cubic may be from the level, in the units of the axes: a fraction of a pixel where these
  /// are some hundred pixels long.
  private static let strayed = 4e-4

  /// A walk on the curve f = level.
  ///
  /// - Parameters:
  ///   - jet: the function, less than the level at the centre.
  ///   - level: the value on the curve.
  ///   - centre: a point that the curve runs about.
  ///   - axes: two directions in whose units the curve is about as wide as high, as the half axes
  ///     of an ellipse near it.
  ///   - window: where the walk ends.
  public init(
    _ jet: @escaping Jet, level: Double, around centre: Point, axes: (Point, Point),
    in window: Box
  ) {
    self.jet = jet
    self.level = level
    self.centre = centre
    (first, second) = axes
    self.window = window
  }

  /// A place in the units of the axes, with the tangent there.
  private struct Stop {
    var at: Point
    var tangent: Point
  }

  private func place(_ u: Point) -> Point { centre + first * u.x + second * u.y }

  /// The value less the level and the gradient, in the units of the axes.
  private func slope(_ u: Point) -> (value: Double, gradient: Point)? {
    guard let jet = jet(place(u)) else { return nil }
    let gradient = Point(jet.gradient.dot(first), jet.gradient.dot(second))
    guard jet.value.isFinite, gradient.isFinite else { return nil }
    return (jet.value - level, gradient)
  }

  /// The curve, or `nil` where no ray from the centre meets it.
  public func curve() -> Curve? {
    let rays = [Point(1, 0), Point(-1, 0), Point(0, 1), Point(0, -1)]
    guard let start = rays.lazy.compactMap({ self.start(along: $0) }).first else { return nil }
    let (forward, isClosed) = walk(from: start, sense: 1)
    if isClosed { return Curve(cubics: cubics(forward + [start]), isClosed: true) }
    let back = walk(from: start, sense: -1).stops.dropFirst().reversed().map { stop in
      Stop(at: stop.at, tangent: stop.tangent * -1)
    }
    let all = back + forward
    return all.count > 1 ? Curve(cubics: cubics(all), isClosed: false) : nil
  }

  /// The first point of the level on a ray from the centre.
  private func start(along ray: Point) -> Stop? {
    var (inner, outer) = (0.0, 0.25)
    while true {
      guard let here = slope(ray * outer) else { return nil }
      if here.value >= 0 { break }
      guard window.contains(place(ray * outer)) else { return nil }
      (inner, outer) = (outer, outer * 1.3)
    }
    for _ in 0..<60 where outer - inner > 1e-13 * outer {
      let middle = (inner + outer) / 2
      guard let here = slope(ray * middle) else { return nil }
      if here.value < 0 { inner = middle } else { outer = middle }
    }
    return stop(at: ray * outer, sense: 1)
  }

  private func stop(at u: Point, sense: Double) -> Stop? {
    guard let here = slope(u), let uphill = here.gradient.direction else { return nil }
    return Stop(at: u, tangent: Point(-uphill.y, uphill.x) * sense)
  }

  /// The stops from one on, until the walk closes, leaves the window or gets stuck.
  private func walk(from start: Stop, sense: Double) -> (stops: [Stop], isClosed: Bool) {
    var stops = [Stop(at: start.at, tangent: start.tangent * sense)]
    var length = 0.1
    for _ in 0..<Self.mostSteps {
      let here = stops[stops.count - 1]
      guard let next = corrected(here.at + here.tangent * length, sense, near: length),
        abs(here.tangent.cross(next.tangent)) < Self.sharpest, here.tangent.dot(next.tangent) > 0,
        isOnLevel(from: here, to: next)
      else {
        length /= 2
        if length < 1e-7 { return (stops, false) }
        continue
      }
      let way = start.at - here.at
      if stops.count > 4, way.length < 1.5 * length, way.dot(here.tangent) > 0,
        abs(way.cross(here.tangent)) < 0.3 * length, sense > 0
      {
        return (stops, true)
      }
      stops.append(next)
      if !window.contains(place(next.at)) { return (stops, false) }
      if abs(here.tangent.cross(next.tangent)) < Self.sharpest / 2 { length = min(length * 1.4, 4) }
    }
    return (stops, false)
  }

  /// The point of the level near a guess, by Newton steps along the gradient.
  private func corrected(_ guess: Point, _ sense: Double, near length: Double) -> Stop? {
    var u = guess
    for _ in 0..<12 {
      guard let here = slope(u) else { return nil }
      let square = here.gradient.dot(here.gradient)
      guard square > 0 else { return nil }
      let step = here.gradient * (-here.value / square)
      u = u + step
      if (u - guess).length > length { return nil }
      if step.length < 1e-7 * length { return stop(at: u, sense: sense) }
    }
    return nil
  }

  /// Whether the cubic between two stops is on the level, where an S or a C would be far from it.
  private func isOnLevel(from a: Stop, to b: Stop) -> Bool {
    let cubic = Self.cubic(a, b)
    return [0.25, 0.75].allSatisfy { t in
      guard let here = slope(cubic.point(at: t)) else { return false }
      let size = here.gradient.length
      return abs(here.value) <= Self.strayed * size
    }
  }

  /// The cubic between two stops, nearly an arc of a circle, in the units of the axes.
  private static func cubic(_ a: Stop, _ b: Stop) -> CubicCurve {
    let chord = (b.at - a.at).length
    let cosine = min(max(a.tangent.dot(b.tangent), 0), 1)
    // A circle's arc of angle θ has handles of 4/3 tan(θ/4) radii.
    let handle = chord * 2 / (3 * (1 + ((1 + cosine) / 2).squareRoot()))
    return CubicCurve(a.at, a.at + a.tangent * handle, b.at - b.tangent * handle, b.at)
  }

  /// Cubics through the stops.
  private func cubics(_ stops: [Stop]) -> [CubicCurve] {
    zip(stops, stops.dropFirst()).map { a, b in
      let cubic = Self.cubic(a, b)
      return CubicCurve(place(cubic.p0), place(cubic.p1), place(cubic.p2), place(cubic.p3))
    }
  }
}
