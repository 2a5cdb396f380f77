/// The colour map viridis (Smith & van der Walt 2015), between sixteen of its colours.
enum Viridis {
  private static let colours: [OKLab] = [
    0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E, 0x1F988B,
    0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725,
  ].map { OKLab(Colour(hex: $0)) }

  /// The colour at `t`: 0 is violet, 1 is yellow.
  static func colour(at t: Double) -> Colour {
    let place = min(max(t.isNaN ? 0 : t, 0), 1) * Double(colours.count - 1)
    let index = min(Int(place), colours.count - 2)
    return Colour(colours[index].interpolated(to: colours[index + 1], at: place - Double(index)))
  }
}
