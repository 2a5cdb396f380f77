import Drawing
import Geometry

/// What lies on a page, item over item, so that a test can ask what is really under a point.
public struct PaintedLayers {
  /// A fill, a line or a text in the order of painting.
  public struct Layer {
    /// What is painted.
    public let item: PageItem
    /// The areas outside which nothing of it is seen.
    let clips: [Path]
    /// The inside of a fill.
    let outline: Path?
  }

  /// The layers from the lowest.
  public private(set) var layers: [Layer] = []
  private let paper: Colour

  /// The layers of all stages of a page.
  public init(_ page: Page) {
    paper = page.background
    for stage in page.stages { add(stage.items, clips: []) }
  }

  private mutating func add(_ items: [PageItem], clips: [Path]) {
    for item in items {
      switch item {
      case .clipped(let path, let inside): add(inside, clips: clips + [path])
      case .fill(let path, _):
        layers.append(Layer(item: item, clips: clips, outline: path))
      case .stroke, .text: layers.append(Layer(item: item, clips: clips, outline: nil))
      }
    }
  }

  /// Whether a layer is seen at a point, as far as its clips decide.
  public func isSeen(_ layer: Int, at point: Point) -> Bool {
    layers[layer].clips.allSatisfy { $0.contains(point) }
  }

  /// The colour at a point that the fills below a layer make, and the casings of its own line.
  public func colour(under layer: Int, at point: Point) -> Colour {
    var colour = paper
    for below in layers[..<layer] {
      switch below.item {
      case .fill(_, let paint):
        if let outline = below.outline, outline.contains(point),
          below.clips.allSatisfy({ $0.contains(point) })
        {
          colour = paint.over(colour)
        }
      case .stroke(let path, let paint, _):
        if case .stroke(let own, _, _) = layers[layer].item, own == path {
          colour = paint.over(colour)
        }
      case .text, .clipped: continue
      }
    }
    return colour
  }
}

extension Colour {
  /// The colour that shows where this one lies over another.
  fileprivate func over(_ other: Colour) -> Colour {
    func mixed(_ own: Double, _ below: Double) -> Double { below + (own - below) * alpha }
    return Colour(
      red: mixed(red, other.red), green: mixed(green, other.green), blue: mixed(blue, other.blue))
  }
}
