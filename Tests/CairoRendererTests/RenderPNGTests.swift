import CairoRenderer
import Drawing
import Geometry
import Testing

@Suite struct RenderPNGTests {
  private let black = Colour(hex: 0)

  private func image(_ page: Page) throws -> PNGImage {
    try #require(PNGImage(render(page, as: .png)))
  }

  @Test("a page of one colour has that colour in every corner")
  func background() throws {
    var page = Sample.page(7, 5, [])
    page.background = Colour(hex: 0x12_34_56)
    let image = try image(page)
    #expect(image.width == 7 && image.height == 5)
    for (x, y) in [(0, 0), (6, 0), (0, 4), (6, 4), (3, 2)] {
      #expect(image.pixel(x, y) == [0x12, 0x34, 0x56])
    }
  }

  @Test("pictures one pixel wide or high are packed whole", arguments: [(1, 1), (1, 9), (9, 1)])
  func slender(width: Int, height: Int) throws {
    let page = Sample.page(
      Double(width), Double(height),
      [.fill(Path(Box(x: 0, y: 0, width: 9, height: 9)), Sample.blue)])
    let image = try image(page)
    #expect(image.pixel(width - 1, height - 1) == [0x0B, 0x5C, 0xAD])
  }

  @Test("a fill covers whole pixels wholly and half pixels half")
  func coverage() throws {
    let box = Box(minX: 2, minY: 2, maxX: 5.5, maxY: 6)
    let image = try image(Sample.page(10, 10, [.fill(Path(box), black)]))
    #expect(image.pixel(2, 2) == [0, 0, 0])
    #expect(image.pixel(4, 5) == [0, 0, 0])
    #expect(abs(Int(image.pixel(5, 3)[0]) - 128) <= 2)
    #expect(image.pixel(6, 3) == [255, 255, 255])
  }

  @Test("a box in a box of the same sense is a hole by the even-odd rule, in fills and in clips")
  func evenOdd() throws {
    let ring = Path([
      Subpath(polygon: Box(x: 0, y: 0, width: 9, height: 9).corners),
      Subpath(polygon: Box(x: 3, y: 3, width: 3, height: 3).corners),
    ])
    let all = Path(Box(x: 0, y: 0, width: 9, height: 9))
    for item in [PageItem.fill(ring, black), .clipped(ring, [.fill(all, black)])] {
      let image = try image(Sample.page(9, 9, [item]))
      #expect(image.pixel(1, 1) == [0, 0, 0])
      #expect(image.pixel(4, 4) == [255, 255, 255])
    }
  }

  @Test("a stroke is as wide as asked, in page units times the scale")
  func strokes() throws {
    var page = Sample.page(
      20, 10, [.stroke(Path(line: Point(0, 5), Point(20, 5)), black, LineStyle(width: 2))])
    page.scale = 2
    page.pixelsPerUnit = 1.5
    let image = try image(page)
    #expect(image.width == 60 && image.height == 30)
    #expect(abs(image.ink.amount - 60 * 6) < 1)
    #expect(abs(image.ink.y - 15) < 0.01)
  }

  @Test("dashes leave their gaps, and caps reach beyond the ends")
  func dashes() throws {
    func ink(_ style: LineStyle) throws -> Double {
      let line = Path(line: Point(4, 5), Point(24, 5))
      return try image(Sample.page(30, 10, [.stroke(line, black, style)])).ink.amount
    }
    #expect(abs(try ink(LineStyle(width: 2)) - 40) < 0.5)
    #expect(abs(try ink(LineStyle(width: 2, dash: [3, 2])) - 24) < 0.5)
    #expect(abs(try ink(LineStyle(width: 2, cap: .square)) - 44) < 0.5)
    #expect(abs(try ink(LineStyle(width: 2, cap: .round)) - (40 + 3.14)) < 0.5)
  }

