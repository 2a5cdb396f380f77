import CHarfBuzz

extension OpenFont {
  /// The measures of a glyph with what a mathematical font says of it.
  ///
  /// A text face says nothing of slants: there it is the ink beyond the advance.
  func mathematicalMetrics(of glyph: UInt32, advance: Double, ink: GlyphInk) -> GlyphMetrics {
    if hasMathTable {
      return GlyphMetrics(
        advance: advance, ink: ink,
        italicCorrection: ems(hb_ot_math_get_glyph_italics_correction(handle, glyph)),
        accentCentre: ems(hb_ot_math_get_glyph_top_accent_attachment(handle, glyph)))
    }
    let lean = max(0, ink.right - advance)
    return GlyphMetrics(
      advance: advance, ink: ink, italicCorrection: lean, accentCentre: advance / 2 + 0.8 * lean)
  }

  /// The glyph of a mathematical letter at script level 0, 1 or 2, or `nil` where it needs several
  /// or there is none.
  func mathsGlyph(for scalar: Unicode.Scalar, level: Int) -> UInt32? {
    let key = UInt64(scalar.value) << 2 | UInt64(level)
    if let glyph = mathsGlyphs[key] { return glyph }
    let shaped = shape(String(Character(scalar)), .maths(level: level))
    let glyph = shaped.count == 1 && shaped[0].id != 0 ? shaped[0].id : nil
    mathsGlyphs[key] = .some(glyph)
    return glyph
  }

  /// The height of a small x, in ems.
  var xHeight: Double? {
    guard let glyph = glyph(for: "x") else { return nil }
    let height = ink(of: glyph).top
    return height > 0 ? height : nil
  }
}
