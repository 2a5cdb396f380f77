import Geometry

extension FormulaLayout {
  /// Sets a base with what stands at its upper and lower right, or over and under it.
  func scripts(
    _ base: FormulaNode, _ lower: FormulaNode?, _ upper: FormulaNode?, _ style: MathStyle,
    _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let content = set(base, style, alphabet)
    let below = lower.map { set($0, style.subscript, alphabet) }
    let above = upper.map { set($0, style.superscript, alphabet) }
    let rule = base.limitsRule
    if rule == .over || (rule == .overInDisplay && style.level == .display) {
      return limits(of: content, below, above, style)
    }
    return scripts(of: content, below, above, style, isOperator: base.isBigOperator)
  }

  /// Puts scripts at the right of a base (The TeXbook, appendix G, rule 18).
  private func scripts(
    of base: FormulaBox, _ lower: FormulaBox?, _ upper: FormulaBox?, _ style: MathStyle,
    isOperator: Bool
  ) -> FormulaBox {
    let constants = constants(style)
    var rise = upper.map { superscriptShift(of: base, $0.box, style) } ?? 0
    var drop = lower.map { subscriptShift(of: base, $0.box, style) } ?? 0
    if let upper, let lower {
      // The gap between the two grows, by raising the upper one as far as it may go.
      let gap = (rise - upper.box.depth) - (lower.box.height - drop)
      let missing = constants.subSuperscriptGapMin - gap
      if missing > 0 {
        let room = constants.superscriptBottomMaxWithSubscript - (rise - upper.box.depth)
        let raise = min(max(room, 0), missing)
        rise += raise
        drop += missing - raise
      }
    }
    var box = base.box
    // An integral leans under its advance: its upper limit stands at the advance, the lower back.
    let upperX = isOperator ? base.box.width : base.fullWidth
    let lowerX = isOperator ? base.box.width - base.italicCorrection : base.box.width
    if let upper { box.place(upper.box, at: Point(upperX, -rise)) }
    if let lower { box.place(lower.box, at: Point(lowerX, drop)) }
    let right = max(
      upper.map { upperX + $0.fullWidth } ?? 0, lower.map { lowerX + $0.fullWidth } ?? 0)
    box.width = max(base.box.width, right + constants.spaceAfterScript)
    return FormulaBox(box: box)
  }

  private func superscriptShift(
    of base: FormulaBox, _ script: InkBox, _ style: MathStyle
  ) -> Double {
    let constants = constants(style)
    var shift =
      style.isCramped ? constants.superscriptShiftUpCramped : constants.superscriptShiftUp
    if !base.isCharacter {
      shift = max(shift, base.box.height - constants.superscriptBaselineDropMax)
    }
    return max(shift, script.depth + constants.superscriptBottomMin)
  }

  private func subscriptShift(
    of base: FormulaBox, _ script: InkBox, _ style: MathStyle
  ) -> Double {
    let constants = constants(style)
    var shift = constants.subscriptShiftDown
    if !base.isCharacter {
      shift = max(shift, base.box.depth + constants.subscriptBaselineDropMin)
    }
    return max(shift, script.height - constants.subscriptTopMax)
  }

  /// Puts limits over and under an operator (The TeXbook, appendix G, rule 13a).
  private func limits(
    of base: FormulaBox, _ lower: FormulaBox?, _ upper: FormulaBox?, _ style: MathStyle
  ) -> FormulaBox {
    let constants = constants(style)
    // DejaVu Math keeps a tenth of an em free, too little for the heavier limits of the text face.
    let least = fonts.isHybrid ? 0.15 * em(style) : 0
    let width = max(base.box.width, lower?.box.width ?? 0, upper?.box.width ?? 0)
    var box = InkBox.empty
    box.place(base.box, at: Point((width - base.box.width) / 2, 0))
    if let upper {
      let rise = max(
        constants.upperLimitBaselineRiseMin,
        max(constants.upperLimitGapMin, least) + upper.box.depth)
      let x = (width - upper.box.width + base.italicCorrection) / 2
      box.place(upper.box, at: Point(x, -(base.box.height + rise)))
    }
    if let lower {
      let drop = max(
        constants.lowerLimitBaselineDropMin,
        max(constants.lowerLimitGapMin, least) + lower.box.height)
      let x = (width - lower.box.width - base.italicCorrection) / 2
      box.place(lower.box, at: Point(x, base.box.depth + drop))
    }
    box.width = width
    return FormulaBox(box: box)
  }
}
