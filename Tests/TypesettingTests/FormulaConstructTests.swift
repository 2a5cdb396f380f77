import Geometry
import Testing

@testable import Typesetting

@Suite("Constructs of formulas")
struct FormulaConstructTests {
  /// Constructs with the characters that a reader would select.
  static let texts: [(String, String)] = [
    (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "(abcd)"),
    (#"\begin{bmatrix} 1 \\ 2 \\ \end{bmatrix}"#, "[12]"),
    (#"\begin{vmatrix} a & b \\ c \end{vmatrix}"#, "|abc|"),
    (#"\begin{matrix} \end{matrix}"#, ""),
    (#"\begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}"#, "{xx>00else"),
    (#"\begin{aligned} x &= 1 \\ &= 2 \end{aligned}"#, "x=1=2"),
    (#"\begin{array}{l|cr} a & b & c \end{array}"#, "abc"),
    (#"\sum_{\substack{i \\ j}} a"#, "∑ija"),
    (#"\binom{n}{k}"#, "(nk)"),
    (#"\left( a \middle| b \right]"#, "(a|b]"),
    (#"\textcolor{blue}{x} + \color{red} y"#, "x+y"),
    (#"\displaystyle x \textstyle y"#, "xy"),
    (#"\not= \not< \not\in \not\subset"#, "≠≮∉⊄"),
    (#"\overset{!}{=} \underset{n}{\to}"#, "=!→n"),
    (#"\overbrace{ab}^{2} \underbrace{cd}_{n}"#, "ab⏞2cd⏟n"),
    (#"\xrightarrow[b]{a}"#, "a→b"),
    (#"x \bmod 2 \pmod n"#, "xmod2(modn)"),
    (#"\phantom{x}y\boxed{z}"#, "yz"),
    (#"\text{if $x > 0$ then}"#, "if x>0 then"),
    (#"\mathfrak{g}\mathtt{x}\boldsymbol{\alpha}"#, "gxα"),
    (#"\overline{AB}\underline{c}"#, "ABc"),
    (#"\mathop{F}\limits_n \mathrel{R}"#, "FnR"),
    (#"\textbf{a}\textit{b}\mbox{c}"#, "abc"),
    (#"\limsup_n \Pr \arcsin"#, "lim supnPrarcsin"),
  ]

  @Test("a construct shows its characters in reading order", arguments: FontFamily.allCases)
  func characters(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    for (tex, wanted) in FormulaConstructTests.texts {
      for style in [FormulaStyle.inline, .display] {
        let box = try typesetter.setFormula(tex, size: 22, style: style)
        #expect(box.text.elementsEqual(wanted), "\(tex): \(box.text)")
        #expect(box.isConsistent, "\(tex)")
      }
    }
    #expect(typesetter.warnings == [])
  }

  @Test("the columns of a matrix stand side by side, its rows under one another")
  func matrix() throws {
    let tex = #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#
    for family in FontFamily.allCases {
      let box = try Typesetter(family: family).setFormula(tex, size: 100)
      let places = try "abcd".map { try #require(box.glyph(of: $0)).origin }
      #expect(abs(places[0].y - places[1].y) < 1e-9 && abs(places[2].y - places[3].y) < 1e-9)
      #expect(abs(places[2].y - places[0].y - 120) < 1e-6)
      #expect(places[1].x > places[0].x + 130 && places[3].x > places[2].x + 130)
      #expect(try #require(box.glyph(of: "(")).origin.x < places[0].x)
      #expect(try #require(box.glyph(of: ")")).origin.x > places[1].x)
    }
  }

  @Test("tall rows of a matrix do not touch")
  func tallRows() throws {
    let tex = #"\begin{matrix} \dfrac{a}{b} \\ \dfrac{c}{d} \end{matrix}"#
    let typesetter = try Typesetter(family: .serif)
    let fraction = try typesetter.setFormula(#"\dfrac{a}{b}"#, size: 100)
    let box = try typesetter.setFormula(tex, size: 100)
    let lines = box.rules.map(\.box.centre.y)
    #expect(lines.count == 2)
    #expect(lines[1] - lines[0] > fraction.height + fraction.depth + 10)
  }

  @Test("relations of aligned equations stand under one another")
  func aligned() throws {
    let tex = #"\begin{aligned} x + y &= 1 \\ x &> 2 \end{aligned}"#
    let box = try Typesetter(family: .serif).setFormula(tex, size: 100)
    let upper = try #require(box.glyph(of: "="))
    let lower = try #require(box.glyph(of: ">"))
    #expect(abs(upper.origin.x - lower.origin.x) < 1e-6)
  }

  @Test("the delimiter in the middle is as tall as those at the sides")
  func middle() throws {
    let tex = #"\left\{ \dfrac{x}{y} \middle| z \right\}"#
    let typesetter = try Typesetter(family: .serif)
    let box = try typesetter.setFormula(tex, size: 100)
    let font = try #require(typesetter.fonts.font(.maths))
    let brace = font.ink(of: try #require(box.glyph(of: "{")).id)
    let bar = font.ink(of: try #require(box.glyph(of: "|")).id)
    #expect(bar.top - bar.bottom > 0.9 * (brace.top - brace.bottom))
    #expect(bar.top - bar.bottom > 1.5)
  }

  @Test("colours paint their parts and nothing else")
  func colours() throws {
    let typesetter = try Typesetter(family: .serif)
    let tex = #"a \textcolor{#123456}{\frac{b}{c}} {\color[HTML]{ABCDEF} d} e"#
    let box = try typesetter.setFormula(tex, size: 20)
    func paint(_ text: String) -> TextPaint? {
      box.runs.first { $0.text.contains(text) }?.paint
    }
    #expect(paint("a") == nil && paint("e") == nil)
    #expect(paint("b") == TextPaint(hex: 0x123456))
    #expect(paint("c") == TextPaint(hex: 0x123456))
    #expect(paint("d") == TextPaint(hex: 0xABCDEF))
    #expect(box.rules.map(\.paint) == [TextPaint(hex: 0x123456)])
  }

  @Test("a palette says what names of colours mean")
  func palette() throws {
    let palette = TextPalette(names: ["blue", "hero"]) { name in
      name == "hero" ? TextPaint(hex: 7) : nil
    }
    let typesetter = try Typesetter(family: .sans, palette: palette)
    let box = try typesetter.setFormula(#"\textcolor{hero}{x}"#, size: 20)
    #expect(box.runs.map(\.paint) == [TextPaint(hex: 7)])
    let error = #expect(throws: TypesettingError.self) {
      try typesetter.setFormula(#"\textcolor{heroes}{x}"#, size: 20)
    }
    #expect(error?.message == "unknown colour heroes; did you mean hero?")
  }

  @Test("a coloured sign has the spaces of a plain one")
  func colouredSpacing() throws {
    let typesetter = try Typesetter(family: .serif)
    let plain = try typesetter.setFormula("a + b = c", size: 18)
    for tex in [
      #"a \textcolor{blue}{+ b} = c"#, #"a \textcolor{blue}{+} b = c"#, #"a \color{blue} + b = c"#,
    ] {
      #expect(abs(try typesetter.setFormula(tex, size: 18).width - plain.width) < 1e-9)
    }
  }

  @Test("a size switch acts up to the end of its group")
  func sizes() throws {
    let typesetter = try Typesetter(family: .serif)
    let display = try typesetter.setFormula(#"\frac{x}{y}"#, size: 100, style: .display)
    let switched = try typesetter.setFormula(#"{\displaystyle \frac{x}{y}}"#, size: 100)
    #expect(abs(display.height - switched.height) < 1e-9)
    let after = try typesetter.setFormula(#"{\scriptstyle a} b"#, size: 100)
    #expect(try #require(after.glyph(of: "b")).size == 100)
    #expect(try #require(after.glyph(of: "a")).size == 70)
  }

  @Test("a brace covers what it spans and its label stands beyond it")
  func braces() throws {
    for family in FontFamily.allCases {
      let typesetter = try Typesetter(family: family)
      let font = try #require(typesetter.fonts.font(.maths))
      let box = try typesetter.setFormula(
        #"\underbrace{a + b + c + d + e + f + g + h}_{n}"#, size: 100)
      let brace = try #require(box.runs.first { $0.text.contains("⏟") })
      let label = try #require(box.glyph(of: "n"))
      let inks = brace.glyphs.map { glyph in
        (
          glyph.origin.x + font.ink(of: glyph.id).left * brace.size,
          glyph.origin.x + font.ink(of: glyph.id).right * brace.size
        )
      }
      #expect((inks.map(\.0).min() ?? 99) < 5)
      #expect((inks.map(\.1).max() ?? 0) > box.width - 5)
      #expect(label.origin.y > (brace.glyphs.map(\.origin.y).max() ?? 0) + 10)
    }
  }

  @Test("an arrow over letters is as wide as they are")
  func arrows() throws {
    for family in FontFamily.allCases {
      let typesetter = try Typesetter(family: family)
      let narrow = try typesetter.setFormula(#"\overrightarrow{A}"#, size: 100)
      let wide = try typesetter.setFormula(#"\overrightarrow{ABCDE}"#, size: 100)
      #expect(wide.height > 75 && narrow.height > 75)
      #expect(wide.runs.last?.glyphs.count ?? 0 > narrow.runs.last?.glyphs.count ?? 9)
    }
  }

  @Test("a binomial has no line, and its parts stand clear of each other")
  func binomial() throws {
    let box = try Typesetter(family: .serif).setFormula(
      #"\binom{n}{k}"#, size: 100, style: .display)
    #expect(box.rules.isEmpty)
    let upper = try #require(box.glyph(of: "n")).origin.y
    let lower = try #require(box.glyph(of: "k")).origin.y
    #expect(lower - upper > 120)
  }

  @Test("prime, hat and dot keep the baseline of what follows")
  func baselines() throws {
    let box = try Typesetter(family: .sans).setFormula(#"\hat f' \dot x \vec v y"#, size: 20)
    #expect(try #require(box.glyph(of: "y")).origin.y == 0)
    #expect(try #require(box.glyph(of: "x")).origin.y == 0)
  }
}
