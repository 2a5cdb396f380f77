/// How parameters follow the gradient g.
public enum Optimiser: Hashable, Sendable, Codable {
  /// p ← p − step · g, each block of weights or biases with its own factor 1 + noise · N(0, 1).
  ///
  /// Without noise this is steepest descent; with noise 1 it is what the course's laboratory does.
  case descent(step: Double, noise: Double = 0)
  /// p ← p − v with v ← momentum · v + step · g (Polyak 1964).
  case momentum(step: Double, momentum: Double = 0.9)
  /// p ← p − step · m̂/(√v̂ + 1e-8), m and v the running means of g and g² (Kingma & Ba 2015).
  case adam(step: Double = 0.01, first: Double = 0.9, second: Double = 0.999)

  /// Throws where a setting is outside its range.
  func check() throws(LearningError) {
    switch self {
    case .descent(let step, let noise):
      try Self.check("step", step, isFit: step > 0)
      try Self.check("noise", noise, isFit: noise >= 0)
    case .momentum(let step, let momentum):
      try Self.check("step", step, isFit: step > 0)
      try Self.check("momentum", momentum, isFit: momentum >= 0 && momentum < 1)
    case .adam(let step, let first, let second):
      try Self.check("step", step, isFit: step > 0)
      try Self.check("first", first, isFit: first >= 0 && first < 1)
      try Self.check("second", second, isFit: second >= 0 && second < 1)
    }
  }

  private static func check(
    _ name: String, _ value: Double, isFit: Bool
  ) throws(LearningError) {
    if !isFit || !value.isFinite { throw .badSetting(name, value) }
  }
}
