extension Typesetter {
  /// Sets the TeX in a part of a source.
  func setFormula(
    _ tex: ArraySlice<Unicode.Scalar>, size: Double, style: FormulaStyle, weight: FontWeight
  ) throws(TypesettingError) -> TextBox {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: tex.map { $0 == "-" ? "\u{2212}" : $0 })
    return TextSetter(fonts: fonts).set(String(view), role: .italic(weight), size: size)
  }
}
