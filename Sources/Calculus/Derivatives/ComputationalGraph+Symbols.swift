extension ComputationalGraph {
  /// What a node does, as plain text: `x`, `+`, `sin`, `^ 2`, `1 -`.
  ///
  /// A part without variables stands on its side of the sign.
  public func text(of node: Int) -> String {
    let node = nodes[node]
    let operation = graph[node.term]
    switch operation {
    case .variable(let index): return variables[Int(index)]
    case .call(let function, _): return function.name
    case .call2(let function, _, _):
      return function.name + bracketed(node) { Self.constantText($0) }
    case .choice: return "if" + bracketed(node) { Self.constantText($0) }
    case .negated: return "-"
    default: break
    }
    guard let sign = operation.sign, node.operands.count == 2 else {
      return Expression(graph, node.term, variables: variables).text
    }
    switch (node.operands[0], node.operands[1]) {
    case (.constant(let value), _): return "\(Self.constantText(value)) \(sign.text)"
    case (_, .constant(let value)): return "\(sign.text) \(Self.constantText(value))"
    default: return sign.text
    }
  }

  /// What a node does, in TeX.
  public func tex(of node: Int) -> String {
    let node = nodes[node]
    let operation = graph[node.term]
    switch operation {
    case .variable(let index): return Expression.tex(ofName: variables[Int(index)])
    case .call(.sqrt, _): return "\\sqrt{\\cdot}"
    case .call(.abs, _): return "|\\cdot|"
    case .call(let function, _): return TeXWriter.name(function)
    case .call2(let function, _, _):
      return TeXWriter.name(function) + bracketed(node) { constantTeX($0) }
    case .choice: return "\\operatorname{if}"
    case .negated: return "-"
    default: break
    }
    guard let sign = operation.sign, node.operands.count == 2 else {
      return Expression(graph, node.term, variables: variables).tex
    }
    switch (node.operands[0], node.operands[1]) {
    case (.constant(let value), _):
      return sign == .power ? "\(constantTeX(value))^{\\cdot}" : constantTeX(value) + sign.tex
    case (_, .constant(let value)):
      return sign == .power ? "(\\cdot)^{\(constantTeX(value))}" : sign.tex + constantTeX(value)
    default: return sign == .power ? "a^{b}" : sign.tex
    }
  }

  /// The arguments of a function of which one is constant: `(0, ·)`.
  private func bracketed(_ node: Node, _ constant: (Double) -> String) -> String {
    guard node.operands.count > node.inputs.count else { return "" }
    let arguments = node.operands.map { operand in
      if case .constant(let value) = operand { constant(value) } else { "\u{B7}" }
    }
    return "(" + arguments.joined(separator: ", ") + ")"
  }

  private static func constantText(_ value: Double) -> String {
    value.isFinite ? value.plainText : "undefined"
  }

  /// A constant on one line, with four digits unless it is shorter.
  private func constantTeX(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    let closed = ClosedForm(value, tolerance: 1e-15)
    if let closed, !closed.isFraction, abs(value) < 1000 {
      return (value < 0 ? "-" : "") + closed.tex()
    }
    return NumberForm(value.rounded(toDigits: 4)).tex(isSmall: true)
  }

  /// The formula that a node computes from the variables.
  public func expression(of node: Int) -> Expression {
    Expression(graph, nodes[node].term, variables: variables)
  }

  /// The formula of a local derivative: that of a node by one of its inputs, all else held.
  ///
  /// For a product it is the other factor, for sin u it is cos u. `nil` where there is no such input.
  public func partial(of node: Int, byInput number: Int) -> Expression? {
    let node = nodes[node]
    let places = node.operands.indices.filter {
      if case .node = node.operands[$0] { true } else { false }
    }
    guard places.indices.contains(number) else { return nil }
    var extended = graph
    let held = graph[node.term].operands
    let moving = extended.intern(.variable(Int32(variables.count)))
    var operands = held
    operands[places[number]] = moving
    let operation = extended[node.term].replacing(operands)
    let term = extended.rebuilt(operation) { $0 }
    let slope =
      extended.derivative(of: term, by: Int32(variables.count)) ?? extended.number(0)
    let settled = extended.substituting(held[places[number]], for: moving, in: slope)
    return Expression(extended, settled, variables: variables)
  }
}

/// The sign of an operation between two operands.
private enum Sign {
  case plus, minus, times, over, power, less, lessOrEqual, equal, notEqual

  var text: String {
    switch self {
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .over: "/"
    case .power: "^"
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "="
    case .notEqual: "!="
    }
  }

  var tex: String {
    switch self {
    case .plus: "+"
    case .minus: "-"
    case .times: "\\times "
    case .over: "\\div "
    case .power: "^"
    case .less: "<"
    case .lessOrEqual: "\\le "
    case .equal: "="
    case .notEqual: "\\ne "
    }
  }
}

extension Node {
  /// The sign of an operation that has one.
  fileprivate var sign: Sign? {
    switch self {
    case .sum: .plus
    case .difference: .minus
    case .product: .times
    case .quotient: .over
    case .power: .power
    case .comparison(.less, _, _): .less
    case .comparison(.lessOrEqual, _, _): .lessOrEqual
    case .comparison(.equal, _, _): .equal
    case .comparison(.notEqual, _, _): .notEqual
    default: nil
    }
  }

  /// The same operation on other operands, taken by their places rather than by their names: one
  /// of two equal operands can be replaced.
  fileprivate func replacing(_ operands: [Term]) -> Node {
    var next = operands.makeIterator()
    return mapped { next.next() ?? $0 }
  }
}

extension ExpressionGraph {
  /// The place of a term in which another stands for a variable.
  fileprivate mutating func substituting(
    _ value: Term, for variable: Term, in root: Term
  ) -> Term {
    var places: [Term: Term] = [variable: value]
    for place in needed(by: root) where places[place] == nil {
      let node = self[place]
      places[place] =
        node.operands.contains { places[$0] != $0 } ? rebuilt(node) { places[$0] ?? $0 } : place
    }
    return places[root] ?? root
  }
}
