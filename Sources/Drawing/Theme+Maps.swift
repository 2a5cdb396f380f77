// Values as colours: fills are pale, so that ink on them can be read, and lines stand out from the
// paper, whatever the map.

extension Theme {
  /// The theme with other colours for values.
  public func with(_ map: ColourMap) -> Theme {
    var theme = self
    if map != .auto { theme.colourMap = map }
    return theme
  }

  /// The fill of a value from 0 to 1.
  func sequentialFill(_ t: Double) -> Colour {
    switch colourMap {
    case .auto, .shore: fills.sequential(t)
    case .diverging: fills.diverging(2 * Self.share(t) - 1)
    case .viridis, .cividis: pale(t)
    }
  }

  /// The fill of a signed value from −1 to 1.
  func divergingFill(_ t: Double) -> Colour {
    switch colourMap {
    case .auto, .diverging: fills.diverging(t)
    case .shore, .viridis, .cividis: sequentialFill((min(max(t.isNaN ? 0 : t, -1), 1) + 1) / 2)
    }
  }

  /// The face of a surface.
  func shadedFill(_ t: Double, light: Double) -> Colour {
    fills.shaded(sequentialFill(t), light: Self.share(light))
  }

  /// The line of a value from 0 to 1: at least 3 : 1 against the paper.
  func line(_ t: Double) -> Colour {
    let t = Self.share(t)
    switch colourMap {
    case .auto, .viridis: return RampScale.viridis.colour(at: within(ramp, t))
    case .cividis: return RampScale.cividis.colour(at: within(legiblePart(of: .cividis), t))
    case .shore: return shoreLine(t)
    case .diverging:
      let (low, middle, high) = (OKLab(colour(.blue)), OKLab(colour(.soft)), OKLab(colour(.orange)))
      let lab =
        t < 0.5
        ? low.interpolated(to: middle, at: 2 * t) : middle.interpolated(to: high, at: 2 * t - 1)
      return Colour(lab).readable(on: paper, atLeast: 3.05)
    }
  }

  /// A colour of an image without text on it, for a value from 0 to 1.
  func image(_ t: Double) -> Colour {
    switch colourMap {
    case .auto, .viridis: RampScale.viridis.colour(at: Self.share(t))
    case .cividis: RampScale.cividis.colour(at: Self.share(t))
    case .shore, .diverging: sequentialFill(t)
    }
  }

  /// A colour of the map at the lightness and about the strength of the theme's own fills.
  private func pale(_ t: Double) -> Colour {
    let t = Self.share(t)
    guard let ramp = colourMap.ramp else { return fills.sequential(t) }
    var lab = ramp.lab(at: t)
    lab.lightness = within(fills.low.lightness...fills.high.lightness, t)
    // Viridis is about 0.15 strong where it is strongest.
    let strength = fills.low.chroma / 0.15
    lab.a *= strength
    lab.b *= strength
    return Colour(lab).roundedToBytes
  }

  /// Shore as lines: darker than its fills on light paper, lighter on dark.
  private func shoreLine(_ t: Double) -> Colour {
    let lightness = paper.luminance > 0.18 ? 0.34...0.60 : 0.56...0.90
    let lab = OKLab(
      lightness: within(lightness, t), chroma: within(0.11...0.12, t), hue: 262 - 102 * t)
    return Colour(lab).readable(on: paper, atLeast: 3.05)
  }

  /// The part of a map whose colours stand at 3 : 1 against the paper, at its end away from it.
  func legiblePart(of map: RampScale) -> ClosedRange<Double> {
    let isDark = paper.luminance <= 0.18
    var (near, far) = isDark ? (0.0, 1.0) : (1.0, 0.0)
    // Luminance rises along the map: twenty halvings find where the contrast begins.
    for _ in 0..<20 {
      let middle = (near + far) / 2
      if map.colour(at: middle).contrast(to: paper) < 3.1 { near = middle } else { far = middle }
    }
    return isDark ? far...1 : 0...far
  }

  private func within(_ range: ClosedRange<Double>, _ t: Double) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * t
  }
}
