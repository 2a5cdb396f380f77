import Testing

@testable import Typesetting

@Suite("Plain text")
struct PlainTextTests {
  @Test("more letters are wider", arguments: FontFamily.allCases)
  func widthGrows(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    var previous = 0.0
    for text in ["l", "le", "lev", "leve", "level", "level c", "level curve"] {
      let width = try typesetter.set(text, size: 20).width
      #expect(width > previous)
      previous = width
    }
  }

  @Test("A and V are kerned: nearer than their advances", arguments: FontFamily.allCases)
  func kerning(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    let pair = try typesetter.set("AV", size: 20).width
    let single = try typesetter.set("A", size: 20).width + typesetter.set("V", size: 20).width
    #expect(pair < single - 0.5)
  }

  @Test("twice the size is twice the width, height and depth")
  func scaling() throws {
    let typesetter = try Typesetter(family: .sans)
    let small = try typesetter.set("gradient", size: 11)
    let large = try typesetter.set("gradient", size: 22)
    #expect(abs(large.width - 2 * small.width) < 1e-9)
    #expect(abs(large.height - 2 * small.height) < 1e-9)
    #expect(abs(large.depth - 2 * small.depth) < 1e-9)
  }

  @Test("height and depth are those of the ink")
  func ink() throws {
    let typesetter = try Typesetter(family: .sans)
    let low = try typesetter.set("x", size: 20)
    let tall = try typesetter.set("d", size: 20)
    let deep = try typesetter.set("p", size: 20)
    #expect(low.depth < 0.5)
    #expect(tall.height > low.height + 3)
    #expect(deep.depth > low.depth + 3)
    #expect(try typesetter.set("   ", size: 20).height == 0)
  }

  @Test("a hyphen outside a formula stays a hyphen")
  func hyphen() throws {
    let typesetter = try Typesetter(family: .sans)
    #expect(try typesetter.set("Newton-Raphson", size: 20).text == "Newton-Raphson")
  }

  @Test("an escaped dollar is a dollar")
  func dollar() throws {
    let typesetter = try Typesetter(family: .sans)
    #expect(try typesetter.set(#"\$5"#, size: 20).text == "$5")
  }

  @Test("control characters are nothing, line breaks are blanks")
  func controls() throws {
    let typesetter = try Typesetter(family: .sans)
    #expect(try typesetter.set("a\u{0}b\u{7}c\nd\te", size: 20).text == "abc d e")
  }

  @Test("a character that Lato lacks comes from DejaVu Sans, with one note")
  func fallback() throws {
    let typesetter = try Typesetter(family: .sans)
    _ = try typesetter.set("⇒", size: 25)
    let box = try typesetter.set("a⇒b", size: 20)
    #expect(box.runs.map(\.face.name) == ["Lato-Regular", "DejaVuSans", "Lato-Regular"])
    #expect(
      typesetter.warnings == ["Lato-Regular has no character ⇒ (U+21D2); DejaVuSans shows it."])
  }

  @Test("a character that no font has is a frame, keeps its text and is warned of once")
  func missingGlyph() throws {
    let typesetter = try Typesetter(family: .sans)
    let box = try typesetter.set("漢 and 漢", size: 20)
    #expect(box.text == "漢 and 漢")
    #expect(box.rules.count == 8)
    #expect(
      typesetter.warnings == [
        "No installed font has the character 漢 (U+6F22); a frame stands in its place."
      ])
  }

  @Test("characters that are missing alike share a note")
  func missingGlyphs() throws {
    let typesetter = try Typesetter(family: .sans)
    _ = try typesetter.set("漢字 ⇒ ⇐ 等高线図形曲", size: 20)
    #expect(
      typesetter.warnings == [
        "No installed font has the characters 漢 (U+6F22), 字 (U+5B57), 等 (U+7B49), 高 (U+9AD8), "
          + "线 (U+7EBF), 図 (U+56F3) and 2 more; frames stand in their places.",
        "Lato-Regular has no characters ⇒ (U+21D2), ⇐ (U+21D0); DejaVuSans shows them.",
      ])
  }

  @Test("clusters add up to the text and to the glyphs", arguments: FontFamily.allCases)
  func clusters(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    for text in ["office", "naïve e\u{301}", "−1.5", "漢字", "🙂", "שלום", "λ ∇ ⇒", ""] {
      let box = try typesetter.set(text, size: 20)
      #expect(box.text == text)
      for run in box.runs { #expect(run.isConsistent) }
    }
  }

  @Test("all weights exist and bold is wider than regular")
  func weights() throws {
    let typesetter = try Typesetter(family: .sans)
    let regular = try typesetter.set("level", size: 20).width
    let medium = try typesetter.set("level", size: 20, weight: .medium).width
    let bold = try typesetter.set("level", size: 20, weight: .bold).width
    #expect(regular < medium && medium < bold)
  }
}

extension GlyphRun {
  /// Whether the clusters cover the text and the glyphs.
  var isConsistent: Bool {
    clusters.reduce(0) { $0 + $1.bytes } == text.utf8.count
      && clusters.reduce(0) { $0 + $1.glyphs } == glyphs.count
  }
}
