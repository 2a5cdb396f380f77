import Geometry

/// A curve given by a parameter, as cubics within a tolerance of it.
///
///     let circle = ParametricCurve(over: 0...(2 * .pi), scale: Point(0.01, 0.01)) { t in
///       (Point(cos(t), sin(t)), Point(-sin(t), cos(t)))
///     }
///
/// Cubics take the place and the velocity at their ends (Hermite) and are halved until they pass
/// three places between within the tolerance. What is not finite, and jumps that no halving closes,
/// are gaps. Where a window is given, pieces that pass by it on one side are left as they are.
public struct ParametricCurve: Sendable {
  /// The connected pieces in the order of the parameter.
  public let pieces: [[CubicCurve]]

  /// A place with the velocity there.
  public typealias State = (place: Point, velocity: Point)

  private static let firstPieces = 24
  private static let deepest = 12
  /// A piece must be a part of this depth to be taken for one outside the window: no more than a
  /// 192nd of the range then returns between places that were looked at.
  private static let leastDepthBeyond = 3
  /// The greatest number of places that are looked at, if not told otherwise.
  public static let standardPlaces = 40_000

  /// Traces a curve.
  ///
  /// - Parameters:
  ///   - range: the parameter's range.
  ///   - scale: the units of the data that a pixel shows in x and in y.
  ///   - tolerance: how far the cubics may be from the curve, in pixels.
  ///   - window: where the curve is seen, in data; everywhere if not given.
  ///   - places: how many places may be looked at; what is left then is a gap.
  ///   - state: the place and the velocity at a parameter.
  public init(
    over range: ClosedRange<Double>, scale: Point, tolerance: Double = 0.25,
    within window: Box? = nil, places: Int = ParametricCurve.standardPlaces,
    _ state: (Double) -> State
  ) {
    var tracer = Tracer(scale: scale, tolerance: tolerance, window: window, left: places)
    let count = Self.firstPieces
    var last = (t: range.lowerBound, state: state(range.lowerBound))
    for number in 1...count {
      let part = Double(number) / Double(count)
      let t = range.lowerBound * (1 - part) + range.upperBound * part
      let next = (t: t, state: state(t))
      tracer.trace(from: last, to: next, depth: 0, state)
      last = next
    }
    pieces = tracer.pieces.filter { !$0.isEmpty }
  }

  /// All pieces as one path.
  public var path: Path { Path(pieces.map { Subpath(cubics: $0) }) }

  private struct Tracer {
    let scale: Point
    let tolerance: Double
    let window: Box?
    /// How many more places may be looked at.
    var left: Int
    var pieces: [[CubicCurve]] = [[]]

    mutating func trace(
      from a: (t: Double, state: State), to b: (t: Double, state: State), depth: Int,
      _ state: (Double) -> State
    ) {
      left -= 3
      let cubic = Self.cubic(a, b)
      let quarters = [0.25, 0.5, 0.75].map { part in
        let t = a.t * (1 - part) + b.t * part
        return (t: t, state: state(t), part: part)
      }
      if let cubic, quarters.allSatisfy({ isNear(cubic.point(at: $0.part), $0.state.place) }) {
        pieces[pieces.count - 1].append(cubic)
        return
      }
      let places = quarters.map(\.state.place)
      if let cubic, depth >= ParametricCurve.leastDepthBeyond, isBeyond(cubic, places) {
        pieces[pieces.count - 1].append(cubic)
        return
      }
      let isEmpty = cubic == nil && quarters.allSatisfy { !$0.state.place.isFinite }
      guard depth < ParametricCurve.deepest, left > 0, !(isEmpty && depth >= 4) else {
        if !pieces[pieces.count - 1].isEmpty { pieces.append([]) }
        return
      }
      let middle = (t: quarters[1].t, state: quarters[1].state)
      trace(from: a, to: middle, depth: depth + 1, state)
      trace(from: middle, to: b, depth: depth + 1, state)
    }

    private static func cubic(
      _ a: (t: Double, state: State), _ b: (t: Double, state: State)
    ) -> CubicCurve? {
      let third = (b.t - a.t) / 3
      let points = [
        a.state.place, a.state.place + a.state.velocity * third,
        b.state.place - b.state.velocity * third, b.state.place,
      ]
      guard points.allSatisfy(\.isFinite) else { return nil }
      return CubicCurve(points[0], points[1], points[2], points[3])
    }

    /// Whether a cubic and places of the curve lie beside the window, all on the same side of it.
    private func isBeyond(_ cubic: CubicCurve, _ places: [Point]) -> Bool {
      guard let window else { return false }
      let points = [cubic.p0, cubic.p1, cubic.p2, cubic.p3] + places
      return points.allSatisfy { $0.x < window.minX } || points.allSatisfy { $0.x > window.maxX }
        || points.allSatisfy { $0.y < window.minY } || points.allSatisfy { $0.y > window.maxY }
    }

    private func isNear(_ a: Point, _ b: Point) -> Bool {
      Point((a.x - b.x) / scale.x, (a.y - b.y) / scale.y).length <= tolerance
    }
  }
}
