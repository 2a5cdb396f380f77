import CVector

/// A colour in OKLab, where equal steps look about equal (Ottosson 2020).
public struct OKLab: Hashable, Sendable {
  /// The lightness: 0 is black, 1 is white.
  public var lightness: Double
  /// From green (negative) to red.
  public var a: Double
  /// From blue (negative) to yellow.
  public var b: Double

  /// The colour with the given coordinates.
  public init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// The colour of a lightness, a chroma and a hue in degrees.
  public init(lightness: Double, chroma: Double, hue: Double) {
    let angle = hue * Double.pi / 180
    self.init(lightness: lightness, a: chroma * cos(angle), b: chroma * sin(angle))
  }

  /// The coordinates of an sRGB colour.
  public init(_ colour: Colour) {
    let r = Colour.linear(colour.red)
    let g = Colour.linear(colour.green)
    let b = Colour.linear(colour.blue)
    let l = cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
    let m = cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
    let s = cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
    self.init(
      lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s)
  }

  /// The point that divides the straight way to `other` at `t`.
  public func interpolated(to other: OKLab, at t: Double) -> OKLab {
    OKLab(
      lightness: lightness + (other.lightness - lightness) * t, a: a + (other.a - a) * t,
      b: b + (other.b - b) * t)
  }
}

extension Colour {
  /// The colour of OKLab coordinates; what sRGB cannot show is cut to its nearest components.
  public init(_ lab: OKLab) {
    let l = lab.lightness + 0.396_337_777_4 * lab.a + 0.215_803_757_3 * lab.b
    let m = lab.lightness - 0.105_561_345_8 * lab.a - 0.063_854_172_8 * lab.b
    let s = lab.lightness - 0.089_484_177_5 * lab.a - 1.291_485_548_0 * lab.b
    let l3 = l * l * l
    let m3 = m * m * m
    let s3 = s * s * s
    self.init(
      red: Self.encoded(4.076_741_662_1 * l3 - 3.307_711_591_3 * m3 + 0.230_969_929_2 * s3),
      green: Self.encoded(-1.268_438_004_6 * l3 + 2.609_757_401_1 * m3 - 0.341_319_396_5 * s3),
      blue: Self.encoded(-0.004_196_086_3 * l3 - 0.703_418_614_7 * m3 + 1.707_614_701_0 * s3))
  }

  /// The linear light of an sRGB component.
  static func linear(_ component: Double) -> Double {
    component <= 0.040_45 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }

  /// The sRGB component of linear light, from 0 to 1.
  static func encoded(_ light: Double) -> Double {
    let component = light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return min(max(component, 0), 1)
  }
}
