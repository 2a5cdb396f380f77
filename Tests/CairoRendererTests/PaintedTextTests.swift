import CairoRenderer
import Drawing
import Geometry
import Testing
import Typesetting

@Suite struct PaintedTextTests {
  @Test("parts of a text have colours of their own in every format")
  func colours() throws {
    let typesetter = try Typesetter(family: .sans)
    let box = try typesetter.setFormula(
      #"\textcolor{#FF0000}{\frac{1}{2}} + x"#, size: 60, style: .display)
    let item = PageItem.text(box, at: Point(10, 90), angle: 0, Colour(hex: 0x0000FF))
    let page = Sample.page(box.width + 20, 180, [item])
    let svg = String(decoding: try render(page, as: .svg), as: UTF8.self)
    #expect(svg.contains("#f00") && svg.contains("#00f"))
    let image = try #require(PNGImage(try render(page, as: .png)))
    var (red, blue) = (0, 0)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let pixel = image.pixel(x, y)
        if pixel == [255, 0, 0] { red += 1 }
        if pixel == [0, 0, 255] { blue += 1 }
      }
    }
    #expect(red > 50 && blue > 50)
  }
}
