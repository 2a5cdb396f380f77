import CVector

extension Ticks {
  /// The places of short ticks without numbers in `range`, where a unit is `scale` long.
  ///
  /// On a logarithmic axis they are the multiples of each power of ten, which say that the axis is
  /// one; on others they divide the steps of an axis that has few numbers, and only such a one.
  /// Neighbours are at least five units apart, else there are fewer of them or none.
  func minor(in range: ClosedRange<Double>, scale: Double) -> [Double] {
    let major = ticks(in: range).map(\.value)
    guard scale > 0, scale.isFinite, !isLinear || (2...4).contains(major.count) else { return [] }
    for division in divisions {
      let places = division.places(range).filter { place in
        place >= range.lowerBound && place <= range.upperBound
          && !major.contains { abs($0 - place) < 1e-6 * step }
      }
      guard places.count <= 300 else { continue }
      let all = (places + major).sorted()
      if zip(all, all.dropFirst()).allSatisfy({ ($1 - $0) * scale >= 5 }) { return places }
    }
    return []
  }

  /// A way to divide the steps: from a range to places in it, perhaps with some beside it.
  struct Division {
    let places: (ClosedRange<Double>) -> [Double]

    /// The multiples of a step.
    static func multiples(of step: Double) -> Division {
      Division { range in
        let (first, last) = (range.lowerBound / step, range.upperBound / step)
        guard last - first < 300, abs(first) < 1e9, abs(last) < 1e9 else { return [] }
        return (Int(first.rounded(.down))...Int(last.rounded(.up))).map { Double($0) * step }
      }
    }

    /// The given multiples of each power of ten.
    static func mantissas(_ mantissas: [Int]) -> Division {
      Division { range in
        guard range.upperBound - range.lowerBound < 100, abs(range.lowerBound) < 1e5 else {
          return []
        }
        let powers = Int(range.lowerBound.rounded(.down))...Int(range.upperBound.rounded(.up))
        return powers.flatMap { power in mantissas.map { Double(power) + log10(Double($0)) } }
      }
    }
  }
}
