// The colours of the themes. The ladder of lightness from ink to orange keeps the categories apart
// for colour-blind readers and in grey.

extension Theme {
  /// Ink on white, for slides and screens.
  public static let light = Theme(
    name: "light", family: .sans, isForPaper: false, hasOriginAxes: false, roles: lightRoles,
    fills: .light,
    ramp: 0.04...0.56)

  /// Pale ink on near-black, for dark slides.
  public static let dark = Theme(
    name: "dark", family: .sans, isForPaper: false, hasOriginAxes: false, roles: darkRoles,
    fills: .dark,
    ramp: 0.42...0.95)

  /// Black on white with serifs, for print.
  public static let paper = Theme(
    name: "paper", family: .serif, isForPaper: true, hasOriginAxes: false, roles: paperRoles,
    fills: .paper,
    ramp: 0.04...0.56)

  /// The colours of `light`, for figures in the manner of a textbook.
  public static let textbook = Theme(
    name: "textbook", family: .sans, isForPaper: false, hasOriginAxes: true, roles: lightRoles,
    fills: .light,
    ramp: 0.04...0.56)

  private static func colours(_ table: KeyValuePairs<Role, UInt32>) -> [Role: Colour] {
    var roles: [Role: Colour] = [:]
    for (role, hex) in table { roles[role] = Colour(hex: hex) }
    return roles
  }

  private static let lightRoles = colours([
    .ink: 0x1A2029, .soft: 0x56606E, .axis: 0x5F6977, .line: 0x7D8896, .context: 0xC3CDD8,
    .grid: 0xE3E7EC, .card: 0xF4F6F8, .paper: 0xFFFFFF, .blue: 0x0354AA, .orange: 0xD0680A,
    .plum: 0x7A005D, .teal: 0x0B8178, .crimson: 0xBE1240, .curveOverFill: 0x39434F,
  ])

  private static let darkRoles = colours([
    .ink: 0xEDF0F4, .soft: 0xA7B1BF, .axis: 0x8B96A5, .line: 0x6C7889, .context: 0x38424F,
    .grid: 0x2A313C, .card: 0x1B212B, .paper: 0x12161D, .blue: 0x5AA5F7, .orange: 0xFF9A5C,
    .plum: 0xE0529C, .teal: 0x3FDDB0, .crimson: 0xF4D03F, .curveOverFill: 0xC3CCD8,
  ])

  private static let paperRoles = colours([
    .ink: 0x000000, .soft: 0x333A44, .axis: 0x333A44, .line: 0x7D8896, .context: 0xB4B4B4,
    .grid: 0xDDDDDD, .card: 0xF5F5F5, .paper: 0xFFFFFF, .blue: 0x00488F, .orange: 0xC25A00,
    .plum: 0x6B0052, .teal: 0x0A756D, .crimson: 0xB30F36, .curveOverFill: 0x39434F,
  ])
}
