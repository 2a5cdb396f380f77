/// A piece of a path from where the one before ended.
public enum Segment: Hashable, Sendable, Codable {
  /// A straight line to a point.
  case line(Point)
  /// A cubic Bézier curve: two handles and the end.
  case cubic(Point, Point, Point)

  /// Where the piece ends.
  public var end: Point {
    switch self {
    case .line(let end), .cubic(_, _, let end): end
    }
  }

  /// The image under an affine map.
  public func mapped(by map: AffineMap) -> Segment {
    switch self {
    case .line(let end): .line(map(end))
    case .cubic(let a, let b, let end): .cubic(map(a), map(b), map(end))
    }
  }
}

/// A connected piece of a path: a start and the pieces from there.
public struct Subpath: Hashable, Sendable, Codable {
  /// Where it starts.
  public var start: Point
  /// The pieces in order.
  public var segments: [Segment]
  /// Whether the end is joined to the start.
  public var isClosed: Bool

  /// The subpath from `start` through `segments`.
  public init(start: Point, segments: [Segment] = [], isClosed: Bool = false) {
    self.start = start
    self.segments = segments
    self.isClosed = isClosed
  }

  /// The polygon through `points`, which must not be empty.
  public init(polygon points: [Point], isClosed: Bool = true) {
    precondition(!points.isEmpty, "a polygon has points")
    self.init(
      start: points[0], segments: points.dropFirst().map { .line($0) }, isClosed: isClosed)
  }

  /// The chain of `cubics`, which must not be empty; each starts where the one before ends.
  public init(cubics: [CubicCurve], isClosed: Bool = false) {
    precondition(!cubics.isEmpty, "a chain has links")
    self.init(
      start: cubics[0].p0, segments: cubics.map { .cubic($0.p1, $0.p2, $0.p3) },
      isClosed: isClosed)
  }

  /// Where the last piece ends.
  public var end: Point { segments.last?.end ?? start }

  /// The pieces as cubics, straight ones included; a closing line is not among them.
  public var cubics: [CubicCurve] {
    var from = start
    return segments.map { segment in
      defer { from = segment.end }
      return switch segment {
      case .line(let end): CubicCurve(line: from, end)
      case .cubic(let a, let b, let end): CubicCurve(from, a, b, end)
      }
    }
  }

  /// The image under an affine map.
  public func mapped(by map: AffineMap) -> Subpath {
    Subpath(start: map(start), segments: segments.map { $0.mapped(by: map) }, isClosed: isClosed)
  }
}

/// A path: any number of connected pieces that are stroked or filled as one.
public struct Path: Hashable, Sendable, Codable {
  /// The connected pieces.
  public var subpaths: [Subpath]

  /// The path with the given pieces.
  public init(_ subpaths: [Subpath] = []) { self.subpaths = subpaths }

  /// The outline of a box.
  public init(_ box: Box) { self.init([Subpath(polygon: box.corners)]) }

  /// The straight line between two points.
  public init(line start: Point, _ end: Point) {
    self.init([Subpath(start: start, segments: [.line(end)])])
  }

  /// The polygon through `points`, which must not be empty.
  public init(polygon points: [Point], isClosed: Bool = true) {
    self.init([Subpath(polygon: points, isClosed: isClosed)])
  }

  /// A circle of four cubics, within 2.7e-4 of its radius of the true one.
  public init(circle centre: Point, radius: Double) {
    let k = radius * 0.552_284_749_830_793_4
    func at(_ x: Double, _ y: Double) -> Point { Point(centre.x + x, centre.y + y) }
    self.init([
      Subpath(
        start: at(radius, 0),
        segments: [
          .cubic(at(radius, k), at(k, radius), at(0, radius)),
          .cubic(at(-k, radius), at(-radius, k), at(-radius, 0)),
          .cubic(at(-radius, -k), at(-k, -radius), at(0, -radius)),
          .cubic(at(k, -radius), at(radius, -k), at(radius, 0)),
        ], isClosed: true)
    ])
  }

  /// Whether nothing would be drawn.
  public var isEmpty: Bool { subpaths.allSatisfy { $0.segments.isEmpty } }

  /// The image under an affine map.
  public func mapped(by map: AffineMap) -> Path { Path(subpaths.map { $0.mapped(by: map) }) }

  /// A box that contains the path, handles included, or `nil` for an empty one.
  public var hull: Box? {
    var box: Box?
    for subpath in subpaths {
      let start = Box(x: subpath.start.x, y: subpath.start.y, width: 0, height: 0)
      box = box?.union(start) ?? start
      for cubic in subpath.cubics { box = box?.union(cubic.hull) }
    }
    return box
  }
}
