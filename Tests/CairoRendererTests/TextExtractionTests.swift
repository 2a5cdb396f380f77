import CVector
import CairoRenderer
import Drawing
import Geometry
import Testing
import Typesetting

/// Whether poppler's tool is installed.
private let hasExtractor = system("command -v pdftotext >/dev/null 2>&1") == 0

/// What a reader gets who copies text from a PDF, by poppler's `pdftotext`.
@Suite(.enabled(if: hasExtractor, "pdftotext is not installed"))
struct TextExtractionTests {
  /// The text of a formula in a PDF, without blanks at the ends of its lines.
  private func text(
    of tex: String, _ family: FontFamily, options: String = ""
  ) throws -> String {
    let box = try Typesetter(family: family).setFormula(tex, size: 26)
    let item = PageItem.text(box, at: Point(20, 60), angle: 0, Sample.ink)
    let bytes = try render(Sample.page(box.width + 40, 120, [item]), as: .pdf)
    let path = "/tmp/mvplot-extraction-\(getpid())-\(UInt32.random(in: 0..<1_000_000)).pdf"
    defer { unlink(path) }
    guard let file = fopen(path, "wb") else { return "" }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    guard let pipe = popen("pdftotext \(options) \(path) -", "r") else { return "" }
    defer { pclose(pipe) }
    var output: [UInt8] = []
    var next = fgetc(pipe)
    while next != EOF {
      output.append(UInt8(truncatingIfNeeded: next))
      next = fgetc(pipe)
    }
    let text = String(decoding: output, as: UTF8.self)
    return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  @Test(
    "a function and its arguments are one word in the sans family",
    arguments: [
      ("f(x, y)", "f(x, y)"), ("f(x, y) = 2x - 1", "f(x, y) = 2x − 1"), (#"\nabla f(x)"#, "∇f(x)"),
      ("g(f(x))", "g(f(x))"), ("F(b) - F(a)", "F(b) − F(a)"), ("y(t)", "y(t)"),
      ("V(r)", "V(r)"), (#"\lambda(f)"#, "λ(f)"), (#"\mathcal{L}(x, \lambda)"#, "ℒ(x, λ)"),
    ], ["", "-layout"])
  func words(formula: (tex: String, wanted: String), options: String) throws {
    #expect(try text(of: formula.tex, .sans, options: options) == formula.wanted)
  }

  @Test("a letter keeps its accent", arguments: FontFamily.allCases)
  func accents(family: FontFamily) throws {
    #expect(try text(of: #"\dot x = \hat y"#, family) == "ẋ = ŷ")
  }

  @Test("parts of colours of their own read on in their order", arguments: FontFamily.allCases)
  func colours(family: FontFamily) throws {
    let tex = #"\textcolor{blue}{a} + \textcolor{red}{b} = c"#
    #expect(try text(of: tex, family).filter { $0 != " " } == "a+b=c")
  }
}
