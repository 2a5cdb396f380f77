import Geometry

extension FormulaLayout {
  /// Sets a mark over a part (The TeXbook, appendix G, rule 12).
  func accent(
    _ mark: Unicode.Scalar, _ base: FormulaNode, _ width: AccentWidth, _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let content = set(base, style.cramped, alphabet)
    guard let plain = mathsFont.glyph(for: mark) else { return content }
    let accent = accentBox(mark, plain, width, over: content, style)
    let centre = content.accentCentre ?? content.box.width / 2
    let shift = max(0, content.box.height - constants(style).accentBaseHeight)
    var box = content.box
    let x = width == .atLeast ? (content.box.width - accent.box.width) / 2 : centre - accent.centre
    if box.glyphs.count == 1 { box.glyphs[0].text += String(Character(mark)) }
    box.place(box.glyphs.count == 1 ? accent.box.silent : accent.box, at: Point(x, -shift))
    // A base with an accent keeps what its scripts must know.
    return FormulaBox(
      box: box, italicCorrection: content.italicCorrection, isCharacter: content.isCharacter)
  }

  /// The mark as wide as it is to be, and its place that comes over the centre of its base.
  private func accentBox(
    _ mark: Unicode.Scalar, _ plain: UInt32, _ width: AccentWidth, over content: FormulaBox,
    _ style: MathStyle
  ) -> (box: InkBox, centre: Double) {
    let em = mathsEm(style)
    let text = String(Character(mark))
    let stretchy = StretchyGlyph(font: mathsFont, glyph: plain, text: text)
    var glyph = plain
    switch width {
    case .plain: break
    case .atMost: glyph = stretchy.widest(upTo: content.box.width, em: em)
    case .atLeast:
      var box = stretchy.stretched(.sideways, to: content.box.width, em: em)
      if box.glyphs.count == 1, let only = box.glyphs.first?.id {
        let ink = mathsFont.ink(of: only)
        box.glyphs[0].origin = Point(-ink.left * em, 0)
        box.width = (ink.right - ink.left) * em
      }
      return (box, box.width / 2)
    }
    let box = InkBox(glyph, of: mathsFont, showing: text, size: em)
    return (box, accentCentre(of: glyph) * em)
  }

  /// The place of a mark that comes over the centre of its base.
  private func accentCentre(of glyph: UInt32) -> Double {
    let metrics = mathsFont.metrics(of: glyph)
    let middle = (metrics.ink.left + metrics.ink.right) / 2
    guard mathsFont.hasMathTable else { return middle }
    // Where the font says nothing HarfBuzz answers half the advance, which is 0 for a mark.
    return metrics.accentCentre == metrics.advance / 2 ? middle : metrics.accentCentre
  }

  /// Sets a line over or under a part (The TeXbook, appendix G, rules 9 and 10).
  func line(
    _ side: LineSide, _ base: FormulaNode, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let constants = constants(style)
    let content = set(base, side == .over ? style.cramped : style, alphabet)
    var box = content.box
    box.width = content.fullWidth
    switch side {
    case .over:
      let bottom = content.box.height + constants.overbarVerticalGap
      let top = bottom + constants.overbarRuleThickness
      box.place(Box(minX: 0, minY: -top, maxX: box.width, maxY: -bottom))
      box.height += constants.overbarExtraAscender
    case .under:
      let top = content.box.depth + constants.underbarVerticalGap
      let bottom = top + constants.underbarRuleThickness
      box.place(Box(minX: 0, minY: top, maxX: box.width, maxY: bottom))
      box.depth += constants.underbarExtraDescender
    }
    return FormulaBox(box: box)
  }

  /// Sets a stroke through a part: what Unicode has no negated sign for.
  func negated(
    _ base: FormulaNode, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    var content = set(base, style, alphabet)
    guard let glyph = mathsFont.glyph(for: "\u{338}") else { return content }
    let em = mathsEm(style)
    let ink = mathsFont.ink(of: glyph)
    let stroke = InkBox(glyph, of: mathsFont, showing: "\u{338}", size: em)
    let x = content.box.width / 2 - (ink.left + ink.right) / 2 * em
    let middle = (content.box.height - content.box.depth) / 2
    let y = (ink.top + ink.bottom) / 2 * em - middle
    content.box.place(stroke, at: Point(x, y))
    return content
  }

  /// The room of a part that is not shown.
  func phantom(
    _ base: FormulaNode, isWide: Bool, isTall: Bool, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let content = set(base, style, alphabet)
    var box = InkBox.space(isWide ? content.fullWidth : 0)
    // A rule without extent keeps the height where nothing is shown.
    if isTall, !content.box.isEmpty {
      let (height, depth) = (content.box.height, content.box.depth)
      box.place(Box(minX: 0, minY: -height, maxX: 0, maxY: depth))
    }
    return FormulaBox(box: box)
  }

  /// Sets a frame around a part: `\fboxrule` and `\fboxsep` of LaTeX, 0.04 and 0.3 em.
  func framed(
    _ base: FormulaNode, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let content = set(base, style, alphabet)
    let (line, gap) = (0.04 * em(style), 0.3 * em(style))
    let width = content.fullWidth + 2 * (gap + line)
    let top = -(content.box.height + gap + line)
    let bottom = content.box.depth + gap + line
    var box = InkBox.empty
    box.place(content.box, at: Point(gap + line, 0))
    box.place(Box(minX: 0, minY: top, maxX: width, maxY: top + line))
    box.place(Box(minX: 0, minY: bottom - line, maxX: width, maxY: bottom))
    box.place(Box(minX: 0, minY: top + line, maxX: line, maxY: bottom - line))
    box.place(Box(minX: width - line, minY: top + line, maxX: width, maxY: bottom - line))
    box.width = width
    return FormulaBox(box: box)
  }
}

extension InkBox {
  /// The same box whose glyphs stand for no characters: a letter before them says theirs.
  ///
  /// Readers of a PDF put a letter and its accent together only where they are of one font and size.
  fileprivate var silent: InkBox {
    var box = self
    for index in box.glyphs.indices { box.glyphs[index].text = "" }
    return box
  }
}
