import Geometry

/// Sets plain text: shaped by HarfBuzz, each character in the first font that has it.
struct TextSetter {
  let fonts: FontCase

  /// The box of `text` in the fonts of `role`.
  func set(_ text: String, role: FontRole, size: Double) -> InkBox {
    var box = InkBox.empty
    var pending = ""
    var pendingFont: OpenFont?
    func flush() {
      guard let font = pendingFont, !pending.isEmpty else { return }
      box.append(InkBox(shaping: pending, in: font, size: size))
      pending = ""
    }
    for character in text {
      guard let visible = character.visible else { continue }
      let font = font(for: visible, role: role)
      if font !== pendingFont {
        flush()
        pendingFont = font
      }
      if font == nil {
        box.append(missing(visible, role: role, size: size))
      } else {
        pending.append(visible)
      }
    }
    flush()
    return box
  }

  /// The first font that has a character: that of the role, or the last resort.
  private func font(for character: Character, role: FontRole) -> OpenFont? {
    let wanted = fonts.font(role)
    if let wanted, wanted.has(character) { return wanted }
    if let font = fonts.font(.lastResort), font.has(character) {
      fonts.warnSubstitute(font, for: character, wanted: wanted)
      return font
    }
    return nil
  }

  /// A frame in the place of a character that no font has: the reader sees that something is
  /// missing, and an invisible blank keeps the character in the text of a PDF.
  private func missing(_ character: Character, role: FontRole, size: Double) -> InkBox {
    fonts.warnNoGlyph(for: character)
    var box = MissingGlyphFrame(size: size).box
    guard let font = fonts.font(role) ?? fonts.font(.lastResort) else { return box }
    box.glyphs = [
      InkGlyph(
        id: font.glyph(for: " ") ?? 0, font: font.number, size: size, origin: .zero,
        text: String(character))
    ]
    return box
  }
}

/// The frame that stands for a missing character.
private struct MissingGlyphFrame {
  let size: Double

  /// An upright frame, 0.5 em wide and 0.7 em high, with a line of 0.05 em.
  var box: InkBox {
    let (left, right, top, line) = (0.06 * size, 0.56 * size, -0.7 * size, 0.05 * size)
    var box = InkBox.space(0.62 * size)
    box.place(Box(minX: left, minY: top, maxX: right, maxY: top + line))
    box.place(Box(minX: left, minY: -line, maxX: right, maxY: 0))
    box.place(Box(minX: left, minY: top + line, maxX: left + line, maxY: -line))
    box.place(Box(minX: right - line, minY: top + line, maxX: right, maxY: -line))
    return box
  }
}

extension OpenFont {
  /// Whether all of a character can be shown: what Unicode calls ignorable needs no glyph.
  func has(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      glyph(for: $0) != nil || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension Character {
  /// The character as it is set: a line break or a tab is a blank, other controls are nothing.
  fileprivate var visible: Character? {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return self
    }
    return isWhitespace ? " " : nil
  }
}
