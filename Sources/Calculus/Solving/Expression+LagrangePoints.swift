extension Expression {
  /// All points of a window where the function is stationary on a constraint, with multipliers and
  /// kinds, by `LagrangePointSearch`.
  ///
  ///     let f = try Expression("x^2 y", variables: ["x", "y"])
  ///     let found = try f.lagrangePoints(on: "x^2 + y^2 = 3", x: -2...2, y: -2...2)
  ///     found.points.map(\.value)               // −2, −2, 0, 0, 2, 2
  ///
  /// - Throws: what is wrong with the equation.
  public func lagrangePoints(
    on equation: String, x: ClosedRange<Double>, y: ClosedRange<Double>
  ) throws(ParseError) -> LagrangePointSet {
    let constraint = try Equation(equation, variables: variables)
    return LagrangePointSearch(of: self, on: constraint.difference, in: (x: x, y: y)).points()
  }
}
