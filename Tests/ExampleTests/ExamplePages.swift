import Plotting
import StandardTopics

/// The pages of all examples: every size that has a name and some that have none, in every theme.
enum ExamplePages {
  /// A size of page.
  struct Size {
    let name: String
    let canvas: Canvas

    /// The least that text may measure, in u: 18 px at 1080 lines, 7 pt on paper.
    var leastText: Double { canvas.unit == .pixel ? 15 : 7 / canvas.scale }
  }

  /// A page and what it was made of.
  struct Example {
    let name: String
    let size: Size
    let theme: Theme
    let scene: Scene
    let page: Page
  }

  static let named = [
    Size(name: "slide", canvas: .slide),
    Size(name: "half", canvas: Canvas(pixelWidth: 800, pixelHeight: 900)),
    Size(name: "4:3", canvas: Canvas(pixelWidth: 1200, pixelHeight: 900)),
    Size(name: "square", canvas: Canvas(pixelWidth: 900, pixelHeight: 900)),
    Size(name: "column", canvas: Canvas(pointWidth: 241, pointHeight: 230)),
    Size(name: "page", canvas: Canvas(pointWidth: 482, pointHeight: 312)),
  ]

  static let others = [
    Size(name: "640x480", canvas: Canvas(pixelWidth: 640, pixelHeight: 480)),
    Size(name: "1080x1920", canvas: Canvas(pixelWidth: 1080, pixelHeight: 1920)),
    Size(name: "2000x600", canvas: Canvas(pixelWidth: 2000, pixelHeight: 600)),
    Size(name: "1333x1000", canvas: Canvas(pixelWidth: 1333, pixelHeight: 1000)),
    Size(name: "120x90mm", canvas: Canvas(pointWidth: 340, pointHeight: 255)),
    Size(name: "A4", canvas: Canvas(pointWidth: 595, pointHeight: 842)),
  ]

  /// Shows `body` the pages of all examples that have a picture.
  static func forEach(
    _ sizes: [Size], themes: [Theme] = Theme.all, _ body: (Example) throws -> Void
  ) throws {
    for topic in standardTopics {
      for figure in topic.figures { try visit(figure, sizes, themes, body) }
    }
  }

  private static func visit<Kind: Figure>(
    _ kind: Kind.Type, _ sizes: [Size], _ themes: [Theme], _ body: (Example) throws -> Void
  ) throws {
    for (index, example) in Kind.examples.enumerated() {
      for size in sizes {
        var setting = Setting()
        setting.canvas = size.canvas
        var scenes: [Bool: Scene?] = [:]
        for theme in themes {
          setting.isForPaper = theme.isForPaper
          let scene =
            try scenes[theme.isForPaper]
            ?? ExampleTests.composition(kind, example, in: setting).scene
          scenes[theme.isForPaper] = scene
          guard let scene else { continue }
          let page = try layOut(
            scene, on: size.canvas, theme: theme,
            typesetter: Typesetter(family: theme.family, palette: theme.textPalette)
          ).page
          let name = "\(Kind.name) \(index + 1), \(size.name), \(theme.name)"
          try body(Example(name: name, size: size, theme: theme, scene: scene, page: page))
        }
      }
    }
  }
}
