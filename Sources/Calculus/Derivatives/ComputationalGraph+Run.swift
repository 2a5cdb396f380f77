extension ComputationalGraph {
  /// What a forward and a backward pass give at a point.
  public struct Run: Sendable {
    /// The value of each node.
    public let values: [Double]
    /// For each node its local derivatives, by its inputs in their order.
    public let partials: [[Double]]
    /// The derivative of the result by each node.
    ///
    /// NaN where the result is; 0 for what the result does not depend on, such as the branch of a
    /// choice that is not taken.
    public let adjoints: [Double]

    /// The passes of a graph of `nodes` nodes that gave nothing.
    public init(nodes: Int) {
      self.init(
        values: Array(repeating: .nan, count: nodes), partials: Array(repeating: [], count: nodes),
        adjoints: Array(repeating: .nan, count: nodes))
    }

    init(values: [Double], partials: [[Double]], adjoints: [Double]) {
      self.values = values
      self.partials = partials
      self.adjoints = adjoints
    }
  }

  /// Computes the values forwards, then the adjoints backwards.
  ///
  /// v̄ of a node is the sum, over the nodes that use it, of their adjoint times their local
  /// derivative (Linnainmaa 1970). Kinks and jumps as in `Tape`.
  ///
  /// - Throws: `wrongDimension` unless the point has a component for each variable.
  public func run(at point: [Double]) throws(DerivativeError) -> Run {
    guard point.count == variables.count else {
      throw .wrongDimension(expected: variables.count, actual: point.count)
    }
    var values: [Double] = []
    var partials: [[Double]] = []
    values.reserveCapacity(nodes.count)
    partials.reserveCapacity(nodes.count)
    for (number, node) in nodes.enumerated() {
      if let index = variable(at: number) {
        values.append(point[index])
        partials.append([])
        continue
      }
      let operands = node.operands.map { operand in
        switch operand {
        case .node(let input): values[input]
        case .constant(let value): value
        }
      }
      let operation = graph[node.term]
      let isConstant = node.operands.isEmpty
      let value = isConstant ? constantValue(of: node) : operation.value(of: operands, in: graph)
      values.append(value)
      partials.append(
        isConstant ? [] : self.partials(of: node, operation, operands, value: value))
    }
    return Run(values: values, partials: partials, adjoints: adjoints(values, partials))
  }

  private func constantValue(of node: Node) -> Double {
    graph.constantValue(of: node.term) ?? .nan
  }

  /// The derivatives of an operation by those of its operands that are nodes.
  private func partials(
    of node: Node, _ operation: Calculus.Node, _ operands: [Double], value: Double
  ) -> [Double] {
    let varies = node.operands.map { if case .node = $0 { true } else { false } }
    let all = operation.slopes(at: operands, value: value, varies: varies, in: graph)
    return zip(all, varies).compactMap { $1 ? $0 : nil }
  }

  private func adjoints(_ values: [Double], _ partials: [[Double]]) -> [Double] {
    guard let result = values.last, !result.isNaN else {
      return Array(repeating: .nan, count: nodes.count)
    }
    var adjoints = Array(repeating: 0.0, count: nodes.count)
    adjoints[nodes.count - 1] = 1
    for (number, node) in nodes.enumerated().reversed() where adjoints[number] != 0 {
      for (input, partial) in zip(node.inputs, partials[number]) where partial != 0 {
        adjoints[input] += adjoints[number] * partial
      }
    }
    return adjoints
  }
}

// MARK: One operation

extension Node {
  /// The exponent of a power that is computed by multiplications.
  fileprivate func wholeExponent(in graph: ExpressionGraph) -> Int32? {
    guard case .power(_, let exponent) = self, let n = graph.literal(exponent),
      n == n.rounded(), abs(n) <= 16
    else { return nil }
    return Int32(n)
  }

  /// The value of the operation on the values of its operands.
  func value(of x: [Double], in graph: ExpressionGraph) -> Double {
    switch self {
    case .number(let value): value
    case .constant(let constant): constant.value
    case .negated: -x[0]
    case .sum: x[0] + x[1]
    case .difference: x[0] - x[1]
    case .product: x[0] * x[1]
    case .quotient: x[0] / x[1]
    case .power:
      wholeExponent(in: graph).map { x[0].raised(toWhole: $0) } ?? x[0].raised(to: x[1])
    case .call(let function, _): x[0].applied(function)
    case .call2(let function, _, _): x[0].applied(function, x[1])
    case .comparison(let comparison, _, _): x[0].compared(comparison, to: x[1])
    case .choice: x[0].choosing(x[1], x[2])
    // Variables have values of their own, and sums are written out before.
    case .variable, .running, .series: .nan
    }
  }

  /// The derivatives of the operation by its operands; by one that does not vary it may be any
  /// number.
  func slopes(
    at x: [Double], value: Double, varies: [Bool], in graph: ExpressionGraph
  ) -> [Double] {
    switch self {
    case .negated: return [-1]
    case .sum: return [1, 1]
    case .difference: return [1, -1]
    case .product: return [x[1], x[0]]
    case .quotient: return [1 / x[1], -value / x[1]]
    case .power:
      if let n = wholeExponent(in: graph) { return [x[0].slope(ofWholePower: n), 0] }
      return [
        varies[0] ? x[1] * x[0].raised(to: x[1] - 1) : 0,
        varies[1] ? value * x[0].applied(.ln) : 0,
      ]
    case .call(let function, _): return [function.slope(at: x[0], value: value)]
    case .call2(let function, _, _):
      let (first, second) = function.slopes(at: x[0], x[1], value: value)
      return [first, second]
    case .choice: return [0, x[0].choosing(1, 0), x[0].choosing(0, 1)]
    case .comparison: return [0, 0]
    case .number, .constant, .variable, .running, .series: return []
    }
  }
}
