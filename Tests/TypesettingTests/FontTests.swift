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

@Suite("Fonts of the user's")
struct InstalledFontTests {
  private func typesetter(_ name: String) throws -> Typesetter {
    try Typesetter(family: try FontFamily.named(name))
  }

  @Test(
    "a font is found by its name, however it is written, and by its path",
    arguments: [
      ("DejaVu Sans", "DejaVuSans"), ("dejavu-sans", "DejaVuSans"), ("Lato Black", "Lato-Black"),
      ("LM Roman 12", "lmroman12-regular"),
      ("/usr/share/fonts/truetype/lato/Lato-Light.ttf", "Lato-Light"),
    ])
  func names(name: String, face: String) throws {
    #expect(try typesetter(name).set("x", size: 20).runs.map(\.face.name) == [face])
  }

  @Test("a text face brings its own weights and slopes, and borrows the signs")
  func textFace() throws {
    let typesetter = try typesetter("Lato")
    let bold = try typesetter.set("x", size: 20, weight: .bold)
    #expect(bold.runs.map(\.face.name) == ["Lato-Bold"])
    let formula = try typesetter.setFormula(#"\sqrt{x}"#, size: 20)
    #expect(formula.runs.map(\.face.name) == ["DejaVuMathTeXGyre", "Lato-Italic"])
  }

  @Test("a mathematical font sets formulas itself")
  func mathematicalFont() throws {
    let formula = try typesetter("DejaVu Math TeX Gyre").setFormula(#"\sqrt{x} + 1"#, size: 20)
    #expect(formula.runs.map(\.face.name) == ["DejaVuMathTeXGyre"])
  }

  @Test(
    "a name that no font has is an error that says so",
    arguments: [
      ("comic", "no installed font is called comic"),
      ("Dejavu Sanz", "no installed font is called Dejavu Sanz; did you mean DejaVu Sans?"),
      ("/etc/passwd", "there is no font in the file /etc/passwd"),
      ("/dev/zero", "there is no font in the file /dev/zero"),
      ("/usr/share/fonts", "there is no font in the file /usr/share/fonts"),
    ])
  func unknown(name: String, message: String) {
    let error = #expect(throws: TypesettingError.self) { try FontFamily.named(name) }
    #expect(error?.message == message)
  }

  @Test(
    "where a font is not installed the sans family stands in, and says so once",
    arguments: [
      ("comic", "No installed font is called comic; Lato-Regular stands in."),
      (
        "Dejavu Sanz",
        "No installed font is called Dejavu Sanz; did you mean DejaVu Sans? Lato-Regular stands in."
      ),
      ("/etc/passwd", "There is no font in the file /etc/passwd; Lato-Regular stands in."),
    ])
  func standsIn(name: String, warning: String) throws {
    let typesetter = try Typesetter(family: .installed(name))
    let box = try typesetter.set("minimum $f(0)$", size: 20)
    #expect(box.runs.first?.face.name == "Lato-Regular")
    #expect(typesetter.warnings == [warning])
  }

  @Test("words for families read back")
  func words() throws {
    for word in ["sans", "serif", "STIX Two Math"] {
      #expect(FontFamily(rawValue: word)?.rawValue == word)
    }
    #expect(FontFamily(rawValue: "") == nil)
  }
}
