extension Expression {
  /// The values along a line: f(p + t·v) as an expression in t.
  ///
  ///     try Expression("x y", variables: ["x", "y"])
  ///       .along(from: [1, 2], direction: [0.6, 0.8], by: "t").value(at: [5])   // 24
  ///
  /// - Precondition: `point` and `direction` have a component for each variable.
  public func along(
    from point: [Double], direction: [Double], by name: String
  ) -> Expression {
    precondition(point.count == variables.count && direction.count == variables.count)
    var graph = ExpressionGraph()
    let time = graph.intern(.variable(0))
    let root = graph.rebuild(root, from: self.graph) { graph, index in
      let (start, step) = (graph.number(point[Int(index)]), direction[Int(index)])
      // Without a step the place is a number: 0·t would keep the variable alive.
      if step == 0 { return start }
      let way = graph.product(graph.number(step), time)
      return graph.sum(start, way)
    }
    return Expression(graph, root, variables: [name])
  }
}
