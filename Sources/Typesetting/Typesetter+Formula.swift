extension Typesetter {
  /// Sets the TeX in a part of a source.
  func setFormula(
    _ tex: ArraySlice<Unicode.Scalar>, size: Double, style: FormulaStyle, weight: FontWeight
  ) throws(TypesettingError) -> TextBox {
    let formula = try FormulaParser.parse(tex)
    guard let layout = FormulaLayout(fonts: fonts, size: size, weight: weight) else {
      throw TypesettingError(.noFont(package: family.file(for: .maths).package))
    }
    let content = layout.set(
      formula, MathStyle(level: style == .display ? .display : .text), .variables)
    var box = content.box
    box.width = content.fullWidth
    return box
  }
}
