import Geometry

/// The paper of a figure: its extent, and how units of the page become pixels or points.
///
/// Layout counts in units `u`. On a screen 1 u is a pixel at 900 lines; on paper 1 u is 0.36 pt, so
/// that the type scale of a slide becomes that of a book.
public struct Canvas: Hashable, Sendable, Codable {
  /// The extent in u.
  public let width: Double, height: Double
  /// Output units per u.
  public let scale: Double
  /// What an output unit is.
  public let unit: OutputUnit
  /// Pixels of a PNG per output unit.
  public let pixelsPerUnit: Double

  /// A screen of `width` × `height` pixels.
  public init(pixelWidth width: Double, pixelHeight height: Double) {
    let scale = min(height / 900, width / 800)
    self.width = width / scale
    self.height = height / scale
    self.scale = scale
    unit = .pixel
    pixelsPerUnit = 1
  }

  /// Paper of `width` × `height` points; a PNG of it has `dpi` pixels per inch.
  public init(pointWidth width: Double, pointHeight height: Double, dpi: Double = 300) {
    scale = 0.36
    self.width = width / scale
    self.height = height / scale
    unit = .point
    pixelsPerUnit = dpi / 72
  }

  /// A slide of 1600 × 900 pixels.
  public static let slide = Canvas(pixelWidth: 1600, pixelHeight: 900)

  /// The smallest distance that shows: a pixel, on paper a three-hundredth of an inch, in u.
  public var pixel: Double { unit == .pixel ? 1 / scale : 72.0 / 300 / scale }
}
