import CHarfBuzz
import Geometry

/// A glyph that its font can make larger: by other drawings, or by an assembly of pieces
/// (OpenType, MathVariants).
struct StretchyGlyph {
  let font: OpenFont
  let glyph: UInt32
  /// The text that it shows, whatever its size.
  let text: String

  /// The glyph at least so tall, or as tall as the font has it.
  func vertical(toHeight height: Double, em: Double) -> TextBox {
    let wanted = height / em
    let variants = variants(HB_DIRECTION_BTT)
    if let variant = variants.first(where: { $0.advance >= wanted - StretchyGlyph.tolerance }) {
      return TextBox(variant.glyph, of: font, showing: text, size: em)
    }
    if let assembly = assembled(toHeight: wanted, em: em) { return assembly }
    return TextBox(variants.last?.glyph ?? glyph, of: font, showing: text, size: em)
  }

  /// The widest drawing that is not wider than `width`, or the plain one.
  func horizontal(upToWidth width: Double, em: Double) -> UInt32 {
    let fitting = variants(HB_DIRECTION_LTR).filter {
      let ink = font.ink(of: $0.glyph)
      return (ink.right - ink.left) * em <= width
    }
    return fitting.last?.glyph ?? glyph
  }

  /// Rounding in the font: a drawing that is a thousandth too small is tall enough.
  private static let tolerance = 1e-3

  /// The drawings of the glyph from the smallest to the largest, with their lengths in ems.
  private func variants(_ direction: hb_direction_t) -> [(glyph: UInt32, advance: Double)] {
    var count: UInt32 = 32
    var variants = [hb_ot_math_glyph_variant_t](
      repeating: hb_ot_math_glyph_variant_t(), count: Int(count))
    _ = hb_ot_math_get_glyph_variants(font.handle, glyph, direction, 0, &count, &variants)
    let found = variants.prefix(Int(count)).map { ($0.glyph, font.ems($0.advance)) }
    if !found.isEmpty { return found }
    let ink = font.ink(of: glyph)
    return [(glyph, ink.top - ink.bottom)]
  }
}

// MARK: Assembly

extension StretchyGlyph {
  /// The pieces from the lowest to the highest, repeated until they reach a height in ems.
  private func assembled(toHeight wanted: Double, em: Double) -> TextBox? {
    let parts = parts()
    let extenders = parts.filter(\.isExtender)
    guard !extenders.isEmpty else { return nil }
    let leastOverlap = font.ems(
      hb_ot_math_get_min_connector_overlap(font.handle, HB_DIRECTION_BTT))
    let fixed = parts.filter { !$0.isExtender }.reduce(0) { $0 + $1.length - leastOverlap }
    let growth = extenders.reduce(0) { $0 + $1.length - leastOverlap }
    guard growth > 0 else { return nil }
    let needed = ((wanted - fixed - leastOverlap) / growth).rounded(.up)
    let repeats = Int(min(max(needed, 1), Double(StretchyGlyph.mostRepeats)))
    let pieces = parts.flatMap { Array(repeating: $0, count: $0.isExtender ? repeats : 1) }
    return stacked(pieces, overlap: overlap(of: pieces, wanted, leastOverlap), em: em)
  }

  /// How far neighbours overlap so that the whole has just the height that is wanted.
  private func overlap(of pieces: [Part], _ wanted: Double, _ least: Double) -> Double {
    guard pieces.count > 1 else { return least }
    let excess = pieces.reduce(0) { $0 + $1.length } - wanted
    let greatest = zip(pieces, pieces.dropFirst()).reduce(Double.infinity) {
      min($0, min($1.0.endConnector, $1.1.startConnector))
    }
    return max(least, min(excess / Double(pieces.count - 1), greatest))
  }

  /// The pieces on one another from the baseline up; the first carries the text.
  private func stacked(_ pieces: [Part], overlap: Double, em: Double) -> TextBox {
    var box = TextBox.empty
    var bottom = 0.0
    for (index, piece) in pieces.enumerated() {
      let ink = font.ink(of: piece.glyph)
      let part = TextBox(
        piece.glyph, of: font, showing: index == 0 ? text : "", size: em)
      box.place(part, at: Point(0, (ink.bottom - bottom) * em))
      box.width = max(box.width, part.width)
      bottom += piece.length - overlap
    }
    return box
  }

  /// No sign of a label is taller than this many pieces.
  private static let mostRepeats = 500

  /// A piece of an assembly: lengths in ems.
  private struct Part {
    let glyph: UInt32
    let isExtender: Bool
    let length: Double
    let startConnector: Double
    let endConnector: Double
  }

  private func parts() -> [Part] {
    var count: UInt32 = 16
    var parts = [hb_ot_math_glyph_part_t](
      repeating: hb_ot_math_glyph_part_t(), count: Int(count))
    var correction: hb_position_t = 0
    _ = hb_ot_math_get_glyph_assembly(
      font.handle, glyph, HB_DIRECTION_BTT, 0, &count, &parts, &correction)
    return parts.prefix(Int(count)).map {
      Part(
        glyph: $0.glyph,
        isExtender: $0.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0,
        length: font.ems($0.full_advance), startConnector: font.ems($0.start_connector_length),
        endConnector: font.ems($0.end_connector_length))
    }
  }
}
