import Geometry

extension FormulaLayout {
  /// Sets a numerator over a denominator, the line on the axis (The TeXbook, appendix G, rule 15).
  func fraction(
    _ numerator: FormulaNode, _ denominator: FormulaNode, _ size: FractionStyle,
    _ surroundings: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    var style = surroundings
    switch size {
    case .automatic: break
    case .display: style.level = .display
    case .inline: style.level = .text
    }
    let isDisplay = style.level == .display
    let constants = constants(style)
    let over = set(numerator, style.numerator, alphabet)
    let under = set(denominator, style.denominator, alphabet)
    let thickness = constants.fractionRuleThickness
    let (top, bottom) = (
      constants.axisHeight + thickness / 2, constants.axisHeight - thickness / 2
    )
    let rise = max(
      constants.fractionNumeratorShiftUp(isDisplay: isDisplay),
      top + constants.fractionNumeratorGapMin(isDisplay: isDisplay) + over.box.depth)
    let drop = max(
      constants.fractionDenominatorShiftDown(isDisplay: isDisplay),
      constants.fractionDenominatorGapMin(isDisplay: isDisplay) + under.box.height - bottom)
    let margin = FormulaLayout.fractionMargin * em(style)
    let width = max(over.fullWidth, under.fullWidth)
    var box = TextBox.empty
    box.place(over.box, at: Point(margin + (width - over.fullWidth) / 2, -rise))
    box.place(Box(minX: margin, minY: -top, maxX: margin + width, maxY: -bottom))
    box.place(under.box, at: Point(margin + (width - under.fullWidth) / 2, drop))
    box.width = width + 2 * margin
    return FormulaBox(box: box)
  }

  /// The space at either side of a fraction in ems: `\nulldelimiterspace` of plain TeX.
  static let fractionMargin = 0.12
}
