extension Expression {
  /// The value, the gradient and the Hessian at a point.
  ///
  /// All of them come from one program of the exact derivatives. `hessian[i][j]` is ∂²f/∂xᵢ∂xⱼ in
  /// the order of `variables`; it is symmetric. Outside the domain the entries are not finite.
  public func derivatives(
    at point: [Double]
  ) -> (value: Double, gradient: [Double], hessian: [[Double]]) {
    let n = variables.count
    let gradient = gradient
    var outputs = [self] + gradient
    for (row, slope) in gradient.enumerated() {
      for column in row..<n { outputs.append(slope.derivative(by: variables[column])) }
    }
    let values = Program(outputs).values(at: point)
    var hessian = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    var next = n + 1
    for row in 0..<n {
      for column in row..<n {
        hessian[row][column] = values[next]
        hessian[column][row] = values[next]
        next += 1
      }
    }
    return (values[0], Array(values[1..<(n + 1)]), hessian)
  }
}
