import Geometry

extension FormulaLayout {
  /// Sets a numerator over a denominator, the line on the axis (The TeXbook, appendix G, rule 15).
  func fraction(
    _ parts: (over: FormulaNode, under: FormulaNode), _ size: FractionStyle,
    _ surroundings: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let style = surroundings.resized(size)
    let isDisplay = style.level == .display
    let constants = constants(style)
    let over = set(parts.over, style.numerator, alphabet)
    let under = set(parts.under, style.denominator, alphabet)
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
    var box = stacked(over, rise, under, drop, style)
    let margin = FormulaLayout.fractionMargin * em(style)
    box.place(Box(minX: margin, minY: -top, maxX: box.width - margin, maxY: -bottom))
    return FormulaBox(box: box)
  }

  /// Sets a part over another without a line: the inside of a binomial (rule 15c).
  func stack(
    _ parts: (over: FormulaNode, under: FormulaNode), _ size: FractionStyle,
    _ surroundings: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let style = surroundings.resized(size)
    let isDisplay = style.level == .display
    let constants = constants(style)
    let over = set(parts.over, style.numerator, alphabet)
    let under = set(parts.under, style.denominator, alphabet)
    var rise = constants.stackTopShiftUp(isDisplay: isDisplay)
    var drop = constants.stackBottomShiftDown(isDisplay: isDisplay)
    let gap = (rise - over.box.depth) + (drop - under.box.height)
    let missing = max(0, constants.stackGapMin(isDisplay: isDisplay) - gap)
    rise += missing / 2
    drop += missing / 2
    return FormulaBox(box: stacked(over, rise, under, drop, style))
  }

  /// Two parts over each other, centred, with a margin at either side.
  private func stacked(
    _ over: FormulaBox, _ rise: Double, _ under: FormulaBox, _ drop: Double, _ style: MathStyle
  ) -> InkBox {
    let margin = FormulaLayout.fractionMargin * em(style)
    let width = max(over.fullWidth, under.fullWidth)
    var box = InkBox.empty
    box.place(over.box, at: Point(margin + (width - over.fullWidth) / 2, -rise))
    box.place(under.box, at: Point(margin + (width - under.fullWidth) / 2, drop))
    box.width = width + 2 * margin
    return box
  }

  /// The space at either side of a fraction in ems: `\nulldelimiterspace` of plain TeX.
  static let fractionMargin = 0.12
}

extension MathStyle {
  /// The style of a fraction that asks for a size.
  fileprivate func resized(_ size: FractionStyle) -> MathStyle {
    switch size {
    case .automatic: self
    case .display: MathStyle(level: .display, isCramped: isCramped)
    case .inline: MathStyle(level: .text, isCramped: isCramped)
    }
  }
}
