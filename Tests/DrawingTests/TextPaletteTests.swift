import Drawing
import Testing
import Typesetting

@Suite struct TextPaletteTests {
  @Test("every role can be named in a formula and has its colour, readable on the paper")
  func roles() throws {
    for theme in Theme.all {
      let palette = theme.textPalette
      for role in Role.allCases {
        let paint = try #require(palette.paint(named: role.rawValue))
        let colour = Colour(hex: paint.hex)
        #expect(colour.contrast(to: theme.paper) >= 4.5, "\(theme.name) \(role)")
      }
    }
  }

  @Test("the colours of xcolor are known besides, and readable in every theme")
  func furtherColours() throws {
    for theme in Theme.all {
      for name in ["red", "green", "violet", "black", "white", "yellow"] {
        let paint = try #require(theme.textPalette.paint(named: name))
        #expect(Colour(hex: paint.hex).contrast(to: theme.paper) >= 4.5, "\(theme.name) \(name)")
      }
      #expect(theme.textPalette.paint(named: "no such colour") == nil)
      #expect(theme.textPalette.paint(named: "#12ab9F") == TextPaint(hex: 0x12AB9F))
      #expect(theme.textPalette.paint(named: "#12ab9") == nil)
    }
  }
}
