extension Expression {
  /// The values of all nodes of an expression of one variable at a real place; NaN inside sums.
  func nodeValues(at place: Double) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(graph.nodes.count)
    for node in graph.nodes { values.append(node.value(at: place, of: values)) }
    return values
  }
}

extension Node {
  /// The value of an operation from those of its operands.
  fileprivate func value(at place: Double, of values: [Double]) -> Double {
    func value(_ term: Term) -> Double { values[Int(term)] }
    return switch self {
    case .number(let number): number
    case .constant(let constant): constant.value
    case .variable: place
    case .running, .series: .nan
    case .negated(let a): -value(a)
    case .sum(let a, let b): value(a) + value(b)
    case .difference(let a, let b): value(a) - value(b)
    case .product(let a, let b): value(a) * value(b)
    case .quotient(let a, let b): value(a) / value(b)
    case .power(let a, let b): Powers.value(value(a), value(b))
    case .call(let function, let a): function.value(value(a))
    case .call2(let function, let a, let b): function.value(value(a), value(b))
    case .comparison(let comparison, let a, let b): comparison.value(value(a), value(b))
    case .choice(let a, let b, let c):
      value(a).isNaN ? .nan : value(a) != 0 ? value(b) : value(c)
    }
  }
}
