import CHarfBuzz

extension OpenFont {
  /// How far a glyph leans over its right edge, in ems.
  ///
  /// A text face says nothing of this: there it is the ink beyond the advance.
  func italicCorrection(of glyph: UInt32) -> Double {
    if hasMathTable {
      return ems(hb_ot_math_get_glyph_italics_correction(handle, glyph))
    }
    return max(0, ink(of: glyph).right - advance(of: glyph))
  }

  /// Above which place of a glyph an accent is centred, in ems.
  func accentCentre(of glyph: UInt32) -> Double {
    if hasMathTable {
      return ems(hb_ot_math_get_glyph_top_accent_attachment(handle, glyph))
    }
    return advance(of: glyph) / 2 + 0.8 * italicCorrection(of: glyph)
  }

  /// The height of a small x, in ems.
  var xHeight: Double? {
    guard let glyph = glyph(for: "x") else { return nil }
    let height = ink(of: glyph).top
    return height > 0 ? height : nil
  }
}
