import CVector
import Testing

@testable import Drawing

struct ThemeTests {
  static let textRoles: [Role] = [
    .ink, .soft, .blue, .orange, .plum, .teal, .crimson, .axis, .line, .context,
  ]
  static let lineRoles: [Role] = [
    .ink, .soft, .axis, .line, .blue, .orange, .plum, .teal, .crimson,
  ]

  @Test("text in the colour of any role reads at 4.6 to 1", arguments: Theme.all)
  func textContrast(theme: Theme) {
    for role in Self.textRoles {
      #expect(theme.textColour(.role(role)).contrast(to: theme.paper) >= 4.5, "\(role)")
    }
    for step in 0...20 {
      let colour = theme.textColour(.lineRamp(Double(step) / 20))
      #expect(colour.contrast(to: theme.paper) >= 4.5)
    }
  }

  @Test("lines of the message stand at 3 to 1 against the paper", arguments: Theme.all)
  func lineContrast(theme: Theme) {
    for role in Self.lineRoles {
      #expect(theme.colour(role).contrast(to: theme.paper) >= 3, "\(role)")
    }
    for step in 0...20 {
      #expect(theme.colour(.lineRamp(Double(step) / 20)).contrast(to: theme.paper) >= 3)
    }
  }

  @Test("ink on every fill reads at 5 to 1 and curves over it show at 3 to 1", arguments: Theme.all)
  func inkOnFills(theme: Theme) {
    for step in -20...20 {
      let t = Double(step) / 20
      for fill in [theme.colour(.divergingFill(t)), theme.colour(.sequentialFill(abs(t)))] {
        #expect(theme.colour(.ink).contrast(to: fill) >= 5)
        #expect(theme.colour(.curveOverFill).contrast(to: fill) >= 3)
      }
    }
  }

  @Test(
    "in every map ink on fills reads at 4.5 to 1, lines show at 3 to 1 and lightness tells the order",
    arguments: Theme.all, ColourMap.allCases)
  func maps(theme: Theme, map: ColourMap) {
    let theme = theme.with(map)
    for step in 0...40 {
      let t = Double(step) / 40
      let fills = [
        theme.colour(.sequentialFill(t)), theme.colour(.divergingFill(2 * t - 1)),
      ]
      for fill in fills {
        #expect(theme.colour(.ink).contrast(to: fill) >= 4.5, "\(t)")
        #expect(theme.colour(.curveOverFill).contrast(to: fill) >= 3, "\(t)")
      }
      #expect(theme.colour(.lineRamp(t)).contrast(to: theme.paper) >= 3, "\(t)")
    }
    guard map != .diverging else { return }
    for paint in [Paint.sequentialFill, Paint.lineRamp] {
      let lightness = (0...8).map { OKLab(theme.colour(paint(Double($0) / 8))).lightness }
      #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 }, "\(lightness)")
    }
  }

  @Test("images have the whole of viridis and cividis")
  func images() {
    expectClose(Theme.light.colour(.image(0)), Colour(hex: 0x440154))
    expectClose(Theme.dark.with(.cividis).colour(.image(0)), Colour(hex: 0x00224E))
    expectClose(Theme.paper.with(.cividis).colour(.image(1)), Colour(hex: 0xFEE838))
  }

  @Test("the fills are those that were chosen by eye")
  func fillsAsChosen() {
    let shore = [0x81B4EA, 0x7DC5E5, 0x86D2DD, 0x9BDDD4, 0xB6E5CE, 0xD1ECCE, 0xE9F2D5, 0xFCF9E2]
    for (index, hex) in shore.enumerated() {
      expectClose(
        Theme.light.colour(.sequentialFill(Double(index) / 7)), Colour(hex: UInt32(hex)))
    }
    expectClose(Theme.light.colour(.divergingFill(1)), Colour(hex: 0xE68A4E))
    expectClose(Theme.light.colour(.divergingFill(-1)), Colour(hex: 0x5596DC))
    expectClose(Theme.light.colour(.divergingFill(0)), Colour(hex: 0xF7F7F7))
    expectClose(Theme.dark.colour(.divergingFill(0)), Colour(hex: 0x171C23))
    expectClose(Theme.light.textColour(.role(.orange)), Colour(hex: 0xBC5500), within: 4)
  }

  @Test("equal sizes of either sign are equally far from zero's colour")
  func divergingFillsAreEven() {
    for step in 1...10 {
      let t = Double(step) / 10
      let zero = OKLab(Theme.dark.colour(.divergingFill(0)))
      let below = OKLab(Theme.dark.colour(.divergingFill(-t)))
      let above = OKLab(Theme.dark.colour(.divergingFill(t)))
      #expect(abs((below.lightness - zero.lightness) - (above.lightness - zero.lightness)) < 0.03)
    }
  }

  @Test(
    "categories and ink stay apart in grey: their lightness makes a ladder", arguments: Theme.all)
  func ladderOfLightness(theme: Theme) {
    let roles: [Role] = [.ink, .blue, .orange, .plum, .teal, .crimson]
    let ladder = roles.map { role in
      116 * pow(theme.colour(role).luminance, 1.0 / 3) - 16
    }.sorted()
    #expect(zip(ladder, ladder.dropFirst()).allSatisfy { $1 - $0 >= 4 }, "\(ladder)")
  }

  @Test("themes are found by their names, and no others are")
  func names() {
    #expect(Theme.names == ["light", "dark", "paper", "textbook"])
    #expect(Theme.named("paper")?.family == .serif)
    #expect(Theme.named("paper")?.isForPaper == true)
    #expect(Theme.named("Dark") == nil)
  }

  @Test("sRGB survives the way through OKLab")
  func roundTrip() {
    for hex in [0x000000, 0xFFFFFF, 0x0354AA, 0xD0680A, 0x7A005D, 0x12161D] as [UInt32] {
      expectClose(Colour(OKLab(Colour(hex: hex))), Colour(hex: hex), within: 0.01)
    }
  }

  private func expectClose(_ a: Colour, _ b: Colour, within steps: Double = 1.5) {
    let distance = max(abs(a.red - b.red), abs(a.green - b.green), abs(a.blue - b.blue)) * 255
    #expect(distance <= steps, "\(a) is not \(b)")
  }
}

extension Theme: CustomTestStringConvertible {
  /// The name is enough to tell a failure.
  public var testDescription: String { name }
}
