/// Expressions compiled for evaluation: instructions on registers, in order, without branches.
///
/// Registers hold the variables, then the constants, then intermediate values, which give their
/// register back after their last use (linear scan). One program serves points, blocks of points,
/// grids and intervals. Parts without variables are computed once, when the program is made.
public struct Program: Sendable {
  /// What an instruction does with its operands.
  enum Operation: Hashable, Sendable {
    case negate, add, subtract, multiply, divide, power
    case wholePower(Int32)
    case call(Function)
    case call2(Function)
    case compare(Comparison)
    case choose
    /// A sum of waves of the program, by its index.
    case waves(Int32)
  }

  /// An operation on registers.
  struct Instruction: Sendable {
    let operation: Operation
    let destination: Int32
    let a: Int32
    let b: Int32
    let c: Int32
    /// Which variables the result depends on, a bit for each of the first 63.
    let dependence: UInt64
  }

  /// The number of variables: the first registers.
  public let variableCount: Int
  /// The values of the constants, for the registers after the variables.
  let constants: [Double]
  /// Enclosures of the same constants.
  let constantIntervals: [Interval]
  let instructions: [Instruction]
  let registerCount: Int
  /// The registers of the results.
  let outputs: [Int32]
  /// The sums of waves that instructions name by their index.
  let waves: [WaveSum]

  /// Compiles expressions in the same variables; what they share is computed once.
  ///
  /// - Precondition: there is at least one expression, and all have the same variables.
  public init(_ expressions: [Expression]) {
    var compiler = Compiler(variableCount: expressions[0].variables.count)
    let roots = expressions.map { compiler.insert($0) }
    self = compiler.program(for: roots)
  }

  init(
    variableCount: Int, constants: [Double], constantIntervals: [Interval],
    instructions: [Instruction], registerCount: Int, outputs: [Int32], waves: [WaveSum] = []
  ) {
    self.variableCount = variableCount
    self.constants = constants
    self.constantIntervals = constantIntervals
    self.instructions = instructions
    self.registerCount = registerCount
    self.outputs = outputs
    self.waves = waves
  }

  /// The work of an evaluation, in operations: sums of waves are computed several waves at a time.
  public var cost: Int { instructions.count + waves.reduce(1) { $0 + $1.count / 4 } }

  /// The values of all expressions at a point.
  public func values(at point: [Double]) -> [Double] {
    let evaluator = PointEvaluator(self)
    return evaluator.values(at: point)
  }
}

/// Turns a graph into a program.
struct Compiler {
  private var graph = ExpressionGraph()
  private let variableCount: Int

  init(variableCount: Int) { self.variableCount = variableCount }

  mutating func insert(_ expression: Expression) -> Term {
    graph.insertUnrolled(expression.root, from: expression.graph)
  }

  func program(for roots: [Term]) -> Program {
    let dependence = dependences()
    let (values, intervals) = constantParts(needed(for: roots, besides: [:]), dependence)
    let sums = Self.waveSums(
      in: graph, of: roots, needed(for: roots, besides: [:]), dependence, intervals)
    let isNeeded = needed(for: roots, besides: sums)
    var allocation = Allocation(variableCount: variableCount, count: graph.nodes.count)
    for place in graph.nodes.indices where isNeeded[place] && dependence[place] == 0 {
      allocation.placeConstant(values[place], intervals[place], at: place)
    }
    allocation.closeConstants()
    let lastUse = lastUses(isNeeded, dependence, roots)
    var instructions: [Program.Instruction] = []
    var waves: [WaveSum] = []
    for (place, node) in graph.nodes.enumerated()
    where isNeeded[place] && dependence[place] != 0 {
      if case .variable(let index) = node {
        allocation.registers[place] = index
      } else if let (sum, variable) = sums[place] {
        let destination = takeRegister(for: dependence[place], &allocation)
        allocation.registers[place] = destination
        instructions.append(
          Program.Instruction(
            operation: .waves(Int32(waves.count)), destination: destination, a: variable,
            b: variable, c: variable, dependence: dependence[place]))
        waves.append(sum)
      } else {
        instructions.append(
          instruction(node, at: place, dependence[place], lastUse, dependence, &allocation))
      }
    }
    return Program(
      variableCount: variableCount, constants: allocation.constants,
      constantIntervals: allocation.intervals, instructions: instructions,
      registerCount: allocation.count, outputs: roots.map { allocation.registers[Int($0)] },
      waves: waves)
  }

  /// Which nodes are to be computed; what only sums of waves need is not.
  private func needed(
    for roots: [Term], besides sums: [Int: (sum: WaveSum, variable: Int32)]
  ) -> [Bool] {
    var isNeeded = Array(repeating: false, count: graph.nodes.count)
    for root in roots { isNeeded[Int(root)] = true }
    for place in graph.nodes.indices.reversed() where isNeeded[place] && sums[place] == nil {
      for operand in graph.nodes[place].operands { isNeeded[Int(operand)] = true }
    }
    return isNeeded
  }

