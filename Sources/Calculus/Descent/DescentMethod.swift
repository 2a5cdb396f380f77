extension Descent {
  /// How the next point is chosen from the gradient g and the Hessian H.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// (1, 0, …): the placeholder that the lab starts from.
    case constant
    /// −γg (Cauchy 1847).
    case gradient
    /// v ← βv − γg, then x ← x + v (Polyak 1964).
    case momentum
    /// The same with g taken at x + βv (Nesterov 1983).
    case nesterov
    /// −H⁻¹g, undamped: it goes to any stationary point, a maximum too.
    case newton
    /// −|H|⁻¹g with the sizes of the eigenvalues, shortened until f falls enough (Greenstadt 1967).
    case safeguardedNewton
    /// The course's rule: Newton's step, unless it points uphill or is longer than 2; then −γg.
    case hybrid
    /// Quasi-Newton with the inverse Hessian updated from differences of gradients (Broyden,
    /// Fletcher, Goldfarb, Shanno 1970) and a line search.
    case bfgs
    /// Conjugate directions after Polak & Ribière (1969), restarted where β < 0, and a line search.
    case conjugateGradient
  }

  /// How long the step is in the direction of the gradient.
  public enum StepRule: String, Sendable, Hashable, Codable {
    /// Always γ.
    case constant
    /// γ, halved until f falls by 1e-4 of what the slope promises (Armijo 1966).
    case backtracking
  }

  /// What a descent is run with.
  public struct Settings: Sendable, Hashable, Codable {
    /// How the next point is chosen.
    public var method = Method.gradient
    /// γ.
    public var stepSize = 0.1
    /// Whether γ is kept or shortened; only the method `gradient` asks.
    public var rule = StepRule.constant
    /// β, how much of the last step is kept by `momentum` and `nesterov`.
    public var momentum = 0.9
    /// The longest Newton step that `hybrid` takes.
    public var trustedLength = 2.0
    /// The greatest number of steps.
    public var steps = 1000
    /// How near a stationary point must be, beside the size of the point: |H⁻¹g| ≤ tolerance·max(1, |x|).
    public var tolerance = 1e-10
    /// Bounds of the variables where a path ends; without them it may go anywhere.
    public var window: [ClosedRange<Double>]?

    /// The settings of a method, with everything else as it is usual.
    public init(_ method: Method = .gradient, stepSize: Double = 0.1, steps: Int = 1000) {
      self.method = method
      self.stepSize = stepSize
      self.steps = steps
    }
  }
}
