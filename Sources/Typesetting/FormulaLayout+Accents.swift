import Geometry

extension FormulaLayout {
  /// Sets a mark over a part (The TeXbook, appendix G, rule 12).
  func accent(
    _ mark: Unicode.Scalar, _ base: FormulaNode, isWide: Bool, _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let content = set(base, style.cramped, alphabet)
    guard let plain = mathsFont.glyph(for: mark) else { return content }
    let em = mathsEm(style)
    let text = String(Character(mark))
    var glyph = plain
    if isWide {
      let stretch = StretchyGlyph(font: mathsFont, glyph: plain, text: text)
      glyph = stretch.horizontal(upToWidth: content.box.width, em: em)
    }
    let accent = TextBox(glyph, of: mathsFont, showing: text, size: em)
    let centre = content.accentCentre ?? content.box.width / 2
    let shift = max(0, content.box.height - constants(style).accentBaseHeight)
    var box = content.box
    box.place(accent, at: Point(centre - accentCentre(of: glyph) * em, -shift))
    // A base with an accent keeps what its scripts must know.
    return FormulaBox(
      box: box, italicCorrection: content.italicCorrection, isCharacter: content.isCharacter)
  }

  /// The place of a mark that comes over the centre of its base.
  private func accentCentre(of glyph: UInt32) -> Double {
    let ink = mathsFont.ink(of: glyph)
    let middle = (ink.left + ink.right) / 2
    guard mathsFont.hasMathTable else { return middle }
    let attachment = mathsFont.accentCentre(of: glyph)
    // Where the font says nothing HarfBuzz answers half the advance, which is 0 for a mark.
    return attachment == mathsFont.advance(of: glyph) / 2 ? middle : attachment
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
      box.place(
        Box(
          minX: 0, minY: -bottom - constants.overbarRuleThickness, maxX: box.width, maxY: -bottom))
    case .under:
      let top = content.box.depth + constants.underbarVerticalGap
      box.place(
        Box(minX: 0, minY: top, maxX: box.width, maxY: top + constants.underbarRuleThickness))
    }
    return FormulaBox(box: box)
  }
}
