import Notation
import Plotting
import Testing

struct FormulasTests {
  private func composition(
    _ formulas: [String], _ change: (inout Formulas) -> Void = { _ in }
  ) throws -> Composition {
    var figure = Formulas()
    figure.formulas = formulas
    change(&figure)
    return try figure.compose(in: Setting())
  }

  private func page(
    _ composition: Composition, _ canvas: Canvas = .slide
  ) throws -> (page: Page, notices: [String]) {
    let layout = try layOut(
      #require(composition.scene), on: canvas, theme: .light,
      typesetter: Typesetter(family: .sans, palette: Theme.light.textPalette))
    return (layout.page, layout.notices)
  }

  private func texts(_ page: Page) -> [(text: TextBox, at: Point)] {
    page.stages.flatMap(\.items).compactMap { item in
      if case .text(let box, let origin, _, _) = item { (box, origin) } else { nil }
    }
  }

  @Test("without a formula it shows sixty in six parts, all on one slide")
  func specimen() throws {
    let composition = try composition([])
    let (page, notices) = try page(composition)
    #expect(notices == [])
    #expect(page.stages.count == 7)
    // A title, sixty formulas and their numbers.
    #expect(texts(page).count == 121)
    #expect(composition.results.text.hasPrefix(#"{"count": 60, "style": "display""#))
    #expect(composition.description.hasPrefix("A specimen of 60 formulas of a calculus course"))
  }

  @Test("formulas of a row stand on one baseline, those of a column begin at one abscissa")
  func rows() throws {
    let tex = [#"\frac{1}{2}"#, "x", #"\sum_{k=0}^n k"#, #"\int_0^1 x\,dx"#]
    let places = texts(try page(composition(tex) { $0.columns = 2 }).page).map(\.at)
    #expect(places[0].y == places[1].y && places[2].y == places[3].y)
    #expect(places[0].x == places[2].x && places[1].x == places[3].x)
    #expect(places[0].y < places[2].y && places[0].x < places[1].x)
  }

  @Test("each formula is a stage, and nothing moves")
  func stages() throws {
    let scene = try #require(try composition(["a", "b", "c"]).scene)
    #expect(scene.stages.map(\.name) == ["formula 1", "formula 2", "formula 3"])
    #expect(scene.title == "")
    #expect(scene.plainTitle == "3 formulas")
  }

  @Test("a display is taller than a line of text, and a number stands before its formula")
  func styles() throws {
    let sum = [#"\sum_{k=0}^n \frac{1}{k}"#]
    let display = texts(try page(composition(sum)).page)[0].text
    let inline = texts(try page(composition(sum) { $0.isInline = true }).page)[0].text
    #expect(display.height > 1.2 * inline.height)
    let numbered = texts(try page(composition(sum) { $0.isNumbered = true }).page)
    #expect(numbered.map(\.text.text)[0] == "1")
    #expect(numbered[0].at.y == numbered[1].at.y && numbered[0].at.x < numbered[1].at.x)
  }

  @Test("what has no room is left out whole, and counted")
  func room() throws {
    let long = Array(repeating: "x + y", count: 120).joined(separator: "+")
    let (page, notices) = try page(composition(["a", long, "b"]))
    #expect(texts(page).map(\.text.text) == ["a", "b"])
    #expect(notices == ["left out for want of room: 1 of 3 formulas"])
    let many = Array(repeating: #"\frac{1}{2}"#, count: 200)
    let column = Canvas(pointWidth: 241, pointHeight: 230)
    let (small, missing) = try self.page(composition(many), column)
    let shown = texts(small).count
    #expect(shown >= 20 && shown < 200)
    #expect(missing == ["left out for want of room: \(200 - shown) of 200 formulas"])
  }

  static let readings = [
    (#"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}"#, "f′(x) = lim_(h → 0) (f(x + h) − f(x))/h"),
    (#"-x^2 + \sqrt{y}"#, "−x^2 + √y"), (#"\sum_{k=1}^{n} \sin k"#, "∑_(k = 1)^n sin k"),
    (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}"#, "(a, b; c, d)^(−1)"),
    (#"\nabla f = (2x,\, 2y)"#, "∇f = (2x, 2y)"), (#"\textcolor{blue}{\vec{v}}"#, "v\u{20D7}"),
    (
      #"|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{else} \end{cases}"#,
      "|x| = {x, if x ≥ 0; −x, else"
    ),
  ]

  @Test("the words of a formula can be read aloud", arguments: readings)
  func words(tex: String, text: String) throws {
    #expect(try Typesetter.plainText(ofFormula: tex) == text)
  }

  @Test("JSON has each formula as it was given")
  func results() throws {
    let results = try composition([#"\frac12"#, "x"]).results
    #expect(
      results.text == #"{"count": 2, "style": "display", "formulas": "#
        + #"[{"number": 1, "tex": "\\frac12", "text": "1/2"}, "#
        + #"{"number": 2, "tex": "x", "text": "x"}]}"#)
  }
}
