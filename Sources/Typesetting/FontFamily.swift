/// A pair of faces that go together: one for text, one for mathematics.
public enum FontFamily: Hashable, Sendable, Codable, CaseIterable, RawRepresentable {
  /// Lato, with the signs of DejaVu Math TeX Gyre: for slides.
  case sans
  /// Latin Modern, as LaTeX sets it: for paper.
  case serif
  /// A font of the user's: its name, or the path of its file.
  ///
  /// A font with a MATH table sets formulas itself; any other gives letters and digits, and the
  /// signs come from the built-in family that is nearer to it.
  case installed(String)

  /// The built-in families.
  public static let allCases: [FontFamily] = [.sans, .serif]

  /// The family that a word means: `sans`, `serif`, or else the name or path of a font.
  public init?(rawValue: String) {
    switch rawValue {
    case "": return nil
    case "sans": self = .sans
    case "serif": self = .serif
    default: self = .installed(rawValue)
    }
  }

  /// The word for the family.
  public var rawValue: String {
    switch self {
    case .sans: "sans"
    case .serif: "serif"
    case .installed(let name): name
    }
  }
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
