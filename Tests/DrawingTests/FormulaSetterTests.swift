import Geometry
import Testing
import Typesetting

@testable import Drawing

/// Formulas in a column that is too narrow for them.
struct FormulaSetterTests {
  private func block(
    _ terms: [String], width: Double, isHeadline: Bool
  ) throws -> (texts: [String], widest: Double) {
    let flow = TextFlow(typesetter: try Typesetter(family: .sans))
    let setter = FormulaSetter(
      width: width, sizes: .narrow, colour: Theme.light.colour(.ink), flow: flow)
    let items = try setter.block(terms: terms, isHeadline: isHeadline).items
    var (texts, widest): ([String], Double) = ([], 0)
    for case .text(let box, let origin, _, _) in items {
      texts.append(box.text)
      widest = max(widest, origin.x + box.width)
    }
    return (texts, widest)
  }

  private static let wide =
    "\\frac{(1 + x^{2})\\cos x\\,\\sin y - 2x\\sin x\\,\\cos y}{(1 + x^{2})^{2}}"

  @Test("a sum is broken at its signs")
  func broken() throws {
    let terms = ["\\nabla f = (4x(x^{2} + y - 11)", " + 2(x + y^{2} - 7),", "\\; 2y", " + 4xy)"]
    let (texts, widest) = try block(terms, width: 264, isHeadline: false)
    #expect(texts.count == 3)
    #expect(widest <= 264)
    #expect(texts.joined().contains("…") == false)
  }

  @Test("what does not fit at any size is left out, never an ellipsis alone")
  func tooWide() throws {
    let terms = ["f'(x) = " + Self.wide + Self.wide]
    #expect(try block(terms, width: 264, isHeadline: false).texts == [])
    let (texts, widest) = try block(
      ["f(x) = " + Self.wide + Self.wide], width: 264, isHeadline: true)
    #expect(texts == ["f(x)=…"])
    #expect(widest <= 264)
  }

  @Test("the beginning of a long sum stays, with an ellipsis after it")
  func long() throws {
    let terms = ["f(x) = x"] + (2...40).map { " + x^{\($0)}\\sin \($0)x" }
    let (texts, widest) = try block(terms, width: 264, isHeadline: true)
    #expect(texts.count == 4)
    #expect(texts.last == "…")
    #expect(widest <= 264)
  }
}
