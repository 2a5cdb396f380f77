import Geometry

extension FormulaLayout {
  /// Sets a sum, a product or an integral, centred on the axis; larger in a displayed formula.
  func bigOperator(_ sign: Unicode.Scalar, _ style: MathStyle) -> FormulaBox {
    guard let glyph = mathsFont.glyph(for: sign) else {
      return uprightName(String(Character(sign)), style)
    }
    let em = mathsEm(style)
    var box = InkBox(glyph, of: mathsFont, showing: String(Character(sign)), size: em)
    if style.level == .display {
      var height = constants(style).displayOperatorMinHeight
      // TeX Gyre's fonts have seven sizes of integrals, and their constant picks a dwarf.
      if sign.isIntegral { height = max(height, 2 * em) }
      box = stretched(sign, toHeight: height, style)
    }
    let drawn = box.glyphs.first?.id ?? glyph
    let correction =
      sign.isIntegral ? mathsFont.metrics(of: drawn).italicCorrection * em : 0
    return FormulaBox(
      box: centredOnAxis(box, style), italicCorrection: correction, isCharacter: false)
  }
}

extension Unicode.Scalar {
  /// Whether the sign is an integral, simple, multiple or closed.
  var isIntegral: Bool { ("\u{222B}"..."\u{2233}").contains(self) }
}
