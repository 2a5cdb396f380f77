/// A pit of sand whose deepest point is to be found by digging: the lab scenes, each from a seed.
///
/// All are functions of x and y on the window [0, 6]². The same scene and seed give the same formula
/// on every machine.
///
///     let pit = try Sandpit(.randomPit, seed: 3).expression()
public struct Sandpit: Sendable, Hashable, Codable {
  /// What the bottom of the pit looks like.
  public enum Scene: String, Sendable, Hashable, Codable, CaseIterable {
    /// One well in a slope: −((x − 4.1)² + (y − 0.9)²) − 30 exp(−((x − 1.5)² + (y − 3.7)²)/2.8).
    case intro
    /// A turned lattice of hills and wells, cos-like, with one well twice as deep.
    case manyMinima
    /// Four by four random waves inside a wall.
    case randomPit
    /// The same with rocks: small waves ten times as short.
    case rocks
    /// The same as the random pit with a narrow well.
    case narrowWell
  }

  /// What the bottom looks like.
  public let scene: Scene
  /// What the random coefficients come from.
  public let seed: UInt64

  /// The pit of a scene and a seed; `intro` is the same for every seed.
  public init(_ scene: Scene, seed: UInt64 = 1) {
    self.scene = scene
    self.seed = seed
  }

  /// The sides of the window in both variables.
  public static let side: ClosedRange<Double> = 0...6

  /// The formula, with numbers that read back to the same doubles.
  public var formula: String {
    var generator = SandpitGenerator(seed: seed)
    switch scene {
    case .intro:
      return "-((x - 4.1)^2 + (y - 0.9)^2) - 30*exp(-((x - 1.5)^2 + (y - 3.7)^2)/2.8)"
    case .manyMinima: return Self.lattice(&generator)
    case .randomPit: return Self.waves(&generator) + Self.wall
    case .rocks: return Self.waves(&generator) + Self.rocks(&generator) + Self.wall
    case .narrowWell: return Self.waves(&generator) + Self.wall + Self.well(&generator)
    }
  }

  /// The function of x and y.
  public func expression() throws(ParseError) -> Expression {
    try Expression(formula, variables: ["x", "y"])
  }
}

// MARK: The parts

extension Sandpit {
  /// ((1 − x(x − 6)y(y − 6)/81)^7)/9: flat inside, rising to 1/9 at the sides.
  private static let wall = " + (1 - x*(x - 6)*y*(y - 6)/81)^7/9"

  /// Σ aₙₘ cos(πnx/6 + φ) cos(πmy/6 + ψ), n, m = 0…3, aₙₘ uniform on [0, 1] over (n+1)²(m+1)².
  private static func waves(_ generator: inout SandpitGenerator) -> String {
    waves(&generator, size: 1, frequency: 1)
  }

  /// The same terms at ten times the frequency and a 25th of the size.
  private static func rocks(_ generator: inout SandpitGenerator) -> String {
    " + " + waves(&generator, size: 25, frequency: 10)
  }

  private static func waves(
    _ generator: inout SandpitGenerator, size: Int, frequency: Int
  ) -> String {
    var terms: [String] = []
    for n in 0..<4 {
      for m in 0..<4 {
        let amplitude = generator.uniform()
        let phase = 2 * Double.pi * generator.uniform()
        let otherPhase = 2 * Double.pi * generator.uniform()
        let divisor = size * (n + 1) * (n + 1) * (m + 1) * (m + 1)
        terms.append(
          "\(amplitude)/\(divisor)*cos(\(n * frequency)*pi*x/6 + \(phase))"
            + "*cos(\(m * frequency)*pi*y/6 + \(otherPhase))")
      }
    }
    return terms.joined(separator: " + ")
  }

  /// −0.6 exp(−r²/(2·0.2²)) around a place at least 1 from the sides.
  private static func well(_ generator: inout SandpitGenerator) -> String {
    let x = 1 + 4 * generator.uniform()
    let y = 1 + 4 * generator.uniform()
    return " - 0.6*exp(-((x - \(x))^2 + (y - \(y))^2)/0.08)"
  }

  /// Σᵢⱼ (−1)^(i+j) sinc π(u − i) sinc π(v − j) on a lattice turned about the middle, one well doubled.
  ///
  /// The double sum is the product of two single ones. The lattice is cut at ±6: the window turned by
  /// any angle reaches to ±3√2.
  private static func lattice(_ generator: inout SandpitGenerator) -> String {
    let angle = 2 * Double.pi * generator.uniform()
    let u = "(cos(\(angle))*(x - 3) + sin(\(angle))*(y - 3))"
    let v = "(cos(\(angle))*(y - 3) - sin(\(angle))*(x - 3))"
    // Wells stand where i + j is odd; |i|, |j| ≤ 2 keeps the chosen one inside the window.
    let i = Int(5 * generator.uniform()) - 2
    let parity = (i % 2 == 0) ? 1 : 0
    let j =
      parity == 1 ? 2 * Int(2 * generator.uniform()) - 1 : 2 * Int(3 * generator.uniform()) - 2
    let rows = "sum(k, -6, 6, (-1)^k*sinc(pi*(\(u) - k)))"
    let columns = "sum(k, -6, 6, (-1)^k*sinc(pi*(\(v) - k)))"
    return "\(rows)*\(columns) - sinc(pi*(\(u) - \(i)))*sinc(pi*(\(v) - (\(j))))"
      .replacing("- -", with: "+ ")
  }
}

/// A seeded generator of the sandpits alone, so that their formulas never change (Steele, Lea &
/// Flood 2014).
private struct SandpitGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to but not including 1, with 53 random bits.
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
