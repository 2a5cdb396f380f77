import Geometry

/// A font file, named by its path: the same file gives the same glyphs on every machine.
public struct FontFace: Hashable, Sendable, Codable {
  /// Where the file is.
  public let path: String
  /// The name of the face, without blanks: `Lato-Regular`.
  public let name: String

  /// The face in the file at `path`.
  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}

/// A glyph of a font at a place.
public struct Glyph: Hashable, Sendable, Codable {
  /// The number of the glyph in its font.
  public let id: UInt32
  /// Its origin on the baseline, relative to the box it belongs to; the ordinate downwards.
  public var origin: Point

  /// The glyph `id` at `origin`.
  public init(id: UInt32, origin: Point) {
    self.id = id
    self.origin = origin
  }
}

/// Which characters a stretch of glyphs stands for, so that text can be selected and searched.
public struct TextCluster: Hashable, Sendable, Codable {
  /// The number of UTF-8 bytes of the text.
  public let bytes: Int
  /// The number of glyphs that show them.
  public let glyphs: Int

  /// The cluster of `bytes` bytes shown by `glyphs` glyphs.
  public init(bytes: Int, glyphs: Int) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Glyphs of one face at one size.
public struct GlyphRun: Hashable, Sendable, Codable {
  /// The font of the glyphs.
  public let face: FontFace
  /// The size of the em, in the units of the page.
  public let size: Double
  /// The glyphs, in the order of the text.
  public var glyphs: [Glyph]
  /// The text that the glyphs show.
  public let text: String
  /// How the text divides among the glyphs: the bytes add up to the text, the glyphs to `glyphs`.
  public let clusters: [TextCluster]
  /// The colour, where it is not that of the text around.
  public let paint: TextPaint?

  /// The run of `glyphs` that show `text`.
  public init(
    face: FontFace, size: Double, glyphs: [Glyph], text: String, clusters: [TextCluster],
    paint: TextPaint? = nil
  ) {
    self.face = face
    self.size = size
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
    self.paint = paint
  }
}

/// A filled rectangle of a text: a fraction bar, the bar of a radical.
public struct TextRule: Hashable, Sendable, Codable {
  /// Where it is, relative to the box it belongs to; ordinates downwards.
  public var box: Box
  /// The colour, where it is not that of the text around.
  public var paint: TextPaint?

  /// The rule that fills `box`.
  public init(_ box: Box, paint: TextPaint? = nil) {
    self.box = box
    self.paint = paint
  }
}

/// Set text: glyphs and rules around a baseline.
///
/// The origin is its left end; ordinates run downwards. The baseline lies inside: neither height
/// nor depth is negative.
public struct TextBox: Hashable, Sendable, Codable {
  /// The advance width.
  public var width: Double
  /// How far the ink reaches above the baseline.
  public var height: Double
  /// How far the ink reaches below the baseline (positive downwards).
  public var depth: Double
  /// The glyphs, run by run.
  public var runs: [GlyphRun]
  /// Filled rectangles: fraction bars, the bars of radicals.
  public var rules: [TextRule]

  /// The box with the given extents and content.
  public init(
    width: Double, height: Double, depth: Double, runs: [GlyphRun] = [], rules: [TextRule] = []
  ) {
    self.width = width
    self.height = height
    self.depth = depth
    self.runs = runs
    self.rules = rules
  }

  /// The extent of the box when its origin stands at `origin`.
  public func bounds(at origin: Point = .zero) -> Box {
    Box(
      minX: origin.x, minY: origin.y - height, maxX: origin.x + width, maxY: origin.y + depth)
  }

  /// The text of all runs.
  public var text: String { runs.map(\.text).joined() }
}
