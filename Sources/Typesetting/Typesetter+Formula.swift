extension Typesetter {
  /// Sets the TeX in a part of a source.
  func setFormula(
    _ tex: ArraySlice<Unicode.Scalar>, size: Double, style: FormulaStyle, weight: FontWeight
  ) throws(TypesettingError) -> InkBox {
    let formula = try FormulaParser.parse(tex, palette: palette)
    guard let layout = FormulaLayout(fonts: fonts, size: size, weight: weight) else {
      throw TypesettingError(.noFont(package: "fonts-lmodern"))
    }
    let content = layout.set(
      formula, MathStyle(level: style == .display ? .display : .text), .variables)
    var box = content.box
    box.width = content.fullWidth
    return box
  }
}
