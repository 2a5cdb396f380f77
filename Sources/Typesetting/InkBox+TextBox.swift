import Geometry

extension InkBox {
  /// The finished box: neighbouring glyphs of one face, size and colour in one run, and a baseline
  /// inside.
  func textBox(in fonts: FontCase) -> TextBox {
    var box = TextBox(width: width, height: max(height, 0), depth: max(depth, 0), rules: rules)
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, glyphs[end].isSetLike(glyphs[start]) { end += 1 }
      box.runs.append(run(of: glyphs[start..<end], in: fonts))
      start = end
    }
    return box
  }

  private func run(of glyphs: ArraySlice<InkGlyph>, in fonts: FontCase) -> GlyphRun {
    let model = glyphs[glyphs.startIndex]
    var text = ""
    var clusters: [TextCluster] = []
    var placed: [Glyph] = []
    placed.reserveCapacity(glyphs.count)
    clusters.reserveCapacity(glyphs.count)
    for glyph in glyphs {
      placed.append(Glyph(id: glyph.id, origin: glyph.origin))
      if glyph.continuesCluster, let last = clusters.popLast() {
        clusters.append(TextCluster(bytes: last.bytes, glyphs: last.glyphs + 1))
      } else {
        text += glyph.text
        clusters.append(TextCluster(bytes: glyph.text.utf8.count, glyphs: 1))
      }
    }
    return GlyphRun(
      face: fonts.face(number: model.font), size: model.size, glyphs: placed, text: text,
      clusters: clusters, paint: model.paint)
  }
}

extension InkGlyph {
  /// Whether face, size and colour are the same.
  fileprivate func isSetLike(_ other: InkGlyph) -> Bool {
    font == other.font && size == other.size && paint == other.paint
  }
}
