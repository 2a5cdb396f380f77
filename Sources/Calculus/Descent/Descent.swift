/// The path of a minimisation, point by point, with a verdict on where it went.
///
///     let f = try Expression("x^2 + 10y^2", variables: ["x", "y"])
///     let path = try f.descent(from: [3, 1], .init(.gradient, stepSize: 0.05))
///     path.outcome            // .converged
///     path.contractionFactor  // 0.95: the greatest |1 − γλ|
public struct Descent: Sendable, Hashable, Codable {
  /// What happened.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// A minimum, by the Hessian, is within the tolerance.
    case converged
    /// A saddle is within the tolerance.
    case reachedSaddle
    /// A maximum is within the tolerance.
    case reachedMaximum
    /// The gradient is 0 and the Hessian does not tell the kind.
    case stationary
    /// The points repeat with a short period.
    case cycle
    /// |x| or |f| grew out of all proportion.
    case diverged
    /// The function or its gradient is undefined at the last point.
    case leftDomain
    /// The last point is outside the window that was set.
    case leftWindow
    /// There is no next step though the gradient is not 0: no length makes f fall, as at a kink, or
    /// the Hessian that Newton wants to solve is singular.
    case stalled
    /// None of these within the steps allowed.
    case stepLimit
  }

  /// What it was run with.
  public let settings: Settings
  /// x₀, x₁, …: all points, with finite coordinates.
  public let points: [[Double]]
  /// f at the points; `nil` where it is not finite, which only the last can be.
  public let values: [Double?]
  /// What happened.
  public let outcome: Outcome
  /// |∇f| at the last point; `nil` where it is not finite.
  public let gradientNorm: Double?
  /// The eigenvalues of the Hessian at the last point, ascending; empty where they are not finite.
  public let eigenvalues: [Double]
  /// The measured order of convergence: 1 is linear, 2 quadratic; `nil` where it did not converge or
  /// too few steps stand above rounding.
  public let order: Double?
  /// The measured factor by which each step shrinks, where convergence is linear.
  public let contractionFactor: Double?
  /// The length of the cycle, where there is one.
  public let period: Int?
}

extension Expression {
  /// The path of a descent from a point.
  ///
  /// Gradient and Hessian are exact derivatives, compiled once. What is promised: `converged`,
  /// `reachedSaddle` and `reachedMaximum` mean that the Newton step to the stationary point is shorter
  /// than the tolerance, and the kind is that of the Hessian's eigenvalues there. A path that ends at
  /// the step limit says so.
  ///
  /// - Complexity: a step costs one evaluation of f, g and H, and O(n³) for the eigenvalues.
  public func descent(
    from start: [Double], _ settings: Descent.Settings = .init()
  ) throws(DescentError) -> Descent {
    try DescentError.check(start, variables.count, settings)
    var run = DescentRun(self, from: start, settings)
    return run.run()
  }
}
