extension CriticalPoint.Kind {
  /// The kind by the signs of the eigenvalues; those lost in rounding make it degenerate.
  init(inertia eigenvalues: [Double]) {
    let largest = eigenvalues.reduce(0) { max($0, abs($1)) }
    let noise = 64 * Double(eigenvalues.count) * Double.ulpOfOne * largest
    if eigenvalues.isEmpty || eigenvalues.contains(where: { !(abs($0) > noise) }) {
      self = .degenerate
    } else if eigenvalues.allSatisfy({ $0 > 0 }) {
      self = .minimum
    } else if eigenvalues.allSatisfy({ $0 < 0 }) {
      self = .maximum
    } else {
      self = .saddle
    }
  }
}
