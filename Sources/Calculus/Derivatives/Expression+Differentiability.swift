extension Expression {
  /// Whether the function has its derivative at a point, as far as rounding tells.
  ///
  /// Formulas give |x| the slope 0 at its kink, where there is none. Chords along the axes to both sides
  /// have to rise as the gradient says, or come nearer to it faster than their length shrinks: at a
  /// kink the gap stays in proportion. A chord that leaves the domain says nothing.
  public func isDifferentiable(at point: [Double]) -> Bool {
    guard point.count == variables.count else { return false }
    let outputs = Program([self] + gradient).values(at: point)
    guard outputs.allSatisfy(\.isFinite) else { return false }
    let (value, slopes) = (outputs[0], Array(outputs.dropFirst()))
    let values = PointEvaluator(Program([self]))
    let size = slopes.reduce(1) { max($0, abs($1)) }
    /// The distance of f from its tangent after a step along an axis.
    func gap(_ index: Int, _ step: Double) -> Double {
      var place = point
      place[index] += step
      // The step that was taken in doubles, not the one that was meant.
      return abs(
        values.values(at: place)[0] - value - (place[index] - point[index]) * slopes[index])
    }
    /// Whether the gap closes to one side; true where no length of chords tells.
    func closes(_ index: Int, _ side: Double) -> Bool {
      let noise = 8 * value.ulp
      var isOpen = false
      for part in [1e-6, 1e-9, 1e-12] {
        let step = side * part * max(1, abs(point[index]))
        let far = gap(index, step)
        guard far.isFinite, noise <= 1e-3 * size * abs(step) else { continue }
        if far <= 1e-3 * size * abs(step) || gap(index, step / 8) <= far / 12 + noise {
          return true
        }
        isOpen = true
      }
      return !isOpen
    }
    return point.indices.allSatisfy { closes($0, 1) && closes($0, -1) }
  }
}
