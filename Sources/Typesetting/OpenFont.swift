import CHarfBuzz
import CVector

/// An open font file: its metrics and its shaping, all lengths in ems.
final class OpenFont {
  /// Which file it is.
  let face: FontFace
  /// Its number among the open fonts of its case.
  var number = 0
  let handle: OpaquePointer
  private let buffer: OpaquePointer
  /// The number of font units in an em.
  let unitsPerEm: Double
  /// Whether the font says how formulas are set in it.
  let hasMathTable: Bool
  private var known: [UInt32: GlyphMetrics] = [:]
  /// The glyphs of mathematical letters, by code point and script level.
  var mathsGlyphs: [UInt64: UInt32?] = [:]
  /// The sizes and pieces of glyphs that can grow, by glyph and direction.
  var growths: [UInt64: GlyphGrowth] = [:]

  /// The font in the file at `path`, or `nil` where there is none that can be read.
  init?(path: String) {
    guard let blob = OpenFont.blob(path: path) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    defer { hb_face_destroy(face) }
    let units = hb_face_get_upem(face)
    guard hb_face_get_glyph_count(face) > 0, units > 0, let font = hb_font_create(face),
      let buffer = hb_buffer_create()
    else { return nil }
    hb_font_set_scale(font, Int32(clamping: units), Int32(clamping: units))
    handle = font
    self.buffer = buffer
    unitsPerEm = Double(units)
    hasMathTable = hb_ot_math_has_data(face) != 0
    self.face = FontFace(path: path, name: OpenFont.name(of: path))
  }

  /// The bytes of the file at `path`; `nil` where there is none, or what would never end: a pipe.
  static func blob(path: String) -> OpaquePointer? {
    var status = stat()
    guard stat(path, &status) == 0, Int32(status.st_mode) & S_IFMT == S_IFREG,
      status.st_size < 1 << 30
    else { return nil }
    return hb_blob_create_from_file_or_fail(path)
  }

  deinit {
    hb_buffer_destroy(buffer)
    hb_font_destroy(handle)
  }

  /// The name of the file without its folder and its extension.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    return String(stem.map { $0 == " " ? "-" : $0 })
  }

  /// A length of the font in ems.
  func ems(_ units: some BinaryInteger) -> Double { Double(units) / unitsPerEm }

  /// The glyph of a character before any shaping, or `nil` where the font has none.
  func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(handle, scalar.value, &glyph) != 0, glyph != 0 else {
      return nil
    }
    return glyph
  }

  /// The advance width of a glyph.
  func advance(of glyph: UInt32) -> Double { metrics(of: glyph).advance }

  /// Where a glyph has ink.
  func ink(of glyph: UInt32) -> GlyphInk { metrics(of: glyph).ink }

  /// The measures of a glyph, asked of HarfBuzz once.
  func metrics(of glyph: UInt32) -> GlyphMetrics {
    if let metrics = known[glyph] { return metrics }
    var extents = hb_glyph_extents_t()
    var ink = GlyphInk.none
    if hb_font_get_glyph_extents(handle, glyph, &extents) != 0, extents.width != 0 {
      ink = GlyphInk(
        left: ems(extents.x_bearing), right: ems(Int(extents.x_bearing) + Int(extents.width)),
        top: ems(extents.y_bearing), bottom: ems(Int(extents.y_bearing) + Int(extents.height)))
    }
    let advance = ems(hb_font_get_glyph_h_advance(handle, glyph))
    let metrics = mathematicalMetrics(of: glyph, advance: advance, ink: ink)
    known[glyph] = metrics
    return metrics
  }
}

/// The measures of a glyph in ems.
struct GlyphMetrics: Hashable {
  /// How far the next glyph stands.
  let advance: Double
  /// Where there is ink.
  let ink: GlyphInk
  /// How far a slanted glyph leans over its right edge.
  let italicCorrection: Double
  /// Above which place an accent is centred.
  let accentCentre: Double
}

/// The box of a glyph's ink in ems: ordinates upwards from the baseline.
struct GlyphInk: Hashable {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// The box of a glyph without ink.
  static let none = GlyphInk(left: 0, right: 0, top: 0, bottom: 0)

  /// Whether there is no ink.
  var isEmpty: Bool { self == .none }
}

// MARK: Shaping

/// A glyph as HarfBuzz placed it: lengths in ems, ordinates upwards.
struct ShapedGlyph: Hashable {
  let id: UInt32
  /// Where its text starts: an offset in UTF-8 bytes.
  let cluster: Int
  let advance: Double
  let xOffset: Double
  let yOffset: Double
}

/// What is asked of HarfBuzz beyond the font's own defaults.
enum ShapingMode: Hashable {
  /// Kerning and ligatures, as text wants them.
  case text
  /// A mathematical letter at script level 0, 1 or 2: the font may have a drawing for each.
  case maths(level: Int)
}

extension OpenFont {
  /// The glyphs that show `text`, from left to right.
  func shape(_ text: String, _ mode: ShapingMode = .text) -> [ShapedGlyph] {
    hb_buffer_reset(buffer)
    var copy = text
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        hb_buffer_add_utf8(
          buffer, $0.baseAddress, Int32(clamping: $0.count), 0, Int32(clamping: $0.count))
      }
    }
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    // Without a language HarfBuzz asks the locale, and the picture would depend on it.
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2))
    switch mode {
    case .text:
      hb_buffer_guess_segment_properties(buffer)
      hb_shape(handle, buffer, nil, 0)
    case .maths(let level):
      hb_buffer_set_script(buffer, HB_SCRIPT_MATH)
      shapeMaths(level: level)
    }
    return shapedGlyphs()
  }

  /// Shapes with the drawings for scripts of scripts (the feature `ssty`).
  private func shapeMaths(level: Int) {
    let tag = UInt32(0x7373_7479)
    var feature = hb_feature_t(
      tag: tag, value: UInt32(clamping: level), start: 0, end: UInt32.max)
    hb_shape(handle, buffer, &feature, 1)
  }

  private func shapedGlyphs() -> [ShapedGlyph] {
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    guard let infos, let positions else { return [] }
    return (0..<Int(count)).map { index in
      ShapedGlyph(
        id: infos[index].codepoint, cluster: Int(infos[index].cluster),
        advance: ems(positions[index].x_advance), xOffset: ems(positions[index].x_offset),
        yOffset: ems(positions[index].y_offset))
    }
  }
}
