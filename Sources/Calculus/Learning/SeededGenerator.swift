import CVector

/// A source of random numbers that gives the same ones for the same seed, everywhere.
///
/// xoshiro256** (Blackman & Vigna 2021), its state filled by SplitMix64 (Steele, Lea & Flood 2014).
/// Period 2²⁵⁶ − 1; not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareDeviate: Double?

  /// The generator of a seed; all seeds are good.
  public init(seed: UInt64) {
    var counter = seed
    func fill() -> UInt64 {
      counter &+= 0x9E37_79B9_7F4A_7C15
      var z = counter
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (fill(), fill(), fill(), fill())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let mixed = state.1 &* 5
    let result = ((mixed << 7) | (mixed >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number from 0 up to, not including, 1: a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A normal deviate of mean 0 and variance 1 (Marsaglia's polar method, 1964).
  public mutating func normal() -> Double {
    if let spare = spareDeviate {
      spareDeviate = nil
      return spare
    }
    while true {
      let (u, v) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * CVector.log(square) / square).squareRoot()
      spareDeviate = v * factor
      return u * factor
    }
  }
}
