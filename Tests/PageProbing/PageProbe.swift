import CVector
import Drawing
import Geometry
import Typesetting

/// What tests want to know of a page: its texts, its strokes, its shape without colours.
public struct PageProbe {
  /// A text with its place.
  public struct Text {
    /// The set text.
    public let box: TextBox
    /// Where it stands.
    public let origin: Point
    /// How far it is turned, clockwise.
    public let angle: Double

    /// The text `box` at `origin`, turned by `angle`.
    public init(box: TextBox, origin: Point, angle: Double) {
      self.box = box
      self.origin = origin
      self.angle = angle
    }

    /// The corners of its ink, grown by a margin.
    public func corners(grownBy margin: Double = 0) -> [Point] {
      let map = AffineMap(rotation: (cos(angle), sin(angle)), origin: origin)
      return box.bounds().grown(by: margin).corners.map { map($0) }
    }

    /// Whether a point of the page lies on it.
    public func covers(_ point: Point, margin: Double = 0) -> Bool {
      let back = AffineMap(rotation: (cos(-angle), sin(-angle)), origin: .zero)
      return box.bounds().grown(by: margin).contains(back(point - origin))
    }
  }

  /// The texts.
  public private(set) var texts: [Text] = []
  /// The paths of all lines.
  public private(set) var strokes: [Path] = []
  /// The paths of all fills.
  public private(set) var fills: [Path] = []

  /// What stands on a page, or on some of its stages.
  public init(_ page: Page, stages: Range<Int>? = nil) {
    for stage in page.stages[stages ?? 0..<page.stages.count] { visit(stage.items) }
  }

  private mutating func visit(_ items: [PageItem]) {
    for item in items {
      switch item {
      case .fill(let path, _): fills.append(path)
      case .stroke(let path, _, _): strokes.append(path)
      case .text(let box, let origin, let angle, _):
        if box.width > 0 { texts.append(Text(box: box, origin: origin, angle: angle)) }
      case .clipped(_, let inside): visit(inside)
      }
    }
  }

  /// The texts that meet others, or the edge of the page, when grown by a unit.
  public func collisions(on page: Page) -> [String] {
    var found: [String] = []
    let sheet = Box(minX: 0, minY: 0, maxX: page.width, maxY: page.height)
    let shapes = texts.map { $0.corners(grownBy: 1) }
    for (number, shape) in shapes.enumerated() {
      if !shape.allSatisfy(sheet.contains) { found.append("\(texts[number].box.text) at the edge") }
      for other in 0..<number where Self.meet(shape, shapes[other]) {
        found.append("\(texts[number].box.text) and \(texts[other].box.text)")
      }
    }
    return found
  }

  /// Whether two convex quadrangles share a point: no side separates them.
  private static func meet(_ a: [Point], _ b: [Point]) -> Bool {
    for (shape, other) in [(a, b), (b, a)] {
      for side in 0..<4 {
        let normal = (shape[(side + 1) % 4] - shape[side]).perpendicular
        let own = shape.map { $0.dot(normal) }
        let their = other.map { $0.dot(normal) }
        if separates(own, their) || separates(their, own) { return false }
      }
    }
    return true
  }

  private static func separates(_ low: [Double], _ high: [Double]) -> Bool {
    (low.max() ?? 0) <= (high.min() ?? 0)
  }

  /// Whether all coordinates are finite.
  public var isFinite: Bool {
    texts.allSatisfy { $0.origin.isFinite && $0.angle.isFinite }
      && (strokes + fills).allSatisfy { path in
        path.hull.map {
          $0.minX.isFinite && $0.maxX.isFinite && $0.minY.isFinite && $0.maxY.isFinite
        }
          ?? true
      }
  }
}

extension PageItem {
  /// The item with all colours black.
  public var withoutColour: PageItem {
    let black = Colour(hex: 0)
    return switch self {
    case .fill(let path, let colour):
      .fill(path, Colour(red: 0, green: 0, blue: 0, alpha: colour.alpha))
    case .stroke(let path, _, let style): .stroke(path, black, style)
    case .text(let box, let origin, let angle, _): .text(box, at: origin, angle: angle, black)
    case .clipped(let path, let items): .clipped(path, items.map(\.withoutColour))
    }
  }
}
