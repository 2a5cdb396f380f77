import PageProbing
import Plotting
import Testing

@testable import Commands

/// Every figure file of the gallery, those of panels included, in every theme and in every size that
/// has a name: whether its texts can be read, and on a slide whether they are all there.
@Suite struct GalleryLayoutTests {
  private static let sizes = ["slide", "slide-half", "4:3", "square", "column", "page"]

  @Test("no text meets another, is cut, or is smaller than can be read", arguments: galleryFiles)
  func texts(_ name: String) throws {
    let file = try FigureFile.read(
      "\(galleryFolder)/\(name)", in: Catalogue(topics: ToolRun.standard))
    for size in Self.sizes { try check(file, file.kind, size) }
  }

  private func check<Kind: Figure>(_ file: FigureFile, _ kind: Kind.Type, _ size: String) throws {
    var scenes: [Bool: Scene] = [:]
    for theme in Theme.all {
      let request = try file.request(kind, overrides: Self.texts(size: size, theme: theme.name))
      if scenes[theme.isForPaper] == nil {
        scenes[theme.isForPaper] = try request.composed().composition.scene
      }
      guard let scene = scenes[theme.isForPaper] else { return }
      let family = request.options.font ?? theme.family
      let layout = try layOut(
        scene, on: request.setting.canvas, theme: theme,
        typesetter: Typesetter(family: family, palette: theme.textPalette))
      let page = layout.page
      let place = "\(file.path.stem), \(size), \(theme.name)"
      let probe = PageProbe(page)
      #expect(probe.collisions(on: page) == [], "\(place)")
      if size == "slide" {
        #expect(!layout.notices.contains { $0.hasPrefix("left out") }, "\(place)")
      }
      for text in probe.texts { Self.check(text.box, on: request.setting.canvas, place) }
    }
  }

  private static func check(_ box: TextBox, on canvas: Canvas, _ place: String) {
    #expect(!box.text.hasSuffix("…"), "\(place): \(box.text)")
    // 18 px at 1080 lines, 7 pt on paper.
    let least = canvas.unit == .pixel ? 15 : 7 / canvas.scale
    let largest = box.runs.map(\.size).max() ?? 0
    // A fraction stands in for a number in the size of scripts, as in any book.
    #expect(
      largest >= least * (box.rules.isEmpty ? 1 : 0.7), "\(place): \(box.text) of \(largest) u")
  }

  /// What the command line would say: `--size` and `--theme`.
  private static func texts(size: String, theme: String) -> RawTexts {
    var texts = RawTexts()
    for (name, text) in [("size", size), ("theme", theme)] {
      let origin = FigureFileOrigin(path: "a test", key: name, places: [], insets: [])
      texts.take([text], for: name, from: origin)
    }
    return texts
  }
}
