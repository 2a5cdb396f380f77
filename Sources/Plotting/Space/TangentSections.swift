/// A line on a surface, in connected pieces, with its pen.
public struct LiftedLine {
  /// The pieces.
  public let chains: [[SpaceCubic]]
  /// The pen of what is seen of it.
  public let pen: Pen

  /// The line of connected pieces.
  public init(_ chains: [[SpaceCubic]], _ pen: Pen) {
    self.chains = chains
    self.pen = pen
  }

  /// What is seen, on a casing of paper, and what is hidden behind the surface, dotted.
  public func marks(in picture: SurfacePicture) -> [Mark] {
    let seen = chains.map { picture.sight.seen($0) }
    let visible = Path(seen.flatMap(\.visible.subpaths))
    let hidden = Path(seen.flatMap(\.hidden.subpaths))
    let behind: [Mark] =
      hidden.isEmpty
      ? []
      : [.curve(hidden, Pen(pen.paint, width: pen.width * 2 / 3, dash: .drop), label: nil)]
    return behind + SurfacePicture.cased(visible, pen)
  }
}

/// The sections y = b and x = a of a surface through a point, whose slopes there are the partial
/// derivatives.
public struct TangentSections {
  /// The section along which x grows, and that along which y grows.
  public let lines: [LiftedLine]

  /// The pens of the two sections.
  public static let xPen = Pen(.role(.blue), width: 3.2)
  /// The pen of the section along which y grows.
  public static let yPen = Pen(.role(.plum), width: 3.2)

  /// The sections of a picture's surface through a point of its window.
  public init(through point: Point, on picture: SurfacePicture) {
    let window = picture.function.window
    guard window.contains(point) else {
      lines = []
      return
    }
    let alongX = CubicCurve(
      line: Point(window.minX, point.y), Point(window.maxX, point.y))
    let alongY = CubicCurve(
      line: Point(point.x, window.minY), Point(point.x, window.maxY))
    lines = [
      LiftedLine(picture.lift.lifted([alongX]), Self.xPen),
      LiftedLine(picture.lift.lifted([alongY]), Self.yPen),
    ]
  }
}
