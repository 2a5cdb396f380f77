import Geometry

extension TextBox {
  /// The box of `text` in one font.
  init(
    shaping text: String, in font: OpenFont, _ mode: ShapingMode = .text, size: Double
  ) {
    self.init(font.shape(text, mode), of: font, showing: text, size: size)
  }

  /// The box of one glyph that shows `text`; a piece of a sign may show none.
  init(_ glyph: UInt32, of font: OpenFont, showing text: String, size: Double) {
    let shaped = ShapedGlyph(
      id: glyph, cluster: 0, advance: font.advance(of: glyph), xOffset: 0, yOffset: 0)
    self.init([shaped], of: font, showing: text, size: size)
  }

  /// The box of shaped glyphs that show `text`, at a size.
  init(_ glyphs: [ShapedGlyph], of font: OpenFont, showing text: String, size: Double) {
    self.init(width: 0, height: 0, depth: 0)
    var placed: [Glyph] = []
    var top = -Double.infinity
    var bottom = Double.infinity
    for glyph in glyphs {
      let origin = Point(width + glyph.xOffset * size, -glyph.yOffset * size)
      placed.append(Glyph(id: glyph.id, origin: origin))
      width += glyph.advance * size
      let ink = font.ink(of: glyph.id)
      if ink.isEmpty { continue }
      top = max(top, (glyph.yOffset + ink.top) * size)
      bottom = min(bottom, (glyph.yOffset + ink.bottom) * size)
    }
    if top >= bottom {
      height = top
      depth = -bottom
    }
    runs = [
      GlyphRun(
        face: font.face, size: size, glyphs: placed, text: text,
        clusters: TextCluster.clusters(of: glyphs, in: text))
    ]
  }
}

extension TextCluster {
  /// How the bytes of `text` divide among `glyphs`.
  static func clusters(of glyphs: [ShapedGlyph], in text: String) -> [TextCluster] {
    let byteCount = text.utf8.count
    guard let first = glyphs.first else {
      return byteCount > 0 ? [TextCluster(bytes: byteCount, glyphs: 0)] : []
    }
    let isAscending = zip(glyphs, glyphs.dropFirst()).allSatisfy { $0.cluster <= $1.cluster }
    // Scripts written from right to left: one cluster for all keeps the text, if not its parts.
    guard isAscending else { return [TextCluster(bytes: byteCount, glyphs: glyphs.count)] }
    var clusters: [TextCluster] = []
    var start = 0
    var glyphCount = 0
    var cluster = first.cluster
    for glyph in glyphs {
      if glyph.cluster != cluster {
        clusters.append(TextCluster(bytes: glyph.cluster - start, glyphs: glyphCount))
        start = glyph.cluster
        cluster = glyph.cluster
        glyphCount = 0
      }
      glyphCount += 1
    }
    clusters.append(TextCluster(bytes: byteCount - start, glyphs: glyphCount))
    return clusters
  }
}
