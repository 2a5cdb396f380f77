import Geometry

extension FormulaLayout {
  /// Sets a brace over or under a part; its label comes later, as a limit.
  func brace(
    _ side: LineSide, _ sign: Unicode.Scalar, _ base: FormulaNode, _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let content = set(base, style, alphabet)
    let mark = sideways(sign, atLeast: content.fullWidth, style)
    let constants = constants(style)
    let width = max(content.fullWidth, mark.width)
    var box = InkBox.empty
    box.place(content.box, at: Point((width - content.fullWidth) / 2, 0))
    let y =
      switch side {
      case .over:
        -(content.box.height + constants.stretchStackGapBelowMin + mark.depth)
      case .under:
        content.box.depth + constants.stretchStackGapAboveMin + mark.height
      }
    box.place(mark, at: Point((width - mark.width) / 2, y))
    box.width = width
    return FormulaBox(box: box)
  }

  /// Sets an arrow as wide as its labels, on the axis (The TeXbook, appendix G, rule 13a).
  func arrow(
    _ sign: Unicode.Scalar, _ over: FormulaNode, _ under: FormulaNode?, _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let constants = constants(style)
    let above = set(over, style.superscript, alphabet)
    let below = under.map { set($0, style.subscript, alphabet) }
    let margin = 0.3 * em(style)
    let wanted = max(above.fullWidth, below?.fullWidth ?? 0) + 2 * margin
    let mark = sideways(sign, atLeast: wanted, style)
    let width = mark.width
    var box = InkBox.empty
    if !above.box.isEmpty {
      let rise = max(
        mark.height + constants.stretchStackTopShiftUp,
        mark.height + constants.stretchStackGapAboveMin + above.box.depth)
      box.place(above.box, at: Point((width - above.fullWidth) / 2, -rise))
    }
    box.place(mark, at: .zero)
    if let below, !below.box.isEmpty {
      let drop = max(
        mark.depth + constants.stretchStackBottomShiftDown,
        mark.depth + constants.stretchStackGapBelowMin + below.box.height)
      box.place(below.box, at: Point((width - below.fullWidth) / 2, drop))
    }
    box.width = width
    return FormulaBox(box: box)
  }

  /// A sign of the mathematical font at least so wide, its ink from the origin on.
  private func sideways(
    _ sign: Unicode.Scalar, atLeast width: Double, _ style: MathStyle
  ) -> InkBox {
    let text = String(Character(sign))
    guard let glyph = mathsFont.glyph(for: sign) else { return uprightName(text, style).box }
    let stretchy = StretchyGlyph(font: mathsFont, glyph: glyph, text: text)
    return stretchy.stretched(.sideways, to: width, em: mathsEm(style))
  }
}
