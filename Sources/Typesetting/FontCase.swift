/// The open fonts of a family: each file is opened when it is first needed.
final class FontCase {
  let family: FontFamily
  private let shelf: FontShelf
  private var fonts: [FontRole: OpenFont?] = [:]
  private var files: [String: OpenFont?] = [:]
  /// What was not as it should be: a sentence for each file or character, each once.
  private(set) var warnings: [String] = []

  /// The fonts of `family` on `shelf`; none is opened yet.
  init(family: FontFamily, shelf: FontShelf) {
    self.family = family
    self.shelf = shelf
  }

  /// The names of the files that were opened.
  var openFiles: [String] { files.compactMap { $0.value == nil ? nil : $0.key } }

  /// The font for a role, or the nearest that is installed.
  func font(_ role: FontRole) -> OpenFont? {
    if let known = fonts[role] { return known }
    let wanted = family.file(for: role)
    var font = file(wanted.file)
    if font == nil {
      font = family.substitutes(for: role).lazy.compactMap { self.file($0) }.first
      warnMissing(wanted, instead: font)
    }
    fonts[role] = .some(font)
    return font
  }

  /// Says once that no font has a character.
  func warnNoGlyph(for character: Character) {
    let codes = character.unicodeScalars.map { "U+" + $0.value.hexadecimal }
    warn("No installed font has the character \(character) (\(codes.joined(separator: " "))).")
  }

  private func warnMissing(_ wanted: FontFileName, instead font: OpenFont?) {
    let consequence = font.map { "\($0.face.name) stands in" } ?? "nothing stands in"
    warn(
      "The font \(wanted.file) is not installed; \(consequence). "
        + "Debian/Ubuntu: sudo apt-get install \(wanted.package)")
  }

  private func warn(_ sentence: String) {
    if !warnings.contains(sentence) { warnings.append(sentence) }
  }

  /// The font in a file: two roles may share one.
  private func file(_ name: String) -> OpenFont? {
    if let known = files[name] { return known }
    let font = shelf.open(name)
    files[name] = .some(font)
    return font
  }
}

extension UInt32 {
  /// At least four hexadecimal digits, as Unicode writes its code points.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
