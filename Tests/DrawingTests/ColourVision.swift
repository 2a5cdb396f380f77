import CVector
import Drawing

/// How colours look to readers of other vision, and how far apart they then are.
///
/// The simulation is that of Machado, Oliveira & Fernandes (2009) at severity 100 in linear light;
/// distances are those of CAM02-UCS (Luo, Cui & Li 2006) under the conditions of sRGB, in which a
/// step of 1 is about a just noticeable one.
enum ColourVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The distance between two colours as this vision sees them.
  func distance(_ a: Colour, _ b: Colour) -> Double {
    let (first, second) = (appearance(of: a), appearance(of: b))
    return sqrt(zip(first, second).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  /// The lightness L* of a colour in grey.
  static func lightness(_ colour: Colour) -> Double {
    let y = colour.luminance
    return y > 216.0 / 24389 ? 116 * cbrt(y) - 16 : y * 24389 / 27
  }

  private static func apply(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }

  private static func linear(_ component: Double) -> Double {
    component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }

  private static let toXYZ = [
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
  ]
  private static let toCAT02 = [
    [0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834],
  ]
  /// From CAT02 to Hunt–Pointer–Estevez: the product of the two matrices of CIECAM02.
  private static let toCones = [
    [0.7409792, 0.2180250, 0.0410058], [0.2853532, 0.6242014, 0.0904454],
    [-0.0096280, -0.0056980, 1.0153260],
  ]

  /// J′, a′, b′ of CAM02-UCS for L_A = 64/π/5, Y_b = 20, average surround, D65.
  private func appearance(of colour: Colour) -> [Double] {
    let light = [colour.red, colour.green, colour.blue].map(Self.linear)
    let seen = Self.apply(matrix, light).map { min(max($0, 0), 1) }
    let white = Self.apply(Self.toCAT02, [95.047, 100, 108.883])
    let adapting = 64 / Double.pi / 5
    let degree = 1 - exp((-adapting - 42) / 92) / 3.6
    let k = 1 / (5 * adapting + 1)
    let k4 = k * k * k * k
    let level = 0.2 * k4 * 5 * adapting + 0.1 * (1 - k4) * (1 - k4) * cbrt(5 * adapting)
    let n = 20.0 / 100
    let induction = 0.725 * pow(1 / n, 0.2)
    let z = 1.48 + sqrt(n)
    func compressed(_ xyz: [Double]) -> [Double] {
      let sharp = Self.apply(Self.toCAT02, xyz)
      let adapted = zip(sharp, white).map { $0 * (degree * 100 / $1 + 1 - degree) }
      return Self.apply(Self.toCones, adapted).map { value in
        let x = pow(level * abs(value) / 100, 0.42)
        return (value < 0 ? -1 : 1) * 400 * x / (x + 27.13) + 0.1
      }
    }
    func achromatic(_ cones: [Double]) -> Double {
      (2 * cones[0] + cones[1] + cones[2] / 20 - 0.305) * induction
    }
    let cones = compressed(Self.apply(Self.toXYZ, seen.map { $0 * 100 }))
    let a = cones[0] - 12 * cones[1] / 11 + cones[2] / 11
    let b = (cones[0] + cones[1] - 2 * cones[2]) / 9
    let hue = atan2(b, a)
    let whiteSignal = achromatic(compressed([95.047, 100, 108.883]))
    let j = 100 * pow(max(achromatic(cones), 0) / whiteSignal, 0.69 * z)
    let eccentricity = (cos(hue + 2) + 3.8) / 4
    let t =
      50000.0 / 13 * induction * eccentricity * hypot(a, b)
      / (cones[0] + cones[1] + 1.05 * cones[2])
    let chroma = pow(t, 0.9) * sqrt(j / 100) * pow(1.64 - pow(0.29, n), 0.73)
    let colourfulness = chroma * pow(level, 0.25)
    let m = log(1 + 0.0228 * colourfulness) / 0.0228
    return [1.7 * j / (1 + 0.007 * j), m * cos(hue), m * sin(hue)]
  }
}
