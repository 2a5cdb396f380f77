/// The open fonts of a family: each file is opened when it is first needed.
final class FontCase {
  /// Which file serves which role.
  let plan: FontSet
  private let shelf: FontShelf
  private var fonts: [FontRole: OpenFont?] = [:]
  private var files: [String: OpenFont?] = [:]
  private var opened: [OpenFont] = []
  private var missing: [FontWarning] = []

  /// The fonts of `set` on `shelf`; none is opened yet.
  init(set: FontSet, shelf: FontShelf) {
    plan = set
    self.shelf = shelf
  }

  /// The names of the files that were opened.
  var openFiles: [String] { files.compactMap { $0.value == nil ? nil : $0.key } }

  /// Whether letters and digits of formulas come from the text face, signs from a mathematical one.
  var isHybrid: Bool { plan.isHybrid }

  /// The face of the open font with a number.
  func face(number: Int) -> FontFace { opened[number].face }

  /// Where a glyph of a label has ink, in ems.
  func ink(of glyph: InkGlyph) -> GlyphInk { opened[glyph.font].ink(of: glyph.id) }

  /// The font for a role, or the nearest that is installed.
  func font(_ role: FontRole) -> OpenFont? {
    if let known = fonts[role] { return known }
    let wanted = plan.file(for: role)
    var font = file(wanted.file)
    if font == nil {
      font = plan.substitutes(for: role).lazy.compactMap { self.file($0) }.first
      warnMissing(wanted, instead: font)
    }
    fonts[role] = .some(font)
    return font
  }

  /// The font in a file: two roles may share one.
  private func file(_ name: String) -> OpenFont? {
    if let known = files[name] { return known }
    let font = shelf.open(name)
    if let font {
      font.number = opened.count
      opened.append(font)
    }
    files[name] = .some(font)
    return font
  }
}

// MARK: Warnings

extension FontCase {
  /// What was not as it should be: a sentence for each file, and for the characters that one font
  /// lacks and another shows.
  var warnings: [String] { missing.map(\.sentence) }

  /// Says once that no font has a character.
  func warnNoGlyph(for character: Character) {
    warn(.characters([character], lackedBy: nil, shownBy: nil))
  }

  /// Says once that a font lacks a character, and which has it.
  func warnSubstitute(_ font: OpenFont, for character: Character, wanted: OpenFont?) {
    let wanted = wanted?.face.name ?? "The font"
    warn(.characters([character], lackedBy: wanted, shownBy: font.face.name))
  }

  /// Says that no installed font is the one that was asked for, and which stands in.
  func warnUnknown(_ message: String) {
    let standIn = font(.text(.regular)).map { "\($0.face.name) stands in" } ?? "nothing stands in"
    let sentence = message.prefix(1).uppercased() + message.dropFirst()
    warn(.file(sentence + (sentence.hasSuffix("?") ? " " : "; ") + standIn + "."))
  }

  private func warnMissing(_ wanted: FontFileName, instead font: OpenFont?) {
    let consequence = font.map { "\($0.face.name) stands in" } ?? "nothing stands in"
    let remedy = wanted.package.map { " Debian/Ubuntu: sudo apt-get install \($0)" } ?? ""
    warn(.file("The font \(wanted.file) is not installed; \(consequence).\(remedy)"))
  }

  private func warn(_ warning: FontWarning) {
    if !missing.indices.contains(where: { missing[$0].takesIn(warning) }) {
      missing.append(warning)
    }
  }
}
