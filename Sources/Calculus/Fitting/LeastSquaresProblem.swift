/// Residuals ρ(p) that a minimiser makes small, with their exact derivatives.
protocol LeastSquaresProblem: AnyObject {
  /// The number of residuals.
  var residualCount: Int { get }
  /// ρ(p), or `nil` where one of them is not finite.
  func residuals(at point: [Double]) -> [Double]?
  /// ∂ρ/∂p column by column, or `nil` where an element is not finite.
  func jacobian(at point: [Double]) -> [Double]?
  /// The second derivative of ρ(p + t·v) by t at t = 0, or `nil` where it is not known.
  func curvature(at point: [Double], along velocity: [Double]) -> [Double]?
}
