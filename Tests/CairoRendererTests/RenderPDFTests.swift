import CairoRenderer
import Drawing
import Geometry
import Testing

@Suite struct RenderPDFTests {
  /// The file as Latin-1 text.
  private func text(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The contents of all streams, as far as they are compressed text.
  private func streams(_ file: [UInt8]) -> String {
    let start = Array("stream\n".utf8)
    var result = ""
    var place = 0
    while let range = file[place...].firstRange(of: start) {
      let end = file[range.upperBound...].firstRange(of: Array("\nendstream".utf8))
      let packed = Array(file[range.upperBound..<(end?.lowerBound ?? file.endIndex)])
      result += PNGImage.inflate(packed, to: 1 << 20, exactly: false).map(text) ?? ""
      place = end?.upperBound ?? file.endIndex
    }
    return result
  }

  @Test("a pixel is three quarters of a point, a point is a point")
  func extent() throws {
    let slide = text(try render(Sample.page(1600, 900, []), as: .pdf))
    #expect(slide.contains(/MediaBox \[ 0 0 1200 675 \]/))
    let paper = Page(width: 100, height: 50, scale: 0.36, unit: .point, background: Sample.white)
    #expect(text(try render(paper, as: .pdf)).contains(/MediaBox \[ 0 0 36 18 \]/))
  }

  @Test("title, subject and a date that never changes are in the metadata")
  func metadata() throws {
    let file = text(try render(Sample.mixed, as: .pdf))
    #expect(file.contains("/Title (A title)"))
    #expect(file.contains("/Subject (In words.)"))
    #expect(file.contains("/Creator (mvplot)"))
    #expect(file.contains("/CreationDate (20000101000000Z"))
  }

  @Test("glyphs are mapped to the characters they stand for")
  func characters() throws {
    let box = Sample.text("xyz∇")
    let file = try render(
      Sample.page(90, 40, [.text(box, at: Point(5, 30), angle: 0, Sample.ink)]), as: .pdf)
    let mapping = streams(file)
    #expect(mapping.contains("beginbfchar") || mapping.contains("beginbfrange"))
    #expect(mapping.contains("<0078>"))
    #expect(mapping.contains("<2207>"))
  }

  @Test("a build-up has a sheet for each stage, and a page without stages has one")
  func builds() throws {
    var page = Sample.mixed
    let items = page.stages[0].items
    page.stages = items.map { Stage(name: "one more", items: [$0]) }
    #expect(text(try renderBuildUp(page)).contains("/Count \(items.count)\n"))
    page.stages = []
    #expect(text(try renderBuildUp(page)).contains("/Count 1\n"))
    #expect(text(try render(Sample.mixed, as: .pdf)).contains("/Count 1\n"))
  }
}
