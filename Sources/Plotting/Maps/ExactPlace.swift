import Calculus

/// A critical point without rounding: its place, which exact arithmetic proves, and the value there.
struct ExactPlace: Hashable, Sendable {
  /// The coordinates.
  let at: [ExactNumber]
  /// The value of the function, where it has an exact form.
  let value: ExactNumber?

  /// The exact place of a computed critical point; `nil` where none is proved.
  init?(of f: Expression, near point: CriticalPoint) {
    guard let at = ExactNumber.solution(near: point.at, of: f.gradient) else { return nil }
    self.at = at
    value = f.exactValue(at: at)
  }
}
