import Geometry
import Testing

@testable import Typesetting

@Suite("Layout of formulas")
struct FormulaLayoutTests {
  @Test("a superscript is smaller and stands higher", arguments: FontFamily.allCases)
  func superscript(family: FontFamily) throws {
    let box = try Typesetter(family: family).setFormula("x^2", size: 100)
    let base = try #require(box.glyph(of: "x"))
    let script = try #require(box.glyph(of: "2"))
    #expect(script.size < 0.75 * base.size)
    #expect(script.origin.y < -25 && script.origin.y > -60)
    #expect(script.origin.x > base.origin.x + 40)
  }

  @Test("scripts of the sans family have 72 and 58 per cent")
  func scriptSizes() throws {
    let box = try Typesetter(family: .sans).setFormula("x^{y^z}", size: 100)
    #expect(box.glyph(of: "x")?.size == 100)
    #expect(abs((box.glyph(of: "y")?.size ?? 0) - 72) < 1e-9)
    #expect(abs((box.glyph(of: "z")?.size ?? 0) - 58) < 1e-9)
  }

  @Test(
    "a bar after the name of an operator stands a thin space off", arguments: FontFamily.allCases)
  func barAfterOperator(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    func width(_ tex: String) throws -> Double { try typesetter.setFormula(tex, size: 100).width }
    let gap = try width("\\ln|x|") - width("\\ln") - width("|x|")
    #expect(abs(gap - 100 * 3.0 / 18) < 1e-9)
    #expect(try abs(width("-|x|") - width("-{|x|}")) < 1e-9)
  }

  @Test("an exponent under a root is raised less")
  func cramped() throws {
    let typesetter = try Typesetter(family: .serif)
    let free = try #require(try typesetter.setFormula("x^2", size: 100).glyph(of: "2"))
    let roofed = try #require(try typesetter.setFormula(#"\sqrt{x^2}"#, size: 100).glyph(of: "2"))
    #expect(free.origin.y < roofed.origin.y - 2)
  }

  @Test("scripts above and below stand clear of each other", arguments: FontFamily.allCases)
  func bothScripts(family: FontFamily) throws {
    let box = try Typesetter(family: family).setFormula("x_f^g", size: 100)
    let upper = try #require(box.glyph(of: "g"))
    let lower = try #require(box.glyph(of: "f"))
    #expect(upper.origin.y + 0.2 * upper.size < lower.origin.y - 0.65 * lower.size)
  }

  @Test("the line of a fraction is centred on the minus beside it", arguments: FontFamily.allCases)
  func fractionAxis(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    let fraction = try typesetter.setFormula(#"\frac{x}{y}"#, size: 100)
    let minus = try typesetter.setFormula("-", size: 100)
    let rule = try #require(fraction.rules.first?.box)
    let layout = try #require(
      FormulaLayout(fonts: typesetter.fonts, size: 100, weight: .regular))
    let axis = layout.constants(MathStyle(level: .text)).axisHeight
    #expect(abs(-rule.centre.y - axis) < 1e-9)
    let glyph = try #require(minus.runs.first?.glyphs.first)
    let ink = layout.mathsFont.ink(of: glyph.id)
    #expect(abs((ink.top + ink.bottom) / 2 * layout.mathsEm(MathStyle(level: .text)) - axis) < 1)
  }

