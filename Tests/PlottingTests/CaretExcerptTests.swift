import Plotting
import Testing

@Suite struct CaretExcerptTests {
  @Test("The caret stands under its code point, or behind the end")
  func position() {
    let excerpt = CaretExcerpt(of: "x+*y", at: 2)
    #expect(excerpt.text == "  x+*y")
    #expect(excerpt.caret == "    ^")
    #expect(CaretExcerpt(of: "x+", at: 2).caret == "    ^")
    #expect(CaretExcerpt(of: "", at: 0).caret == "  ^")
    // An accent that is a code point of its own counts.
    #expect(CaretExcerpt(of: "e\u{301}+", at: 2).caret == "    ^")
  }

  @Test("A place outside the text is moved to its nearer end")
  func outside() {
    #expect(CaretExcerpt(of: "x", at: -5).caret == "  ^")
    #expect(CaretExcerpt(of: "x", at: .max).caret == "   ^")
  }

  @Test("Controls are shown as one blank each")
  func controls() {
    let excerpt = CaretExcerpt(of: "a\t\r\n\u{1B}\u{202E}b", at: 6)
    #expect(excerpt.text == "  a     b")
    #expect(excerpt.caret == "        ^")
  }

  @Test("The caret of a long text stays under its character", arguments: [0, 49, 500, 951, 1000])
  func long(position: Int) {
    let letters = (0..<1000).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) }
    let excerpt = CaretExcerpt(of: String(letters), at: position)
    let shown = Array(excerpt.text)
    #expect(shown.count <= 104)
    if position < letters.count { #expect(shown[excerpt.caret.count - 1] == letters[position]) }
    #expect(excerpt.text.contains("…"))
  }

  @Test("A quoted value is short and on one line")
  func quoted() {
    #expect("a\nb".quoted == "'a b'")
    #expect(String(repeating: "x", count: 1000).quoted.count == 83)
  }
}
