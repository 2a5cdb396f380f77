import Testing

@testable import Typesetting

@Suite("Fonts")
struct FontTests {
  @Test("without any font there is an error that names the package")
  func noFont() {
    let error = #expect(throws: TypesettingError.self) {
      try Typesetter(family: .sans, shelf: FontShelf(folders: ["/nowhere"]))
    }
    #expect(
      error?.message
        == "no usable font is installed. Debian/Ubuntu: sudo apt-get install fonts-lato")
  }

  @Test("a missing font is replaced with one warning that names its package")
  func missingFont() throws {
    let shelf = FontShelf(folders: ["/usr/share/fonts/truetype/dejavu"])
    let typesetter = try Typesetter(family: .sans, shelf: shelf)
    for _ in 0..<3 { _ = try typesetter.set("level $1 + 2$", size: 20) }
    #expect(
      typesetter.warnings == [
        "The font Lato-Regular.ttf is not installed; DejaVuSans stands in. "
          + "Debian/Ubuntu: sudo apt-get install fonts-lato"
      ])
  }

  @Test("formulas are set without any mathematical font as well")
  func textFontOnly() throws {
    let shelf = FontShelf(folders: ["/usr/share/fonts/truetype/lato"])
    let typesetter = try Typesetter(family: .sans, shelf: shelf)
    let tex = #"\sqrt{\frac{x^2}{2}} + \left(\sum_{k=1}^n \hat k\right)"#
    let box = try typesetter.setFormula(tex, size: 20, style: .display)
    #expect(box.isConsistent)
    #expect(box.height > 20)
    #expect(typesetter.warnings.count == 1)
  }

  @Test("a file that is no font is passed over")
  func noFontFile() {
    #expect(OpenFont(path: "/etc/passwd") == nil)
    #expect(OpenFont(path: "/usr/share") == nil)
  }

  @Test("digits and a formula open three files at most")
  func fewFiles() throws {
    let typesetter = try Typesetter(family: .sans)
    for label in ["−1", "0", "1", "$f(x, y) = x^2$"] { _ = try typesetter.set(label, size: 20) }
    #expect(
      typesetter.fonts.openFiles.sorted() == [
        "DejaVuMathTeXGyre.ttf", "Lato-Italic.ttf", "Lato-Regular.ttf",
      ])
  }
}
