import Geometry

extension FormulaLayout {
  /// Sets a root, perhaps with its degree (The TeXbook, appendix G, rule 11).
  func radical(
    _ radicand: FormulaNode, _ degree: FormulaNode?, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let constants = constants(style)
    let content = set(radicand, style.cramped, alphabet)
    let thickness = constants.radicalRuleThickness
    let leastGap = constants.radicalVerticalGap(isDisplay: style.level == .display)
    // A radicand without depth still stands on the baseline.
    let (height, depth) = (max(content.box.height, 0), max(content.box.depth, 0))
    let sign = stretched("√", toHeight: height + depth + leastGap + thickness, style)
    // A sign that is taller than asked for shares the excess between top and bottom.
    let excess = sign.height + sign.depth - (height + depth + leastGap + thickness)
    let top = height + leastGap + max(excess, 0) / 2 + thickness
    var box = InkBox.empty
    let signX = degree.map { degreeBox($0, signHeight: sign.height + sign.depth, top, style, &box) }
    let left = signX ?? 0
    box.place(sign, at: Point(left, sign.height - top))
    let start = left + sign.width
    // The line starts inside the sign: two edges that only meet show a hair between them.
    box.place(
      Box(
        minX: start - thickness, minY: -top, maxX: start + content.fullWidth, maxY: thickness - top)
    )
    box.place(content.box, at: Point(start, 0))
    box.width = start + content.fullWidth
    box.height += constants.radicalExtraAscender
    return FormulaBox(box: box)
  }

  /// Puts the degree into `box` and says where the sign of the root stands.
  private func degreeBox(
    _ degree: FormulaNode, signHeight: Double, _ top: Double, _ style: MathStyle,
    _ box: inout InkBox
  ) -> Double {
    let constants = constants(style)
    let raised = set(degree, MathStyle(level: .scriptOfScript, isCramped: true), .variables)
    let before = max(constants.radicalKernBeforeDegree, 0)
    let after = max(constants.radicalKernAfterDegree, -before - raised.fullWidth)
    let bottom = signHeight - top
    let baseline = bottom - constants.radicalDegreeBottomRaise * signHeight
    box.place(raised.box, at: Point(before, baseline - raised.box.depth))
    return before + raised.fullWidth + after
  }
}
