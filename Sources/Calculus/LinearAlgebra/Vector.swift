/// Lengths and products of coordinate lists.
enum Vector {
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The Euclidean length, without overflow of the squares.
  static func length(_ a: [Double]) -> Double {
    let size = a.reduce(0) { max($0, abs($1)) }
    guard size > 0, size.isFinite else { return size }
    return size * a.reduce(0) { $0 + ($1 / size) * ($1 / size) }.squareRoot()
  }

  /// The sum of the sizes.
  static func sum(_ a: [Double]) -> Double { a.reduce(0) { $0 + abs($1) } }

  /// a + t·b.
  static func moved(_ a: [Double], _ t: Double, _ b: [Double]) -> [Double] {
    zip(a, b).map { $0 + t * $1 }
  }
}
