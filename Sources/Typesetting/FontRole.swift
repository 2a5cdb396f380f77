/// What a font file is needed for.
enum FontRole: Hashable {
  /// Upright text, digits and function names.
  case text(FontWeight)
  /// Variables of the sans family, emphasis in text.
  case italic(FontWeight)
  /// Operators, delimiters, radicals; in the serif family all of a formula.
  case maths
  /// Characters that no other font has.
  case lastResort
}

/// A font file and the Debian package that brings it.
struct FontFileName: Hashable {
  let file: String
  let package: String?
}

extension FontSet.Base {
  /// The file that is meant for a role.
  func file(for role: FontRole) -> FontFileName {
    switch (self, role) {
    case (_, .lastResort): .init(file: "DejaVuSans.ttf", package: "fonts-dejavu-core")
    case (.sans, .text(let weight)): .init(file: lato(weight, ""), package: "fonts-lato")
    case (.sans, .italic(let weight)): .init(file: lato(weight, "Italic"), package: "fonts-lato")
    case (.sans, .maths): .init(file: "DejaVuMathTeXGyre.ttf", package: "fonts-dejavu-extra")
    case (.serif, .text(.bold)): .init(file: "lmroman10-bold.otf", package: "fonts-lmodern")
    case (.serif, .text): .init(file: "lmroman10-regular.otf", package: "fonts-lmodern")
    case (.serif, .italic(.bold)):
      .init(file: "lmroman10-bolditalic.otf", package: "fonts-lmodern")
    case (.serif, .italic): .init(file: "lmroman10-italic.otf", package: "fonts-lmodern")
    case (.serif, .maths): .init(file: "latinmodern-math.otf", package: "fonts-lmodern")
    }
  }

  /// The files to take instead where `file(for:)` is not installed, the nearest first.
  func substitutes(for role: FontRole) -> [String] {
    switch role {
    case .text(.regular), .lastResort: ["DejaVuSans.ttf"]
    case .text: ["DejaVuSans-Bold.ttf", "DejaVuSans.ttf"]
    case .italic(.bold): ["DejaVuSans-BoldOblique.ttf", "DejaVuSans.ttf"]
    case .italic: ["DejaVuSans-Oblique.ttf", "DejaVuSans.ttf"]
    case .maths: ["DejaVuMathTeXGyre.ttf", "latinmodern-math.otf", "DejaVuSans.ttf"]
    }
  }

  /// The name of a Lato file: `Lato-BoldItalic.ttf`.
  private func lato(_ weight: FontWeight, _ slope: String) -> String {
    let name =
      switch weight {
      case .regular: slope.isEmpty ? "Regular" : ""
      case .medium: "Medium"
      case .bold: "Bold"
      }
    return "Lato-\(name)\(slope).ttf"
  }
}
