import Drawing
import Testing

/// The ladder of categories for readers of other vision, and in grey.
struct ColourVisionTests {
  private static let categories: [Role] = [.ink, .blue, .orange, .plum, .teal, .crimson]

  private func pairs(_ roles: [Role]) -> [(Role, Role)] {
    roles.indices.flatMap { a in roles[..<a].map { ($0, roles[a]) } }
  }

  @Test("the distances of known colours are those of CAM02-UCS")
  func reference() {
    // Computed with colorspacious 1.1.2 (sRGB255 to CAM02-UCS).
    let pairs: [(UInt32, UInt32, Double)] = [
      (0x0354AA, 0xD0680A, 64.59), (0x1A2029, 0x7A005D, 35.15), (0x0B8178, 0xBE1240, 57.95),
      (0xFFFFFF, 0x000000, 100.02),
    ]
    for (a, b, wanted) in pairs {
      let distance = ColourVision.normal.distance(Colour(hex: a), Colour(hex: b))
      #expect(abs(distance - wanted) < 0.3, "\(distance) for \(wanted)")
    }
  }

  @Test("four categories and ink stay far apart in every vision", arguments: Theme.all)
  func categoriesAreApart(theme: Theme) {
    for vision in ColourVision.allCases {
      for (a, b) in pairs(Array(Self.categories.prefix(5))) {
        let distance = vision.distance(theme.colour(a), theme.colour(b))
        #expect(distance >= 11, "\(theme.name), \(vision): \(a) and \(b)")
      }
      for (a, b) in pairs(Self.categories) {
        let distance = vision.distance(theme.colour(a), theme.colour(b))
        #expect(distance >= 10, "\(theme.name), \(vision): \(a) and \(b)")
      }
      #expect(vision.distance(theme.colour(.blue), theme.colour(.orange)) >= 15)
    }
  }

  @Test("in grey the categories are steps of lightness", arguments: Theme.all)
  func greySteps(theme: Theme) {
    let steps = Self.categories.map { ColourVision.lightness(theme.colour($0)) }.sorted()
    for (a, b) in zip(steps, steps.dropFirst()) { #expect(b - a >= 4) }
    let blue = ColourVision.lightness(theme.colour(.blue))
    let orange = ColourVision.lightness(theme.colour(.orange))
    #expect(abs(blue - orange) >= 6.5)
  }
}