  @Test("text moved by a fraction of a pixel has its ink moved by just that")
  func subpixelText() throws {
    func centre(_ x: Double, _ y: Double) throws -> (amount: Double, x: Double, y: Double) {
      let text = PageItem.text(Sample.text("Hamburg"), at: Point(x, y), angle: 0, black)
      return try image(Sample.page(120, 40, [text])).ink
    }
    let here = try centre(10, 30)
    let there = try centre(10.37, 29.81)
    #expect(abs(there.x - here.x - 0.37) < 0.02)
    #expect(abs(there.y - here.y + 0.19) < 0.02)
    #expect(abs(there.amount / here.amount - 1) < 0.01)
  }

  @Test("text is set clockwise about its origin")
  func turnedText() throws {
    let text = Sample.text("Hamburg")
    let quarter = 1.570_796_326_794_896_6
    let level = try image(
      Sample.page(200, 200, [.text(text, at: Point(100, 100), angle: 0, black)]))
    let turned = try image(
      Sample.page(200, 200, [.text(text, at: Point(100, 100), angle: quarter, black)]))
    #expect(abs((turned.ink.y - 100) - (level.ink.x - 100)) < 0.05)
    #expect(abs((turned.ink.x - 100) + (level.ink.y - 100)) < 0.05)
  }

  @Test("text is cut off at the edge and by a clip, and text outside leaves no trace")
  func cutText() throws {
    let text = Sample.text("MMMM", size: 40)
    let across = PageItem.text(text, at: Point(-20, 30), angle: 0, black)
    let clip = Path(Box(x: 0, y: 0, width: 25, height: 40))
    let image = try image(
      Sample.page(
        50, 40,
        [.clipped(clip, [across]), .text(text, at: Point(5000, -900), angle: 1, black)]))
    #expect((0..<40).contains { image.pixel(3, $0) != [255, 255, 255] })
    #expect((0..<40).allSatisfy { image.pixel(30, $0) == [255, 255, 255] })
  }

  @Test("a picture on paper says its density, one on a screen does not")
  func density() throws {
    let page = Page(
      width: 100, height: 50, scale: 0.36, unit: .point, pixelsPerUnit: 300.0 / 72,
      background: Sample.white)
    let paper = try image(page)
    #expect(paper.width == 150 && paper.height == 75)
    let physical = try #require(paper.chunks.first { $0.type == "pHYs" }).data
    #expect(physical == [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1])
    #expect(try !image(Sample.mixed).chunks.contains { $0.type == "pHYs" })
  }

  @Test("only the stages asked for are painted")
  func stages() throws {
    func stage(_ x: Double) -> Stage {
      Stage(
        name: "", items: [.fill(Path(Box(x: x, y: 0, width: 1, height: 1)), black)])
    }
    var page = Sample.page(4, 1, [])
    page.stages = [stage(0), stage(1), stage(2)]
    for (count, inked) in [(nil, 3), (0, 0), (2, 2), (9, 3), (-1, 0)] as [(Int?, Int)] {
      let file = try render(page, as: .png, stageCount: count)
      #expect(try #require(PNGImage(file)).ink.amount.rounded() == Double(inked))
    }
  }

  @Test(
    "a picture beyond the limits is refused with the limit",
    arguments: [
      (40_000.0, 10.0, "a picture of 40000 × 10 is too large; a side may have at most 32767"),
      (
        20_000, 20_000,
        "a picture of 20000 × 20000 pixels is too large; there may be at most 100 million"
      ),
      (
        0, 10,
        "a picture of 0 × 10 has no extent; both sides must be at least one pixel"
      ),
      (
        .nan, 10,
        "a picture of nan × 10 has no extent; both sides must be at least one pixel"
      ),
    ])
  func limits(width: Double, height: Double, message: String) {
    let page = Sample.page(width, height, [])
    let error = #expect(throws: RenderError.self) { try render(page, as: .png) }
    #expect(error?.description == message)
  }
}
