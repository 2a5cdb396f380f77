import CFreeType
import Drawing
import Geometry
import Typesetting

/// Pages made by hand, with nothing of the layout in between.
enum Sample {
  static let ink = Colour(hex: 0x1A2029)
  static let blue = Colour(hex: 0x0B5CAD)
  static let white = Colour(hex: 0xFFFFFF)
  static let lato = FontFace(
    path: "/usr/share/fonts/truetype/lato/Lato-Regular.ttf", name: "Lato-Regular")

  /// A page of the given pixels with one stage.
  static func page(_ width: Double, _ height: Double, _ items: [PageItem]) -> Page {
    Page(
      width: width, height: height, scale: 1, unit: .pixel, background: white,
      stages: [Stage(name: "all", items: items)], title: "A title", description: "In words.")
  }

  /// Text in Lato, a cluster for each character, without kerning.
  static func text(_ text: String, size: Double = 20) -> TextBox {
    var library: FT_Library?
    var face: FT_Face?
    FT_Init_FreeType(&library)
    FT_New_Face(library, lato.path, 0, &face)
    defer {
      FT_Done_Face(face)
      FT_Done_FreeType(library)
    }
    guard let face else { return TextBox(width: 0, height: 0, depth: 0) }
    let unitsPerEm = Double(face.pointee.units_per_EM)
    var x = 0.0
    var glyphs: [Glyph] = []
    var clusters: [TextCluster] = []
    for character in text.unicodeScalars {
      let id = FT_Get_Char_Index(face, UInt(character.value))
      FT_Load_Glyph(face, id, Int32(FT_LOAD_NO_SCALE))
      glyphs.append(Glyph(id: id, origin: Point(x, 0)))
      clusters.append(TextCluster(bytes: UTF8.width(character), glyphs: 1))
      x += Double(face.pointee.glyph.pointee.metrics.horiAdvance) * size / unitsPerEm
    }
    let run = GlyphRun(face: lato, size: size, glyphs: glyphs, text: text, clusters: clusters)
    return TextBox(width: x, height: size * 0.8, depth: size * 0.2, runs: [run])
  }

  /// A circle of eight cubics, within 4e-6 of its radius of the true one.
  static func circle(_ centre: Point, radius: Double) -> Path {
    let eighth = 0.5.squareRoot()
    let directions = [
      Point(1, 0), Point(eighth, eighth), Point(0, 1), Point(-eighth, eighth), Point(-1, 0),
      Point(-eighth, -eighth), Point(0, -1), Point(eighth, -eighth), Point(1, 0),
    ]
    // The handles' length is 4/3·tan(angle/4) of the radius, here with the angle π/4.
    let k = radius * 4 / 3 * 0.198_912_367_379_658
    let cubics = zip(directions, directions.dropFirst()).map { from, to in
      let start = centre + radius * from
      let end = centre + radius * to
      return CubicCurve(start, start + k * from.perpendicular, end - k * to.perpendicular, end)
    }
    return Path([Subpath(cubics: cubics, isClosed: true)])
  }

  /// A little of everything.
  static let mixed = page(
    320, 200,
    [
      .fill(Path(circle: Point(80, 100), radius: 60), Colour(hex: 0xDCE6F2)),
      .stroke(circle(Point(80, 100), radius: 60), blue, LineStyle(width: 2.4)),
      .stroke(
        Path(line: Point(10, 190), Point(310, 10)), ink,
        LineStyle(width: 1.2, dash: [6, 4], cap: .round)),
      .clipped(
        circle(Point(240, 100), radius: 40),
        [.fill(Path(Box(x: 200, y: 60, width: 40, height: 80)), blue)]),
      .text(text("Level curves of f(x, y)"), at: Point(20.3, 30.7), angle: 0, ink),
      .text(text("f = 4", size: 15), at: Point(150, 150), angle: -0.4, blue),
    ])

  /// Another picture, to be drawn in between.
  static let other = page(
    100, 100,
    [
      .clipped(
        circle(Point(50, 50), radius: 40),
        [.text(text("other", size: 31), at: Point(10, 50), angle: 0.1, ink)])
    ])
}
