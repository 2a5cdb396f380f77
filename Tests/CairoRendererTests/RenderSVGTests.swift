import CairoRenderer
import Drawing
import Geometry
import Testing

@Suite struct RenderSVGTests {
  private func svg(_ page: Page) throws -> String {
    String(decoding: try render(page, as: .svg), as: UTF8.self)
  }

  /// The path data of all paths, in order.
  private func paths(_ text: String) -> [Substring] {
    text.matches(of: /\ d="([^"]*)"/).map(\.1)
  }

  @Test("the root says extent, version and role, and is named by title and description")
  func root() throws {
    let text = try svg(Sample.page(1600, 900.5, []))
    let root = try #require(
      text.firstMatch(of: /<svg [^>]*width="1600" height="900.5" viewBox="0 0 1600 900.5"[^>]*>/))
    #expect(root.output.contains(#"version="1.1""#))
    #expect(root.output.contains(#"role="img""#))
    let named = try #require(
      text.firstMatch(of: /aria-labelledby="([a-z][a-z0-9]{4}-t) ([a-z][a-z0-9]{4}-d)"/))
    #expect(text.contains("<title id=\"\(named.1)\">A title</title>"))
    #expect(text.contains("<desc id=\"\(named.2)\">In words.</desc>"))
  }

  @Test("a picture on paper has its extent in points")
  func paper() throws {
    let page = Page(
      width: 100, height: 50, scale: 0.36, unit: .point, background: Sample.white)
    let text = try svg(page)
    #expect(text.contains(#"width="36pt" height="18pt" viewBox="0 0 36 18""#))
    #expect(!text.contains("aria-labelledby") && !text.contains("<title"))
  }

  @Test("title and description are escaped, and what XML forbids is replaced")
  func escaping() throws {
    var page = Sample.page(10, 10, [])
    page.title = "a < b & \"c\" > d\u{1}"
    page.description = "∇f = (2x, 2y)"
    let text = try svg(page)
    #expect(text.contains(">a &lt; b &amp; \"c\" &gt; d\u{FFFD}</title>"))
    #expect(text.contains(">∇f = (2x, 2y)</desc>"))
  }

  @Test("a circle of eight cubics is short and within a hundredth of a pixel of the true one")
  func circle() throws {
    let centre = Point(587.3, 412.8)
    let circle = Sample.circle(centre, radius: 413)
    let text = try svg(
      Sample.page(1200, 900, [.stroke(circle, Sample.blue, LineStyle(width: 2.4))]))
    let data = try #require(paths(text).first)
    #expect(data.utf8.count <= 600)
    #expect(data.first == "M" && data.last == "Z" && !data.contains("  "))
    let numbers = data.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap { Double($0.output) }
    let points = stride(from: 0, to: numbers.count, by: 2).map {
      Point(numbers[$0], numbers[$0 + 1])
    }
    #expect(points.count == 25)
    var worst = 0.0
    for start in stride(from: 0, to: points.count - 1, by: 3) {
      let cubic = CubicCurve(
        points[start], points[start + 1], points[start + 2], points[start + 3])
      for step in 0...64 {
        let radius = cubic.point(at: Double(step) / 64).distance(to: centre)
        worst = max(worst, abs(radius - 413))
      }
    }
    #expect(worst < 0.012)
  }

  @Test("colours are hexadecimal and defaults are left out")
  func attributes() throws {
    let line = Path(line: Point(1, 2), Point(30, 2))
    let text = try svg(
      Sample.page(
        40, 40,
        [
          .stroke(line, Colour(hex: 0x1A2029), LineStyle(width: 1.25, join: .miter)),
          .stroke(
            line, Colour(red: 1, green: 0, blue: 0, alpha: 0.5),
            LineStyle(width: 2, dash: [4, 2.5], cap: .round)),
        ]))
    #expect(text.contains(##"<rect width="40" height="40" fill="#fff"/>"##))
    #expect(
      text.contains(
        ##"<path fill="none" stroke-width="1.25" stroke="#1a2029" "##
          + ##"stroke-miterlimit="10" d="M1 2L30 2"/>"##))
    #expect(
      text.contains(
        ##"stroke-width="2" stroke-linecap="round" stroke-linejoin="round" stroke="#f00" "##
          + ##"stroke-opacity=".5" stroke-dasharray="4 2.5""##))
    #expect(!text.contains("rgb(") && !text.contains("style="))
  }

  @Test("identifiers are those of this picture: every reference has its target, none is Cairo's")
  func identifiers() throws {
    let text = try svg(Sample.mixed)
    let defined = text.matches(of: /\ id="([^"]*)"/).map(\.1)
    #expect(Set(defined).count == defined.count)
    let marks = Set(defined.map { $0.prefix(6) })
    #expect(marks.count == 1)
    let used =
      text.matches(of: /xlink:href="#([^"]*)"/).map(\.1)
      + text.matches(of: /url\(#([^)]*)\)/).map(\.1)
    #expect(used.count > 10)
    #expect(Set(used).isSubset(of: defined))
    #expect(!text.contains("surface") && !text.contains("glyph0"))
    let other = try svg(Sample.other).matches(of: /\ id="([^"]*)"/).map(\.1)
    #expect(Set(other).isDisjoint(with: defined))
  }

  @Test("a clip with a hole is a clip by the even-odd rule where it counts, in the clip path")
  func clips() throws {
    let text = try svg(Sample.mixed)
    #expect(text.contains(/<clipPath id="[^"]*">\n<path clip-rule="evenodd" d="M/))
    #expect(text.contains(/<g clip-path="url\(#[^"]*\)">/))
  }
}
