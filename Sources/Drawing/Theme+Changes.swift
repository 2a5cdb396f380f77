import CVector

/// What a theme of one's own changes of another: colours and weights, and nothing of the layout.
public struct ThemeChanges: Hashable, Sendable {
  /// An end or the middle of the scales of fills.
  public enum Fill: String, Hashable, Sendable, CaseIterable {
    /// The fill of the lowest and of the highest value.
    case low, high
    /// The fills of the most negative value, of zero and of the most positive value.
    case negative, zero, positive
  }

  /// The colours of roles.
  public var roles: [Role: Colour] = [:]
  /// The colours of fills.
  public var fills: [Fill: Colour] = [:]
  /// The factor of the widths of all lines.
  public var lineFactor = 1.0
  /// The colours of values.
  public var colourMap = ColourMap.auto

  /// No change.
  public init() {}
}

extension Theme {
  /// The theme `name` that differs from this one by `changes`.
  public func changed(by changes: ThemeChanges, name: String) -> Theme {
    var theme = self
    theme.name = name
    theme.roles.merge(changes.roles) { $1 }
    theme.lineFactor = changes.lineFactor
    theme.colourMap = changes.colourMap
    theme.fills = fills.changed(by: changes.fills)
    if changes.roles[.paper] != nil { theme.ramp = theme.legiblePart(of: .viridis) }
    return theme
  }

  /// What of the theme cannot be read well, in words: text under 4.5 : 1, lines under 3 : 1.
  public var contrastFaults: [String] {
    var faults: [String] = []
    func check(_ role: Role, on ground: Colour, _ name: String, atLeast wanted: Double) {
      let contrast = colour(role).contrast(to: ground)
      guard contrast < wanted else { return }
      let shown = (contrast * 10).rounded(.down) / 10
      faults.append(
        "'\(role.rawValue)' on \(name) has a contrast of \(shown) : 1; "
          + "it is legible from \(wanted == 3 ? "3" : "4.5") : 1 on")
    }
    for role in [Role.ink, .soft] { check(role, on: paper, "the paper", atLeast: 4.5) }
    for role in [Role.axis, .line, .blue, .orange, .plum, .teal, .crimson] {
      check(role, on: paper, "the paper", atLeast: 3)
    }
    let fills = (-10...10).flatMap { step in
      let t = Double(step) / 10
      return [colour(.divergingFill(t)), colour(.sequentialFill(abs(t)))]
    }
    for (role, least) in [(Role.ink, 4.5), (.curveOverFill, 3)] {
      let worst = fills.min { colour(role).contrast(to: $0) < colour(role).contrast(to: $1) }
      if let worst { check(role, on: worst, "a fill", atLeast: least) }
    }
    return faults
  }
}

extension FillScale {
  /// The scale with other ends.
  fileprivate func changed(by changes: [ThemeChanges.Fill: Colour]) -> FillScale {
    FillScale(
      low: changes[.low].map { Tone($0, near: low.hue) } ?? low,
      high: changes[.high].map { Tone($0, near: high.hue) } ?? high,
      negative: changes[.negative].map { Tone($0, near: negative.hue) } ?? negative,
      zero: changes[.zero].map { OKLab($0) } ?? zero,
      positive: changes[.positive].map { Tone($0, near: positive.hue) } ?? positive)
  }
}

extension FillScale.Tone {
  /// The tone of a colour, its hue within half a turn of another; a grey has that hue.
  fileprivate init(_ colour: Colour, near hue: Double) {
    let lab = OKLab(colour)
    let chroma = hypot(lab.a, lab.b)
    var own = chroma < 0.004 ? hue : atan2(lab.b, lab.a) * 180 / Double.pi
    while own > hue + 180 { own -= 360 }
    while own < hue - 180 { own += 360 }
    self.init(lab.lightness, chroma, own)
  }
}
