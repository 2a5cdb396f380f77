import Testing

@testable import Typesetting

@Suite("Text of formulas")
struct FormulaTextTests {
  /// Formulas with the characters that a reader would select.
  static let texts: [(String, String)] = [
    ("x^2+y^2", "x2+y2"),
    ("e^{-(x^2+y^2)}", "e−(x2+y2)"),
    (#"\frac{x y (x^2-y^2)}{x^2+y^2}"#, "xy(x2−y2)x2+y2"),
    (#"\nabla f = (2x,\; 2y)"#, "∇f=(2x,2y)"),
    ("3(1-x)^2 e^{-x^2-(y+1)^2}", "3(1−x)2e−x2−(y+1)2"),
    (#"\sqrt{x^2+y^2}"#, "√x2+y2"),
    (#"\sqrt[3]{x}"#, "3√x"),
    (#"\sin^2 x"#, "sin2x"),
    (#"|x|"#, "|x|"),
    (#"f''(x)"#, "f″(x)"),
    (#"\lambda\,\partial f/\partial x"#, "λ∂f/∂x"),
    (#"\mathbf{x}\in\mathbb{R}^n"#, "x∈ℝn"),
    (#"\mathcal{L}(x,\lambda)"#, "ℒ(x,λ)"),
    (#"\left(\frac12\right]"#, "(12]"),
    (#"\left.x\right|_0^1"#, "x|10"),
    (#"\lfloor x\rfloor\le\lceil x\rceil"#, "⌊x⌋≤⌈x⌉"),
    (#"\operatorname{argmin}_x f"#, "argminxf"),
    (#"\text{if } x \ge 0"#, "if x≥0"),
    (#"\int_0^\infty e^{-x}\,\mathrm{d}x"#, "∫∞0e−xdx"),
    (#"\overline{z}+\hat x"#, "z+x\u{302}"),
    (#"12.5\degree, 50\%, 1{,}5"#, "12.5°,50%,1,5"),
    (#"x \mapsto x^3 \ne \pm\infty"#, "x↦x3≠±∞"),
    (#"\{a\,:\,b\} \to \langle u, v\rangle"#, "{a:b}→⟨u,v⟩"),
    ("λ≤∞·π−漢", "λ≤∞·π−漢"),
    ("", ""),
    ("^2", "2"),
  ]

  @Test("a formula keeps the characters that it shows", arguments: FontFamily.allCases)
  func characters(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    for (tex, wanted) in FormulaTextTests.texts {
      for style in [FormulaStyle.inline, .display] {
        for weight in [FontWeight.regular, .medium, .bold] {
          let box = try typesetter.setFormula(tex, size: 22, style: style, weight: weight)
          let text = box.text.filter { $0 != "\u{302}" }
          #expect(text.elementsEqual(wanted.filter { $0 != "\u{302}" }), "\(tex)")
          #expect(box.isConsistent, "\(tex)")
        }
      }
    }
  }

  @Test("every symbol that has a name has a glyph in both families", arguments: FontFamily.allCases)
  func symbols(family: FontFamily) throws {
    let typesetter = try Typesetter(family: family)
    for (names, _) in FormulaSymbols.classes {
      for (name, scalar) in names {
        let box = try typesetter.setFormula("\\" + name, size: 20)
        #expect(box.text.unicodeScalars.first == scalar, "\(name)")
        #expect(box.width > 0, "\(name)")
      }
    }
    #expect(typesetter.warnings == [])
  }

  @Test("two typesetters set the same boxes")
  func determinism() throws {
    for (tex, _) in FormulaTextTests.texts {
      let first = try Typesetter(family: .sans).setFormula(tex, size: 26)
      let second = try Typesetter(family: .sans).setFormula(tex, size: 26)
      #expect(first == second)
    }
  }
}
