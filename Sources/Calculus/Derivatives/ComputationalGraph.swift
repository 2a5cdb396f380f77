/// The computational graph of an expression: which operations are computed from which, once each.
///
///     let f = try Expression("(x + y) sin(x y)", variables: ["x", "y"])
///     let graph = ComputationalGraph(of: f)              // x, y, +, *, sin, *
///     let run = try graph.run(at: [1.2, 0.8])
///     run.values.last                                    // f
///     run.adjoints[0]                                    // ∂f/∂x
///
/// Equal parts are one node. What holds no variable is part of the operation that uses it: x² is an
/// operation on x alone. Sums over a running variable are written out.
public struct ComputationalGraph: Sendable {
  /// What an operation works on.
  public enum Operand: Hashable, Sendable {
    /// The value of another node, by its index.
    case node(Int)
    /// A part without variables.
    case constant(Double)
  }

  /// A variable or an operation.
  public struct Node: Sendable {
    /// The nodes whose values it uses, by index; all come before it.
    public let inputs: [Int]
    /// The operands, parts without variables included.
    public let operands: [Operand]
    /// Its place in the graph of the expression.
    let term: Term
  }

  /// The names of the variables, in the order of the components of a point.
  public let variables: [String]
  /// The nodes: first the variables that occur, in their order, then the operations, operands
  /// before what uses them; the value of the expression is the last node.
  public let nodes: [Node]
  let graph: ExpressionGraph

  /// The graph of an expression.
  public init(of expression: Expression) {
    var graph = ExpressionGraph()
    let root = graph.insertUnrolled(expression.root, from: expression.graph)
    let needed = graph.needed(by: root)
    variables = expression.variables
    var dependsOnVariables = Array(repeating: false, count: Int(root) + 1)
    var inputs: [(Int32, Term)] = []
    var operations: [Term] = []
    for place in needed {
      if case .variable(let index) = graph[place] {
        inputs.append((index, place))
        dependsOnVariables[Int(place)] = true
      } else if graph[place].operands.contains(where: { dependsOnVariables[Int($0)] }) {
        dependsOnVariables[Int(place)] = true
        operations.append(place)
      } else if place == root {
        operations.append(place)
      }
    }
    let constants = Self.constants(of: graph, needed, dependsOnVariables)
    let order = inputs.sorted { $0.0 < $1.0 }.map(\.1) + operations
    var numbers: [Term: Int] = [:]
    for (number, place) in order.enumerated() { numbers[place] = number }
    nodes = order.map { place in
      let operands = dependsOnVariables[Int(place)] ? graph[place].operands : []
      let parts = operands.map { operand in
        numbers[operand].map { Operand.node($0) } ?? .constant(constants[Int(operand)])
      }
      return Node(inputs: operands.compactMap { numbers[$0] }, operands: parts, term: place)
    }
    self.graph = graph
  }

  /// The values of all parts without variables.
  private static func constants(
    of graph: ExpressionGraph, _ needed: [Term], _ dependsOnVariables: [Bool]
  ) -> [Double] {
    var values = Array(repeating: Double.nan, count: dependsOnVariables.count)
    for place in needed where !dependsOnVariables[Int(place)] {
      let node = graph[place]
      values[Int(place)] = node.value(of: node.operands.map { values[Int($0)] }, in: graph)
    }
    return values
  }

  /// The variable that a node is, by its index, or `nil` for an operation.
  public func variable(at node: Int) -> Int? {
    if case .variable(let index) = graph[nodes[node].term] { Int(index) } else { nil }
  }

  /// For each node the nodes that use it; one that uses it twice is listed twice.
  public var users: [[Int]] {
    var users = Array(repeating: [Int](), count: nodes.count)
    for (number, node) in nodes.enumerated() {
      for input in node.inputs { users[input].append(number) }
    }
    return users
  }
}
