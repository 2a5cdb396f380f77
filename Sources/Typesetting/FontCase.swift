/// The open fonts of a family: each file is opened when it is first needed.
final class FontCase {
  /// Which file serves which role.
  let plan: FontSet
  private let shelf: FontShelf
  private var fonts: [FontRole: OpenFont?] = [:]
  private var files: [String: OpenFont?] = [:]
  private var opened: [OpenFont] = []
  private var hasWarned: Set<String> = []
  /// What was not as it should be: a sentence for each file or character, each once.
  private(set) var warnings: [String] = []

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
  /// Says once that no font has a character.
  func warnNoGlyph(for character: Character) {
    warn("No installed font has the character \(character.named); a frame stands in its place.")
  }

  /// Says once that a font lacks a character, and which has it.
  func warnSubstitute(_ font: OpenFont, for character: Character, wanted: OpenFont?) {
    let wanted = wanted?.face.name ?? "The font"
    warn("\(wanted) has no character \(character.named); \(font.face.name) shows it.")
  }

  private func warnMissing(_ wanted: FontFileName, instead font: OpenFont?) {
    let consequence = font.map { "\($0.face.name) stands in" } ?? "nothing stands in"
    let remedy = wanted.package.map { " Debian/Ubuntu: sudo apt-get install \($0)" } ?? ""
    warn("The font \(wanted.file) is not installed; \(consequence).\(remedy)")
  }

  private func warn(_ sentence: String) {
    if hasWarned.insert(sentence).inserted { warnings.append(sentence) }
  }
}

extension Character {
  /// The character with its code points.
  fileprivate var named: String {
    let codes = unicodeScalars.map { "U+" + $0.value.hexadecimal }
    return "\(self) (\(codes.joined(separator: " ")))"
  }
}

extension UInt32 {
  /// At least four hexadecimal digits, as Unicode writes its code points.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
