import Drawing
import Testing

@testable import CairoRenderer

@Suite struct SVGFinisherTests {
  private let root = SVGRoot(width: 10, height: 20, unit: .pixel, title: "", description: "")

  private func finish(_ input: String) -> String {
    let text = String(decoding: SVGFinisher.finish(Array(input.utf8), root: root), as: UTF8.self)
    return String(text.drop { $0 != "\n" }.dropFirst())
  }

  @Test(
    "path data is rounded to a hundredth, without needless blanks, zeros and moves",
    arguments: [
      ("M 1 2 L 3 4 ", "M1 2L3 4"),
      ("M 1.005 -2.994 L -0.5 0.25 ", "M1.01-2.99L-.5 .25"),
      ("M 1 2 L 3 4 Z M 1 2 ", "M1 2L3 4Z"),
      ("M 1 2 L 3 4 Z M 1 2 M 5 6 L 7 8 ", "M1 2L3 4ZM5 6L7 8"),
      ("M 5 5 Z M 5 5 ", "M5 5Z"),
      ("M 0.001 -0.004 C 1 2 3 4 -0.999999 600.000001 ", "M0 0C1 2 3 4-1 600"),
      ("", ""),
    ])
  func paths(input: String, output: String) {
    #expect(finish("<path d=\"\(input)\"/>") == "<path d=\"\(output)\"/>\n")
  }

  @Test("the forms of Cairo 1.16 and of 1.18 come out alike")
  func versions() {
    let old = """
      <path style="fill:none;stroke-width:2;stroke-linecap:butt;stroke:rgb(0%,100%,50.2%);\
      stroke-opacity:1;stroke-dasharray:4,3;stroke-miterlimit:10;" d="M 1 2 L 3 4 "/>
      """
    let new = """
      <path fill="none" stroke-width="2" stroke-linecap="butt" stroke="rgb(0%, 100%, 50.2%)" \
      stroke-opacity="1" stroke-dasharray="4 3" stroke-miterlimit="10" d="M 1 2 L 3 4 "/>
      """
    #expect(finish(old) == finish(new))
    #expect(finish(old).contains(##"stroke="#00ff80""##))
  }

  @Test("a glyph's symbol becomes its path, and one that nothing refers to is left out")
  func symbols() {
    let text = finish(
      """
      <symbol overflow="visible" id="glyph0-0">
      <path style="stroke:none;" d="M 9 9 L 9 0 "/>
      </symbol>
      <symbol overflow="visible" id="glyph0-1">
      <path style="stroke:none;" d="M 1 2 L 3 4 "/>
      </symbol>
      <use xlink:href="#glyph0-1" x="50" y="0"/>
      """)
    #expect(text.contains(/^<path id="(\S+)" d="M1 2L3 4"\/>\n<use xlink:href="#\1" x="50"\/>\n$/))
  }

  @Test(
    "text that is no SVG ends without harm",
    arguments: ["", "<", "<a", "<a b", "<a b=", "<a b=\"", "</", "<a b=c>", "<svg", "a>b", "<>"])
  func hostile(input: String) {
    _ = finish(input)
    #expect(finish(input + "<g>").utf8.count < 400)
  }
}
