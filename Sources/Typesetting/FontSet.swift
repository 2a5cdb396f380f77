/// Which file serves which role in a family.
struct FontSet {
  /// A family that is always there.
  enum Base: Hashable {
    case sans, serif
  }

  /// What serves where the family has no file of its own.
  let base: Base
  /// Whether letters and digits of formulas come from the text face, signs from a mathematical one.
  let isHybrid: Bool
  /// The files of a font of the user's.
  var own: [FontRole: String] = [:]
  /// Whether there are letters for variables; else those of the mathematical font serve.
  var hasItalics = true

  /// Lato with DejaVu Math.
  static let sans = FontSet(base: .sans, isHybrid: true)
  /// Latin Modern.
  static let serif = FontSet(base: .serif, isHybrid: false)

  /// The file for a role.
  func file(for role: FontRole) -> FontFileName {
    own[role].map { FontFileName(file: $0, package: nil) } ?? base.file(for: role)
  }

  /// The files to take instead where `file(for:)` is not installed, the nearest first.
  func substitutes(for role: FontRole) -> [String] {
    let files = base.substitutes(for: role)
    return own[role] == nil ? files : [base.file(for: role).file] + files
  }
}
