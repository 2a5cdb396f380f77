import Geometry

extension FormulaLayout {
  /// Sets a part between delimiters that cover it (The TeXbook, appendix G, rule 19).
  func delimited(
    _ left: Unicode.Scalar?, _ content: FormulaNode, _ right: Unicode.Scalar?, _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let inner = set(content, style, alphabet)
    let axis = constants(style).axisHeight
    let reach = 2 * max(inner.box.height - axis, inner.box.depth + axis)
    // `\delimiterfactor` and `\delimitershortfall` of plain TeX.
    let target = max(0.901 * reach, reach - 0.5 * em(style))
    var box = delimiter(left, toHeight: target, style)
    box.append(inner.box)
    box.width += inner.italicCorrection
    box.append(delimiter(right, toHeight: target, style))
    return FormulaBox(box: box)
  }

  /// Sets a delimiter of a height in ems of the text.
  func bigDelimiter(_ sign: Unicode.Scalar?, ems: Double, _ style: MathStyle) -> FormulaBox {
    FormulaBox(box: delimiter(sign, toHeight: ems * mathsEm(style), style))
  }

  /// A delimiter at least so tall, centred on the axis; without a sign the space of one.
  private func delimiter(
    _ sign: Unicode.Scalar?, toHeight height: Double, _ style: MathStyle
  ) -> TextBox {
    guard let sign else {
      return TextBox(width: FormulaLayout.fractionMargin * em(style), height: 0, depth: 0)
    }
    return centredOnAxis(stretched(sign, toHeight: height, style), style)
  }

  /// The box moved so that its ink is centred on the axis.
  func centredOnAxis(_ box: TextBox, _ style: MathStyle) -> TextBox {
    var moved = box
    let centre = (box.height - box.depth) / 2
    moved.move(by: Point(0, centre - constants(style).axisHeight))
    return moved
  }

  /// A sign of the mathematical font, at least so tall as far as the font can.
  func stretched(
    _ sign: Unicode.Scalar, toHeight height: Double, _ style: MathStyle
  ) -> TextBox {
    guard let glyph = mathsFont.glyph(for: sign) else {
      return text(String(Character(sign)), style).box
    }
    let stretch = StretchyGlyph(font: mathsFont, glyph: glyph, text: String(Character(sign)))
    return stretch.vertical(toHeight: height, em: mathsEm(style))
  }
}
