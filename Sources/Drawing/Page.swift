import Geometry
import Typesetting

/// A colour of the sRGB space, opaque unless said otherwise; components from 0 to 1.
public struct Colour: Hashable, Sendable, Codable {
  /// The components.
  public var red: Double, green: Double, blue: Double, alpha: Double

  /// The colour with the given components.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// The colour of a number like `0x1A2029`.
  public init(hex: UInt32) {
    self.init(
      red: Double(hex >> 16 & 0xFF) / 255, green: Double(hex >> 8 & 0xFF) / 255,
      blue: Double(hex & 0xFF) / 255)
  }

  /// The colour through which what is under it is seen.
  public func withAlpha(_ alpha: Double) -> Colour {
    Colour(red: red, green: green, blue: blue, alpha: alpha)
  }
}

/// How a line is drawn on a page.
public struct LineStyle: Hashable, Sendable, Codable {
  /// The shape of the ends.
  public enum Cap: String, Hashable, Sendable, Codable { case butt, round, square }
  /// The shape of the corners.
  public enum Join: String, Hashable, Sendable, Codable { case round, miter }

  /// The width in page units.
  public var width: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Double]
  /// The shape of the ends.
  public var cap: Cap
  /// The shape of the corners.
  public var join: Join

  /// The style of a line `width` wide.
  public init(width: Double, dash: [Double] = [], cap: Cap = .butt, join: Join = .round) {
    self.width = width
    self.dash = dash
    self.cap = cap
    self.join = join
  }
}

/// One thing that a renderer paints.
///
/// Coordinates are page units, the ordinate downwards.
public indirect enum PageItem: Hashable, Sendable, Codable {
  /// The inside of a path by the even-odd rule.
  case fill(Path, Colour)
  /// The line along a path.
  case stroke(Path, Colour, LineStyle)
  /// Set text with its origin at a point, turned by `angle` radians clockwise about it.
  case text(TextBox, at: Point, angle: Double, Colour)
  /// Items seen only inside a path.
  case clipped(Path, [PageItem])
}

/// The items that appear together when a figure is built up.
public struct Stage: Hashable, Sendable, Codable {
  /// What appears: `curves`, `labels`.
  public var name: String
  /// The items, painted in order after those of the stages before.
  public var items: [PageItem]

  /// The stage `name` with `items`.
  public init(name: String, items: [PageItem] = []) {
    self.name = name
    self.items = items
  }
}

/// The unit in which the extent of an output is given.
public enum OutputUnit: String, Hashable, Sendable, Codable {
  /// Pixels of a screen.
  case pixel
  /// Points of paper, 72 to the inch.
  case point
}

/// A finished picture: nothing is left to decide but the file format.
public struct Page: Hashable, Sendable, Codable {
  /// The extent in page units.
  public var width: Double, height: Double
  /// Output units (pixels or points) per page unit.
  public var scale: Double
  /// What an output unit is.
  public var unit: OutputUnit
  /// Pixels of a PNG per output unit.
  public var pixelsPerUnit: Double
  /// The colour of the paper.
  public var background: Colour
  /// What is painted, stage by stage.
  public var stages: [Stage]
  /// A short title, as plain text.
  public var title: String
  /// The mathematics of the picture in words, as plain text.
  public var description: String

  /// An empty page of the given extent.
  public init(
    width: Double, height: Double, scale: Double, unit: OutputUnit, pixelsPerUnit: Double = 1,
    background: Colour, stages: [Stage] = [], title: String = "", description: String = ""
  ) {
    self.width = width
    self.height = height
    self.scale = scale
    self.unit = unit
    self.pixelsPerUnit = pixelsPerUnit
    self.background = background
    self.stages = stages
    self.title = title
    self.description = description
  }
}