  @Test("numerator and denominator are centred and do not touch the line")
  func fractionParts() throws {
    let box = try Typesetter(family: .sans).setFormula(#"\dfrac{x}{y^2+1}"#, size: 100)
    let rule = try #require(box.rules.first?.box)
    let x = try #require(box.glyph(of: "x"))
    #expect(abs(x.origin.x + 0.232 * x.size - rule.centre.x) < 2)
    #expect(x.origin.y < rule.minY - 5)
    let y = try #require(box.glyph(of: "y"))
    #expect(y.origin.y - 0.75 * y.size > rule.maxY)
  }

  @Test("the bar of a root joins its sign and covers the radicand", arguments: FontFamily.allCases)
  func radical(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    let font = try #require(typesetter.fonts.font(.maths))
    for source in [#"\sqrt x"#, #"\sqrt{x^2+y^2}"#, #"\sqrt{\frac{x}{y}}"#] {
      let box = try typesetter.setFormula(source, size: 100)
      let bar = try #require(box.rules.first?.box)
      let sign = try #require(box.glyph(of: "√"))
      let ink = font.ink(of: sign.id)
      #expect(bar.minX < sign.origin.x + ink.right * sign.size)
      #expect(abs(bar.minY - (sign.origin.y - ink.top * sign.size)) < 0.6)
      #expect(abs(bar.maxX - box.width) < 1e-9)
    }
  }

  @Test("delimiters grow with what they enclose and are centred on the axis")
  func delimiters() throws {
    let typesetter = try Typesetter(family: .sans)
    let layout = try #require(FormulaLayout(fonts: typesetter.fonts, size: 100, weight: .regular))
    let axis = layout.constants(MathStyle(level: .text)).axisHeight
    var previous = 0.0
    for content in ["x", #"\frac{x}{y}"#, #"\dfrac{x}{y}"#] {
      let parts = try FormulaParser.parse(Array(content.unicodeScalars)[...])
      let box = layout.delimited(["(", nil], [parts], MathStyle(level: .text), .variables).box
        .textBox(in: typesetter.fonts)
      let parenthesis = try #require(box.glyph(of: "("))
      let ink = layout.mathsFont.ink(of: parenthesis.id)
      let height = (ink.top - ink.bottom) * parenthesis.size
      let centre = (ink.top + ink.bottom) / 2 * parenthesis.size - parenthesis.origin.y
      #expect(height > previous + 10)
      #expect(abs(centre - axis) < 1e-6)
      previous = height
    }
  }

  @Test(
    "a delimiter beyond the largest drawing is assembled from pieces",
    arguments: FontFamily.allCases)
  func assembly(family: FontFamily) throws {
    var tall = "x"
    for _ in 0..<5 { tall = #"\dfrac{\#(tall)}{\#(tall)}"# }
    let box = try Typesetter(family: family).setFormula(#"\left(\#(tall)\right)"#, size: 20)
    let first = try #require(box.runs.first)
    #expect(first.glyphs.count > 3)
    #expect(first.clusters.first?.bytes == 1)
    #expect(box.isConsistent)
  }

  @Test("limits stand over and under a displayed sum, beside one in a line")
  func limits() throws {
    let typesetter = try Typesetter(family: .serif)
    let tex = #"\sum_{k=1}^n a"#
    let inLine = try typesetter.setFormula(tex, size: 100)
    let displayed = try typesetter.setFormula(tex, size: 100, style: .display)
    let sum = try #require(displayed.glyph(of: "∑"))
    let upper = try #require(displayed.glyph(of: "n"))
    #expect(upper.origin.x < sum.origin.x + 100)
    #expect(displayed.height > inLine.height + 30)
    #expect(try #require(inLine.glyph(of: "n")).origin.x > 100)
    let forced = try typesetter.setFormula(#"\sum\limits_{k=1}^n a"#, size: 100)
    #expect(forced.height > inLine.height + 20)
  }

  @Test("a displayed integral is at least two ems tall", arguments: FontFamily.allCases)
  func integral(family: FontFamily) throws {
    let box = try Typesetter(family: family).setFormula(#"\int x"#, size: 100, style: .display)
    #expect(box.height + box.depth > 190)
  }

  @Test("an accent stands over its letter")
  func accent() throws {
    let box = try Typesetter(family: .serif).setFormula(#"\hat{A}"#, size: 100)
    let plain = try Typesetter(family: .serif).setFormula("A", size: 100)
    #expect(box.width == plain.width)
    #expect(box.height > plain.height + 5)
  }

  @Test(
    "spaces are those of TeX's atom classes",
    arguments: [
      ("a+b", "a{+}b", 8.0), ("a=b", "a{=}b", 10.0), ("-b", "{-}b", 0), ("a,b", "a{,}b", 3),
      ("(-b)", "({-}b)", 0), (#"\sin x"#, #"{\sin}x"#, 3), (#"\sin(x)"#, #"{\sin}(x)"#, 0),
      ("|-x|", "|{-}x|", 0), ("|x|-1", "{|x|}{-}1", 8), ("a_{b+c}", "a_{b{+}c}", 0),
      (#"a\,b"#, "ab", 3), (#"a\quad b"#, "ab", 18), ("a:b", "a{:}b", 10), ("x=-1", "x{=}{-}1", 10),
      (#"\frac{1}{2}, x"#, #"{\frac{1}{2}}{,}x"#, 3),
    ])
  func spacing(spaced: String, tight: String, wanted: Double) throws {
    let typesetter = try Typesetter(family: .serif)
    let wide = try typesetter.setFormula(spaced, size: 18).width
    let narrow = try typesetter.setFormula(tight, size: 18).width
    #expect(abs(wide - narrow - wanted) < 1e-6)
  }

  @Test("letters lean into the bearings of the signs after them: f(x) does not fall apart")
  func lean() throws {
    let typesetter = try Typesetter(family: .sans)
    for tex in ["f(x)", "(f)", "V(r)", "F(b)"] {
      let box = try typesetter.setFormula(tex, size: 100)
      let glyphs = box.runs.flatMap { run in run.glyphs.map { (run.face.path, run.size, $0) } }
      for ((path, size, glyph), (_, _, next)) in zip(glyphs, glyphs.dropFirst()) {
        let font = try #require(OpenFont(path: path))
        let end = glyph.origin.x + font.advance(of: glyph.id) * size
        // Readers of a PDF take a twentieth of an em and more for a blank.
        #expect(next.origin.x - end < 4.5, "\(tex)")
      }
    }
  }

  @Test("a hyphen becomes a minus")
  func minus() throws {
    #expect(try Typesetter(family: .sans).setFormula("-1", size: 20).text == "−1")
    #expect(try Typesetter(family: .sans).set("x-y: $x-y$", size: 20).text == "x-y: x−y")
  }

  @Test("variables are italic, digits and names are upright in the sans family")
  func faces() throws {
    let box = try Typesetter(family: .sans).setFormula(#"2x\sin y"#, size: 20)
    #expect(
      box.runs.map(\.face.name) == ["Lato-Regular", "Lato-Italic", "Lato-Regular", "Lato-Italic"])
    #expect(box.runs.map(\.text) == ["2", "x", "sin", "y"])
  }
}

/// A glyph of a box with the size of its run.
struct SizedGlyph {
  let id: UInt32
  let size: Double
  let origin: Point
}

extension TextBox {
  /// The first glyph that shows a character.
  func glyph(of character: Character) -> SizedGlyph? {
    for run in runs {
      var index = 0
      var bytes = Array(run.text.utf8)[...]
      for cluster in run.clusters {
        let text = String(decoding: bytes.prefix(cluster.bytes), as: UTF8.self)
        if text.unicodeScalars.first == character.unicodeScalars.first, index < run.glyphs.count {
          let glyph = run.glyphs[index]
          return SizedGlyph(id: glyph.id, size: run.size, origin: glyph.origin)
        }
        bytes = bytes.dropFirst(cluster.bytes)
        index += cluster.glyphs
      }
    }
    return nil
  }
}