  /// Which variables each node depends on, a bit for each.
  ///
  /// Constants depend on none. The 64th bit is for all variables from there on.
  private func dependences() -> [UInt64] {
    var masks: [UInt64] = []
    masks.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      if case .variable(let index) = node {
        masks.append(1 << UInt64(min(index, 63)))
      } else {
        masks.append(node.operands.reduce(0) { $0 | masks[Int($1)] })
      }
    }
    return masks
  }

  /// Computes all parts without variables.
  private func constantParts(
    _ isNeeded: [Bool], _ dependence: [UInt64]
  ) -> (values: [Double], intervals: [Interval]) {
    var values = Array(repeating: 0.0, count: graph.nodes.count)
    var intervals = Array(repeating: Interval(0), count: graph.nodes.count)
    for (place, node) in graph.nodes.enumerated() where isNeeded[place] && dependence[place] == 0 {
      switch node {
      case .number(let value):
        values[place] = value
        intervals[place] = Interval(value)
      case .constant(let constant):
        values[place] = constant.value
        intervals[place] = Interval(constant.value).widened
      default:
        let operands = node.operands
        let (a, b, c) = (operands.first, operands.dropFirst().first, operands.dropFirst(2).first)
        let operation = operation(node)
        values[place] = operation.value(
          values[Int(a ?? 0)], values[Int(b ?? 0)], values[Int(c ?? 0)])
        intervals[place] = operation.interval(
          intervals[Int(a ?? 0)], intervals[Int(b ?? 0)], intervals[Int(c ?? 0)])
      }
    }
    return (values, intervals)
  }

  private func lastUses(_ isNeeded: [Bool], _ dependence: [UInt64], _ roots: [Term]) -> [Int] {
    var last = Array(repeating: -1, count: graph.nodes.count)
    for (place, node) in graph.nodes.enumerated() where isNeeded[place] && dependence[place] != 0 {
      for operand in node.operands { last[Int(operand)] = place }
    }
    for root in roots { last[Int(root)] = Int.max }
    // On a grid, parts in x alone and in y alone are kept for all rows and columns.
    if variableCount == 2 {
      for place in last.indices where dependence[place] == 1 || dependence[place] == 2 {
        last[place] = Int.max
      }
    }
    return last
  }

  private func instruction(
    _ node: Node, at place: Int, _ mask: UInt64, _ lastUse: [Int], _ dependence: [UInt64],
    _ allocation: inout Allocation
  ) -> Program.Instruction {
    let operands = wholeExponent(node) == nil ? node.operands : [node.operands[0]]
    let registers = operands.map { allocation.registers[Int($0)] }
    let destination = takeRegister(for: mask, &allocation)
    allocation.registers[place] = destination
    var released: Set<Term> = []
    for operand in node.operands
    where lastUse[Int(operand)] == place && dependence[Int(operand)] != 0
      && released.insert(operand).inserted
    {
      allocation.giveBack(allocation.registers[Int(operand)])
    }
    let first = registers[0]
    return Program.Instruction(
      operation: operation(node), destination: destination, a: first,
      b: registers.count > 1 ? registers[1] : first,
      c: registers.count > 2 ? registers[2] : first, dependence: mask)
  }

  private func takeRegister(for mask: UInt64, _ allocation: inout Allocation) -> Int32 {
    // On a grid these are computed before all the rest: no other value may have had their register.
    let isHoisted = variableCount == 2 && (mask == 1 || mask == 2)
    return isHoisted ? allocation.takeNew() : allocation.take()
  }

  /// The exponent of a power that is computed by multiplications.
  private func wholeExponent(_ node: Node) -> Int32? {
    guard case .power(_, let exponent) = node, let n = graph.literal(exponent),
      n == n.rounded(), abs(n) <= 16
    else { return nil }
    return Int32(n)
  }

  private func operation(_ node: Node) -> Program.Operation {
    switch node {
    case .negated: return .negate
    case .sum: return .add
    case .difference: return .subtract
    case .product: return .multiply
    case .quotient: return .divide
    case .power: return wholeExponent(node).map { .wholePower($0) } ?? .power
    case .call(let function, _): return .call(function)
    case .call2(let function, _, _): return .call2(function)
    case .comparison(let comparison, _, _): return .compare(comparison)
    default: return .choose
    }
  }

  /// Who has which register.
  struct Allocation {
    var registers: [Int32]
    var constants: [Double] = []
    var intervals: [Interval] = []
    private let variableCount: Int
    private var free: [Int32] = []
    private(set) var count: Int

    init(variableCount: Int, count nodes: Int) {
      registers = Array(repeating: 0, count: nodes)
      self.variableCount = variableCount
      count = variableCount
    }

    mutating func placeConstant(_ value: Double, _ interval: Interval, at place: Int) {
      registers[place] = Int32(variableCount + constants.count)
      constants.append(value)
      intervals.append(interval)
    }

    mutating func closeConstants() { count = variableCount + constants.count }

    mutating func take() -> Int32 {
      free.popLast() ?? takeNew()
    }

    mutating func takeNew() -> Int32 {
      count += 1
      return Int32(count - 1)
    }

    /// Takes back a register of an intermediate value; variables keep theirs.
    mutating func giveBack(_ register: Int32) {
      if register >= Int32(variableCount + constants.count) { free.append(register) }
    }
  }
}
