import CCairo
import Geometry
import Typesetting

/// Text in vector files: glyphs of embedded fonts, in a PDF with the characters they stand for.
final class FontGlyphs: TextPainter {
  /// Whether glyphs are mapped to characters, so that text can be selected and searched.
  private let isMapped: Bool
  private let fonts = FontFiles()

  /// The painter for a surface that can map glyphs to characters, or for one that cannot.
  init(isMapped: Bool) { self.isMapped = isMapped }

  /// Has outlines left as the designer drew them, wherever they stand and however large.
  static func prepare(_ context: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  func show(
    _ runs: [GlyphRun], through map: AffineMap, on context: OpaquePointer
  ) throws(RenderError) {
    for run in runs {
      let size = run.size * (map.xx * map.xx + map.yx * map.yx).squareRoot()
      guard size > 0, size < 10_000 else { continue }
      try select(run, through: map, on: context)
      let font = try fonts.file(of: run.face)
      var glyphs = run.glyphs.compactMap { place($0, of: font, through: map) }
      if isMapped, glyphs.count == run.glyphs.count, run.hasSoundClusters {
        show(run, &glyphs, on: context)
      } else {
        cairo_show_glyphs(context, &glyphs, Int32(clamping: glyphs.count))
      }
    }
  }

  private func show(_ run: GlyphRun, _ glyphs: inout [cairo_glyph_t], on context: OpaquePointer) {
    let clusters = run.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    cairo_show_text_glyphs(
      context, run.text, Int32(run.text.utf8.count), &glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
  }

  private func select(
    _ run: GlyphRun, through map: AffineMap, on context: OpaquePointer
  ) throws(RenderError) {
    cairo_set_font_face(context, try fonts.cairoFace(of: run.face))
    var matrix = cairo_matrix_t(
      xx: map.xx * run.size, yx: map.yx * run.size, xy: map.xy * run.size, yy: map.yy * run.size,
      x0: 0, y0: 0)
    cairo_set_font_matrix(context, &matrix)
  }

  /// The glyph at its place, or `nil` where the font has none of this number or the place is far.
  private func place(_ glyph: Glyph, of font: FontFile, through map: AffineMap) -> cairo_glyph_t? {
    let origin = map(glyph.origin)
    guard font.contains(glyph.id), abs(origin.x) <= Painter.farthest,
      abs(origin.y) <= Painter.farthest
    else { return nil }
    return cairo_glyph_t(index: UInt(glyph.id), x: origin.x, y: origin.y)
  }
}

extension GlyphRun {
  /// Whether the clusters cover text and glyphs exactly and never divide a character.
  ///
  /// Cairo refuses to draw anything more after clusters that do not.
  fileprivate var hasSoundClusters: Bool {
    var rest = Substring(text).unicodeScalars
    var glyphCount = 0
    for cluster in clusters {
      guard cluster.bytes >= 0, (0...glyphs.count).contains(cluster.glyphs),
        cluster.bytes > 0 || cluster.glyphs > 0
      else { return false }
      var bytes = 0
      while bytes < cluster.bytes, let scalar = rest.popFirst() {
        bytes += UTF8.width(scalar)
      }
      guard bytes == cluster.bytes else { return false }
      glyphCount += cluster.glyphs
    }
    return rest.isEmpty && glyphCount == glyphs.count
  }
}
