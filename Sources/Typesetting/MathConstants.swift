import CHarfBuzz

/// The constants of a font's MATH table by their names in OpenType, as lengths at a size.
///
/// A font without the table gets the values of Computer Modern (The TeXbook, appendix G).
struct MathConstants {
  let font: OpenFont
  /// The size of the font's em.
  let em: Double

  var axisHeight: Double { length(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, or: 0.25) }
  var accentBaseHeight: Double { length(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT, or: 0.43) }
  var mathLeading: Double { length(HB_OT_MATH_CONSTANT_MATH_LEADING, or: 0.154) }
  var displayOperatorMinHeight: Double {
    length(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT, or: 1.3)
  }

  // MARK: Scripts

  var subscriptShiftDown: Double { length(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN, or: 0.247) }
  var subscriptTopMax: Double { length(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX, or: 0.344) }
  var subscriptBaselineDropMin: Double {
    length(HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN, or: 0.2)
  }
  var superscriptShiftUp: Double { length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP, or: 0.363) }
  var superscriptShiftUpCramped: Double {
    length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED, or: 0.289)
  }
  var superscriptBottomMin: Double {
    length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN, or: 0.108)
  }
  var superscriptBaselineDropMax: Double {
    length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX, or: 0.25)
  }
  var subSuperscriptGapMin: Double {
    length(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN, or: 0.16)
  }
  var superscriptBottomMaxWithSubscript: Double {
    length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT, or: 0.344)
  }
  var spaceAfterScript: Double { length(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT, or: 0.056) }

  // MARK: Limits

  var upperLimitGapMin: Double { length(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN, or: 0.2) }
  var upperLimitBaselineRiseMin: Double {
    length(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN, or: 0.111)
  }
  var lowerLimitGapMin: Double { length(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN, or: 0.167) }
  var lowerLimitBaselineDropMin: Double {
    length(HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN, or: 0.6)
  }

  // MARK: Fractions

  var fractionRuleThickness: Double {
    length(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, or: 0.04)
  }

  func fractionNumeratorShiftUp(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP, or: 0.677)
      : length(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP, or: 0.394)
  }

  func fractionNumeratorGapMin(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN, or: 0.12)
      : length(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN, or: 0.04)
  }

  func fractionDenominatorShiftDown(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN, or: 0.686)
      : length(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN, or: 0.345)
  }

  func fractionDenominatorGapMin(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN, or: 0.12)
      : length(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN, or: 0.04)
  }

  // MARK: Stacks

  func stackTopShiftUp(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_STACK_TOP_DISPLAY_STYLE_SHIFT_UP, or: 0.677)
      : length(HB_OT_MATH_CONSTANT_STACK_TOP_SHIFT_UP, or: 0.444)
  }

  func stackBottomShiftDown(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN, or: 0.686)
      : length(HB_OT_MATH_CONSTANT_STACK_BOTTOM_SHIFT_DOWN, or: 0.345)
  }

  func stackGapMin(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_STACK_DISPLAY_STYLE_GAP_MIN, or: 0.28)
      : length(HB_OT_MATH_CONSTANT_STACK_GAP_MIN, or: 0.12)
  }

  var stretchStackTopShiftUp: Double {
    length(HB_OT_MATH_CONSTANT_STRETCH_STACK_TOP_SHIFT_UP, or: 0.111)
  }
  var stretchStackBottomShiftDown: Double {
    length(HB_OT_MATH_CONSTANT_STRETCH_STACK_BOTTOM_SHIFT_DOWN, or: 0.6)
  }
  var stretchStackGapAboveMin: Double {
    length(HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_ABOVE_MIN, or: 0.2)
  }
  var stretchStackGapBelowMin: Double {
    length(HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_BELOW_MIN, or: 0.167)
  }

  // MARK: Lines and roots

  var overbarVerticalGap: Double { length(HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP, or: 0.12) }
  var overbarRuleThickness: Double { length(HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS, or: 0.04) }
  var overbarExtraAscender: Double {
    length(HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER, or: 0.04)
  }
  var underbarExtraDescender: Double {
    length(HB_OT_MATH_CONSTANT_UNDERBAR_EXTRA_DESCENDER, or: 0.04)
  }
  var underbarVerticalGap: Double { length(HB_OT_MATH_CONSTANT_UNDERBAR_VERTICAL_GAP, or: 0.12) }
  var underbarRuleThickness: Double {
    length(HB_OT_MATH_CONSTANT_UNDERBAR_RULE_THICKNESS, or: 0.04)
  }
  var radicalRuleThickness: Double { length(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS, or: 0.04) }
  var radicalExtraAscender: Double {
    length(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER, or: 0.04)
  }
  var radicalKernBeforeDegree: Double {
    length(HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE, or: 0.278)
  }
  var radicalKernAfterDegree: Double {
    length(HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE, or: -0.556)
  }
  var radicalDegreeBottomRaise: Double {
    share(HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT, or: 0.6)
  }

  func radicalVerticalGap(isDisplay: Bool) -> Double {
    isDisplay
      ? length(HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP, or: 0.148)
      : length(HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP, or: 0.05)
  }

  // MARK: Sizes

  var scriptScaleDown: Double { share(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN, or: 0.7) }
  var scriptScriptScaleDown: Double {
    share(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN, or: 0.5)
  }

  // MARK: Reading

  private func length(_ constant: hb_ot_math_constant_t, or ems: Double) -> Double {
    guard font.hasMathTable else { return ems * em }
    return font.ems(hb_ot_math_get_constant(font.handle, constant)) * em
  }

  private func share(_ constant: hb_ot_math_constant_t, or share: Double) -> Double {
    guard font.hasMathTable else { return share }
    let percent = hb_ot_math_get_constant(font.handle, constant)
    return percent > 0 ? Double(percent) / 100 : share
  }
}
