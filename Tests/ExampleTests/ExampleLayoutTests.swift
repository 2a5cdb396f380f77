import PageProbing
import Plotting
import StandardTopics
import Testing

/// Every example of every figure, laid out: no text may meet another or the edge of the page.
struct ExampleLayoutTests {
  private static let canvases: [(name: String, canvas: Canvas)] = [
    ("slide", .slide), ("half", Canvas(pixelWidth: 800, pixelHeight: 900)),
    ("column", Canvas(pointWidth: 241, pointHeight: 230)),
  ]

  @Test("no text of any example meets another, in any theme and three sizes")
  func noOverlaps() throws {
    var pages = 0
    for topic in standardTopics {
      for figure in topic.figures { try check(figure, pages: &pages) }
    }
    print("layouts: \(pages) pages without an overlap looked for")
    #expect(pages >= 6 * Self.canvases.count * Theme.all.count)
  }

  private func check<Kind: Figure>(_ kind: Kind.Type, pages: inout Int) throws {
    for (index, example) in Kind.examples.enumerated() {
      for (name, canvas) in Self.canvases {
        var setting = Setting()
        setting.canvas = canvas
        for theme in Theme.all {
          setting.isForPaper = theme.isForPaper
          let composition = try ExampleTests.composition(kind, example, in: setting)
          guard let scene = composition.scene else { continue }
          let page = try layOut(
            scene, on: canvas, theme: theme, typesetter: Typesetter(family: theme.family)
          ).page
          let collisions = PageProbe(page).collisions(on: page)
          #expect(collisions == [], "\(Kind.name) \(index + 1), \(name), \(theme.name)")
          pages += 1
        }
      }
    }
  }
}
