extension Network {
  /// The outputs as formulas in named inputs; what several neurons read is one node of them.
  ///
  ///     let f = try network.expressions(variables: ["x", "y"])[0]
  ///
  /// Softmax outputs are left out: their formulas are the weighted sums.
  public func expressions(variables: [String]) throws(LearningError) -> [Expression] {
    var (graph, sums) = try weightedSums(variables: variables)
    let outputs = sums.map { sum in output.function.map { graph.call($0, sum) } ?? sum }
    return outputs.map { Expression(graph, $0, variables: variables) }
  }

  /// For each output how much its weighted sum exceeds those of the others.
  ///
  /// Positive where it is the class that the network chooses; of a single output the sum alone.
  public func margins(variables: [String]) throws(LearningError) -> [Expression] {
    var (graph, sums) = try weightedSums(variables: variables)
    guard sums.count > 1 else { return sums.map { Expression(graph, $0, variables: variables) } }
    return sums.indices.map { index in
      let others = sums.indices.filter { $0 != index }.map { sums[$0] }
      let greatest = others.dropFirst().reduce(others[0]) { graph.call(.max, $0, $1) }
      let margin = graph.difference(sums[index], greatest)
      return Expression(graph, margin, variables: variables)
    }
  }

  /// The weighted sums of the last layer, and the graph they stand in.
  private func weightedSums(
    variables: [String]
  ) throws(LearningError) -> (graph: ExpressionGraph, sums: [Term]) {
    guard variables.count == sizes[0] else {
      throw .wrongDimension(expected: sizes[0], actual: variables.count)
    }
    var graph = ExpressionGraph()
    var values = variables.indices.map { graph.intern(.variable(Int32($0))) }
    for layer in 0..<sizes.count - 1 {
      let (rows, biases) = (weights(ofLayer: layer) ?? [], biases(ofLayer: layer) ?? [])
      let isLast = layer == sizes.count - 2
      values = zip(rows, biases).map { row, bias in
        var sum = graph.number(bias)
        for (weight, value) in zip(row, values) {
          sum = graph.sum(sum, graph.product(graph.number(weight), value))
        }
        guard !isLast, let function = hidden.function else { return sum }
        return graph.call(function, sum)
      }
    }
    return (graph, values)
  }
}
