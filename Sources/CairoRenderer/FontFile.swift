import CFreeType

/// A font file opened by its path.
///
/// Each has a FreeType library of its own. Cairo keeps fonts for a while in a cache of the whole
/// process and may close one on another thread; two faces of one library must not be closed at the
/// same time, faces of two libraries may.
final class FontFile {
  /// The open face.
  let face: FT_Face
  private let library: FT_Library
  private var outlines: [UInt32: GlyphOutline] = [:]

  /// Opens the file at `path`.
  init(path: String) throws(RenderError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { throw RenderError(.outOfMemory) }
    var face: FT_Face?
    guard FT_New_Face(library, path, 0, &face) == 0, let face else {
      FT_Done_FreeType(library)
      throw RenderError(.unreadableFont(path: path))
    }
    self.library = library
    self.face = face
  }

  deinit {
    outlines = [:]
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  /// Whether the font has a glyph of this number.
  func contains(_ glyph: UInt32) -> Bool { Int(glyph) < face.pointee.num_glyphs }

  /// The em in font units; `nil` for a font of bitmaps, which has no outlines.
  var unitsPerEm: Double? {
    let units = face.pointee.units_per_EM
    return units > 0 ? Double(units) : nil
  }

  /// The outline of a glyph in font units, or `nil` for one without ink.
  func outline(of glyph: UInt32) -> GlyphOutline? {
    if let known = outlines[glyph] { return known }
    let flags = Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_IGNORE_TRANSFORM)
    guard contains(glyph), FT_Load_Glyph(face, glyph, flags) == 0,
      let slot = face.pointee.glyph,
      let outline = GlyphOutline(copying: slot.pointee.outline, in: library)
    else { return nil }
    outlines[glyph] = outline
    return outline
  }
}
