extension Expression {
  /// Whether the expression turns with a variable: it holds a circular function whose argument
  /// changes by a rational multiple of the variable, so that multiples of π are its natural marks.
  ///
  /// `sin(2x)` and `cos(x - y)` turn with x; `sin(pi*x)`, `sin(x^2)` and `asin(x)` do not. Of an
  /// expression of more than 400 operations nothing is said: the answer is `false`.
  public func turns(with name: String) -> Bool {
    guard size <= 400, depends(on: name) else { return false }
    let circular: Set<Function> = [.sin, .cos, .tan, .sec, .csc, .cot]
    return graph.nodes.contains { node in
      guard case .call(let function, let argument) = node, circular.contains(function) else {
        return false
      }
      let slope = Expression(graph, argument, variables: variables).derivative(by: name)
      // A rate of sixths covers what is typed by hand; π in it makes the marks decimals again.
      guard let rate = slope.number, rate != 0, abs(rate) < 1e6 else { return false }
      return abs(rate * 12 - (rate * 12).rounded()) < 1e-12 * abs(rate)
    }
  }
}
