extension Expression {
  /// The number of operations with sums written out.
  var unrolledSize: Double { graph.unrolledSize(of: root) }

  /// The same expression with other variables; those that it depends on must be among them.
  func inVariables(_ names: [String]) -> Expression {
    let places = variables.map { name in Int32(names.firstIndex(of: name) ?? 0) }
    var graph = ExpressionGraph()
    let root = graph.rebuild(root, from: self.graph) { graph, index in
      graph.intern(.variable(places[Int(index)]))
    }
    return Expression(graph, root, variables: names)
  }

  /// The second derivative of f(p + t·v) by t at t = 0, for p the variables named `names`.
  ///
  /// That is Σᵢⱼ ∂²f/∂pᵢ∂pⱼ vᵢvⱼ in two passes over the graph, whatever the number of variables.
  /// The components of v are new variables after the old ones.
  func secondDerivative(along names: [String]) -> Expression {
    let count = Int32(variables.count)
    let time = count + Int32(names.count)
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    var moved = ExpressionGraph()
    var root = moved.rebuild(root, from: graph) { graph, index in
      let variable = graph.intern(.variable(index))
      guard let place = places[variables[Int(index)]] else { return variable }
      let velocity = graph.intern(.variable(count + place))
      let t = graph.intern(.variable(time))
      return graph.sum(variable, graph.product(t, velocity))
    }
    for _ in 0..<2 { root = moved.derivative(of: root, by: time) ?? moved.number(0) }
    var still = ExpressionGraph()
    let second = still.rebuild(root, from: moved) { graph, index in
      index == time ? graph.number(0) : graph.intern(.variable(index))
    }
    return Expression(still, second, variables: variables + names.map { "d" + $0 })
  }
}

extension ExpressionGraph {
  /// Copies a term from another graph with its variables replaced, and tidies it.
  mutating func rebuild(
    _ root: Term, from other: ExpressionGraph,
    _ variable: (inout ExpressionGraph, Int32) -> Term
  ) -> Term {
    var copied = Array(repeating: Term(0), count: Int(root) + 1)
    for place in 0...root {
      if case .variable(let index) = other[place] {
        copied[Int(place)] = variable(&self, index)
      } else {
        copied[Int(place)] = rebuilt(other[place]) { copied[Int($0)] }
      }
    }
    return copied[Int(root)]
  }
}
