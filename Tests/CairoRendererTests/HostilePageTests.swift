import CairoRenderer
import Drawing
import Geometry
import Testing
import Typesetting

@Suite struct HostilePageTests {
  private let good = PageItem.fill(Path(Box(x: 2, y: 2, width: 4, height: 4)), Colour(hex: 0))
  private let style = LineStyle(width: 2)

  /// Draws `items` and then a good one, in every format; gives the pixels.
  @discardableResult
  private func draw(_ items: [PageItem]) throws -> PNGImage {
    let page = Sample.page(60, 40, items + [good])
    for format in OutputFormat.allCases { _ = try render(page, as: format) }
    let image = try #require(PNGImage(render(page, as: .png)))
    #expect(image.pixel(3, 3) == [0, 0, 0])
    return image
  }

  @Test(
    "a coordinate that is no number or far away spoils nothing else",
    arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e9, 8_388_608, .leastNonzeroMagnitude])
  func coordinates(wild: Double) throws {
    let line = Path(
      polygon: [Point(30, 10), Point(40, 10), Point(wild, 20), Point(40, 30), Point(30, 30)],
      isClosed: false)
    let cubic = Path([
      Subpath(start: Point(wild, 1), segments: [.cubic(Point(1, wild), Point(9, 9), Point(5, 5))])
    ])
    let text = Sample.text("wild")
    try draw([
      .stroke(line, Sample.blue, style), .fill(line, Sample.blue), .fill(cubic, Sample.blue),
      .stroke(cubic, Sample.blue, LineStyle(width: 1, dash: [1, 1])),
      .text(text, at: Point(wild, 20), angle: 0, Sample.ink),
      .text(text, at: Point(20, 20), angle: wild, Sample.ink),
      .text(Sample.text("wild", size: wild), at: Point(20, 20), angle: 0, Sample.ink),
      .clipped(cubic, [.fill(line, Sample.blue)]),
      .stroke(line, Sample.blue, LineStyle(width: wild)),
      .stroke(Path(line: .zero, .zero), Sample.blue, LineStyle(width: 2, dash: [wild, 1])),
    ])
  }

  @Test("a point that is no number breaks a line, and the rest of it is drawn")
  func brokenLine() throws {
    let line = Path(
      polygon: [Point(30, 10), Point(40, 10), Point(.nan, 20), Point(40, 30), Point(30, 30)],
      isClosed: true)
    let image = try draw([.stroke(line, Sample.blue, style)])
    #expect(image.pixel(35, 10) == [0x0B, 0x5C, 0xAD])
    #expect(image.pixel(35, 30) == [0x0B, 0x5C, 0xAD])
    #expect(image.pixel(40, 20) == [255, 255, 255])
    #expect(image.pixel(30, 20) == [255, 255, 255])
  }

  @Test(
    "dashes that make no sense mean a solid line",
    arguments: [[-1, 2], [0, 0], [.nan, 1], [1e-12, 1e-12], [0]] as [[Double]])
  func dashes(dash: [Double]) throws {
    let line = Path(line: Point(10, 20), Point(50, 20))
    let image = try draw([.stroke(line, Sample.blue, LineStyle(width: 2, dash: dash))])
    #expect((10..<50).allSatisfy { image.pixel($0, 20) == [0x0B, 0x5C, 0xAD] })
  }

  @Test("a dashed line that runs far out takes neither long nor much memory")
  func longDashes() throws {
    let zigzag = Path(
      polygon: (0..<40).map { Point($0.isMultiple(of: 2) ? -1e9 : 1e9, Double($0)) },
      isClosed: false)
    let time = try ContinuousClock().measure {
      try draw([
        .stroke(zigzag, Sample.blue, LineStyle(width: 0.1, dash: [1, 1], cap: .round)),
        .stroke(zigzag, Sample.blue, LineStyle(width: 0.1, dash: [1e-3, 1e-3])),
      ])
    }
    #expect(time < .seconds(2))
  }

  @Test("paths without pieces and clips without extent draw nothing")
  func emptyPaths() throws {
    let image = try draw([
      .fill(Path(), Sample.blue), .stroke(Path(), Sample.blue, style),
      .clipped(Path(), [.fill(Path(Box(x: 0, y: 0, width: 60, height: 40)), Sample.blue)]),
      .stroke(Path([Subpath(start: Point(30, 30), isClosed: true)]), Sample.blue, style),
      .fill(
        Path(Box(x: 0, y: 0, width: 60, height: 40)),
        Colour(red: .nan, green: 0, blue: 0, alpha: .nan)),
    ])
    #expect(image.pixel(30, 30) == [255, 255, 255])
  }

  @Test("clusters that do not fit and glyphs the font has not leave the rest readable")
  func clusters() throws {
    var box = Sample.text("näher")
    let run = box.runs[0]
    let clusterings: [[TextCluster]] = [
      [], [TextCluster(bytes: 2, glyphs: 5), TextCluster(bytes: 4, glyphs: 0)],
      [TextCluster(bytes: 6, glyphs: 4)], [TextCluster(bytes: -6, glyphs: 5)],
      [TextCluster(bytes: .max, glyphs: .max), TextCluster(bytes: .max, glyphs: .max)],
      [TextCluster(bytes: 0, glyphs: 0)] + run.clusters,
    ]
    box.runs = clusterings.map {
      GlyphRun(face: run.face, size: 9, glyphs: run.glyphs, text: run.text, clusters: $0)
    }
    box.runs.append(
      GlyphRun(
        face: run.face, size: 9, glyphs: [Glyph(id: .max, origin: .zero)], text: "a",
        clusters: [TextCluster(bytes: 1, glyphs: 1)]))
    try draw([.text(box, at: Point(10, 20), angle: 0, Sample.ink)])
  }

  @Test("a font file that is missing or no font is named", arguments: OutputFormat.allCases)
  func missingFont(format: OutputFormat) {
    for path in ["/nowhere/Lato.ttf", "/etc/passwd", "/", ""] {
      let run = GlyphRun(
        face: FontFace(path: path, name: "none"), size: 10,
        glyphs: [Glyph(id: 3, origin: .zero)], text: "a",
        clusters: [TextCluster(bytes: 1, glyphs: 1)])
      let box = TextBox(width: 1, height: 1, depth: 0, runs: [run])
      let page = Sample.page(60, 40, [.text(box, at: .zero, angle: 0, Sample.ink)])
      #expect(throws: RenderError(.unreadableFont(path: path))) { try render(page, as: format) }
    }
  }

  @Test("a page of impossible extent is refused", arguments: OutputFormat.allCases)
  func extents(format: OutputFormat) {
    for width in [0, -5, .nan, .infinity, 1e12] {
      #expect(throws: RenderError.self) { try render(Sample.page(width, 10, []), as: format) }
    }
  }
}
