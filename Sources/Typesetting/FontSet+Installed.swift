extension FontShelf {
  /// The files of a family.
  func set(for family: FontFamily) throws(TypesettingError) -> FontSet {
    switch family {
    case .sans: return .sans
    case .serif: return .serif
    case .installed(let name): return FontSet(of: try font(named: name), among: catalogue)
    }
  }

  /// The font at a path or of a name.
  private func font(named name: String) throws(TypesettingError) -> InstalledFont {
    if name.contains("/") {
      if let font = InstalledFont(path: name) { return font }
      throw TypesettingError(.unknownFont(name, suggestion: nil))
    }
    if let font = catalogue.font(named: name) { return font }
    throw TypesettingError(.unknownFont(name, suggestion: catalogue.suggestion(for: name)))
  }
}

extension FontFamily {
  /// The family that a user means by a word: `sans`, `serif`, the name of an installed font or the
  /// path of a font file.
  public static func named(_ text: String) throws(TypesettingError) -> FontFamily {
    guard let family = FontFamily(rawValue: text) else {
      throw TypesettingError(.unknownFont(text, suggestion: nil))
    }
    guard case .installed = family else { return family }
    let set = try FontShelf.standard.set(for: family)
    // The path finds the same font again at once.
    return .installed(set.own[set.isHybrid ? .text(.regular) : .maths] ?? text)
  }
}

extension FontSet {
  /// The files that go with a font of the user's.
  init(of font: InstalledFont, among catalogue: FontCatalogue) {
    let base: Base = font.hasSerifs ? .serif : .sans
    guard font.hasMathTable else {
      self = FontSet(base: base, isHybrid: true)
      addText(font)
      return
    }
    self = FontSet(base: base, isHybrid: false)
    own[.maths] = font.path
    addText(FontSet.companion(of: font, among: catalogue) ?? font)
  }

  /// The text face that belongs to a mathematical font: STIX Two Text to STIX Two Math.
  private static func companion(
    of font: InstalledFont, among catalogue: FontCatalogue
  ) -> InstalledFont? {
    let words = font.family.split(separator: " ").filter { $0 != "Math" }.joined(separator: " ")
    guard words != font.family else { return nil }
    let names = [words, words + " Text", words + " Roman"]
    return names.lazy.compactMap { catalogue.font(named: $0) }.first { !$0.hasMathTable }
  }

  /// The weights and slopes of a text face, from the files beside its own.
  private mutating func addText(_ font: InstalledFont) {
    let folder = String(font.path.dropLast(font.path.split(separator: "/").last?.count ?? 0))
    let family = FontCatalogue(folders: [folder]).faces(of: font)
    func file(weight: Int, isItalic: Bool) -> String? {
      let faces = family.filter { $0.isItalic == isItalic && abs($0.weight - weight) <= 150 }
      return faces.min {
        (abs($0.weight - weight), $0.path) < (abs($1.weight - weight), $1.path)
      }?.path
    }
    let italic = file(weight: font.weight, isItalic: true)
    hasItalics = italic != nil
    own[.text(.regular)] = font.path
    own[.text(.medium)] = file(weight: 500, isItalic: false) ?? font.path
    own[.text(.bold)] = file(weight: 700, isItalic: false) ?? font.path
    own[.italic(.regular)] = italic ?? font.path
    own[.italic(.medium)] = file(weight: 500, isItalic: true) ?? italic ?? font.path
    own[.italic(.bold)] = file(weight: 700, isItalic: true) ?? italic ?? font.path
  }
}
