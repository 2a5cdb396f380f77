import CVector

/// The pale fills of a theme: paper under ink, never darker than text on them can bear.
struct FillScale: Hashable, Sendable {
  /// A place in the cylinder of OKLab: lightness, chroma, hue in degrees.
  struct Tone: Hashable, Sendable {
    let lightness: Double, chroma: Double, hue: Double

    init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
      self.lightness = lightness
      self.chroma = chroma
      self.hue = hue
    }

    var lab: OKLab { OKLab(lightness: lightness, chroma: chroma, hue: hue) }
  }

  /// The sequential scale "shore": the lowest and the highest tone.
  let low: Tone, high: Tone
  /// The diverging scale: the most negative tone, the colour of zero, the most positive tone.
  let negative: Tone, zero: OKLab, positive: Tone

  /// The fill for a value from 0 (lowest) to 1 (highest): a straight line in the cylinder.
  func sequential(_ value: Double) -> Colour {
    let t = min(max(value.isNaN ? 0 : value, 0), 1)
    return Colour(
      OKLab(
        lightness: low.lightness + (high.lightness - low.lightness) * t,
        chroma: low.chroma + (high.chroma - low.chroma) * t,
        hue: low.hue + (high.hue - low.hue) * t)
    ).roundedToBytes
  }

  /// The fill for a signed value from −1 to 1; equal sizes are equally far from paper.
  func diverging(_ value: Double) -> Colour {
    let t = min(max(value.isNaN ? 0 : value, -1), 1)
    let end = t < 0 ? negative : positive
    return Colour(zero.interpolated(to: end.lab, at: pow(abs(t), 0.9))).roundedToBytes
  }

  /// The fill of a face in light from 0 (dark) to 1 (full): its lightness falls by a third.
  func shaded(_ fill: Colour, light: Double) -> Colour {
    var lab = OKLab(fill)
    lab.lightness *= 0.68 + 0.32 * light
    return Colour(lab).roundedToBytes
  }

  static let light = FillScale(
    low: Tone(0.755, 0.095, 250), high: Tone(0.978, 0.030, 100),
    negative: Tone(0.66, 0.125, 252), zero: OKLab(lightness: 0.975, a: 0, b: 0),
    positive: Tone(0.72, 0.135, 52))

  /// Zero is the page's own dark: a lighter middle would look like a brown slab.
  static let dark = FillScale(
    low: Tone(0.215, 0.060, 278), high: Tone(0.485, 0.080, 195),
    negative: Tone(0.47, 0.115, 252), zero: OKLab(Colour(hex: 0x171C23)),
    positive: Tone(0.49, 0.115, 52))

  /// Fills stay at a lightness of 0.82 and more, so that a printer's dots do not eat the text.
  static let paper = FillScale(
    low: Tone(0.82, 0.055, 250), high: Tone(0.99, 0.012, 100),
    negative: Tone(0.82, 0.062, 252), zero: OKLab(lightness: 0.985, a: 0, b: 0),
    positive: Tone(0.82, 0.080, 52))
}
