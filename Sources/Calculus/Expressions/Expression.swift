/// A formula in named variables: immutable, and free to be shared.
///
///     let f = try Expression("x^2 + y^2", variables: ["x", "y"])
///     f.value(at: [1, 2])          // 5
///     f.derivative(by: "x").text   // "2*x"
public struct Expression: Sendable, Hashable {
  /// The graph of the expression and nothing else: operands first, the value last.
  let graph: ExpressionGraph
  /// The place of the value.
  let root: Term
  /// The names of the variables, in the order of the components of a point.
  public let variables: [String]

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - source: the text, as a lecturer would type it.
  ///   - variables: the names that stand for variables; they must not be names of the language.
  ///   - constants: names that stand for numbers.
  /// - Throws: what is wrong with the text, and where.
  public init(
    _ source: String, variables: [String], constants: [String: Double] = [:]
  ) throws(ParseError) {
    var parser = try Parser(source, variables: variables, constants: constants)
    let root = try parser.parse()
    self.init(parser.graph, root, variables: variables)
  }

  /// The expression at a place of a graph; what it does not need is left out.
  init(_ graph: ExpressionGraph, _ root: Term, variables: [String]) {
    var compact = ExpressionGraph()
    self.root = compact.insert(root, from: graph)
    self.graph = compact
    self.variables = variables
  }

  /// Whether two expressions have the same variables and the same graph.
  public static func == (a: Expression, b: Expression) -> Bool {
    a.variables == b.variables && a.root == b.root && a.graph.nodes == b.graph.nodes
  }

  /// Hashes the graph.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(variables)
    hasher.combine(graph.nodes)
  }

  /// The number of operations as they are written, leaves included.
  public var size: Int { graph.nodes.count }

  /// The number of operations of an evaluation, leaves included: sums count for each of their terms.
  public var operationCount: Int { Int(min(graph.unrolledSize(of: root), 1e8)) }

  /// The number, where the expression is one.
  public var number: Double? { graph.constantValue(of: root) }

  /// Whether the value depends on the variable named `name`.
  public func depends(on name: String) -> Bool {
    guard let index = variables.firstIndex(of: name) else { return false }
    return graph.nodes.contains(.variable(Int32(index)))
  }

  /// The value at a point, by its components in the order of `variables`.
  public func value(at point: [Double]) -> Double { Program([self]).values(at: point)[0] }

  /// The value of a constant expression such as `2pi` or `sqrt(2)/2`.
  public static func constant(
    _ source: String, constants: [String: Double] = [:]
  ) throws(ParseError) -> Double {
    try Expression(source, variables: [], constants: constants).value(at: [])
  }
}

extension ExpressionGraph {
  /// Copies a term and all it needs from another graph; returns its place here.
  ///
  /// Nodes are copied as they are, in the order of a depth-first walk from the first operand to the
  /// last, so that equal terms of different graphs get equal copies.
  mutating func insert(_ root: Term, from other: ExpressionGraph) -> Term {
    var copied: [Term: Term] = [:]
    var stack: [(Term, isVisited: Bool)] = [(root, false)]
    while let (term, isVisited) = stack.popLast() {
      if copied[term] != nil { continue }
      let node = other[term]
      if isVisited || node.operands.isEmpty {
        copied[term] = intern(node.mapped { copied[$0] ?? 0 })
      } else {
        stack.append((term, true))
        for operand in node.operands.reversed() { stack.append((operand, false)) }
      }
    }
    return copied[root] ?? 0
  }

  /// The value of a term without variables, or `nil` where it has some.
  func constantValue(of root: Term) -> Double? {
    var part = ExpressionGraph()
    let place = part.insert(root, from: self)
    let hasVariables = part.nodes.contains {
      if case .variable = $0 { true } else { false }
    }
    guard !hasVariables, !part.hasFreeRunningVariable else { return nil }
    return Program([Expression(part, place, variables: [])]).values(at: [])[0]
  }

  /// Whether a running variable stands outside every sum.
  private var hasFreeRunningVariable: Bool {
    let bound = nodes.reduce(into: Set<Int32>()) { depths, node in
      if case .series(_, let depth, _, _) = node { depths.insert(depth) }
    }
    return nodes.contains {
      if case .running(let depth) = $0 { !bound.contains(depth) } else { false }
    }
  }
}
