import Typesetting

extension Theme {
  /// The colours that formulas know by name: the roles, then those of xcolor, all readable on the
  /// paper.
  public var textPalette: TextPalette {
    let text: [Role] = [.ink, .soft, .blue, .orange, .plum, .teal, .crimson]
    let roles = text + Role.allCases.filter { !text.contains($0) }
    let names = roles.map(\.rawValue)
    let further = TextPalette.standard.names.filter { !names.contains($0) }
    return TextPalette(names: names + further) { name in
      if let role = Role(rawValue: name) {
        return TextPaint(hex: textColour(.role(role)).hex)
      }
      return TextPalette.standard.paint(named: name).map {
        TextPaint(hex: Colour(hex: $0.hex).readable(on: paper).hex)
      }
    }
  }
}

extension Colour {
  /// The number like `0x1A2029` that is nearest to the colour.
  fileprivate var hex: UInt32 {
    func byte(_ component: Double) -> UInt32 {
      UInt32((min(max(component.isNaN ? 0 : component, 0), 1) * 255).rounded())
    }
    return byte(red) << 16 | byte(green) << 8 | byte(blue)
  }
}
