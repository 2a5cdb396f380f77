extension Expression {
  /// The minimum on constraints g = 0, or else the Lagrange point, that is reached from a start, in
  /// any number of variables.
  ///
  ///     let f = try Expression("u + v", variables: ["u", "v"])
  ///     let g = try Expression("u^2 + v^2 - 2", variables: ["u", "v"])
  ///     f.lagrangePoint(subjectTo: [g], from: [1, -2])?.point.at     // (−1, −1)
  ///
  /// Sequential quadratic programming in the null space of the constraints (Nocedal, Wright 2006,
  /// chapter 18): a least-norm step towards g = 0 by the singular values of ∇g, and along the
  /// constraints a Newton step with the eigenvalues of the reduced Hessian replaced by their sizes;
  /// halved until f + μ·Σ|g| falls, with a second-order correction; multipliers by least squares at
  /// every step. The kind is the inertia of the reduced Hessian; where the constraints leave no
  /// freedom it is `degenerate`. Where f falls for ever along the constraints, Newton's method for a
  /// Lagrange point of any kind starts anew (`StationaryNewton`). Cost: n³ a step.
  ///
  /// - Returns: `nil` where the variables or the numbers of coordinates do not agree, or something is
  ///   not finite at the start.
  public func lagrangePoint(
    subjectTo constraints: [Expression], from start: [Double], steps limit: Int = 300
  ) -> LocalSolution<LagrangePoint>? {
    guard start.count == variables.count, !start.isEmpty, !constraints.isEmpty,
      constraints.allSatisfy({ $0.variables == variables })
    else { return nil }
    var descent = ConstrainedDescent(self, constraints, from: start)
    guard descent.isDefined else { return nil }
    let multipliers = descent.point.multipliers
    while descent.steps < limit && descent.advance() {}
    if !descent.isConverged,
      let found = StationaryNewton(self, constraints).solution(
        from: start, multipliers: multipliers, steps: min(limit, 100))
    {
      let end = ConstrainedDescent(self, constraints, from: found.at)
      return LocalSolution(point: end.point, steps: found.steps, isConverged: true)
    }
    return LocalSolution(
      point: descent.point, steps: descent.steps, isConverged: descent.isConverged)
  }
}
