import Geometry
import Typesetting

extension PageItem {
  /// The item moved by `offset`.
  func moved(by offset: Point) -> PageItem {
    let map = AffineMap(xx: 1, yy: 1, dx: offset.x, dy: offset.y)
    return switch self {
    case .fill(let path, let colour): .fill(path.mapped(by: map), colour)
    case .stroke(let path, let colour, let style): .stroke(path.mapped(by: map), colour, style)
    case .text(let box, let origin, let angle, let colour):
      .text(box, at: origin + offset, angle: angle, colour)
    case .clipped(let path, let items):
      .clipped(path.mapped(by: map), items.map { $0.moved(by: offset) })
    }
  }

  /// Level text with its origin at a point.
  static func text(_ box: TextBox, at origin: Point, _ colour: Colour) -> PageItem {
    .text(box, at: origin, angle: 0, colour)
  }

  /// The item with the widths and dashes of its lines multiplied by a factor.
  func withLines(times factor: Double) -> PageItem {
    switch self {
    case .fill, .text: return self
    case .stroke(let path, let colour, var style):
      style.width *= factor
      style.dash = style.dash.map { $0 * factor }
      return .stroke(path, colour, style)
    case .clipped(let path, let items):
      return .clipped(path, items.map { $0.withLines(times: factor) })
    }
  }
}
