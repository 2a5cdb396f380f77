/// A colour map for lines and images, between sixteen of its colours.
struct RampScale: Hashable, Sendable {
  private let colours: [OKLab]

  /// The map through `colours`, at equal steps.
  init(_ colours: [UInt32]) { self.colours = colours.map { OKLab(Colour(hex: $0)) } }

  /// The colour at `t`, from 0 to 1.
  func lab(at t: Double) -> OKLab {
    let place = min(max(t.isNaN ? 0 : t, 0), 1) * Double(colours.count - 1)
    let index = min(Int(place), colours.count - 2)
    return colours[index].interpolated(to: colours[index + 1], at: place - Double(index))
  }

  /// The colour at `t`, from 0 to 1.
  func colour(at t: Double) -> Colour { Colour(lab(at: t)) }

  /// Viridis (Smith & van der Walt 2015): 0 is violet, 1 is yellow.
  static let viridis = RampScale([
    0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E, 0x1F988B,
    0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725,
  ])

  /// Cividis (Nuñez, Anderton & Renslow 2018): 0 is blue, 1 is yellow, alike to all readers.
  static let cividis = RampScale([
    0x00224E, 0x002E6C, 0x1E3A6F, 0x35456C, 0x47516C, 0x575D6D, 0x666970, 0x757575, 0x848279,
    0x948E77, 0xA59C74, 0xB7A96E, 0xC8B866, 0xDBC75A, 0xEED649, 0xFEE838,
  ])
}
