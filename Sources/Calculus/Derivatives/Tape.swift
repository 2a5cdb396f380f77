/// A straight-line program whose every intermediate value has a place of its own.
///
/// It is made from expressions or recorded from a Swift function of variables, and it can be run
/// forwards for values and Taylor coefficients, and backwards for gradients, at any number of
/// points. Operations and operands are kept in parallel arrays: 13 bytes an operation.
///
///     let tape = try Tape(inputCount: 2) { x in [x[0] * x[0] + sin(x[1])] }
///     try tape.gradient(at: [3, 0])      // value 9, gradient [6, 1]
public struct Tape: Sendable {
  /// What an operation does with the values at its operands' places.
  enum Operation: UInt8, Sendable {
    case input, number, constant
    case negate, add, subtract, multiply, divide
    case power, wholePower, call, call2, compare, choose
  }

  /// The number of inputs: the first places.
  public let inputCount: Int
  /// The places of the results.
  var outputs: [Int32] = []
  private(set) var operations: [Operation] = []
  /// The first operand, or the index of a number, or a constant's raw value.
  private(set) var a: [Int32] = []
  /// The second operand.
  private(set) var b: [Int32] = []
  /// A third operand, an exponent or the raw value of a function or comparison.
  private(set) var c: [Int32] = []
  private(set) var numbers: [Double] = []

  /// A tape that does nothing yet.
  init(inputCount: Int, capacity: Int = 0) {
    self.inputCount = inputCount
    reserve(inputCount + capacity)
    for _ in 0..<inputCount { append(.input) }
  }

  /// The number of results.
  public var outputCount: Int { outputs.count }

  /// The number of values it computes, inputs and constants included.
  public var count: Int { operations.count }

  private mutating func reserve(_ capacity: Int) {
    operations.reserveCapacity(capacity)
    a.reserveCapacity(capacity)
    b.reserveCapacity(capacity)
    c.reserveCapacity(capacity)
  }

  /// Adds an operation and returns its place.
  @discardableResult
  mutating func append(
    _ operation: Operation, _ first: Int32 = 0, _ second: Int32 = 0, _ third: Int32 = 0
  ) -> Int32 {
    operations.append(operation)
    a.append(first)
    b.append(second)
    c.append(third)
    return Int32(operations.count - 1)
  }

  /// Adds a number and returns its place.
  mutating func append(number: Double) -> Int32 {
    numbers.append(number)
    return append(.number, Int32(numbers.count - 1))
  }

  func function(at place: Int) -> Function { Function(rawValue: UInt8(c[place])) ?? .abs }

  func comparison(at place: Int) -> Comparison { Comparison(rawValue: UInt8(c[place])) ?? .less }

  /// The value of a number or a constant.
  func literal(at place: Int) -> Double {
    operations[place] == .number
      ? numbers[Int(a[place])] : (Constant(rawValue: UInt8(a[place])) ?? .pi).value
  }

  /// Whether a place holds a number or a constant.
  func isLiteral(_ place: Int32) -> Bool {
    operations[Int(place)] == .number || operations[Int(place)] == .constant
  }
}

extension Tape {
  /// The tape of expressions in the same variables in the same order; common parts are shared.
  ///
  /// - Throws: `empty` without an expression, `unknownVariable` for a variable that the first
  ///   expression does not have, `wrongVariableCount` where others are missing.
  public init(_ expressions: [Expression]) throws(DerivativeError) {
    guard let variables = expressions.first?.variables else { throw .empty }
    for expression in expressions where expression.variables != variables {
      if let name = expression.variables.first(where: { !variables.contains($0) }) {
        throw .unknownVariable(name, known: variables)
      }
      throw .wrongVariableCount(expected: variables.count, actual: expression.variables.count)
    }
    self.init(expressions, variableCount: variables.count)
  }

  /// The tape of an expression.
  public init(_ expression: Expression) {
    self.init([expression], variableCount: expression.variables.count)
  }

  private init(_ expressions: [Expression], variableCount: Int) {
    var graph = ExpressionGraph()
    let roots = expressions.map { graph.insertUnrolled($0.root, from: $0.graph) }
    self.init(inputCount: variableCount, capacity: graph.nodes.count)
    var isNeeded = Array(repeating: false, count: graph.nodes.count)
    for root in roots { isNeeded[Int(root)] = true }
    for place in graph.nodes.indices.reversed() where isNeeded[place] {
      for operand in graph.nodes[place].operands { isNeeded[Int(operand)] = true }
    }
    var places = Array(repeating: Int32(0), count: graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() where isNeeded[index] {
      places[index] = append(node, in: graph) { places[Int($0)] }
    }
    outputs = roots.map { places[Int($0)] }
  }

  private mutating func append(
    _ node: Node, in graph: ExpressionGraph, _ place: (Term) -> Int32
  ) -> Int32 {
    switch node {
    case .variable(let index): return index
    case .number(let value): return append(number: value)
    case .constant(let constant): return append(.constant, Int32(constant.rawValue))
    case .negated(let a): return append(.negate, place(a))
    case .sum(let a, let b): return append(.add, place(a), place(b))
    case .difference(let a, let b): return append(.subtract, place(a), place(b))
    case .product(let a, let b): return append(.multiply, place(a), place(b))
    case .quotient(let a, let b): return append(.divide, place(a), place(b))
    case .power(let a, let b):
      if let n = graph.literal(b), n == n.rounded(), abs(n) <= 16 {
        return append(.wholePower, place(a), place(a), Int32(n))
      }
      return append(.power, place(a), place(b))
    case .call(let function, let a):
      return append(.call, place(a), place(a), Int32(function.rawValue))
    case .call2(let function, let a, let b):
      return append(.call2, place(a), place(b), Int32(function.rawValue))
    case .comparison(let comparison, let a, let b):
      return append(.compare, place(a), place(b), Int32(comparison.rawValue))
    case .choice(let condition, let a, let b):
      return append(.choose, place(condition), place(a), place(b))
    case .running, .series:
      // Sums are written out before: neither is left.
      return append(number: .nan)
    }
  }
}
