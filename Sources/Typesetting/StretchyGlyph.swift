import CHarfBuzz
import Geometry

/// A glyph that its font can make larger: by other drawings, or by an assembly of pieces
/// (OpenType, MathVariants).
struct StretchyGlyph {
  let font: OpenFont
  let glyph: UInt32
  /// The text that it shows, whatever its size.
  let text: String

  /// Along which way a glyph grows.
  enum Way: UInt64 {
    case upwards, sideways

    /// From the bottom to the top, or from the left to the right.
    fileprivate var direction: hb_direction_t {
      self == .upwards ? HB_DIRECTION_BTT : HB_DIRECTION_LTR
    }
  }

  /// The glyph at least so long, or as long as the font has it.
  func stretched(_ way: Way, to length: Double, em: Double) -> InkBox {
    let wanted = length / em
    let growth = growth(way)
    if let size = growth.sizes.first(where: { $0.length >= wanted - StretchyGlyph.tolerance }) {
      return InkBox(size.glyph, of: font, showing: text, size: em)
    }
    if let pieces = growth.pieces(toLength: wanted) {
      return assembled(pieces.pieces, overlap: pieces.overlap, way, em: em)
    }
    return InkBox(growth.sizes.last?.glyph ?? glyph, of: font, showing: text, size: em)
  }

  /// The widest drawing that is not wider than `width`, or the plain one.
  func widest(upTo width: Double, em: Double) -> UInt32 {
    let fitting = growth(.sideways).sizes.last {
      let ink = font.ink(of: $0.glyph)
      return (ink.right - ink.left) * em <= width
    }
    return fitting?.glyph ?? glyph
  }

  /// Rounding in the font: a drawing that is a thousandth too small is tall enough.
  private static let tolerance = 1e-3

  /// The pieces one after the other from the origin; the first carries the text.
  private func assembled(
    _ pieces: [GlyphGrowth.Piece], overlap: Double, _ way: Way, em: Double
  ) -> InkBox {
    var box = InkBox.empty
    var start = 0.0
    for (index, piece) in pieces.enumerated() {
      let ink = font.ink(of: piece.glyph)
      let part = InkBox(piece.glyph, of: font, showing: index == 0 ? text : "", size: em)
      switch way {
      case .upwards:
        box.place(part, at: Point(0, (ink.bottom - start) * em))
        box.width = max(box.width, part.width)
      case .sideways:
        // Combining marks start left of their origins.
        box.place(part, at: Point((start - ink.left) * em, 0))
        box.width = (start + piece.length) * em
      }
      start += piece.length - overlap
    }
    return box
  }

  private func growth(_ way: Way) -> GlyphGrowth {
    let key = UInt64(glyph) << 1 | way.rawValue
    if let growth = font.growths[key] { return growth }
    let growth = GlyphGrowth(of: glyph, in: font, way.direction)
    font.growths[key] = growth
    return growth
  }
}

/// The sizes in which a font has a glyph, and the pieces of which any larger one is made: lengths
/// in ems.
struct GlyphGrowth {
  /// A drawing of its own.
  struct Size {
    let glyph: UInt32
    let length: Double
  }

  /// A piece of an assembly.
  struct Piece {
    let glyph: UInt32
    let isExtender: Bool
    let length: Double
    let startConnector: Double
    let endConnector: Double
  }

  /// The drawings from the smallest to the largest.
  let sizes: [Size]
  private let parts: [Piece]
  private let leastOverlap: Double

  /// What the font says of a glyph.
  fileprivate init(of glyph: UInt32, in font: OpenFont, _ direction: hb_direction_t) {
    var count: UInt32 = 32
    var variants = [hb_ot_math_glyph_variant_t](
      repeating: hb_ot_math_glyph_variant_t(), count: Int(count))
    _ = hb_ot_math_get_glyph_variants(font.handle, glyph, direction, 0, &count, &variants)
    let found = variants.prefix(Int(count)).map {
      Size(glyph: $0.glyph, length: font.ems($0.advance))
    }
    let ink = font.ink(of: glyph)
    let own = direction == HB_DIRECTION_BTT ? ink.top - ink.bottom : ink.right - ink.left
    sizes = found.isEmpty ? [Size(glyph: glyph, length: own)] : found
    var partCount: UInt32 = 16
    var parts = [hb_ot_math_glyph_part_t](
      repeating: hb_ot_math_glyph_part_t(), count: Int(partCount))
    var correction: hb_position_t = 0
    _ = hb_ot_math_get_glyph_assembly(
      font.handle, glyph, direction, 0, &partCount, &parts, &correction)
    self.parts = parts.prefix(Int(partCount)).map {
      Piece(
        glyph: $0.glyph,
        isExtender: $0.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0,
        length: font.ems($0.full_advance), startConnector: font.ems($0.start_connector_length),
        endConnector: font.ems($0.end_connector_length))
    }
    leastOverlap = font.ems(hb_ot_math_get_min_connector_overlap(font.handle, direction))
  }

  /// The pieces, repeated until they reach a length, and how far neighbours overlap.
  func pieces(toLength wanted: Double) -> (pieces: [Piece], overlap: Double)? {
    let extenders = parts.filter(\.isExtender)
    guard !extenders.isEmpty else { return nil }
    let fixed = parts.filter { !$0.isExtender }.reduce(0) { $0 + $1.length - leastOverlap }
    let growth = extenders.reduce(0) { $0 + $1.length - leastOverlap }
    guard growth > 0 else { return nil }
    let needed = ((wanted - fixed - leastOverlap) / growth).rounded(.up)
    let repeats = Int(min(max(needed, 1), Double(GlyphGrowth.mostRepeats)))
    let pieces = parts.flatMap { Array(repeating: $0, count: $0.isExtender ? repeats : 1) }
    return (pieces, overlap(of: pieces, wanted))
  }

  /// How far neighbours overlap so that the whole has just the length that is wanted.
  private func overlap(of pieces: [Piece], _ wanted: Double) -> Double {
    guard pieces.count > 1 else { return leastOverlap }
    let excess = pieces.reduce(0) { $0 + $1.length } - wanted
    let greatest = zip(pieces, pieces.dropFirst()).reduce(Double.infinity) {
      min($0, min($1.0.endConnector, $1.1.startConnector))
    }
    return max(leastOverlap, min(excess / Double(pieces.count - 1), greatest))
  }

  /// No sign of a label is longer than this many pieces.
  private static let mostRepeats = 500
}
