import Geometry

extension FormulaLayout {
  /// Sets parts between delimiters that cover them all (The TeXbook, appendix G, rule 19).
  func delimited(
    _ signs: [Unicode.Scalar?], _ contents: [FormulaNode], _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let parts = contents.map { set($0, style, alphabet) }
    let axis = constants(style).axisHeight
    let reach = parts.reduce(0.0) { max($0, 2 * max($1.box.height - axis, $1.box.depth + axis)) }
    let target = coverage(of: reach, style)
    var box = delimiter(signs.first ?? nil, toHeight: target, style)
    for (part, sign) in zip(parts, signs.dropFirst()) {
      box.append(part.box)
      box.width += part.italicCorrection
      box.append(delimiter(sign, toHeight: target, style))
    }
    return FormulaBox(box: box)
  }

  /// How much of a height around the axis a delimiter covers: `\delimiterfactor` and
  /// `\delimitershortfall` of plain TeX.
  func coverage(of reach: Double, _ style: MathStyle) -> Double {
    max(0.901 * reach, reach - 0.5 * em(style))
  }

  /// Sets a delimiter of a height in ems of the text.
  func bigDelimiter(_ sign: Unicode.Scalar?, ems: Double, _ style: MathStyle) -> FormulaBox {
    FormulaBox(box: delimiter(sign, toHeight: ems * mathsEm(style), style))
  }

  /// A delimiter at least so tall, centred on the axis; without a sign the space of one.
  func delimiter(
    _ sign: Unicode.Scalar?, toHeight height: Double, _ style: MathStyle
  ) -> InkBox {
    guard let sign else { return .space(FormulaLayout.fractionMargin * em(style)) }
    return centredOnAxis(stretched(sign, toHeight: height, style), style)
  }

  /// The box moved so that its ink is centred on the axis.
  func centredOnAxis(_ box: InkBox, _ style: MathStyle) -> InkBox {
    var moved = box
    let centre = (box.height - box.depth) / 2
    moved.move(by: Point(0, centre - constants(style).axisHeight))
    return moved
  }

  /// A sign of the mathematical font, at least so tall as far as the font can.
  func stretched(
    _ sign: Unicode.Scalar, toHeight height: Double, _ style: MathStyle
  ) -> InkBox {
    guard let glyph = mathsFont.glyph(for: sign) else {
      return uprightName(String(Character(sign)), style).box
    }
    let stretch = StretchyGlyph(font: mathsFont, glyph: glyph, text: String(Character(sign)))
    return stretch.stretched(.upwards, to: height, em: mathsEm(style))
  }
}
