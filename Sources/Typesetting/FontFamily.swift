/// A pair of faces that go together: one for text, one for mathematics.
public enum FontFamily: String, Sendable, Hashable, Codable, CaseIterable {
  /// Lato, with the signs of DejaVu Math TeX Gyre: for slides.
  case sans
  /// Latin Modern, as LaTeX sets it: for paper.
  case serif
}

/// How heavy text is.
public enum FontWeight: String, Sendable, Hashable, Codable {
  /// The weight of running text.
  case regular
  /// A little heavier, for small labels over a picture.
  case medium
  /// For titles and direct labels.
  case bold
}

/// How much room a formula may take.
public enum FormulaStyle: String, Sendable, Hashable, Codable {
  /// In a line of text: small fractions, limits beside their sums.
  case inline
  /// On its own: full fractions, limits over and under their sums.
  case display
}
